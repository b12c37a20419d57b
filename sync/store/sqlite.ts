import { closeSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { StorageTrouble } from '../counter-store.ts';
import { OpenError, StorageError } from '../storage-error.ts';
import { migrate } from './migrate.ts';

/** The one connection that writes. */
export type WritableDb = Database.Database;

/** A connection that only looks; also what a function takes that must not write. */
export type ReadableDb = Pick<Database.Database, 'prepare' | 'pragma' | 'close' | 'open' | 'name'>;

export const BUSY_TIMEOUT_MS = 5_000;
const LARGEST_WAL_BYTES = 64 * 1024 * 1024;
/** What every file begins with that is not encrypted. */
const PLAIN_HEADER = 'SQLite format 3\0';

/**
 * Opens (or makes) the database file: WAL, every commit synced to the disk before it returns. With `key`, 32 bytes, a new
 * file is made encrypted; a file that is plain stays so (to encrypt it is an act of its own).
 * Throws {@link OpenError} for a file that is not ours, too new, or locked by a key that was not given;
 * {@link StorageError} when the disk says no.
 */
export function openDatabase(path: string, options: { readonly key?: Uint8Array } = {}): WritableDb {
  const protection = protectionOf(path);
  if (protection === 'encrypted' && !options.key) throw new OpenError('key-needed', 'the file is encrypted');
  return namingTrouble(() => {
    const db = new Database(path, { timeout: BUSY_TIMEOUT_MS });
    try {
      if (options.key && protection !== 'plain') useKey(db, options.key);
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

/** Opens an existing file to look at. Its version is not checked: a copy may be older than this program. */
export function openReadOnly(path: string, key?: Uint8Array): Database.Database {
  return namingTrouble(() => {
    const db = new Database(path, { timeout: BUSY_TIMEOUT_MS, readonly: true, fileMustExist: true });
    try {
      if (key && protectionOf(path) === 'encrypted') useKey(db, key);
      db.pragma('trusted_schema = OFF');
      db.pragma('cell_size_check = ON');
      db.pragma('temp_store = MEMORY');
      // With a wrong key, or no database at all, this is where it shows.
      db.pragma('schema_version');
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

/** What the first bytes say of a file: readable for everybody, encrypted (or no database at all), or nothing there yet. */
export function protectionOf(path: string): 'plain' | 'encrypted' | 'empty' {
  const header = Buffer.alloc(PLAIN_HEADER.length);
  try {
    const descriptor = openSync(path, 'r');
    try {
      if (readSync(descriptor, header) === 0) return 'empty';
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'empty';
    throw error;
  }
  return header.toString('latin1') === PLAIN_HEADER ? 'plain' : 'encrypted';
}

/** SQLCipher's format, version 4: other programs that know it can read the file with the same key. */
export function useKey(db: Database.Database, key: Uint8Array): void {
  db.pragma("cipher = 'sqlcipher'");
  db.pragma('legacy = 4');
  db.pragma(`key = ${rawKey(key)}`);
}

/** The key as SQLCipher's pragmas take it. */
export function rawKey(key: Uint8Array): string {
  if (key.length !== 32) throw new RangeError(`a key has 32 bytes, not ${key.length}`);
  return `"x'${Buffer.from(key).toString('hex')}'"`;
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

/** True for an error that says that the file itself is not what it was. */
export function isDamage(error: unknown): boolean {
  const cause = error instanceof StorageError ? error.cause : error;
  // A value that is no JSON any more.
  if (error instanceof StorageError && cause instanceof SyntaxError) return true;
  return cause instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(cause.code);
}

/** True for errors of the disk, which must stop a transaction; false for errors of one row. */
export function isDiskTrouble(error: unknown): boolean {
  return troubleOf(error) !== undefined;
}

const TROUBLES: readonly (readonly [prefix: string, trouble: StorageTrouble])[] = [
  ['SQLITE_FULL', 'disk-full'],
  // A quota or a size limit answers a failed write instead of "full".
  ['SQLITE_IOERR_WRITE', 'disk-full'],
  // Even who only reads needs room for the index of the write-ahead log.
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
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
