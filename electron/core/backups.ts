import { localMomentAt } from '../../domain/plain-date.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import {
  applyCheck,
  type BackupOutcome,
  checkRecentEvents,
  MaintenanceError,
  noteSecondPlace,
  rememberedSecondPlace,
  setAsideCount,
  setAsideEvents,
  type StoredBackup,
  surveyBackups,
  type TaskInput,
} from '../../sync/maintenance.ts';
import type { OpenCounterStore } from '../../sync/open-counter-store.ts';
import type { MaintenanceRefusal } from '../contract/refusals.ts';
import type { BackupsView, BackupSummary, IntegrityView, MaintenanceProgress } from '../contract/views.ts';
import {
  type BackupMemory,
  CRASHED_TRIAL,
  ofThisComputer,
  readLastCheck,
  readLastTry,
  readMemory,
  writeLastCheck,
  writeLastTry,
  writeMemory,
} from './backup-memory.ts';
import { backupRow, backupsById, DAY_MS, namedEvents, summaryOf, type Survey } from './backup-views.ts';
import type { Log } from './log.ts';
import { TaskRunner } from './task-runner.ts';

export type BackupsParts = {
  /** Of the counter. */
  readonly folder: string;
  readonly store: OpenCounterStore;
  readonly key?: Uint8Array | undefined;
  readonly now: () => number;
  readonly log: Log;
  /** The screen should look again. */
  readonly tell: () => void;
  /** A trial (dùng thử) is never backed up. */
  readonly isTrial?: boolean;
  /** False where a closing program must not wait for it; true unless said. */
  readonly backsUpAtClose?: boolean;
  /** Tests give one that crashes. */
  readonly workerFile?: URL;
};

const TICK_MS = 60_000;
const HOUR_MS = 60 * 60_000;
const AFTER_FAILURE_MS = 10 * 60_000;
/** So long a program that is being closed waits for a backup. */
const CLOSE_WITHIN_MS = 2_500;
const SHOWN_EVENTS = 200;

/**
 * The counter's backups (sao lưu) and the check of what is held: when they are made, what came of them, what the screen
 * sees. All of it runs in a thread of its own, one task at a time; one that fails is a word in the view.
 */
export class Backups {
  readonly #parts: BackupsParts;
  #memory: BackupMemory;
  /** What stood in both places when somebody last looked. */
  #survey: Survey | undefined;
  readonly #runner: TaskRunner;
  #timer: NodeJS.Timeout | undefined;
  #stopListening: () => void = () => undefined;
  /** Since the last backup, as far as this start knows. */
  #isChanged = false;
  /** Asked for while something else ran. */
  #isWanted = false;
  #isClosed = false;
  /** Also of a check that failed, so that it is not begun again each minute. */
  #checkTriedAt: number | undefined;

  constructor(parts: BackupsParts) {
    this.#parts = parts;
    this.#runner = new TaskRunner(parts);
    this.#memory = ofThisComputer(readMemory(parts.store), rememberedSecondPlace(parts.folder));
  }

  /** Checks the events that came in last, now; the rest follows in its time. */
  start(): void {
    this.#checkRecent();
    this.#stopListening = this.#parts.store.onChange(({ what }) => {
      if (what !== 'settings') this.#isChanged = true;
    });
    this.#timer = setInterval(() => this.tick(), TICK_MS).unref();
    void this.#look();
  }

  /** Looks whether anything is due. Called every minute. */
  tick(): void {
    if (this.#isClosed || this.#runner.progress() || !this.#owner()) return;
    if (this.#isWanted || this.#isDue(this.#memory.attemptedAt, this.#pauseMs()))
      this.#begin('backup', () => this.#backUp());
    else if (this.#isCheckDue()) this.#begin('check', () => this.#checkAll());
    else if (this.#memory.secondPlace !== undefined && !this.#survey?.second) void this.#lookForSecondPlace();
  }

  summary(): BackupSummary {
    return summaryOf(this.#memory, this.#survey, this.#parts.now());
  }

  integrity(): IntegrityView {
    const check = readLastCheck(this.#parts.store);
    return { ...(check ? { checkedAt: check.at } : {}), setAside: setAsideCount(this.#parts.store) };
  }

  view(): BackupsView {
    const { store } = this.#parts;
    const { secondPlace: folder, copiedAt } = this.#memory;
    const running = this.#runner.progress();
    const lastTry = readLastTry(store);
    const lastCheck = readLastCheck(store);
    return {
      summary: this.summary(),
      backups: [...this.#backups()].map(([id, backup]) => backupRow(id, backup)),
      ...(folder === undefined
        ? {}
        : {
            secondPlace: {
              folder,
              isThere: this.#survey?.second !== undefined,
              ...(copiedAt === undefined ? {} : { copiedAt: localMomentAt(copiedAt) }),
            },
          }),
      ...(running ? { running } : {}),
      ...(lastTry ? { lastTry } : {}),
      ...(lastCheck ? { lastCheck } : {}),
    };
  }

  /** As the clerk chose it. */
  secondPlace(): string | undefined {
    return this.#memory.secondPlace;
  }

  /** The backup the screen calls by this id, while it is there. */
  findBackup(id: string): StoredBackup | undefined {
    return this.#backups().get(id);
  }

  startBackup(): Result<null, MaintenanceRefusal> {
    return this.#begin('backup', () => this.#backUp());
  }

  /** Now, or after whatever runs now. */
  wantBackup(): void {
    if (!this.startBackup().ok) this.#wantAnother();
  }

  startTry(id: string): Result<null, MaintenanceRefusal> {
    const backup = this.findBackup(id);
    if (!backup) return refuse({ code: 'no-such-backup' });
    return this.#begin('try', () => this.#tryOut(id, backup));
  }

  startCheck(): Result<null, MaintenanceRefusal> {
    return this.#begin('check', () => this.#checkAll());
  }

  /** Names the folder or stick where copies go too, or none. Makes the first copy at once. */
  setSecondPlace(folder: string | undefined): void {
    const { secondPlace: _, secondTrouble: __, copiedAt: ___, ...rest } = this.#memory;
    this.#remember(folder === undefined ? rest : { ...rest, secondPlace: folder }, 'replace');
    noteSecondPlace(this.#parts.folder, folder);
    this.#survey = { first: this.#survey?.first ?? [] };
    if (folder !== undefined) this.wantBackup();
    if (folder === undefined || this.#isWanted) void this.#look();
    this.#parts.tell();
  }

  /** Resolves when nothing runs any more. */
  async idle(): Promise<void> {
    await this.#runner.idle();
  }

  /** Makes a last backup if something changed and it is quick, and ends whatever takes longer. Never rejects. */
  async close({ withoutBackup }: { readonly withoutBackup: boolean } = { withoutBackup: false }): Promise<void> {
    if (this.#isClosed) return;
    clearInterval(this.#timer);
    this.#stopListening();
    const isWanted = this.#isChanged && !withoutBackup && (this.#parts.backsUpAtClose ?? true);
    if (isWanted && this.#owner()) this.startBackup();
    this.#isClosed = true;
    await this.#runner.finishWithin(CLOSE_WITHIN_MS);
  }

  #backups(): ReadonlyMap<string, StoredBackup> {
    return backupsById(this.#survey ?? { first: [] });
  }

  #checkRecent(): void {
    const { store, log } = this.#parts;
    try {
      const { found } = checkRecentEvents(store);
      if (found > 0) log.note('events-set-aside', { found });
    } catch (error) {
      // What can still be done at the counter must not wait for its past.
      log.failure('recent-events-not-checked', error);
    }
  }

  #wantAnother(): void {
    this.#isWanted = true;
    void this.#runner.idle().then(() => this.tick());
  }

  #owner(): TaskInput<'backup'>['owner'] | undefined {
    const identity = this.#parts.store.identity();
    if (!identity || this.#parts.isTrial) return undefined;
    const { unit, station, log } = identity;
    return { unitCode: unit.code, unitName: unit.name, station, log };
  }

  #pauseMs(): number {
    const hasFailed = this.#memory.trouble ?? this.#memory.secondTrouble;
    return hasFailed ? AFTER_FAILURE_MS : HOUR_MS;
  }

  #isCheckDue(): boolean {
    return this.#isDue(this.#memory.checkedAt, DAY_MS) && this.#isDue(this.#checkTriedAt, HOUR_MS);
  }

  /** A moment that lies ahead was claimed by a clock that has been set back since. */
  #isDue(at: number | undefined, pauseMs: number): boolean {
    const now = this.#parts.now();
    return at === undefined || now - at >= pauseMs || now < at - TICK_MS;
  }

  #begin(task: MaintenanceProgress['task'], act: () => Promise<void>): Result<null, MaintenanceRefusal> {
    if (this.#parts.isTrial) return refuse({ code: 'not-in-trial' });
    const andLook = async (): Promise<void> => {
      try {
        await act();
      } finally {
        await this.#look();
      }
    };
    const isBegun = !this.#isClosed && this.#runner.begin(task, andLook);
    return isBegun ? ok(null) : refuse({ code: 'busy' });
  }

  async #backUp(): Promise<void> {
    const outcome = await this.#backUpOnce();
    if (!outcome || outcome.trouble !== 'damaged' || outcome.troubles.length === 0 || this.#isClosed) return;
    // Events rotted in the file itself. They are named, and what is sound is backed up all the same.
    await this.#checkAll();
    await this.#backUpOnce();
  }

  async #backUpOnce(): Promise<BackupOutcome | undefined> {
    const { folder, key, now } = this.#parts;
    const owner = this.#owner();
    if (!owner) throw new Error('the counter is not set up');
    const { ordinal: lastOrdinal, secondPlace } = this.#memory;
    const at = now();
    this.#isChanged = false;
    this.#isWanted = false;
    try {
      const outcome = await this.#runner.inThread('backup', { folder, key, owner, now: at, lastOrdinal, secondPlace });
      this.#noteOutcome(outcome, { at, secondPlace });
      return outcome;
    } catch (error) {
      this.#isChanged = true;
      if (isStopped(error)) return undefined;
      this.#remember({ attemptedAt: at, trouble: 'failed' });
      throw error;
    }
  }

  #noteOutcome(
    { newest, trouble, second, isNew }: BackupOutcome,
    made: { at: number; secondPlace?: string | undefined },
  ): void {
    const { at } = made;
    const { trouble: _, secondTrouble: __, ...before } = this.#memory;
    // Another place was chosen meanwhile: what came of the one before says nothing about it.
    const isOfPlace = made.secondPlace === before.secondPlace;
    if (!isOfPlace && before.secondPlace !== undefined) this.#wantAnother();
    const memory: BackupMemory = {
      ...before,
      attemptedAt: at,
      ...(newest ? { ordinal: Math.max(before.ordinal, newest.ordinal), verifiedAt: newest.at } : {}),
      ...(trouble ? { trouble } : { confirmedAt: at }),
      ...(isOfPlace && second.state === 'failed' ? { secondTrouble: second.trouble } : {}),
      ...(isOfPlace && second.state === 'current' && !trouble ? { copiedAt: at } : {}),
    };
    if (trouble) this.#isChanged = true;
    this.#remember(memory, 'replace');
    this.#parts.log.note('backup', { isNew, second: second.state, ...(trouble ? { trouble } : {}) });
  }

  async #tryOut(id: string, { file, manifest }: StoredBackup): Promise<void> {
    const { folder, key, store, now } = this.#parts;
    const { sha256, events } = manifest;
    const outcome = await this.#runner
      .inThread('try', { folder, key, file, sha256, events })
      .catch(unlessStopped(CRASHED_TRIAL));
    writeLastTry(store, { id, at: localMomentAt(now()), ...outcome });
  }

  async #checkAll(): Promise<void> {
    const { folder, key, store, now, log } = this.#parts;
    this.#checkTriedAt = now();
    const found = await this.#runner.inThread('check', { folder, key }).catch((error: unknown) => {
      const isDamaged = error instanceof MaintenanceError && error.code === 'damaged';
      if (!isStopped(error)) this.#remember({ trouble: isDamaged ? 'damaged' : 'failed' });
      if (isDamaged) store.reportDamaged();
      throw error;
    });
    if (found.isBroken) {
      log.note('file-broken');
      store.reportDamaged();
      return;
    }
    await applyCheck(store, found);
    const at = now();
    const dossiersMended = found.differing.length;
    const setAside = namedEvents(found.troubles, setAsideEvents(store, SHOWN_EVENTS)).slice(0, SHOWN_EVENTS);
    writeLastCheck(store, { at: localMomentAt(at), events: found.events, setAside, dossiersMended });
    this.#remember({ checkedAt: at });
    log.note('checked', { events: found.events, setAside: found.troubles.length, dossiersMended });
  }

  #remember(change: Partial<BackupMemory>, how: 'add' | 'replace' = 'add'): void {
    this.#memory = how === 'replace' ? { ordinal: 0, ...change } : { ...this.#memory, ...change };
    writeMemory(this.#parts.store, this.#memory);
  }

  /** What stands in both places now. */
  async #look(): Promise<void> {
    const { folder, store, tell, log } = this.#parts;
    const identity = store.identity();
    const owner = identity && { unitCode: identity.unit.code, station: identity.station };
    try {
      this.#survey = await surveyBackups({ folder, secondPlace: this.#memory.secondPlace, owner });
      tell();
    } catch (error) {
      log.failure('backups-not-listed', error);
    }
  }

  /** A stick that was put in gets its copy now, not within the hour. */
  async #lookForSecondPlace(): Promise<void> {
    await this.#look();
    if (this.#survey?.second) this.startBackup();
  }
}

function unlessStopped<T>(answer: T): (error: unknown) => T {
  return (error) => {
    if (isStopped(error)) throw error;
    return answer;
  };
}

function isStopped(error: unknown): boolean {
  return error instanceof MaintenanceError && error.code === 'stopped';
}
