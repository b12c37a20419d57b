import { dateOf, localMomentAt, type PlainDate } from '../../domain/plain-date.ts';
import type { ClockReading, OwnPlaces } from '../../sync/counter-store.ts';

/** Clocks are set right by small steps all day; only more than this is a clock that went back. */
const TOLERANCE_MS = 2 * 60_000;
/** No counter is closed for so long, Tết included: a clock that shows more was set wrong, or nobody was here. */
const LONGEST_SILENCE_MS = 60 * 24 * 60 * 60_000;

/** The server's clock may be wrong by less, and its answer may have been under way for a while. */
const SERVER_TOLERANCE_MS = 10 * 60_000;

const EVERYTHING: OwnPlaces = {};

/** What a person said of the date, and what this counter had written until then. */
export type ClockConfirmation = {
  readonly at: number;
  readonly date: PlainDate;
  /** Events up to here were written by a clock that may have been wrong: they say nothing about this one. */
  readonly places: OwnPlaces;
};

export type ClockGuardParts = {
  readonly now: () => number;
  readonly builtAt: number;
  readonly lastEventAt: (since: OwnPlaces) => number;
  readonly confirmed: ClockConfirmation | undefined;
  /** How far the server's clock is ahead of this one; undefined while nobody knows. */
  readonly serverAheadMs: () => number | undefined;
  /** A trial's clock runs on by itself, however long nobody looked. */
  readonly mayStandStill: boolean;
};

/**
 * Reads the clock and says how far it may be trusted: `suspect` when it shows a time before the program was built, before
 * this counter's own last event, so long after it that nobody would have left a counter alone, or another time than the
 * server's; `synced` when the server's clock agrees; else `free`. Only a claim written beside the time; order never depends
 * on it. What a person confirmed begins the count anew.
 */
export class ClockGuard {
  readonly #parts: ClockGuardParts;
  #confirmed: ClockConfirmation | undefined;
  #highest = 0;

  constructor(parts: ClockGuardParts) {
    this.#parts = parts;
    this.#confirmed = parts.confirmed;
  }

  read(): ClockReading {
    const at = this.#parts.now();
    if (this.#isSuspect(at)) return { at, clockQuality: 'suspect' };
    return { at, clockQuality: this.#parts.serverAheadMs() === undefined ? 'free' : 'synced' };
  }

  /** Whether a person has to say what day it is before a date is promised to a citizen. */
  needsConfirmation(): boolean {
    const at = this.#parts.now();
    return this.#isSuspect(at) && this.#confirmed?.date !== dateOf(localMomentAt(at));
  }

  take(confirmed: ClockConfirmation): void {
    this.#confirmed = confirmed;
    this.#highest = 0;
  }

  #isSuspect(at: number): boolean {
    const { builtAt, lastEventAt, serverAheadMs, mayStandStill } = this.#parts;
    const since = this.#confirmed?.places ?? EVERYTHING;
    // An event written by a clock that had gone back must not make that clock look right.
    this.#highest = Math.max(this.#highest, this.#confirmed?.at ?? 0, lastEventAt(since));
    if (Math.abs(serverAheadMs() ?? 0) > SERVER_TOLERANCE_MS) return true;
    if (at < builtAt || at < this.#highest - TOLERANCE_MS) return true;
    return !mayStandStill && this.#highest > 0 && at > this.#highest + LONGEST_SILENCE_MS;
  }
}

/** The confirmation as it stands in the store. */
export function parseConfirmation(
  value: { readonly [key: string]: unknown } | undefined,
): ClockConfirmation | undefined {
  if (!value) return undefined;
  const { at, date, places } = value;
  if (typeof at !== 'number' || typeof date !== 'string' || typeof places !== 'object' || places === null)
    return undefined;
  // Written by this program alone.
  return { at, date: date as PlainDate, places: places as OwnPlaces };
}
