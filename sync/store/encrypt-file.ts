import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { StorageError } from '../storage-error.ts';
import { renameDurably, syncFile } from '../durable-file.ts';
import { BUSY_TIMEOUT_MS, namingTrouble, openReadOnly, protectionOf, rawKey } from './sqlite.ts';

const ENDINGS = ['', '-journal', '-wal', '-shm'];
const EVENTS = 'SELECT count(*) FROM event';

/**
 * Encrypts a plain database that nobody has open: a copy is encrypted and proved, then takes its place in one step. What a
 * crash or a full disk leaves is the plain file as it was. Throws {@link StorageError}.
 */
export function encryptDatabase(file: string, key: Uint8Array): void {
  const copy = `${file}.encrypting`;
  const remove = (): void => {
    for (const ending of ENDINGS) rmSync(`${copy}${ending}`, { force: true });
  };
  remove();
  try {
    const events = namingTrouble(() => copyPlain(file, copy));
    namingTrouble(() => encryptCopy(copy, key));
    const found = namingTrouble(() => countEvents(copy, key));
    if (found !== events) throw new StorageError('damaged', new Error('the encrypted copy lacks events'));
    syncFile(copy);
    // Both are empty: the plain file was closed after its last checkpoint.
    for (const ending of ['-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
    renameDurably(copy, file);
  } finally {
    remove();
  }
}

/**
 * Encrypts what was set aside while the counter was plain: it would be as readable as ever. What is too damaged for that
 * stays as it is.
 */
export function protectSetAside(counterFolder: string, key: Uint8Array): void {
  const folder = path.join(counterFolder, 'set-aside');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name, 'counter.db');
    try {
      if (protectionOf(file) === 'plain') encryptDatabase(file, key);
    } catch (error) {
      if (!(error instanceof StorageError)) throw error;
    }
  }
}

/** Answers how many events there are. */
function copyPlain(file: string, copy: string): number {
  const db = new Database(file, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true });
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.prepare('VACUUM INTO ?').run(copy);
    return db.prepare<[], number>(EVENTS).pluck().get() ?? 0;
  } finally {
    db.close();
  }
}

function encryptCopy(copy: string, key: Uint8Array): void {
  const db = new Database(copy, { fileMustExist: true });
  try {
    // Every page is written anew under a rollback journal; the write-ahead log cannot do that.
    db.pragma('journal_mode = DELETE');
    db.pragma("cipher = 'sqlcipher'");
    db.pragma('legacy = 4');
    db.pragma(`rekey = ${rawKey(key)}`);
  } finally {
    db.close();
  }
}

function countEvents(copy: string, key: Uint8Array): number {
  const db = openReadOnly(copy, key);
  try {
    if (db.pragma('quick_check', { simple: true }) !== 'ok') return -1;
    return db.prepare<[], number>(EVENTS).pluck().get() ?? 0;
  } finally {
    db.close();
  }
}
