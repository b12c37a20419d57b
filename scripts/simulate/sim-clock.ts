import { epochMsOf, localMomentAt, momentOf, type LocalMoment, type PlainDate } from '../../domain/plain-date.ts';

/** A clock on somebody's wall. */
export type WallClock = {
  readonly nowMs: () => number;
  readonly now: () => LocalMoment;
  readonly monotonicMs: () => number;
  /** Time goes by for everybody. */
  readonly passMinutes: (minutes: number) => void;
};

/** The time of a simulation; only ever goes on. */
export class SimClock implements WallClock {
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

  /** A clock that goes as this one and shows so much more, or less: no two computers show the same. */
  fastBy(minutes: number): WallClock {
    const nowMs = () => this.#nowMs + minutes * 60_000;
    return {
      nowMs,
      now: () => localMomentAt(nowMs()),
      monotonicMs: () => this.monotonicMs(),
      passMinutes: (more) => this.passMinutes(more),
    };
  }
}
