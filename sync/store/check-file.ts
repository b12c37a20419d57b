import path from 'node:path';
import { type ChainTrouble, checkChains } from './chain-check.ts';
import { compareProjections } from './compare-projections.ts';
import { openReadOnly } from './sqlite.ts';

export type CheckTask = { readonly folder: string; readonly key?: Uint8Array | undefined };

/** What a check of everything found; whoever may write sets it aside and mends it. */
export type CheckOutcome = {
  readonly events: number;
  readonly troubles: readonly ChainTrouble[];
  readonly dossiers: number;
  readonly differing: readonly string[];
  readonly strayNames: readonly number[];
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
    return { events: chains.checked, troubles: chains.troubles, dossiers, differing, strayNames };
  } finally {
    db.close();
  }
}
