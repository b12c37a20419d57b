import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  MaintenanceError,
  noteSecondPlace,
  type RebuildReport,
  startTask,
  type TaskInput,
  surveyBackups,
} from '../../sync/maintenance.ts';
import { counterFileIn } from '../../sync/encrypt.ts';
import { witnessedHeads } from '../../sync/witnessed-heads.ts';
import type { BackupRow, MaintenanceProgress, RecoveryReport, RecoveryView } from '../contract/views.ts';
import { backupRow, backupsById } from './backup-views.ts';
import type { Log } from './log.ts';

export type RecoveryParts = {
  /** Of the real counter. */
  readonly folder: string;
  readonly witnessFolder: string;
  readonly now: () => number;
  readonly log: Log;
  /** The screen should look again. */
  readonly tell: () => void;
};

/** Rebuilds a counter's file that cannot be used, or that somebody wants to be as a backup has it (khôi phục). */
export class Recovery {
  readonly #parts: RecoveryParts;
  #running: MaintenanceProgress | undefined;
  #newest: BackupRow | undefined;
  #report: RebuildReport | undefined;
  #trouble: RecoveryView['trouble'];

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
  }

  view(): Omit<RecoveryView, 'isOpen'> {
    return {
      why: counterFileIn(this.#parts.folder) === 'empty' ? 'missing' : 'damaged',
      ...(this.#running ? { running: this.#running } : {}),
      ...(this.#newest ? { newest: this.#newest } : {}),
      ...(this.#report ? { report: reportView(this.#parts.folder, this.#report) } : {}),
      ...(this.#trouble ? { trouble: this.#trouble } : {}),
    };
  }

  isRunning(): boolean {
    return this.#running !== undefined;
  }

  hasReport(): boolean {
    return this.#report !== undefined;
  }

  /** Something is under way, or nobody has read yet what came of it. */
  isOpen(): boolean {
    return this.isRunning() || this.#report !== undefined || this.#trouble !== undefined;
  }

  /** Somebody read what came of it. */
  close(): void {
    this.#report = undefined;
    this.#trouble = undefined;
  }

  /** Somebody asked for what cannot be done. */
  note(trouble: NonNullable<RecoveryView['trouble']>): void {
    this.#trouble = trouble;
    this.#parts.tell();
  }

  /** A rebuild that a crash had cut off came to its end. */
  takeReport(report: RebuildReport): void {
    this.#report = report;
  }

  /** Looks for the newest backup, to be shown. */
  async look(): Promise<void> {
    const { folder, log, tell } = this.#parts;
    try {
      const [newest] = backupsById(await surveyBackups({ folder }));
      this.#newest = newest && backupRow(...newest);
      tell();
    } catch (error) {
      log.failure('backups-not-listed', error);
    }
  }

  /** Whether there are backups of one counter in a folder; from then on they are this one's. Says why not. */
  async findIn(place: string): Promise<boolean> {
    const { folder } = this.#parts;
    const { first, second = [] } = await surveyBackups({ folder, secondPlace: place });
    const owners = new Set(second.map(({ manifest }) => `${manifest.unitCode} ${manifest.station}`));
    if (owners.size === 0) this.note('no-backup-there');
    else if (owners.size > 1 && first.length === 0) this.note('several-counters');
    else {
      this.close();
      noteSecondPlace(folder, place);
      return true;
    }
    return false;
  }

  /** Forgets the place that {@link findIn} took. */
  leave(): void {
    this.close();
    this.#newest = undefined;
    noteSecondPlace(this.#parts.folder, undefined);
  }

  /** Says at once that it began; {@link run} follows. */
  begin(): void {
    this.close();
    this.#running = { task: 'rebuild', done: 0, total: 0 };
    this.#parts.tell();
  }

  /** Answers whether there is a new file. The counter must be closed. Never rejects. */
  async run(from: Pick<TaskInput<'rebuild'>, 'key' | 'backup' | 'secondPlace'>): Promise<boolean> {
    const { folder, witnessFolder, now, log, tell } = this.#parts;
    const known = witnessedHeads(folder, witnessFolder);
    const onProgress = (done: number, total: number): void => {
      this.#running = { task: 'rebuild', done, total };
      tell();
    };
    try {
      const input = { folder, known, now: now(), ...from };
      const outcome = await startTask({ name: 'rebuild', input }, { onProgress }).done;
      if ('report' in outcome) this.#report = outcome.report;
      else this.#trouble = outcome.trouble;
      log.note('rebuilt', 'report' in outcome ? countsOf(outcome.report) : { trouble: outcome.trouble });
    } catch (error) {
      log.failure('rebuild-failed', error);
      this.#trouble = troubleOf(error);
    }
    this.#running = undefined;
    return this.#report !== undefined;
  }
}

/** The folder as a path: nobody finds it by its name. None where there was no file before. */
function reportView(folder: string, { setAsideIn: name, ...report }: RebuildReport): RecoveryReport {
  const setAsideIn = path.join(folder, 'set-aside', name);
  return existsSync(path.join(setAsideIn, 'counter.db')) ? { ...report, setAsideIn } : report;
}

function countsOf({ fromBackup, salvaged, dossiers, missing }: RebuildReport) {
  return { fromBackup, salvaged, dossiers, missingRuns: missing.length };
}

function troubleOf(error: unknown): RecoveryView['trouble'] {
  const code = error instanceof MaintenanceError ? error.code : 'failed';
  return code === 'disk-full' || code === 'read-only' || code === 'locked' ? code : 'failed';
}
