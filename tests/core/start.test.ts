import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { get, receive } from '../support/counter.ts';
import { startCoreProcess, TODAY_SET_UP } from '../support/core-process.ts';
import { openTestStore, temporaryFolder } from '../support/store.ts';

function databaseIn(folder: string): string {
  return path.join(folder, 'counter', 'counter.db');
}

function fingerprint(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

describe('the core', () => {
  test('opens, serves, and ends when it is asked to, with everything in one closed file and its witness beside it', async () => {
    const folder = temporaryFolder();
    const core = startCoreProcess({ folder });
    expect(await core.opened).toBe('ready');
    get(await core.call('setup.complete', TODAY_SET_UP));
    await receive(core.call);
    expect(await core.drain()).toBe(0);
    const files = readdirSync(path.join(folder, 'counter'));
    expect(files.filter((name) => name !== 'backups')).toEqual(['counter.db', 'counter.lock', 'numbers.witness']);
  });

  test('keeps what it answered when it is killed the next moment', async () => {
    const folder = temporaryFolder();
    const first = startCoreProcess({ folder });
    await first.opened;
    get(await first.call('setup.complete', TODAY_SET_UP));
    const { dossier } = await receive(first.call);
    await first.kill();
    const second = startCoreProcess({ folder });
    await second.opened;
    expect(await second.call('dossier.get', { id: dossier.id })).toEqual(dossier);
  });

  test('cannot start on a file from the future, says so, and leaves it as it is', async () => {
    const folder = temporaryFolder();
    await openTestStore({ folder: path.join(folder, 'counter') }).close();
    const db = new Database(databaseIn(folder));
    db.pragma('journal_mode = DELETE');
    db.pragma('user_version = 99990');
    db.close();
    const before = fingerprint(databaseIn(folder));
    const core = startCoreProcess({ folder });
    expect(await core.opened).toBe('database-from-the-future');
    expect(await core.drain()).toBe(0);
    expect(fingerprint(databaseIn(folder))).toBe(before);
    expect(readdirSync(path.join(folder, 'counter'))).toEqual(['counter.db', 'counter.lock']);
  });

  test('asks for a repair where the file is no database, and leaves it as it is', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'counter'));
    writeFileSync(databaseIn(folder), 'this is a letter, not a database '.repeat(100));
    const before = fingerprint(databaseIn(folder));
    const core = startCoreProcess({ folder });
    expect(await core.opened).toBe('ready');
    expect((await core.call('app.state', {})).mode).toBe('damaged');
    expect(await core.drain()).toBe(0);
    expect(fingerprint(databaseIn(folder))).toBe(before);
  });

  test('asked nothing it cannot do in time: a hundred questions at once are all answered', async () => {
    const core = startCoreProcess({ folder: temporaryFolder() });
    await core.opened;
    get(await core.call('setup.complete', TODAY_SET_UP));
    const answers = await Promise.all(Array.from({ length: 100 }, () => receive(core.call)));
    expect(new Set(answers.map(({ dossier }) => dossier.intake?.dossierNumber)).size).toBe(100);
  });
});
