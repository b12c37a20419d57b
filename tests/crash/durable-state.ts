import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';

/** What no event can give back: the rest of the file is folded from these. */
export const KEPT_TABLES = ['event', 'log_head', 'sequence', 'command', 'print_job', 'setting'] as const;

/** One word for everything that a list of tables says. */
export function stateOf(db: Database.Database, tables: readonly string[] = KEPT_TABLES): string {
  const hash = createHash('sha256');
  for (const table of tables) {
    hash.update(`${table}\n`);
    const rows = db.prepare<[], unknown[]>(`SELECT * FROM ${table} NOT INDEXED ORDER BY 1, 2`).raw();
    for (const row of rows.iterate()) hash.update(`${JSON.stringify(row)}\n`);
  }
  return hash.digest('hex');
}
