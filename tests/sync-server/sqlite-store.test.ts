import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openServerFile, ServerFileError } from '../../sync/server/sqlite-file.ts';
import { openSqliteStore } from '../../sync/server/sqlite-store.ts';
import { temporaryFolder } from '../support/store.ts';
import { headAt, logOf } from './logs.ts';
import { describeStore } from './store-contract.ts';

describeStore('SQLite', () => Promise.resolve(openSqliteStore(newPath(), { create: true })));

describe('the server’s file', () => {
  test('what was stored is there when the file is opened again', async () => {
    const file = newPath();
    const log = logOf({ log: 'aaaa.1', unitCode: '08305', station: 1, length: 3 });
    const first = openSqliteStore(file, { create: true });
    await first.append('08305', log);
    await first.close();
    const second = openSqliteStore(file, { create: false });
    expect(await second.vectorOf('08305')).toEqual({ 'aaaa.1': headAt(log) });
    await second.close();
  });

  test('every commit waits for the disk: write-ahead log, synchronous FULL', () => {
    const db = openServerFile(newPath(), true);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    db.close();
  });

  test('a file that is not there is refused unless it is to be made', () => {
    expect(() => openSqliteStore(newPath(), { create: false })).toThrow(new ServerFileError('not-initialised'));
    const missing = path.join(temporaryFolder(), 'no-such-folder', 'server.db');
    expect(() => openSqliteStore(missing, { create: false })).toThrow(new ServerFileError('not-initialised'));
  });

  test('a file whose making was cut short is made by the next attempt', async () => {
    const file = newPath();
    writeFileSync(file, '');
    expect(() => openSqliteStore(file, { create: false })).toThrow(new ServerFileError('not-initialised'));
    await openSqliteStore(file, { create: true }).close();
    await openSqliteStore(file, { create: false }).close();
  });

  test('a file from the future is refused and not touched', async () => {
    const file = newPath();
    await openSqliteStore(file, { create: true }).close();
    const db = new Database(file);
    db.pragma('user_version = 9990');
    db.close();
    const before = readFileSync(file);
    expect(() => openSqliteStore(file, { create: true })).toThrow(new ServerFileError('database-from-the-future'));
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('another program’s database is refused and not touched', () => {
    const file = newPath();
    const db = new Database(file);
    db.exec('CREATE TABLE theirs (a TEXT)');
    db.close();
    const before = readFileSync(file);
    for (const create of [true, false]) {
      expect(() => openSqliteStore(file, { create })).toThrow(new ServerFileError('not-our-database'));
    }
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a file that is no database at all is refused and not touched', () => {
    const file = newPath();
    writeFileSync(file, 'Danh sách hồ sơ '.repeat(100));
    expect(() => openSqliteStore(file, { create: true })).toThrow(new ServerFileError('not-our-database'));
    expect(readFileSync(file, 'utf8')).toBe('Danh sách hồ sơ '.repeat(100));
  });
});

function newPath(): string {
  return path.join(temporaryFolder(), 'server.db');
}
