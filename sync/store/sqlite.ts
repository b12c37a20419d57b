import Database from 'better-sqlite3';
import type { StorageTrouble } from '../counter-store.ts';
import { StorageError } from '../storage-error.ts';
import { migrate } from './migrate.ts';

/** The one connection that writes. */
export type WritableDb = Database.Database;

const BUSY_TIMEOUT_MS = 5_000;
const LARGEST_WAL_BYTES = 64 * 1024 * 1024;

/**
 * Opens (or makes) the database file: WAL, every commit synced to the disk before it returns.
 * Throws {@link OpenError} for a file that is not ours or too new, {@link StorageError} when the disk says no.
 */
export function openDatabase(path: string): WritableDb {
  return namingTrouble(() => {
    const db = new Database(path, { timeout: BUSY_TIMEOUT_MS });
    try {
      // First: a file of another or a newer program must not be changed by as much as its journal mode.
      migrate(db);
      setPragmas(db);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

function setPragmas(db: WritableDb): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('temp_store = MEMORY');
  db.pragma('checkpoint_fullfsync = ON');
  db.pragma(`journal_size_limit = ${LARGEST_WAL_BYTES}`);
}

/** Runs `act`; an error of SQLite leaves as a {@link StorageError} that says which kind of trouble it is. */
export function namingTrouble<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble) throw new StorageError(trouble, error);
    throw error;
  }
}

/** True for errors of the disk, which must stop a transaction; false for errors of one row. */
export function isDiskTrouble(error: unknown): boolean {
  return troubleOf(error) !== undefined;
}

const TROUBLES: readonly (readonly [prefix: string, trouble: StorageTrouble])[] = [
  ['SQLITE_FULL', 'disk-full'],
  // A quota or a size limit answers a failed write instead of "full".
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_IOERR', 'damaged'],
];

function troubleOf(error: unknown): StorageTrouble | undefined {
  if (!(error instanceof Database.SqliteError)) return undefined;
  return TROUBLES.find(([prefix]) => error.code.startsWith(prefix))?.[1];
}
