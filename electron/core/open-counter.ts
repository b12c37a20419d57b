import { type LocalMoment, localMomentAt } from '../../domain/plain-date.ts';
import type { ClockReading, NumberWatch, Opening } from '../../sync/counter-store.ts';
import { type OpenCounterStore, openCounterStore } from '../../sync/open-counter-store.ts';
import { Backups } from './backups.ts';
import { type CounterClock, openCounterClock } from './counter-clock.ts';
import type { Log } from './log.ts';
import type { Machine } from './machine.ts';
import type { VerifierCost } from './passphrase-check.ts';
import type { ScryptCost } from './key-wrap.ts';
import type { PaperDrawing } from './paper-drawing.ts';
import { People } from './people.ts';
import { openPrinting, type Printing } from './printing.ts';
import type { ActiveCounter } from './profile.ts';
import { Publications } from './publications.ts';
import type { PushBell } from './push-bell.ts';
import type { ShellClient } from './shell-client.ts';
import { Scanner } from './scanner.ts';
import type { SignedIn } from './sign-in.ts';
import { UpstreamLink } from './upstream-link.ts';

/** One counter with everything that works for it: its file, its clock, its printer, its copies, its way upstream. */
export type OpenCounter = Omit<Printing, 'stopPrinting'> & {
  readonly kind: ActiveCounter;
  readonly folder: string;
  readonly store: OpenCounterStore;
  readonly key: Uint8Array | undefined;
  readonly clock: CounterClock;
  readonly people: People;
  readonly publications: Publications;
  readonly scanner: Scanner;
  readonly upstream: UpstreamLink;
  readonly backups: Backups;
  /** Prints what waits, links up with the server, and looks after copies. */
  readonly start: () => void;
  /** Finishes what is under way, makes a last backup unless told otherwise, then closes the file. */
  readonly close: (how?: { readonly withoutBackup: boolean }) => Promise<void>;
};

export type GuessCosts = { readonly account: VerifierCost; readonly key: ScryptCost };

export type CounterParts = {
  readonly machine: Machine;
  readonly drawing: PaperDrawing;
  readonly shell: ShellClient;
  readonly bell: PushBell;
  readonly log: Log;
  /** Outside the data folder: the second witness of the numbers, the second copy of the key file. */
  readonly witnessFolder: string;
  /** Who is signed in to the real counter: a file that is opened anew does not send that person away. */
  readonly signedIn: SignedIn;
  /** What a guess at a passphrase costs, of an account and of the data; tests make too many. */
  readonly guessCosts?: GuessCosts;
  /** Tests open and close too often to wait for it. */
  readonly backsUpAtClose?: boolean;
};

export type CounterToOpen = {
  readonly folder: string;
  readonly kind: ActiveCounter;
  readonly key?: Uint8Array | undefined;
  readonly isRestored?: boolean;
};

/** Opens the counter in a folder, or makes an empty one there. Throws as {@link openCounterStore} does. */
export function openCounter(which: CounterToOpen, parts: CounterParts): OpenCounter {
  const { folder, kind, key } = which;
  const store = openCounterStore({
    folder,
    ...(key ? { key } : {}),
    // No number of a trial is real.
    ...(kind === 'real' ? { watch: numberWatch(parts) } : {}),
    isRestored: which.isRestored ?? false,
  });
  try {
    return aroundStore(store, which, parts);
  } catch (error) {
    // Whoever repairs the file must find nobody holding it.
    void store.close();
    throw error;
  }
}

function aroundStore(store: OpenCounterStore, { folder, kind, key }: CounterToOpen, parts: CounterParts): OpenCounter {
  const { machine, drawing, shell, bell, log } = parts;
  const upstream = new UpstreamLink({ store, machine, shell, log, tell: () => bell.ring('sync') });
  const clock = openCounterClock({ store, kind, machine, serverAheadMs: () => upstream.serverAheadMs() });
  const now = (): LocalMoment => localMomentAt(clock.read().at);
  const { stopPrinting, ...printing } = openPrinting(store, { folder, drawing, shell, now, log });
  const scanner = new Scanner(store, () => bell.ring('app'));
  const backups = new Backups({
    folder,
    store,
    key,
    isTrial: kind === 'trial',
    backsUpAtClose: parts.backsUpAtClose ?? true,
    now: () => clock.read().at,
    log,
    tell: () => bell.ring('backup', 'app'),
  });
  const { signedIn: seat, guessCosts } = parts;
  const cost = guessCosts ? { verifierCost: guessCosts.account } : {};
  const people = new People({ store, kind, machine, seat, ...cost });
  const stopListening = store.onChange(({ what }) => bell.ring(what === 'settings' ? 'app' : what));
  return {
    kind,
    folder,
    store,
    key,
    clock,
    people,
    publications: new Publications(store),
    ...printing,
    scanner,
    upstream,
    backups,
    start: () => {
      printing.kickSpools();
      scanner.open();
      // A trial (dùng thử) is never sent anywhere, and nobody needs it back.
      if (kind === 'trial') return;
      void upstream.open();
      backups.start();
    },
    close: async (how) => {
      stopListening();
      try {
        await Promise.all([stopPrinting(), scanner.close(), upstream.close(), backups.close(how)]);
      } finally {
        await store.close();
      }
    },
  };
}

function numberWatch({ machine, witnessFolder }: CounterParts): NumberWatch {
  return {
    machine: machine.facts(),
    witnessFolder,
    mark: () => Buffer.from(machine.bytes(3)).toString('hex'),
    // Before the guard of the clock is there: what it would say of this reading is not known yet.
    opening: () => openingBy(machine, { at: machine.now(), clockQuality: 'free' }),
  };
}

/** What the first event of a log says of the machine that writes it. */
export function openingBy(machine: Machine, clock: ClockReading): Opening {
  return { machine: machine.machineId(), appVersion: machine.appVersion, clock };
}
