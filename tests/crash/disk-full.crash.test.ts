import { expect, test } from 'vitest';
import { get, receive } from '../support/counter.ts';
import { setLargestFile, startCoreProcess, TODAY_SET_UP } from '../support/core-process.ts';
import { openTestStore, receiveSample, temporaryFolder } from '../support/store.ts';
import { databaseIn, faultsOf } from './durable-file.ts';
import { report } from './proof.ts';
import { expectReadsToWork, expectWritesRefused, receiveUntilRefused } from './without-writing.ts';

const ROUNDS = 3;
const FIRST_LIMIT = 1_500_000;
const MORE_ROOM = 600_000;
const NO_ROOM = 4_096;

test('a full disk refuses in words, takes no number, keeps what was answered, and goes on when there is room', async () => {
  const folder = temporaryFolder();
  const core = startCoreProcess({ folder, largestFileBytes: FIRST_LIMIT });
  expect(await core.opened).toBe('ready');
  get(await core.call('setup.complete', TODAY_SET_UP));
  const first = await receive(core.call);
  let received = 1;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const { acknowledged, why } = await receiveUntilRefused(core.call);
    expect(why).toBe('disk-full');
    received += acknowledged;
    // What is smaller than a reception may have found room yet.
    setLargestFile(core, NO_ROOM);
    await expectWritesRefused(core.call, first, 'disk-full');
    await expectReadsToWork(core.call, first);
    expect((await core.call('dossier.list', { view: 'today', limit: 1 })).total).toBe(received);
    setLargestFile(core, FIRST_LIMIT + round * MORE_ROOM);
    const { dossier } = await receive(core.call);
    received += 1;
    expect(dossier.intake?.registerBook.number).toBe(received);
    expect(Number(dossier.intake?.dossierNumber.slice(-4))).toBe(received);
  }
  // It ends in order on a disk that is still full.
  setLargestFile(core, NO_ROOM);
  expect(await core.drain()).toBe(0);
  const again = startCoreProcess({ folder });
  expect(await again.opened).toBe('ready');
  const { total } = await again.call('dossier.list', { view: 'today', limit: 1 });
  expect(await again.drain()).toBe(0);
  expect(faultsOf(databaseIn(folder))).toEqual([]);
  report('disk-full', `${ROUNDS} times full, ${received} acknowledged`, {
    lost: Math.max(0, received - total),
    duplicate: Math.max(0, total - received),
  });
});

test('a database that may not grow says so by the same word', () => {
  const store = openTestStore();
  receiveSample(store);
  const { db } = store.database;
  db.pragma(`max_page_count = ${String(db.pragma('page_count', { simple: true }))}`);
  const before = store.vector();
  expect(() => {
    for (;;) receiveSample(store);
  }).toThrow(expect.objectContaining({ name: 'StorageError', code: 'disk-full' }));
  db.pragma('max_page_count = 100000');
  const seqBefore = Object.values(store.vector())[0]?.seq ?? 0;
  expect(seqBefore).toBeGreaterThanOrEqual(Object.values(before)[0]?.seq ?? 0);
  expect(receiveSample(store)).toBe(`0830501200${String(seqBefore).padStart(4, '0')}`);
});
