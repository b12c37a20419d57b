import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openCounterStore } from '../../sync/open-counter-store.ts';
import type { VersionVector } from '../../domain/version-vector.ts';
import { openTestStore, receiveSample, temporaryFolder } from '../support/store.ts';
import { chainFaults } from './chain-oracle.ts';
import { KEPT_TABLES, stateOf } from './durable-state.ts';
import { chanceOf, report, runsOf } from './proof.ts';

const RUNS = runsOf(400);
const COMMITS = 40;
const SECTOR = 512;
const TABLES = [...KEPT_TABLES, 'dossier'];

/** What stood in the file after each commit, and how long the log was then. */
type Commit = { readonly state: string; readonly vector: VersionVector; readonly logBytes: number };

/** A counter whose every commit still stands in the log alone, as a power cut would find it. */
async function workInTheLog(folder: string): Promise<readonly Commit[]> {
  await openTestStore({ folder }).close();
  const store = openTestStore({ folder });
  const { db } = store.database;
  db.pragma('wal_autocheckpoint = 0');
  const commit = (logBytes: number): Commit => ({ state: stateOf(db, TABLES), vector: store.vector(), logBytes });
  const commits = [commit(0)];
  for (let n = 1; n <= COMMITS; n += 1) {
    receiveSample(store, { name: `Người nộp ${n}` });
    commits.push(commit(statSync(logIn(folder)).size));
  }
  return commits;
}

function logIn(folder: string): string {
  return path.join(folder, 'counter.db-wal');
}

const KINDS = ['cut', 'flipped', 'zeroed'] as const;

/** Does what a torn write does; answers the first byte that is no longer as it was written. */
function tear(log: Buffer, kind: (typeof KINDS)[number], chance: () => number): { readonly log: Buffer; at: number } {
  const at = Math.floor(chance() * log.length);
  const torn = Buffer.from(log);
  if (kind === 'cut') return { log: torn.subarray(0, at), at };
  if (kind === 'flipped') {
    torn[at] = (torn[at] ?? 0) ^ (1 << Math.floor(chance() * 8));
    return { log: torn, at };
  }
  const from = at - (at % SECTOR);
  torn.fill(0, from, Math.min(from + SECTOR, torn.length));
  const changed = torn.findIndex((byte, i) => i >= from && byte !== log[i]);
  return { log: torn, at: changed < 0 ? log.length : changed };
}

/** The raw file, before any line of the program looks at it. */
function lookRaw(file: string): { readonly state: string; readonly faults: readonly string[] } {
  const db = new Database(file);
  try {
    expect(db.pragma('quick_check', { simple: true })).toBe('ok');
    return { state: stateOf(db, TABLES), faults: chainFaults(db) };
  } finally {
    db.close();
  }
}

test('a log that was torn anywhere leaves exactly the commits before the tear, and the counter works on', async () => {
  const chance = chanceOf('torn-wal');
  const whole = temporaryFolder();
  const commits = await workInTheLog(whole);
  const log = readFileSync(logIn(whole));
  const torn = temporaryFolder();
  const counts = { cut: 0, flipped: 0, zeroed: 0 };
  let commitsKept = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const kind = KINDS[run % KINDS.length] ?? 'cut';
    const folder = path.join(torn, String(run));
    mkdirSync(folder);
    copyFileSync(path.join(whole, 'counter.db'), path.join(folder, 'counter.db'));
    const after = tear(log, kind, chance);
    writeFileSync(logIn(folder), after.log);
    const kept = commits.filter(({ logBytes }) => logBytes <= after.at).length - 1;
    const expected = commits[kept];
    expect(lookRaw(path.join(folder, 'counter.db'))).toEqual({ state: expected?.state, faults: [] });
    const store = openCounterStore({ folder });
    expect(store.vector()).toEqual(expected?.vector);
    expect(receiveSample(store)).toBe(`0830501200${String(kept + 1).padStart(4, '0')}`);
    await store.close();
    rmSync(folder, { recursive: true });
    counts[kind] += 1;
    commitsKept += kept;
  }
  const { cut, flipped, zeroed } = counts;
  report('torn-wal', `${cut} cut, ${flipped} with a flipped bit, ${zeroed} with a lost sector, ${commitsKept} commits`);
});
