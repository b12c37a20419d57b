import { Worker } from 'node:worker_threads';
import type { OpenCounterStore } from './open-counter-store.ts';
import { findSecondPlace, firstPlaceOf, type Owner, readPlace, type StoredBackup } from './store/backup-place.ts';
import { type ChainTrouble, checkChains, recentMarks } from './store/chain-check.ts';
import type { TaskInput, TaskName, TaskOutput } from './store/maintenance-tasks.ts';
import type { MaintenanceTrouble } from './store/maintenance-trouble.ts';
import type { WorkerMessage, WorkOrder } from './store/maintenance-worker.ts';
import { mendProjections } from './store/mend-projections.ts';
import { rememberedSecondPlace } from './store/second-place-note.ts';
import { countSetAside, listSetAside, type SetAside, setAside, setAsideNow } from './store/set-aside.ts';

export type { BackupManifest } from './store/backup-manifest.ts';
export type { Owner, StoredBackup } from './store/backup-place.ts';
export type { BackupOutcome } from './store/make-backup.ts';
export type { MaintenanceTrouble } from './store/maintenance-trouble.ts';
export type { TaskInput, TaskName, TaskOutput } from './store/maintenance-tasks.ts';
export { finishRebuild, setFileAside, type RebuildReport } from './store/rebuild-file.ts';
export { mayKeepBackups } from './store/try-place.ts';
export { noteSecondPlace, rememberedSecondPlace } from './store/second-place-note.ts';
export type { SetAside } from './store/set-aside.ts';

/** Work under way in a thread of its own. */
export type RunningTask<T> = {
  /** Rejects with {@link MaintenanceError}, whatever became of the thread. */
  readonly done: Promise<T>;
  /** Ends it; what it had half made is swept by the next one. */
  readonly stop: () => Promise<void>;
};

export type TaskOptions = {
  readonly onProgress?: (done: number, total: number) => void;
  /** Tests give one that crashes. */
  readonly workerFile?: URL;
};

/** `crashed`: the thread died of something that was not the task's answer. `stopped`: it was asked to end. */
export class MaintenanceError extends Error {
  override readonly name = 'MaintenanceError';
  readonly code: MaintenanceTrouble | 'crashed' | 'stopped';

  constructor(code: MaintenanceError['code'], cause?: unknown) {
    super(`maintenance: ${code}`, { cause });
    this.code = code;
  }
}

/**
 * Starts a task over the counter's file in a thread with its own connection, so that it holds up neither the caller's
 * event loop nor whoever writes. A thread that dies is a task that failed, nothing else.
 */
export function startTask<N extends TaskName>(
  order: { readonly name: N; readonly input: TaskInput<N> },
  { onProgress = () => undefined, workerFile = maintenanceWorkerFile() }: TaskOptions = {},
): RunningTask<TaskOutput<N>> {
  const worker = new Worker(workerFile, { workerData: order satisfies WorkOrder<N> });
  let isStopped = false;
  const done = new Promise<TaskOutput<N>>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.type === 'progress') onProgress(message.done, message.total);
      else if (message.type === 'done') resolve(message.output as TaskOutput<N>);
      else reject(new MaintenanceError(message.trouble, message.error));
    });
    worker.on('messageerror', (cause) => reject(new MaintenanceError('crashed', cause)));
    worker.on('error', (cause) => reject(new MaintenanceError('crashed', cause)));
    // After a message of the end this changes nothing any more.
    worker.on('exit', (code) => reject(new MaintenanceError(isStopped ? 'stopped' : 'crashed', code)));
  });
  return {
    done,
    stop: async () => {
      isStopped = true;
      await worker.terminate();
    },
  };
}

/**
 * The backups that can be had now, newest first in each place. Without a second place, the one that was noted beside the
 * backups is looked into; without an owner, only backups of the counter whose own place this is, if it has any: who asks
 * may not be able to read the settings.
 */
export async function surveyBackups(options: {
  readonly folder: string;
  readonly secondPlace?: string | undefined;
  readonly owner?: Owner | undefined;
}): Promise<{ readonly first: readonly StoredBackup[]; readonly second?: readonly StoredBackup[] }> {
  const first = await readPlace(firstPlaceOf(options.folder), options.owner);
  const chosen = options.secondPlace ?? rememberedSecondPlace(options.folder);
  const folder = chosen === undefined ? undefined : await findSecondPlace(chosen);
  const owner = options.owner ?? first[0]?.manifest;
  return folder === undefined ? { first } : { first, second: await readPlace(folder, owner) };
}

export type IntegrityParts = Pick<OpenCounterStore, 'database'>;

/** What a full check found, put into the file: events named, caches right again. Yields between pieces. */
export async function applyCheck({ database }: IntegrityParts, check: TaskOutput<'check'>): Promise<void> {
  await setAside(database, { troubles: check.troubles, isOfAll: true });
  await mendProjections(database, check);
}

/** For the screen: the first `limit` events that are set aside, by their names. */
export function setAsideEvents({ database }: IntegrityParts, limit: number): readonly SetAside[] {
  return listSetAside(database, limit);
}

export function setAsideCount({ database }: IntegrityParts): number {
  return countSetAside(database);
}

const RECENT_EVENTS = 2_000;
const FIRST_EVENTS = 200;
const BUDGET_MS = 40;

/**
 * Checks the events that came in last, now, in a time nobody notices: the last 2,000, fewer on a slow computer. Sets aside
 * what is not what was written.
 */
export function checkRecentEvents({ database }: IntegrityParts): { readonly checked: number; readonly found: number } {
  const started = performance.now();
  const check = (count: number) => checkChains(database.db, { after: recentMarks(database.db, count) });
  const first = check(FIRST_EVENTS);
  const elapsed = performance.now() - started;
  const affordable = Math.floor((first.checked * (BUDGET_MS - elapsed)) / Math.max(elapsed, 1));
  const count = Math.min(RECENT_EVENTS, affordable);
  const all = count > FIRST_EVENTS && first.checked >= FIRST_EVENTS ? check(count) : first;
  if (all.troubles.length > 0) setAsideNow(database, mostSerious(all.troubles));
  return { checked: all.checked, found: all.troubles.length };
}

/** A file that rotted all over is for the daily check and the repair: the counter has to open. */
function mostSerious(troubles: readonly ChainTrouble[]): readonly ChainTrouble[] {
  return troubles.slice(0, 200);
}

// The build lays the bundled worker beside the bundled core.
function maintenanceWorkerFile(): URL {
  const file = import.meta.url.endsWith('.ts') ? './store/maintenance-worker.ts' : './maintenance-worker.mjs';
  return new URL(file, import.meta.url);
}
