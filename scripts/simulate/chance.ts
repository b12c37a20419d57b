/** All chance of a simulation, from one seed: the same seed lives the same days. Mulberry32. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** In [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** True with this probability. */
  is(probability: number): boolean {
    return this.next() < probability;
  }

  /** Undefined of an empty list. */
  find<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.next() * list.length)];
  }

  /** Throws for an empty list. */
  pick<T>(list: readonly T[]): T {
    const found = this.find(list);
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  }

  /** One by its weight; a weight of 0 is never picked. Undefined when all are 0. */
  weighed<T>(list: readonly (readonly [weight: number, T])[]): T | undefined {
    const total = list.reduce((sum, [weight]) => sum + weight, 0);
    let left = this.next() * total;
    for (const [weight, value] of list) {
      left -= weight;
      if (weight > 0 && left < 0) return value;
    }
    return undefined;
  }

  /** Each with this probability, in the given order. */
  some<T>(list: readonly T[], probability: number): readonly T[] {
    return list.filter(() => this.is(probability));
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.between(0, 255));
  }

  /** A UUID of version 4. */
  uuid(): string {
    const hex = Buffer.from(this.bytes(16)).toString('hex');
    const variant = '89ab'.charAt(this.between(0, 3));
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  /** A stream of its own, so that what one side asks for does not move the other's. */
  fork(): Chance {
    return new Chance(this.between(0, 2 ** 32 - 1));
  }
}
