/** A computer that sleeps lets the wall clock run on without the time that is measured; less is the clock being set. */
const NAP_MS = 60_000;

/** The server's clock as it was answered once, carried on by the time that passes on this computer. */
export class ServerClock {
  readonly #serverTime: number;
  readonly #now: () => number;
  readonly #elapsed: () => number;
  readonly #askedAt: number;
  readonly #startedAt: number;

  /** `elapsed` runs on evenly in ms, whatever the wall clock is set to. */
  constructor(serverTime: number, now: () => number, elapsed: () => number = () => performance.now()) {
    this.#serverTime = serverTime;
    this.#now = now;
    this.#elapsed = elapsed;
    this.#askedAt = now();
    this.#startedAt = elapsed();
  }

  /** How far it is ahead of the wall clock; undefined when the computer may have slept since. */
  aheadMs(): number | undefined {
    const passed = this.#elapsed() - this.#startedAt;
    const shown = this.#now() - this.#askedAt;
    return shown > passed + NAP_MS ? undefined : this.#serverTime + passed - this.#now();
  }
}
