import { YEN_LAP_UNITS } from '../../domain/catalogue/yen-lap-units.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { ok, refuse } from '../../domain/result.ts';
import { isInForce } from '../../domain/unit.ts';
import type { Handlers } from '../contract/commands.ts';
import type { AppState, PrinterView } from '../contract/views.ts';
import type { CounterSession } from './counter-session.ts';
import type { Machine } from './machine.ts';
import type { OpenCounter } from './open-counter.ts';
import { parseSetUp } from './set-up.ts';
import { orStorageRefusal } from './storage-refusal.ts';

type AppCommand = 'app.state' | 'setup.options' | 'setup.complete' | 'trial.start' | 'trial.end';

/** What the window needs to know of the open counter. */
export function appStateOf(session: CounterSession, machine: Machine): AppState {
  const counter = session.current();
  const identity = counter.store.identity();
  return {
    version: machine.appVersion,
    mode: session.mode(),
    ...(identity ? { counter: { unit: identity.unit, station: identity.station, clerkName: identity.clerkName } } : {}),
    now: session.now(),
    clockQuality: counter.readClock().clockQuality,
    printer: printerViewOf(counter),
    sync: counter.upstream.view(),
  };
}

export function appHandlers(session: CounterSession, machine: Machine): Pick<Handlers, AppCommand> {
  const state = (): AppState => appStateOf(session, machine);
  return {
    'app.state': state,
    'setup.options': () => {
      const today = dateOf(session.now());
      return { units: YEN_LAP_UNITS.filter((unit) => isInForce(unit, today)), today };
    },
    'setup.complete': (form) =>
      orStorageRefusal(() => {
        if (session.mode() !== 'none') return refuse({ code: 'already-set-up' });
        const parsed = parseSetUp(form, { units: YEN_LAP_UNITS, today: dateOf(session.now()) });
        if (!parsed.ok) return parsed;
        session.establish(parsed.value);
        return ok(state());
      }),
    'trial.start': () =>
      orStorageRefusal(async () => {
        await session.startTrial();
        return ok(state());
      }),
    'trial.end': async () => {
      await session.endTrial();
      return state();
    },
  };
}

function printerViewOf({ printer, store }: OpenCounter): PrinterView {
  return {
    ...printer.setting(),
    waiting: store.printJobs.countIn(['queued', 'sending']),
    needsAttention: store.printJobs.countIn(['unknown', 'failed']),
  };
}
