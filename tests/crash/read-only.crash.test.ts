import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { START_TROUBLES } from '../../electron/main/sentences.ts';
import { get, openTestCounter, receive } from '../support/counter.ts';
import { startCoreProcess, TODAY_SET_UP } from '../support/core-process.ts';
import { temporaryFolder } from '../support/store.ts';
import { databaseIn, faultsOf } from './durable-file.ts';
import { report } from './proof.ts';
import { expectReadsToWork, expectWritesRefused } from './without-writing.ts';

const RECEPTIONS = 20;
/** The permission bits mean nothing to root, unless it gave up the right to walk past them. */
const HEEDING_PERMISSIONS = ['setpriv', '--bounding-set=-dac_override,-dac_read_search', '--'];

/** The connections that are opened from here on: the core keeps its own to itself. */
function watchConnections(): () => readonly Database.Database[] {
  const pragma = vi.spyOn(Object.getPrototypeOf(new Database(':memory:')), 'pragma');
  onTestFinished(() => pragma.mockRestore());
  return () => [...new Set(pragma.mock.contexts)].filter((db) => db instanceof Database && db.open);
}

test('a disk that lets nothing be written any more refuses in words, takes no number, and still answers who asks', async () => {
  const connections = watchConnections();
  const { call, folder, close } = await openTestCounter();
  const first = await receive(call);
  for (let n = 2; n <= RECEPTIONS; n += 1) await receive(call);
  for (const db of connections()) db.pragma('query_only = ON');
  await expectWritesRefused(call, first, 'read-only');
  // Whoever comes to look something up can still sign in.
  await call('account.signOut', {});
  await expectReadsToWork(call, first);
  for (const db of connections()) db.pragma('query_only = OFF');
  const { dossier } = await receive(call);
  expect(dossier.intake?.registerBook.number).toBe(RECEPTIONS + 1);
  const { total } = await call('dossier.list', { view: 'today', limit: 1 });
  // It ends in order on a disk that nothing can be written to.
  for (const db of connections()) db.pragma('query_only = ON');
  await close();
  expect(faultsOf(databaseIn(folder))).toEqual([]);
  const received = RECEPTIONS + 1;
  report('read-only', `${received} acknowledged`, {
    lost: Math.max(0, received - total),
    duplicate: Math.max(0, total - received),
  });
});

test('a folder in which nothing may be written is named at the start and left as it is; nothing is lost by it', async () => {
  const folder = temporaryFolder();
  const before = startCoreProcess({ folder });
  await before.opened;
  get(await before.call('setup.complete', TODAY_SET_UP));
  const { dossier } = await receive(before.call);
  await before.drain();
  const bytes = readFileSync(databaseIn(folder));
  const setPermissions = (file: number, directory: number): void => {
    chmodSync(databaseIn(folder), file);
    chmodSync(path.join(folder, 'counter'), directory);
  };
  setPermissions(0o444, 0o555);
  onTestFinished(() => setPermissions(0o644, 0o755));
  const refused = startCoreProcess({ folder, under: HEEDING_PERMISSIONS });
  expect(await refused.opened).toBe('read-only');
  expect(START_TROUBLES['read-only'].what).toMatch(/^\p{Lu}.+\.$/u);
  await refused.drain();
  expect(readFileSync(databaseIn(folder)).equals(bytes)).toBe(true);
  setPermissions(0o644, 0o755);
  const after = startCoreProcess({ folder, under: HEEDING_PERMISSIONS });
  expect(await after.opened).toBe('ready');
  expect(await after.call('dossier.get', { id: dossier.id })).toEqual(dossier);
  expect(await after.drain()).toBe(0);
});
