import { type CheckOutcome, type CheckTask, checkFile } from './check-file.ts';
import { type BackupOutcome, type BackupTask, makeBackup } from './make-backup.ts';
import { quickCheck } from './quick-check.ts';
import { type RebuildOutcome, type RebuildTask, rebuildFile } from './rebuild-file.ts';
import { type TrialOutcome, type TrialTask, tryBackup } from './try-backup.ts';

/** The long work that never runs where the clerk waits: what each takes and what it comes to. */
export type MaintenanceTasks = {
  readonly backup: { readonly input: BackupTask; readonly output: BackupOutcome };
  readonly try: { readonly input: TrialTask; readonly output: TrialOutcome };
  readonly check: { readonly input: CheckTask; readonly output: CheckOutcome };
  readonly 'quick-check': { readonly input: CheckTask; readonly output: ReturnType<typeof quickCheck> };
  readonly rebuild: { readonly input: RebuildTask; readonly output: RebuildOutcome };
};

export type TaskName = keyof MaintenanceTasks;
export type TaskInput<N extends TaskName> = MaintenanceTasks[N]['input'];
export type TaskOutput<N extends TaskName> = MaintenanceTasks[N]['output'];
export type Progress = (done: number, total: number) => void;

type Task<N extends TaskName> = (input: TaskInput<N>, progress: Progress) => TaskOutput<N> | Promise<TaskOutput<N>>;

export const MAINTENANCE_TASKS: { readonly [N in TaskName]: Task<N> } = {
  backup: makeBackup,
  try: tryBackup,
  check: checkFile,
  'quick-check': quickCheck,
  rebuild: rebuildFile,
};
