import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { applicant } from '../../scripts/bench/people.ts';
import { openCounterStore } from '../../sync/open-counter-store.ts';
import { checkChains } from '../../sync/store/chain-check.ts';
import { openTestCounter, receive } from '../support/counter.ts';
import { CLOCK, receiveSample, station, temporaryFolder, XUAN_VIEN } from '../support/store.ts';
import { brokenSeals, chainFaults } from './chain-oracle.ts';
import { counterFaults, databaseIn, slipFaults } from './durable-file.ts';
import { KEPT_TABLES, stateOf } from './durable-state.ts';
import { chanceOf, report, runsOf } from './proof.ts';

const RUNS = runsOf(200);
const RECEPTIONS = 120;
/** Folded from the events, so rebuilt when it rots. */
const CACHES = ['dossier', 'payment', 'subject'];
/** No event says what these say of themselves: that a command was carried out, whether a paper is out, who is here. */
const UNGUARDED: readonly string[] = ['command', 'print_job', 'setting'];

/** Who noticed that a bit is not as it was; `cache`, `unused`: nobody has to. Else the table that rotted unseen. */
type Verdict = 'opening' | Check | 'cache' | 'unused' | `unseen ${string}`;
/**
 * `missed`: an event says something else, and the program's own check did not see it. The last three are seen by the
 * oracle alone: the row around an event that is whole, a slip that can be drawn from it, a counter that can be counted.
 */
type Check = 'quick_check' | 'chain' | 'missed' | 'row' | 'slips' | 'counters';

const CHECKS: readonly (readonly [Check, (db: Database.Database) => readonly unknown[]])[] = [
  ['quick_check', (db) => [quickCheck(db)].filter((word) => word !== 'ok')],
  ['chain', (db) => checkChains(db).troubles],
  ['missed', brokenSeals],
  ['row', chainFaults],
  ['slips', slipFaults],
  ['counters', counterFaults],
];

/** What is said of the rotten file in `folder` that was whole when it was `before`. */
async function judge(folder: string, before: ReadonlyMap<string, string>): Promise<Verdict> {
  const store = resultOf(() => openCounterStore({ folder }));
  if (store instanceof Error) return 'opening';
  const { db } = store.database;
  const found = CHECKS.find(([, check]) => {
    const faults = resultOf(() => check(db));
    return faults instanceof Error || faults.length > 0;
  });
  const hasChanged = (table: string): boolean => resultOf(() => stateOf(db, [table])) !== before.get(table);
  const unseen = KEPT_TABLES.find(hasChanged);
  const verdict = found?.[0] ?? (unseen ? (`unseen ${unseen}` as const) : CACHES.some(hasChanged) ? 'cache' : 'unused');
  await store.close();
  return verdict;
}

/** An error is a way to notice, too. */
function resultOf<T>(act: () => T): T | Error {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}

async function makeFile(chance: () => number): Promise<Buffer> {
  const counter = await openTestCounter();
  for (let n = 0; n < RECEPTIONS; n += 1) await receive(counter.call, { applicant: applicant(chance) });
  await counter.close();
  return readFileSync(databaseIn(counter.folder));
}

async function statesOf(file: Buffer): Promise<ReadonlyMap<string, string>> {
  const store = openCounterStore({ folder: putInto(temporaryFolder(), file) });
  const states = [...KEPT_TABLES, ...CACHES].map((table) => [table, stateOf(store.database.db, [table])] as const);
  await store.close();
  return new Map(states);
}

function putInto(folder: string, file: Buffer): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'counter.db'), file);
  return folder;
}

test(
  'a bit that rots in the file is seen, or it is in nothing that is told to anybody',
  { timeout: 60_000 + RUNS * 500 },
  async () => {
    const chance = chanceOf('bit-rot');
    const file = await makeFile(chance);
    const before = await statesOf(file);
    const folder = temporaryFolder();
    const counts = new Map<Verdict, number>();
    for (let run = 0; run < RUNS; run += 1) {
      const verdict = await judge(putInto(folder, flipped(file, chance)), before);
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    }
    expect(counts.get('chain')).toBeGreaterThan(0);
    const said = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([verdict, count]) => `${verdict} ${count}`);
    const lost = [...counts].reduce((sum, [verdict, count]) => sum + (isHarm(verdict) ? count : 0), 0);
    report('bit-rot', `${RUNS} flipped bits: ${said.join(', ')}`, { lost, duplicate: 0 });
  },
);

test('a bit that rots anywhere in an encrypted file is seen as soon as it is read', { timeout: 60_000 }, async () => {
  const chance = chanceOf('bit-rot-encrypted');
  const key = Uint8Array.from({ length: 32 }, () => Math.floor(chance() * 256));
  const folder = temporaryFolder();
  const store = openCounterStore({ folder, key });
  store.establish(
    { unit: XUAN_VIEN, station: station(1), clerkName: 'Hà Thị Lan', log: 'test1.1' },
    { machine: 'machine-1', appVersion: '0.0.0', clock: CLOCK },
  );
  for (let n = 0; n < RECEPTIONS; n += 1) receiveSample(store);
  await store.close();
  const file = readFileSync(path.join(folder, 'counter.db'));
  let seen = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const opened = resultOf(() => openCounterStore({ folder: putInto(folder, flipped(file, chance)), key }));
    const found = opened instanceof Error ? opened : resultOf(() => quickCheck(opened.database.db));
    if (found !== 'ok') seen += 1;
    if (!(opened instanceof Error)) await opened.close();
  }
  report('bit-rot-encrypted', `${RUNS} flipped bits, ${seen} seen`, { lost: RUNS - seen, duplicate: 0 });
});

function isHarm(verdict: Verdict): boolean {
  return (
    verdict === 'missed' || (verdict.startsWith('unseen ') && !UNGUARDED.includes(verdict.slice('unseen '.length)))
  );
}

function flipped(file: Buffer, chance: () => number): Buffer {
  const rotten = Buffer.from(file);
  const at = Math.floor(chance() * rotten.length);
  rotten[at] = (rotten[at] ?? 0) ^ (1 << Math.floor(chance() * 8));
  return rotten;
}

function quickCheck(db: Database.Database): string {
  return String(db.pragma('quick_check', { simple: true }));
}
