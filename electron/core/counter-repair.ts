import { ok, refuse, type Result } from '../../domain/result.ts';
import { isDamage } from '../../sync/damage.ts';
import type { MaintenanceRefusal } from '../contract/refusals.ts';
import type { RecoveryView } from '../contract/views.ts';
import { dieOf } from './die-of.ts';
import type { CounterParts, OpenCounter } from './open-counter.ts';
import type { Obstacle, RealCounter } from './real-counter.ts';
import type { Recovery } from './recovery.ts';
import type { Seat } from './seat.ts';
import type { Turns } from './turns.ts';

type RepairParts = {
  readonly seat: Seat;
  readonly real: RealCounter;
  readonly recovery: Recovery;
  readonly turns: Turns;
  readonly parts: Pick<CounterParts, 'machine' | 'bell' | 'log'>;
};

type From = { readonly backup: string | undefined; readonly secondPlace: string | undefined };

/** Takes the real counter from service when its file is not what it was, and puts a rebuilt one in its place. */
export class CounterRepair {
  readonly #seat: Seat;
  readonly #real: RealCounter;
  readonly #recovery: Recovery;
  readonly #turns: Turns;
  readonly #parts: RepairParts['parts'];

  constructor({ seat, real, recovery, turns, parts }: RepairParts) {
    this.#seat = seat;
    this.#real = real;
    this.#recovery = recovery;
    this.#turns = turns;
    this.#parts = parts;
  }

  view(): RecoveryView {
    return { ...this.#recovery.view(), isOpen: this.#seat.counter()?.kind === 'real' };
  }

  /**
   * Rebuilds the real counter's file from the newest backup and from what can still be read, when it is damaged; from a
   * backup that somebody chose, when it is not. Answers when it began.
   */
  begin(backupId?: string): Result<null, MaintenanceRefusal> {
    const counter = this.#seat.counter();
    if (counter?.kind === 'trial') return refuse({ code: 'not-in-trial' });
    if (this.#recovery.isRunning()) return refuse({ code: 'busy' });
    const backup = backupId === undefined ? undefined : counter?.backups.findBackup(backupId)?.file;
    const isWanted = this.#seat.obstacle()?.kind === 'damaged' || backup !== undefined;
    if (!isWanted) return refuse({ code: 'no-such-backup' });
    this.#recovery.begin();
    const from = { backup, secondPlace: counter?.backups.secondPlace() };
    void this.#turns.run(() => this.#rebuild(from)).catch(dieOf);
    return ok(null);
  }

  /** Takes the backups in a folder for those of this counter, which has no file of its own yet, or none that can be used. */
  fromPlace(place: string): Promise<void> {
    return this.#turns.run(async () => {
      const counter = this.#seat.counter();
      const isNew = counter?.kind === 'real' && isEmpty(counter);
      if (!isNew && this.#seat.obstacle()?.kind !== 'damaged') {
        this.#recovery.note('has-data');
        return;
      }
      const found = await this.#recovery.findIn(place);
      if (!found) return;
      if (isNew) {
        await counter.close();
        this.#seat.empty();
        this.#real.removeEmptyFile();
      }
      this.#seat.take(await this.#withKeyFound());
      this.#parts.bell.ringAll();
    });
  }

  /** Gives up the place that was chosen for a counter that has no file here: back to the set-up. Throws {@link StorageError}. */
  leave(): Promise<void> {
    return this.#turns.run(() => {
      if (this.#seat.counter() || this.#recovery.isRunning() || !this.#real.hasNoFile()) return;
      this.#recovery.leave();
      this.#real.dropKey();
      this.#seat.take(this.#real.openWith(undefined));
      this.#parts.bell.ringAll();
    });
  }

  /** Puts a file that cannot be brought back aside, and begins anew. Throws {@link StorageError}. */
  startAnew(): Promise<void> {
    return this.#turns.run(() => {
      if (this.#seat.obstacle()?.kind !== 'damaged' || this.#recovery.isRunning()) return;
      this.#recovery.close();
      this.#real.setAside(this.#parts.machine.now());
      this.#seat.take(this.#real.openWith(undefined));
      this.#parts.bell.ringAll();
    });
  }

  /** What came of it was read. */
  end(): void {
    if (this.#recovery.isRunning()) return;
    this.#recovery.close();
    this.#parts.bell.ringAll();
  }

  /** A question to `asked` could not be answered. When the file is to blame, that counter is taken from service. */
  noteFailure(error: unknown, asked: OpenCounter | undefined): void {
    if (isDamage(error)) this.reportDamaged(asked);
  }

  reportDamaged(counter: OpenCounter | undefined): void {
    void this.#turns.run(() => this.#takeFromService(counter));
  }

  async #rebuild(from: From): Promise<void> {
    const obstacle = this.#seat.obstacle();
    const key = this.#seat.counter()?.key ?? (obstacle?.kind === 'damaged' ? obstacle.key : undefined);
    await this.#tryToClose(this.#seat.empty({ kind: 'damaged', key }));
    const isRestored = await this.#recovery.run({ key, ...from });
    this.#seat.take(this.#openRebuilt(key, isRestored));
    this.#parts.bell.ringAll();
  }

  #openRebuilt(key: Uint8Array | undefined, isRestored: boolean): OpenCounter | Obstacle {
    try {
      return this.#real.openExisting(key, { isRestored });
    } catch (error) {
      // The screen is there, and so is whoever may try again.
      this.#parts.log.failure('rebuilt-not-opened', error);
      this.#recovery.note('failed');
      return { kind: 'damaged', key };
    }
  }

  /**
   * A file that turns out to be damaged while it is open is not written any more: whoever is at the counter is told. A
   * report that comes when another file is open already says nothing of that one.
   */
  async #takeFromService(damaged: OpenCounter | undefined): Promise<void> {
    if (damaged?.kind !== 'real' || damaged.store !== this.#seat.counter()?.store) return;
    await this.#tryToClose(this.#seat.empty({ kind: 'damaged', key: damaged.key }));
    await this.#recovery.look();
    this.#parts.bell.ringAll();
  }

  async #tryToClose(counter: OpenCounter | undefined): Promise<void> {
    try {
      await counter?.close({ withoutBackup: true });
    } catch (error) {
      // It is to be rebuilt, whatever it has to say.
      this.#parts.log.failure('damaged-counter-not-closed', error);
    }
  }

  /**
   * With the place of the backups known: a file that is known to be damaged stays out of service, but its key may have come
   * along; where there is no file, all begins with the key.
   */
  async #withKeyFound(): Promise<OpenCounter | Obstacle> {
    const obstacle = this.#seat.obstacle();
    if (obstacle?.kind === 'damaged' && (obstacle.key || this.#real.isPlain())) return obstacle;
    return await this.#real.open();
  }
}

/** Nothing ever happened in it, so nothing of anybody's is in its file. */
export function isEmpty({ store }: OpenCounter): boolean {
  return Object.keys(store.vector()).length === 0;
}
