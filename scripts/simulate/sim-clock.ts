import { epochMsOf, localMomentAt, momentOf, type LocalMoment, type PlainDate } from '../../domain/plain-date.ts';

/** The time of a simulation, the same for everybody in it; only ever goes on. */
export class SimClock {
  readonly #startedMs: number;
  #nowMs: number;

  constructor(day: PlainDate) {
    this.#startedMs = epochMsOf(momentOf(day, 0));
    this.#nowMs = this.#startedMs;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  monotonicMs(): number {
    return this.#nowMs - this.#startedMs;
  }

  now(): LocalMoment {
    return localMomentAt(this.#nowMs);
  }

  /** Goes on to a minute of a day; one that is over already changes nothing. */
  advanceTo(day: PlainDate, minute: number): void {
    this.#nowMs = Math.max(this.#nowMs, epochMsOf(momentOf(day, minute)));
  }

  passMinutes(minutes: number): void {
    this.#nowMs += minutes * 60_000;
  }
}
