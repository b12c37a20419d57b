/** A source of chance in [0, 1) that comes again with the same seed (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of `choices`, each as likely as the other; throws when there is none. */
export function pick<T>(chance: () => number, choices: readonly T[]): T {
  const [chosen] = choices.slice(Math.floor(chance() * choices.length));
  if (chosen === undefined) throw new RangeError('nothing to choose from');
  return chosen;
}
