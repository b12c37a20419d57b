import type { OpenCounterStore } from '../../sync/open-counter-store.ts';
import type { Chance } from './chance.ts';
import type { Happening } from './day.ts';
import type { Relay } from './relay.ts';
import type { WallClock } from './sim-clock.ts';
import type { Tally } from './tally.ts';

const MINUTES_PER_DAY = 1_440;
const EXCHANGES_PER_DAY = 20;
const MS_PER_HOUR = 3_600_000;

export type LineParts = {
  readonly relay: Relay;
  readonly store: () => OpenCounterStore;
  readonly clock: WallClock;
  readonly chance: Chance;
  readonly tally: Tally;
};

/** The way of one side to the relay: up at most times, down for hours or days. */
export class Line {
  readonly #parts: LineParts;
  #downUntilMs = 0;

  constructor(parts: LineParts) {
    this.#parts = parts;
  }

  /** Exchanges at random minutes of a day. */
  day(): readonly Happening[] {
    const { chance } = this.#parts;
    return Array.from({ length: EXCHANGES_PER_DAY }, () => ({
      minute: chance.between(0, MINUTES_PER_DAY - 1),
      happen: () => this.#exchange(),
    }));
  }

  #exchange(): void {
    const { relay, store, clock, chance, tally } = this.#parts;
    if (clock.nowMs() < this.#downUntilMs) return;
    const downHours = chance.weighed([
      [950, 0],
      [45, chance.between(1, 8)],
      [5, chance.between(20, 72)],
    ]);
    if (downHours) {
      this.#downUntilMs = clock.nowMs() + downHours * MS_PER_HOUR;
      tally.count('outage');
      return;
    }
    relay.exchange(store);
  }
}
