import { ok } from '../../domain/result.ts';
import type { CounterDatabase } from './counter-database.ts';
import { foldAgain } from './mend-projections.ts';
import { openSettings } from './setting-table.ts';

const AT_ONCE = 500;
const NEXT_IDS = `SELECT DISTINCT dossier_id FROM event WHERE dossier_id > ? AND dossier_id <> ''
  ORDER BY dossier_id LIMIT ${AT_ONCE}`;

/** Raised whenever folds or caches say something that they did not say before: older files are then folded again. */
const FOLDS_VERSION = 2;
/** Where a file says which folds its caches come from. */
const FOLDS = 'folds';

/** Folds every dossier and every other subject from its events. `onProgress` hears how many were. */
export function foldEverything(
  database: CounterDatabase,
  onProgress: (subjects: number) => void = () => undefined,
): void {
  const next = database.db.prepare<[string], string>(NEXT_IDS).pluck();
  let folded = 0;
  for (let ids = next.all(''); ids.length > 0; ids = next.all(ids.at(-1) ?? '')) {
    database.transactions.run(() => ok(ids.forEach((id) => foldAgain(database, id))));
    folded += ids.length;
    onProgress(folded);
  }
}

/** Brings the caches of a file that an older program wrote to what this one says of the same events. */
export function foldIfOutdated(database: CounterDatabase): void {
  const settings = openSettings(database.db);
  if (settings.find<{ readonly version: number }>(FOLDS)?.version === FOLDS_VERSION) return;
  foldEverything(database);
  // Last: what is broken off is done again from the beginning.
  database.transactions.run(() => ok(settings.put(FOLDS, { version: FOLDS_VERSION })));
}
