import Database from 'better-sqlite3';
import { OpenError } from '../storage-error.ts';
import { namingTrouble } from './sqlite.ts';

/** Holds a file for one process; the operating system lets go of it whatever way the process ends. */
export type FileLock = { readonly release: () => void };

/**
 * Takes the lock, an empty file beside the data, or throws {@link OpenError} `in-use` when another process has it.
 * SQLite's own locks do it, because Node has none that every system knows.
 */
export function takeLock(path: string): FileLock {
  const db = namingTrouble(() => new Database(path, { timeout: 0 }));
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new OpenError('in-use', 'another process holds the lock');
    }
    return namingTrouble(() => {
      throw error;
    });
  }
  return {
    release: () => {
      if (db.open) db.close();
    },
  };
}
