import path from 'node:path';
import { compareProjections, type Comparison } from './store/compare-projections.ts';
import { openCounterDatabase } from './store/counter-database.ts';
import { takeLock } from './store/file-lock.ts';
import { mendProjections } from './store/mend-projections.ts';
import { openReadOnly } from './store/sqlite.ts';

/** Which counter's file, and its key where it has one. */
export type CounterFile = { readonly folder: string; readonly key?: Uint8Array | undefined };

export type ProjectionReport = Comparison;

/**
 * Folds every dossier of a counter's file from its events and compares with the tables, the search too. Changes nothing; the
 * program may be running. `onProgress` hears how many of all events were folded. Throws as {@link openReadOnly} does.
 */
export function compareProjectionsIn(
  { folder, key }: CounterFile,
  onProgress: (done: number, total: number) => void,
): ProjectionReport {
  const db = openReadOnly(path.join(folder, 'counter.db'), key);
  try {
    const total = db.prepare<[], number>('SELECT count(*) FROM event').pluck().get() ?? 0;
    return compareProjections(db, (done) => onProgress(done, total));
  } finally {
    db.close();
  }
}

/**
 * Folds anew what a comparison found to differ, in transactions of bounded size. Throws {@link OpenError} `in-use` while
 * the program runs, which mends by itself.
 */
export async function mendProjectionsIn(
  { folder, key }: CounterFile,
  report: ProjectionReport,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const lock = takeLock(path.join(folder, 'counter.lock'));
  try {
    const database = openCounterDatabase(path.join(folder, 'counter.db'), key);
    try {
      await mendProjections(database, report, (done) => onProgress(done, report.differing.length));
    } finally {
      database.close();
    }
  } finally {
    lock.release();
  }
}
