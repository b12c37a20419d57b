import path from 'node:path';
import { sendToPrinter } from '../../printing/tcp-printer.ts';
import type { ClockReading } from '../../sync/counter-store.ts';
import { type OpenCounterStore, openCounterStore } from '../../sync/open-counter-store.ts';
import { ClockGuard } from './clock-guard.ts';
import type { Log } from './log.ts';
import type { Machine } from './machine.ts';
import { Printer } from './printer.ts';
import type { ActiveCounter } from './profile.ts';
import type { PushBell } from './push-bell.ts';
import type { ShellClient } from './shell-client.ts';
import type { SlipDrawing } from './slip-drawing.ts';
import { Spool } from './spool.ts';
import { TRIAL_BEGINS_AT, trialClock } from './trial-clock.ts';
import { UpstreamLink } from './upstream-link.ts';

/** One counter with everything that works for it: its file, its clock, its printer, its way upstream. */
export type OpenCounter = {
  readonly kind: ActiveCounter;
  readonly store: OpenCounterStore;
  readonly readClock: () => ClockReading;
  readonly printer: Printer;
  readonly spool: Spool;
  readonly upstream: UpstreamLink;
  /** Prints what waits and links up with the server. */
  readonly start: () => void;
  /** Finishes what is under way, then closes the file. */
  readonly close: () => Promise<void>;
};

export type CounterParts = {
  readonly machine: Machine;
  readonly drawing: SlipDrawing;
  readonly shell: ShellClient;
  readonly bell: PushBell;
  readonly log: Log;
};

const TRIAL_STARTED = 'trial-started';

/** Opens the counter in `folder`, or makes an empty one there. Throws as {@link openCounterStore} does. */
export function openCounter(folder: string, kind: ActiveCounter, parts: CounterParts): OpenCounter {
  const { machine, drawing, shell, bell, log } = parts;
  const store = openCounterStore({ folder });
  const clock = kind === 'trial' ? clockOfTrial(store, machine) : machine;
  const guard = new ClockGuard({ ...clock, lastEventAt: store.lastEventAt });
  const printer = new Printer(store, path.join(folder, 'slips'));
  const spool = new Spool({ jobs: store.printJobs, printer, drawing, send: sendToPrinter, log });
  const upstream = new UpstreamLink({ store, machine, shell, log, tell: () => bell.ring('sync') });
  const stopListening = store.onChange(({ what }) => bell.ring(what === 'settings' ? 'app' : what));
  return {
    kind,
    store,
    readClock: () => guard.read(),
    printer,
    spool,
    upstream,
    start: () => {
      spool.kick();
      // A trial (dùng thử) is never sent anywhere.
      if (kind === 'real') void upstream.open();
    },
    close: async () => {
      stopListening();
      await Promise.all([spool.stop(), upstream.close()]);
      await printer.close();
      await store.close();
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
