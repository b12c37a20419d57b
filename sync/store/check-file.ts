import path from 'node:path';
import { type ChainTrouble, checkChains } from './chain-check.ts';
import { compareProjections } from './compare-projections.ts';
import { namingTrouble, openReadOnly, type ReadableDb } from './sqlite.ts';

export type CheckTask = { readonly folder: string; readonly key?: Uint8Array | undefined };

/** What a check of everything found; whoever may write sets it aside and mends it. */
export type CheckOutcome = {
  readonly events: number;
  readonly troubles: readonly ChainTrouble[];
  readonly dossiers: number;
  readonly differing: readonly string[];
  readonly strayNames: readonly number[];
  /** The file's own order is broken although every event is what was written: an index leads elsewhere than its rows. */
  readonly isBroken: boolean;
};

/** Checks every event's hash and place, and every dossier against its events, over a connection that only reads. */
export function checkFile(task: CheckTask, progress: (done: number, total: number) => void): CheckOutcome {
  const db = openReadOnly(path.join(task.folder, 'counter.db'), task.key);
  try {
    const events = db.prepare<[], number>('SELECT count(*) FROM event').pluck().get() ?? 0;
    progress(0, 2 * events);
    const chains = checkChains(db, { onProgress: (done) => progress(done, 2 * events) });
    const caches = compareProjections(db, (done) => progress(events + done, 2 * events));
    const { dossiers, differing, strayNames } = caches;
    const isBroken = chains.troubles.length === 0 && !isInOrder(db);
    return { events: chains.checked, troubles: chains.troubles, dossiers, differing, strayNames, isBroken };
  } finally {
    db.close();
  }
}

/** Asks SQLite itself, indexes against rows; the quick check leaves those out. */
function isInOrder(db: ReadableDb): boolean {
  return namingTrouble(() => db.pragma('integrity_check(1)', { simple: true }) === 'ok');
}
