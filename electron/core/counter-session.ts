import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseStation } from '../../domain/dossier-number.ts';
import { type LocalMoment, localMomentAt } from '../../domain/plain-date.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { CounterIdentity } from '../../sync/counter-store.ts';
import type { ProtectionChoice, UnlockRefusal } from '../contract/refusals.ts';
import type { AppState, ProtectionView } from '../contract/views.ts';
import { BadInputError } from './bad-input-error.ts';
import { CounterRepair, isEmpty } from './counter-repair.ts';
import type { AccountId } from '../../domain/accounts/account-id.ts';
import type { RecoverRefusal } from './sign-in.ts';
import { establish, type NewCounter, newLog, openFirstAccount, trialCounter } from './new-counter.ts';
import { type CounterParts, type OpenCounter, openCounter, openingBy } from './open-counter.ts';
import { type ActiveCounter, readActiveCounter, writeActiveCounter } from './profile.ts';
import { type Obstacle, RealCounter } from './real-counter.ts';
import { Recovery } from './recovery.ts';
import { Seat } from './seat.ts';
import { Turns } from './turns.ts';

type KeptProtection = Exclude<ProtectionChoice, { readonly kind: 'none' }>;

/** A counter that is set up, with who it is. */
export type EstablishedCounter = OpenCounter & { readonly identity: CounterIdentity };

const FOLDERS = { real: 'counter', trial: 'trial' } as const satisfies Record<ActiveCounter, string>;

/**
 * Which counter of a data folder is open: the real one, or the trial (dùng thử) in a folder of its own. Always one, or an
 * obstacle before it that a person has to clear: a key to be typed, a file to be repaired.
 */
export class CounterSession {
  /** What is done about a file that cannot be used, or is to be as a backup has it. */
  readonly repair: CounterRepair;
  readonly #folder: string;
  readonly #parts: CounterParts;
  readonly #real: RealCounter;
  readonly #recovery: Recovery;
  readonly #turns = new Turns();
  readonly #seat: Seat;
  #hasKeyStore = false;

  constructor(folder: string, parts: CounterParts) {
    this.#folder = folder;
    this.#parts = parts;
    this.#real = new RealCounter(this.#folderOf('real'), parts);
    const { log, bell, machine, witnessFolder } = parts;
    const tell = () => bell.ring('backup', 'app');
    const recovery = new Recovery({ folder: this.#folderOf('real'), witnessFolder, now: machine.now, log, tell });
    const seat = new Seat({
      // Whose backup it is that waits for its key has to be shown as well.
      onObstacle: () => void recovery.look(),
      onDamaged: (counter) => this.repair.reportDamaged(counter),
    });
    this.#recovery = recovery;
    this.#seat = seat;
    this.repair = new CounterRepair({ seat, real: this.#real, recovery, turns: this.#turns, parts });
  }

  /** Opens what was open last. Throws when it cannot be opened and nobody at the counter can do anything about it. */
  async open(): Promise<void> {
    this.#hasKeyStore = await this.#parts.shell.hasKeyStore();
    const report = this.#real.finishRebuild();
    if (report) this.#recovery.takeReport(report);
    const trial = readActiveCounter(this.#folder) === 'trial' ? await this.#tryToOpenTrial() : undefined;
    this.#seat.take(trial ?? (await this.#real.open({ isRestored: report !== undefined })));
    if (this.find()?.kind === 'trial') return;
    // A trial that was ended may have outlived the program that was removing it. It is in nobody's way.
    this.#turns
      .run(() => this.#removeTrial())
      .catch((error: unknown) => this.#parts.log.failure('trial-not-removed', error));
  }

  mode(): AppState['mode'] {
    const counter = this.find();
    if (this.#seat.obstacle()?.kind === 'locked') return 'locked';
    if (!counter) return 'damaged';
    if (counter.kind === 'trial') return 'trial';
    const isSetUp = counter.store.identity() !== undefined;
    // What came of a repair has to be read first; that none could begin is said on the screen where it was asked for.
    if (isSetUp ? this.#recovery.isOpen() : this.#recovery.hasReport()) return 'damaged';
    return isSetUp ? 'real' : 'none';
  }

  /** The open counter, set up or not; undefined while an obstacle is before it. */
  find(): OpenCounter | undefined {
    return this.#seat.counter();
  }

  /** The open counter, set up or not; throws {@link BadInputError} while an obstacle is before it. */
  current(): OpenCounter {
    const counter = this.find();
    if (!counter) throw new BadInputError('not-open');
    return counter;
  }

  /** The open counter; throws {@link BadInputError} while nothing is set up. */
  getEstablished(): EstablishedCounter {
    const counter = this.current();
    const identity = counter.store.identity();
    if (!identity) throw new BadInputError('not-set-up');
    return { ...counter, identity };
  }

  now(): LocalMoment {
    return localMomentAt(this.find()?.clock.read().at ?? this.#parts.machine.now());
  }

  protection(): ProtectionView {
    const hasKeyStore = this.#hasKeyStore;
    const obstacle = this.#seat.obstacle();
    const key = obstacle?.kind === 'locked' ? obstacle.key : this.find()?.key && this.#real.describeKey();
    if (!key) return { kind: 'none', hasKeyStore, hasRecoveryCode: false };
    return { kind: key.protection, hasKeyStore, hasRecoveryCode: key.hasRecoveryCode };
  }

  /** The set-up, once: from here on the counter is real, and its file protected as chosen. Throws {@link StorageError}. */
  establish(
    fresh: NewCounter,
    protection: ProtectionChoice,
  ): Promise<Result<null, { readonly code: 'no-key-store' | 'too-short' | 'already-set-up' }>> {
    return this.#turns.run(async () => {
      if (this.mode() !== 'none') return refuse({ code: 'already-set-up' });
      const prepared = await this.#prepareFile(protection);
      if (!prepared.ok) return prepared;
      establish(this.current(), fresh, this.#parts.machine);
      const { clerkName: name } = fresh.who;
      const { accountPassphrase: passphrase } = fresh;
      const first = await openFirstAccount(
        this.current(),
        { name, ...(passphrase === undefined ? {} : { passphrase }) },
        this.#parts.machine,
      );
      // The screen asks for the first account where there is none: the counter itself is set up.
      if (!first.ok) this.#parts.log.note('first-account-not-opened', { code: first.refusal.code });
      // What was said of a place that was looked into before is over.
      this.#recovery.close();
      this.#parts.bell.ringAll();
      return ok(null);
    });
  }

  /** Protects a file that was plain until now. What fails leaves it plain. Throws {@link StorageError}. */
  protect(
    protection: KeptProtection,
  ): Promise<Result<null, { readonly code: 'no-key-store' | 'too-short' | 'already-protected' }>> {
    return this.#turns.run(async () => {
      const { kind, key } = this.getEstablished();
      if (key || kind === 'trial') return refuse({ code: 'already-protected' });
      const done = await this.#protectBy(protection, (fresh) => this.#real.encrypt(fresh));
      if (!done.ok) return done;
      // The copies that everybody can read are ended by the first that nobody can.
      this.current().backups.wantBackup();
      this.#parts.bell.ringAll();
      return ok(null);
    });
  }

  /** Undefined for a file without a key. The backups hear of it at once: they are what it is for. */
  async newRecoveryCode(): Promise<string | undefined> {
    const { key, kind, backups } = this.getEstablished();
    if (!key || kind !== 'real') return undefined;
    const code = await this.#real.newRecoveryCode(key);
    backups.wantBackup();
    return code;
  }

  /**
   * The way back for an administrator who forgot the passphrase: whoever holds the recovery code of the data may sign in.
   * Refuses `no-recovery-code` for data without a key, and what the code does not open.
   */
  recoverAccount(wish: {
    readonly accountId: AccountId;
    readonly recoveryCode: string;
    readonly passphrase: string;
  }): Promise<Result<null, UnlockRefusal | RecoverRefusal | { readonly code: 'no-recovery-code' }>> {
    return this.#turns.run(async () => {
      const { key, people } = this.getEstablished();
      if (!key) return refuse({ code: 'no-recovery-code' });
      const opened = await this.#real.unlock({ by: 'recovery-code', text: wish.recoveryCode });
      if (!opened.ok) return opened;
      return people.signIn.recover(wish);
    });
  }

  unlock(attempt: {
    readonly by: 'passphrase' | 'recovery-code';
    readonly text: string;
  }): Promise<Result<null, UnlockRefusal>> {
    return this.#turns.run(async () => {
      if (this.#seat.obstacle()?.kind !== 'locked') return ok(null);
      const key = await this.#real.unlock(attempt);
      if (!key.ok) return key;
      this.#seat.take(this.#real.openExisting(key.value));
      this.#parts.bell.ringAll();
      return ok(null);
    });
  }

  /** Opens the trial, a new one when there is none. The real counter is closed meanwhile. */
  startTrial(): Promise<void> {
    return this.#turns.run(async () => {
      if (this.current().kind === 'trial') return;
      this.#recovery.close();
      await this.#replaceBy(await this.#openTrial());
    });
  }

  /** Closes the trial and removes all of it. Nothing happens when none is open. */
  endTrial(): Promise<void> {
    return this.#turns.run(async () => {
      if (this.find()?.kind !== 'trial') return;
      await this.#replaceBy(await this.#real.open());
      await this.#removeTrial();
    });
  }

  /** A station of its own for a computer that the file was copied to. The former link upstream is not its. */
  takeStation(station: number): Promise<Result<null, { readonly code: 'station-used' | 'malformed' | 'not-needed' }>> {
    return this.#turns.run(() => {
      const { identity, store, upstream, clock } = this.getEstablished();
      const parsed = parseStation(station);
      if (!parsed) return refuse({ code: 'malformed' });
      const { machine } = this.#parts;
      const log = newLog({ unitCode: identity.unit.code, station: parsed }, machine.uuid());
      const taken = store.takeStation(parsed, { ...openingBy(machine, clock.read()), log });
      if (taken.ok) upstream.forget();
      return taken;
    });
  }

  close(): Promise<void> {
    return this.#turns.run(() => this.find()?.close());
  }

  /** Makes the file of a counter that is about to be set up as it was chosen to be. */
  async #prepareFile(
    protection: ProtectionChoice,
  ): Promise<Result<null, { readonly code: 'no-key-store' | 'too-short' }>> {
    const { key } = this.current();
    // What a repair brought back without saying whose it is stays as it is protected.
    if (!isEmpty(this.current()) && (key || protection.kind === 'none')) return ok(null);
    if (!isEmpty(this.current()) && protection.kind !== 'none') {
      return this.#protectBy(protection, (fresh) => this.#real.encrypt(fresh));
    }
    if (protection.kind !== 'none') return this.#protectBy(protection, () => this.#real.removeEmptyFile());
    // A set-up that was broken off chose otherwise.
    if (key) await this.#reopen(undefined, () => this.#real.removeEmptyFile());
    return ok(null);
  }

  async #protectBy(
    protection: KeptProtection,
    prepare: (key: Uint8Array) => void,
  ): Promise<Result<null, { readonly code: 'no-key-store' | 'too-short' }>> {
    const key = await this.#real.newKey(protection);
    if (!key.ok) return key;
    await this.#reopen(key.value, () => prepare(key.value));
    return ok(null);
  }

  /** Closes the real counter and opens it with another key; should that fail, as it stands. */
  async #reopen(key: Uint8Array | undefined, prepare: () => void): Promise<void> {
    await this.current().close();
    this.#seat.empty();
    try {
      prepare();
      this.#seat.take(this.#real.openWith(key));
    } catch (error) {
      if (key) this.#real.dropKey();
      this.#seat.take(await this.#real.open());
      throw error;
    }
  }

  async #replaceBy(next: OpenCounter | Obstacle): Promise<void> {
    const before = this.find();
    try {
      writeActiveCounter(this.#folder, next.kind === 'trial' ? 'trial' : 'real');
    } catch (error) {
      // Nobody would hold its file any more.
      if ('close' in next) await next.close();
      throw error;
    }
    this.#seat.take(next);
    this.#parts.bell.ringAll();
    await before?.close();
  }

  #removeTrial(): Promise<void> {
    return rm(this.#folderOf('trial'), { recursive: true, force: true });
  }

  /** A trial that cannot be opened is worth nothing and must not stand in the way of the real counter. */
  async #tryToOpenTrial(): Promise<OpenCounter | undefined> {
    try {
      return await this.#openTrial();
    } catch (error) {
      this.#parts.log.failure('trial-not-opened', error);
      writeActiveCounter(this.#folder, 'real');
      return undefined;
    }
  }

  async #openTrial(): Promise<OpenCounter> {
    const counter = openCounter({ folder: this.#folderOf('trial'), kind: 'trial' }, this.#parts);
    const { machine } = this.#parts;
    const trial = trialCounter();
    if (!counter.store.identity()) establish(counter, trial, machine);
    // Also of a trial that an older program began.
    if (counter.people.accounts().length === 0) await openFirstAccount(counter, { name: trial.who.clerkName }, machine);
    return counter;
  }

  #folderOf(kind: ActiveCounter): string {
    return path.join(this.#folder, FOLDERS[kind]);
  }
}
