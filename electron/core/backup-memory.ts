import type { JsonObject } from '../../domain/dossier-event.ts';
import { parseLocalMoment } from '../../domain/plain-date.ts';
import type { MaintenanceTrouble, TaskOutput } from '../../sync/maintenance.ts';
import type { CounterStore } from '../../sync/counter-store.ts';
import type { BackupTrial, CheckReport } from '../contract/views.ts';

/** What the counter remembers of its backups from one start to the next. Moments are epoch ms, claims of the clock. */
export type BackupMemory = {
  /** As the clerk chose it. */
  readonly secondPlace?: string;
  /** The greatest running number of a backup. */
  readonly ordinal: number;
  readonly attemptedAt?: number;
  /** When a backup held everything: made then, or found to need no other. */
  readonly confirmedAt?: number;
  /** Of the newest backup. */
  readonly verifiedAt?: number;
  /** When the second place had it too. */
  readonly copiedAt?: number;
  /** Why the last try failed, in the first place or in the second. */
  readonly trouble?: MaintenanceTrouble;
  readonly secondTrouble?: MaintenanceTrouble;
  readonly checkedAt?: number;
};

type Settings = Pick<CounterStore, 'setting' | 'saveSetting'>;

const MEMORY = 'backup.memory';
const LAST_TRY = 'backup.last-try';
const LAST_CHECK = 'backup.last-check';

/** A memory that is no longer whole forgets: backups are then made sooner, never later. */
export function readMemory(store: Settings): BackupMemory {
  const kept = store.setting(MEMORY) ?? {};
  const number = (key: string) => (typeof kept[key] === 'number' ? { [key]: kept[key] } : {});
  const text = (key: string) => (typeof kept[key] === 'string' ? { [key]: kept[key] } : {});
  const moments = ['attemptedAt', 'confirmedAt', 'verifiedAt', 'copiedAt', 'checkedAt'].map(number);
  const words = ['secondPlace', 'trouble', 'secondTrouble'].map(text);
  return { ordinal: 0, ...number('ordinal'), ...Object.assign({}, ...moments, ...words) };
}

/** A counter that took over from another computer brought that one's second place along, not its own. */
export function ofThisComputer(memory: BackupMemory, noted: string | undefined): BackupMemory {
  if (noted === undefined || noted === memory.secondPlace) return memory;
  const { copiedAt: _, secondTrouble: __, ...rest } = memory;
  return { ...rest, secondPlace: noted };
}

export function writeMemory(store: Settings, memory: BackupMemory): void {
  store.saveSetting(MEMORY, { ...memory });
}

export function readLastTry(store: Settings): BackupTrial | undefined {
  return atMoment<BackupTrial>(store.setting(LAST_TRY));
}

export function writeLastTry(store: Settings, trial: BackupTrial): void {
  store.saveSetting(LAST_TRY, trial);
}

/** A copy at which the thread dies that reads it is no copy to start from. */
export const CRASHED_TRIAL: TaskOutput<'try'> = {
  outcome: 'unreadable',
  events: 0,
  dossiers: 0,
  newerHere: 0,
  missingHere: 0,
};

export function readLastCheck(store: Settings): CheckReport | undefined {
  return atMoment<CheckReport>(store.setting(LAST_CHECK));
}

export function writeLastCheck(store: Settings, check: CheckReport): void {
  store.saveSetting(LAST_CHECK, check);
}

// Only this file writes these settings.
function atMoment<T>(kept: JsonObject | undefined): T | undefined {
  const at = kept?.['at'];
  return typeof at === 'string' && parseLocalMoment(at) ? (kept as unknown as T) : undefined;
}
