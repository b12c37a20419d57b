import { rm } from 'node:fs/promises';
import path from 'node:path';
import { YEN_LAP_UNITS } from '../../domain/catalogue/yen-lap-units.ts';
import { parseStation } from '../../domain/dossier-number.ts';
import { dateOf, type LocalMoment, localMomentAt } from '../../domain/plain-date.ts';
import { isInForce } from '../../domain/unit.ts';
import type { CounterIdentity } from '../../sync/counter-store.ts';
import type { AppState } from '../contract/views.ts';
import { BadInputError } from './bad-input-error.ts';
import { type CounterParts, type OpenCounter, openCounter } from './open-counter.ts';
import type { PrinterSetting } from './printer-setting.ts';
import { type ActiveCounter, readActiveCounter, writeActiveCounter } from './profile.ts';
import { TRIAL_BEGINS_AT } from './trial-clock.ts';
import { Turns } from './turns.ts';

/** A counter that is set up, with who it is. */
export type EstablishedCounter = OpenCounter & { readonly identity: CounterIdentity };

export type NewCounter = { readonly who: Omit<CounterIdentity, 'log'>; readonly printer: PrinterSetting };

const FOLDERS = { real: 'counter', trial: 'trial' } as const satisfies Record<ActiveCounter, string>;
const TRIAL_UNIT_CODE = '08305';

/** Which counter of a data folder is open: the real one, or the trial (dùng thử) in a folder of its own. Always one. */
export class CounterSession {
  readonly #folder: string;
  readonly #parts: CounterParts;
  readonly #turns = new Turns();
  #counter: OpenCounter;

  /** Opens what was open last. Throws when it cannot be opened. */
  constructor(folder: string, parts: CounterParts) {
    this.#folder = folder;
    this.#parts = parts;
    this.#counter = this.#openActive(readActiveCounter(folder));
  }

  start(): void {
    this.#counter.start();
    if (this.#counter.kind === 'trial') return;
    // A trial that was ended may have outlived the program that was removing it. It is in nobody's way.
    this.#turns
      .run(() => this.#removeTrial())
      .catch((error: unknown) => this.#parts.log.failure('trial-not-removed', error));
  }

  mode(): AppState['mode'] {
    if (this.#counter.kind === 'trial') return 'trial';
    return this.#counter.store.identity() ? 'real' : 'none';
  }

  /** The open counter, set up or not. */
  current(): OpenCounter {
    return this.#counter;
  }

  /** The open counter; throws {@link BadInputError} while nothing is set up. */
  getEstablished(): EstablishedCounter {
    const identity = this.#counter.store.identity();
    if (!identity) throw new BadInputError('not-set-up');
    return { ...this.#counter, identity };
  }

  now(): LocalMoment {
    return localMomentAt(this.#counter.readClock().at);
  }

  /** The set-up, once: from here on the counter is real. */
  establish(fresh: NewCounter): void {
    establish(this.#counter, fresh, this.#parts);
    this.#parts.bell.ringAll();
  }

  /** Opens the trial, a new one when there is none. The real counter is closed meanwhile. */
  startTrial(): Promise<void> {
    return this.#turns.run(async () => {
      if (this.#counter.kind === 'trial') return;
      const trial = this.#open('trial');
      await this.#replaceBy(trial);
    });
  }

  /** Closes the trial and removes all of it. Nothing happens when none is open. */
  endTrial(): Promise<void> {
    return this.#turns.run(async () => {
      if (this.#counter.kind !== 'trial') return;
      await this.#replaceBy(this.#open('real'));
      await this.#removeTrial();
    });
  }

  close(): Promise<void> {
    return this.#turns.run(() => this.#counter.close());
  }

  async #replaceBy(next: OpenCounter): Promise<void> {
    const before = this.#counter;
    try {
      writeActiveCounter(this.#folder, next.kind);
    } catch (error) {
      // Nobody would hold its file any more.
      await next.close();
      throw error;
    }
    this.#counter = next;
    next.start();
    this.#parts.bell.ringAll();
    await before.close();
  }

  #removeTrial(): Promise<void> {
    return rm(this.#folderOf('trial'), { recursive: true, force: true });
  }

  /** A trial that cannot be opened is worth nothing and must not stand in the way of the real counter. */
  #openActive(active: ActiveCounter): OpenCounter {
    if (active === 'real') return this.#open('real');
    try {
      return this.#open('trial');
    } catch (error) {
      this.#parts.log.failure('trial-not-opened', error);
      writeActiveCounter(this.#folder, 'real');
      return this.#open('real');
    }
  }

  #open(kind: ActiveCounter): OpenCounter {
    const counter = openCounter(this.#folderOf(kind), kind, this.#parts);
    if (kind === 'trial' && !counter.store.identity()) establish(counter, trialCounter(), this.#parts);
    return counter;
  }

  #folderOf(kind: ActiveCounter): string {
    return path.join(this.#folder, FOLDERS[kind]);
  }
}

function establish(counter: OpenCounter, { who, printer }: NewCounter, { machine }: CounterParts): void {
  // The printer first: the counter is set up with its identity, and must be whole then.
  counter.printer.choose(printer);
  const log = `${who.unit.code}.${String(who.station).padStart(2, '0')}.${machine.uuid().replaceAll('-', '').slice(0, 16)}`;
  counter.store.establish(
    { ...who, log },
    { machine: machine.machineId(), appVersion: machine.appVersion, clock: counter.readClock() },
  );
}

/** A commune of Yên Lập as it was when the trial's clock begins. */
function trialCounter(): NewCounter {
  const day = dateOf(localMomentAt(TRIAL_BEGINS_AT));
  const unit = YEN_LAP_UNITS.find((sample) => sample.code === TRIAL_UNIT_CODE && isInForce(sample, day));
  const station = parseStation(1);
  if (!unit || !station) throw new Error('the trial has no sample unit');
  return {
    who: { unit, station, clerkName: 'Cán bộ dùng thử' },
    printer: { choice: { kind: 'virtual' }, paperWidthMm: 80 },
  };
}
