import { ok } from '../../domain/result.ts';
import { parseDossierId } from '../../domain/scan-code.ts';
import type { Comparison } from './compare-projections.ts';
import type { CounterDatabase } from './counter-database.ts';

/** So many dossiers are folded in one transaction: nobody at the counter waits for more. */
const AT_ONCE = 100;

/**
 * Puts the caches right where they differ, each dossier from its events as they stand now. A bounded number in each
 * transaction, and whoever asks for something meanwhile comes first.
 */
export async function mendProjections(
  database: CounterDatabase,
  { differing, strayNames }: Pick<Comparison, 'differing' | 'strayNames'>,
  onProgress: (mended: number) => void = () => undefined,
): Promise<void> {
  const { db, transactions } = database;
  const forgetStray = db.prepare('DELETE FROM dossier_name WHERE rowid = ? AND rowid NOT IN (SELECT row FROM dossier)');
  // First: a dossier that is folded next may get such a row's number.
  await inPieces(strayNames, (rows) => transactions.run(() => ok(rows.forEach((row) => forgetStray.run(row)))));
  let mended = 0;
  await inPieces(differing, (ids) => {
    transactions.run(() => {
      for (const id of ids) foldAgain(database, id);
      transactions.touched('dossiers');
      return ok(null);
    });
    mended += ids.length;
    onProgress(mended);
  });
}

/** Inside a transaction, for a dossier or another subject. An id that can be nobody's has no place among the dossiers. */
export function foldAgain(database: CounterDatabase, dossierId: string): void {
  if (!parseDossierId(dossierId)) removeStranger(database, dossierId);
  database.projectAgain(dossierId);
}

function removeStranger({ db }: CounterDatabase, id: string): void {
  const row = db.prepare<[string], number>('DELETE FROM dossier WHERE id = ? RETURNING row').pluck().get(id);
  if (row !== undefined) db.prepare('DELETE FROM dossier_name WHERE rowid = ?').run(row);
}

async function inPieces<T>(all: readonly T[], act: (piece: readonly T[]) => void): Promise<void> {
  for (let from = 0; from < all.length; from += AT_ONCE) {
    act(all.slice(from, from + AT_ONCE));
    await new Promise((resolve) => setImmediate(resolve));
  }
}
