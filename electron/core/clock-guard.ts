import type { ClockReading } from '../../sync/counter-store.ts';

/** Clocks are set right by small steps all day; only more than this is a clock that went back. */
const TOLERANCE_MS = 2 * 60_000;

/**
 * Reads the clock and says how far it may be trusted: `suspect` when it shows a time before the program was built or
 * before this counter's own last event, else `free`. Only a claim written beside the time; order never depends on it.
 */
export class ClockGuard {
  readonly #now: () => number;
  readonly #lastEventAt: () => number;
  readonly #builtAt: number;
  #highest = 0;

  constructor(clock: { readonly now: () => number; readonly lastEventAt: () => number; readonly builtAt: number }) {
    this.#now = clock.now;
    this.#lastEventAt = clock.lastEventAt;
    this.#builtAt = clock.builtAt;
  }

  read(): ClockReading {
    const at = this.#now();
    // An event written by a clock that had gone back must not make that clock look right.
    this.#highest = Math.max(this.#highest, this.#lastEventAt());
    const isSuspect = at < this.#builtAt || at < this.#highest - TOLERANCE_MS;
    return { at, clockQuality: isSuspect ? 'suspect' : 'free' };
  }
}
