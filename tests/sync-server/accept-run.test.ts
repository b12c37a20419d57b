import { describe, expect, onTestFinished, test } from 'vitest';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { acceptRun } from '../../sync/server/accept-run.ts';
import { openSqliteStore } from '../../sync/server/sqlite-store.ts';
import type { Device, Store } from '../../sync/server/store.ts';
import type { Run, Verdict } from '../../sync/wire/messages.ts';
import { headAt, logOf, type LogOptions, runOf } from './logs.ts';

const UNIT = '08305';
const AT = 1_587_345_600_000;
const DEVICE: Device = { unitCode: UNIT, station: 1, log: 'aaaa.1' };
const COLLEAGUE: Device = { unitCode: UNIT, station: 2, log: 'bbbb.1' };
const STRANGER: Device = { unitCode: '08314', station: 1, log: 'cccc.1' };

const LOG = log({});
const FORK = log({ forkedAt: 4 });

describe('a run that continues its log', () => {
  test('is stored', async () => {
    const store = await enrolledStore();
    expect(await take(store, runOf(LOG, 1, 4))).toEqual([verdict(1, 4, 'stored')]);
    expect(await take(store, runOf(LOG, 5, 8))).toEqual([verdict(5, 8, 'stored')]);
    expect(await store.headOf('aaaa.1')).toEqual(headAt(LOG));
  });

  test('is taken from a colleague of the same unit, too', async () => {
    const store = await enrolledStore();
    expect(await take(store, runOf(LOG), COLLEAGUE)).toEqual([verdict(1, 8, 'stored')]);
  });
});

describe('a run that is known', () => {
  test('is a duplicate and changes nothing', async () => {
    const store = await storeHolding(8);
    expect(await take(store, runOf(LOG, 3, 6))).toEqual([verdict(3, 6, 'duplicate')]);
    expect(await store.headOf('aaaa.1')).toEqual(headAt(LOG));
  });

  test('in part: the known rows are duplicates, the new ones are stored', async () => {
    const store = await storeHolding(5);
    expect(await take(store, runOf(LOG, 3, 8))).toEqual([verdict(3, 5, 'duplicate'), verdict(6, 8, 'stored')]);
    expect(await store.headOf('aaaa.1')).toEqual(headAt(LOG));
  });
});

describe('a run that leaves out what comes before it', () => {
  test('is a gap, is not kept, and is taken once the gap is closed', async () => {
    const store = await storeHolding(3);
    expect(await take(store, runOf(LOG, 5, 8))).toEqual([verdict(5, 8, 'gap')]);
    expect(await store.setAsideOf(UNIT)).toEqual([]);
    await take(store, runOf(LOG, 4, 4));
    expect(await take(store, runOf(LOG, 5, 8))).toEqual([verdict(5, 8, 'stored')]);
  });
});

describe('a run that tells another history', () => {
  test.for([
    ['where both have an event', 3, 6],
    ['beginning with the very event that differs', 4, 4],
    ['in its first rows, however well the rest would continue', 1, 8],
    ['right behind the head', 6, 8],
  ] as const)('%s is an alarm, never "already have it"', async ([, from, to]) => {
    const store = await storeHolding(5);
    expect(await take(store, runOf(FORK, from, to))).toEqual([quarantined(from, to, 'hash-differs')]);
    expect(await store.vectorOf(UNIT)).toEqual({ 'aaaa.1': headAt(LOG, 5) });
    expect(await store.setAsideOf(UNIT)).toMatchObject([{ log: 'aaaa.1', from, to, reason: 'hash-differs' }]);
  });
});

describe('a run whose hashes do not come out', () => {
  test.for([
    ['because a word was changed', (run: Run) => ({ ...run, events: withChangedActor(run) })],
    ['because a row is missing', (run: Run) => ({ ...run, events: run.events.slice(1) })],
    ['because rows were swapped', (run: Run) => ({ ...run, events: run.events.toReversed() })],
    ['because the head is another', (run: Run) => ({ ...run, head: 'a'.repeat(64) })],
    ['because it hangs on nothing', (run: Run) => ({ ...run, prev: 'a'.repeat(64) })],
  ] as const)('%s is set aside as it came', async ([, damage]) => {
    const store = await enrolledStore();
    const damaged = damage(runOf(LOG));
    const to = damaged.events.length;
    expect(await take(store, damaged)).toEqual([quarantined(1, to, 'chain-broken')]);
    expect(await store.vectorOf(UNIT)).toEqual({});
    expect(await store.setAsideOf(UNIT)).toEqual([
      {
        log: 'aaaa.1',
        from: 1,
        to,
        reason: 'chain-broken',
        content: canonicalJson(damaged),
        sender: 'aaaa.1',
        at: AT,
      },
    ]);
  });
});

describe('a log of nobody here', () => {
  test('that no device enrolled is set aside', async () => {
    const store = await enrolledStore();
    const run = runOf(log({ log: 'nobody.1' }));
    expect(await take(store, run)).toMatchObject([{ verdict: 'quarantined', reason: 'unknown-log' }]);
  });

  test('that belongs to another unit is set aside, and the log stays as it was', async () => {
    const store = await enrolledStore();
    expect(await take(store, runOf(LOG), STRANGER)).toMatchObject([{ verdict: 'quarantined', reason: 'out-of-scope' }]);
    expect(await store.headOf('aaaa.1')).toBeUndefined();
    expect(await store.setAsideOf(STRANGER.unitCode)).toHaveLength(1);
    expect(await store.setAsideOf(UNIT)).toEqual([]);
  });
});

describe('another incarnation of a log', () => {
  const again = (mark: string, station = 1) => log({ log: `aaaa.1.i${mark}`, station });

  test('belongs to the device of the first, and is stored beside it', async () => {
    const store = await storeHolding(5);
    expect(await take(store, runOf(again('0123ab')))).toMatchObject([{ verdict: 'stored' }]);
    expect(await take(store, runOf(again('ffffff'), 1, 3))).toMatchObject([{ verdict: 'stored' }]);
    expect(Object.keys(await store.vectorOf(UNIT))).toEqual(['aaaa.1', 'aaaa.1.i0123ab', 'aaaa.1.iffffff']);
  });

  test('has to be opened for the same station, and by a device that is known', async () => {
    const store = await enrolledStore();
    expect(await take(store, runOf(again('0123ab', 2)))).toMatchObject([{ reason: 'not-opened' }]);
    expect(await take(store, runOf(log({ log: 'dddd.1.i0123ab' })))).toMatchObject([{ reason: 'unknown-log' }]);
  });
});

describe('the first event of a log', () => {
  test.for([
    ['is of another kind', log({ bodies: () => ({ kind: 'received' }) })],
    ['names another unit', log({ unitCode: '08314' })],
    ['names another station', log({ station: 2 })],
    ['names nothing', log({ bodies: (seq) => (seq === 1 ? { payload: {} } : {}) })],
  ] as const)('that %s is refused, and all that hangs on it', async ([, events]) => {
    const store = await enrolledStore();
    expect(await take(store, runOf(events))).toEqual([quarantined(1, 8, 'not-opened')]);
    expect(await store.vectorOf(UNIT)).toEqual({});
  });
});

async function enrolledStore(): Promise<Store> {
  const store = openSqliteStore(':memory:', { create: true });
  onTestFinished(() => store.close());
  for (const device of [DEVICE, COLLEAGUE, STRANGER]) {
    const secrets = { codeHash: `code ${device.log}`, tokenHash: `token ${device.log}` };
    await store.addCode({ codeHash: secrets.codeHash, unitCode: device.unitCode, expiresAt: AT + 1 });
    await store.enrol({ ...device, ...secrets, machine: 'may', at: AT });
  }
  return store;
}

async function storeHolding(length: number): Promise<Store> {
  const store = await enrolledStore();
  await take(store, runOf(LOG, 1, length));
  return store;
}

function take(store: Store, run: Run, device = DEVICE): Promise<readonly Verdict[]> {
  return acceptRun(run, { device, at: AT }, store);
}

function verdict(from: number, to: number, word: Verdict['verdict']): Verdict {
  return { log: 'aaaa.1', from, to, verdict: word };
}

function quarantined(from: number, to: number, reason: string): Verdict {
  return { ...verdict(from, to, 'quarantined'), reason };
}

function log(changes: Partial<LogOptions>) {
  return logOf({ log: 'aaaa.1', unitCode: UNIT, station: 1, length: 8, ...changes });
}

function withChangedActor(run: Run): Run['events'] {
  return run.events.map((event, i) => (i === 2 ? { ...event, actor: 'Ai đó' } : event));
}
