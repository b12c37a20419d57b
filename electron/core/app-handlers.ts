import { YEN_LAP_UNITS } from '../../domain/catalogue/yen-lap-units.ts';
import { NUMBERS_PER_STATION } from '../../domain/dossier-number.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { ok, refuse } from '../../domain/result.ts';
import { isInForce } from '../../domain/unit.ts';
import type { Handlers } from '../contract/commands.ts';
import type { PrinterView } from '../contract/print-views.ts';
import type { AppState, NumbersView, SyncView } from '../contract/views.ts';
import type { CounterSession } from './counter-session.ts';
import type { Machine } from './machine.ts';
import type { OpenCounter } from './open-counter.ts';
import { parseSetUp } from './set-up.ts';
import { orStorageRefusal } from './storage-refusal.ts';

type AppCommand = 'app.state' | 'setup.options' | 'setup.complete' | 'trial.start' | 'trial.end';

/** What the window needs to know of the open counter, or of the obstacle before it. */
export function appStateOf(session: CounterSession, machine: Machine): AppState {
  const common = {
    version: machine.appVersion,
    mode: session.mode(),
    now: session.now(),
    protection: session.protection(),
  };
  const counter = session.find();
  if (!counter) return { ...common, ...NOTHING_OPEN };
  const identity = counter.store.identity();
  return {
    ...common,
    ...(identity ? { counter: { unit: identity.unit, station: identity.station, clerkName: identity.clerkName } } : {}),
    clockQuality: counter.clock.read().clockQuality,
    needsDateConfirmed: counter.clock.needsConfirmation(),
    numbers: numbersViewOf(session, counter),
    ...(identity ? { people: counter.people.view(session.now()) } : {}),
    backup: counter.backups.summary(),
    integrity: counter.backups.integrity(),
    printer: printerViewOf(counter),
    scanner: counter.scanner.view(),
    sync: counter.upstream.view(),
  };
}

const NOTHING_OPEN = {
  clockQuality: 'free',
  needsDateConfirmed: false,
  numbers: { state: 'sound', leftToday: 0, isWitnessLost: false },
  backup: { state: 'none-yet' },
  integrity: { setAside: 0 },
  scanner: { choice: { kind: 'keyboard' } },
  printer: {
    choice: { kind: 'none' },
    modelId: '',
    paperWidthMm: 80,
    formChoice: { kind: 'none' },
    waiting: 0,
    needsAttention: 0,
  },
  sync: { status: 'no-server', waiting: 0, quarantined: 0 } satisfies SyncView,
} as const satisfies Partial<AppState>;

export function appHandlers(session: CounterSession, machine: Machine): Pick<Handlers, AppCommand> {
  const state = (): AppState => appStateOf(session, machine);
  return {
    'app.state': state,
    'setup.options': () => {
      const today = dateOf(session.now());
      const { hasKeyStore } = session.protection();
      return { units: YEN_LAP_UNITS.filter((unit) => isInForce(unit, today)), today, hasKeyStore };
    },
    'setup.complete': (form) =>
      orStorageRefusal(async () => {
        if (session.mode() !== 'none') return refuse({ code: 'already-set-up' });
        const parsed = parseSetUp(form, { units: YEN_LAP_UNITS, today: dateOf(session.now()) });
        if (!parsed.ok) return parsed;
        const done = await session.establish(parsed.value, form.protection);
        if (done.ok) return ok(state());
        const { code } = done.refusal;
        return code === 'too-short'
          ? refuse({ code: 'fields', fields: [{ field: 'protection', code }] })
          : refuse({ code });
      }),
    'trial.start': () =>
      orStorageRefusal(async () => {
        await session.startTrial();
        return ok(state());
      }),
    'trial.end': () =>
      orStorageRefusal(async () => {
        await session.endTrial();
        return ok(state());
      }),
  };
}

function numbersViewOf(session: CounterSession, { store }: OpenCounter): NumbersView {
  const used = store.used({ of: 'dossier-number', date: dateOf(session.now()) });
  return { ...store.numbers(), leftToday: Math.max(0, NUMBERS_PER_STATION - used) };
}

function printerViewOf({ slipPrinter, formPrinter, store }: OpenCounter): PrinterView {
  return {
    ...slipPrinter.setting(),
    paperWidthMm: slipPrinter.profile().paperWidthMm,
    formChoice: formPrinter.choice(),
    waiting: store.printJobs.countIn(['queued', 'sending']),
    needsAttention: store.printJobs.countAsked(),
  };
}
