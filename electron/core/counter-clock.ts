import { dateOf, localMomentAt } from '../../domain/plain-date.ts';
import type { ClockReading } from '../../sync/counter-store.ts';
import type { OpenCounterStore } from '../../sync/open-counter-store.ts';
import { type ClockConfirmation, ClockGuard, parseConfirmation } from './clock-guard.ts';
import type { Machine } from './machine.ts';
import type { ActiveCounter } from './profile.ts';
import { TRIAL_BEGINS_AT, trialClock } from './trial-clock.ts';

/** The clock of one counter, watched over. */
export type CounterClock = {
  readonly read: () => ClockReading;
  /** Whether a person has to say what day it is before a date is promised to a citizen. */
  readonly needsConfirmation: () => boolean;
  /** Keeps that a person confirmed today's date. Durable when it returns. */
  readonly confirm: () => void;
};

const TRIAL_STARTED = 'trial-started';
const CONFIRMED = 'clock-confirmed';

export type CounterClockParts = {
  readonly store: OpenCounterStore;
  readonly kind: ActiveCounter;
  readonly machine: Machine;
  readonly serverAheadMs: () => number | undefined;
};

export function openCounterClock({ store, kind, machine, serverAheadMs }: CounterClockParts): CounterClock {
  const isTrial = kind === 'trial';
  const guard = new ClockGuard({
    ...(isTrial ? clockOfTrial(store, machine) : machine),
    lastEventAt: store.lastEventAt,
    confirmed: parseConfirmation(store.setting(CONFIRMED)),
    serverAheadMs,
    mayStandStill: isTrial,
  });
  return {
    read: () => guard.read(),
    needsConfirmation: () => guard.needsConfirmation(),
    confirm: () => {
      const { at } = guard.read();
      const confirmed: ClockConfirmation = { at, date: dateOf(localMomentAt(at)), places: store.ownPlaces() };
      store.saveSetting(CONFIRMED, confirmed);
      guard.take(confirmed);
    },
  };
}

/** The trial's own clock; the guard measures it against the trial's own beginning. */
function clockOfTrial(store: OpenCounterStore, machine: Machine): Pick<Machine, 'now' | 'builtAt'> {
  const kept = store.setting(TRIAL_STARTED)?.['at'];
  const startedAt = typeof kept === 'number' ? kept : machine.now();
  if (kept === undefined) store.saveSetting(TRIAL_STARTED, { at: startedAt });
  const now = trialClock({ now: machine.now, startedAt, lastEventAt: store.lastEventAt() });
  return { now, builtAt: TRIAL_BEGINS_AT };
}
