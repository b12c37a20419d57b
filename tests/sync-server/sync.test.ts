import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { GENESIS_HASH } from '../../sync/wire/chain.ts';
import { unpackRun } from '../../sync/wire/messages.ts';
import { temporaryFolder } from '../support/store.ts';
import { enrolled, OTHER_UNIT, seqsOf, sync, UNIT, upstream } from './client.ts';
import { headAt, logOf, runOf } from './logs.ts';

const A = logOf({ log: 'aaaa.1', unitCode: UNIT, station: 1, length: 8 });
const B = logOf({ log: 'bbbb.1', unitCode: UNIT, station: 2, length: 4 });
const FOREIGN = logOf({ log: 'cccc.1', unitCode: OTHER_UNIT, station: 1, length: 6 });
const FORK = logOf({ log: 'aaaa.1', unitCode: UNIT, station: 1, length: 8, forkedAt: 4 });

/** Two counters of one commune and one of another, all enrolled. */
async function office() {
  const server = await upstream();
  const a = await enrolled(server, { station: 1, log: 'aaaa.1' });
  const b = await enrolled(server, { station: 2, log: 'bbbb.1' });
  const foreign = await enrolled(server, { unitCode: OTHER_UNIT, station: 1, log: 'cccc.1' });
  return { server, a, b, foreign };
}

describe('one round', () => {
  test('stores what was brought and answers what the asker lacks', async () => {
    const { server, a, b } = await office();
    await sync(server, b, { batch: [runOf(B)] });
    const answer = await sync(server, a, { batch: [runOf(A)], vector: { 'aaaa.1': headAt(A) } });
    expect(answer.verdicts).toEqual([{ log: 'aaaa.1', from: 1, to: 8, verdict: 'stored' }]);
    expect(answer.vector).toEqual({ 'aaaa.1': headAt(A), 'bbbb.1': headAt(B) });
    expect(seqsOf(answer.batch)).toEqual(['bbbb.1 1-4']);
    expect(answer.more).toBe(false);
    expect(answer.batch.map((run) => unpackRun(run))).toEqual([{ events: B, intact: true }]);
  });

  test('with nothing new on either side carries the vector and nothing else', async () => {
    const { server, a } = await office();
    await sync(server, a, { batch: [runOf(A)] });
    expect(await sync(server, a, { vector: { 'aaaa.1': headAt(A) } })).toMatchObject({
      vector: { 'aaaa.1': headAt(A) },
      verdicts: [],
      batch: [],
      more: false,
    });
  });

  test('is cut at the bytes asked for, and page after page everything comes', async () => {
    const { server, a, b } = await office();
    await sync(server, a, { batch: [runOf(A)] });
    const pages: string[] = [];
    const vector: Record<string, { seq: number; hash: string }> = {};
    for (let more = true; more;) {
      const answer = await sync(server, b, { vector, wantBytes: 1 });
      for (const run of answer.batch) vector[run.log] = { seq: run.from + run.events.length - 1, hash: run.head };
      pages.push(...seqsOf(answer.batch));
      more = answer.more;
    }
    expect(pages).toEqual(A.map(({ seq }) => `aaaa.1 ${seq}-${seq}`));
    expect(vector).toEqual({ 'aaaa.1': headAt(A) });
  });

  test('tells the server’s time', async () => {
    const clock = { at: Date.UTC(2020, 3, 20, 1) };
    const server = await upstream({ now: () => clock.at });
    const token = await enrolled(server);
    clock.at += 1_234;
    expect((await sync(server, token)).time).toBe(clock.at);
  });
});

describe('events nobody here can read', () => {
  test('unknown kinds and members come back byte for byte in canonical form', async () => {
    const strange = logOf({
      log: 'aaaa.1',
      unitCode: UNIT,
      station: 1,
      length: 4,
      bodies: (seq) =>
        seq === 1
          ? { addedLater: true }
          : {
              kind: 'từ-tương-lai',
              schemaVersion: 99,
              signature: { alg: 'ed25519', b: [null, 1.5, 'ẵ'] },
              '7': '\ud83d',
            },
    });
    const { server, a, b } = await office();
    await sync(server, a, { batch: [runOf(strange)] });
    const { batch } = await sync(server, b);
    expect(canonicalJson(batch)).toBe(canonicalJson([runOf(strange)]));
    expect(canonicalJson(batch.flatMap((run) => unpackRun(run).events))).toBe(canonicalJson(strange));
  });
});

describe('a bad run among good ones', () => {
  test.for([
    ['one with a gap', runOf(A, 3), 'gap', undefined],
    ['one whose hashes do not come out', { ...runOf(A), head: 'e'.repeat(64) }, 'quarantined', 'chain-broken'],
    ['one with an event that is none', withEvent({ lamport: 'hai' }), 'quarantined', 'malformed'],
    ['one with an event that claims a place', withEvent({ seq: 3 }), 'quarantined', 'malformed'],
    ['one with a clock quality of a later program', withEvent({ clockQuality: 'gps' }), 'quarantined', 'malformed'],
    ['one of another unit', runOf(FOREIGN), 'quarantined', 'out-of-scope'],
    [
      'one of nobody',
      runOf(logOf({ log: 'nobody.1', unitCode: UNIT, station: 3, length: 2 })),
      'quarantined',
      'unknown-log',
    ],
  ] as const)('%s gets its verdict and holds up nothing', async ([, bad, verdict, reason]) => {
    const { server, a } = await office();
    const answer = await sync(server, a, { batch: [bad, runOf(B)] });
    expect(answer.verdicts[0]).toMatchObject({ log: bad.log, verdict, ...(reason && { reason }) });
    expect(answer.verdicts[1]).toEqual({ log: 'bbbb.1', from: 1, to: 4, verdict: 'stored' });
    expect(answer.vector).toEqual({ 'bbbb.1': headAt(B) });
    const kept = await server.store.setAsideOf(UNIT);
    expect(kept.map(({ content }) => content)).toEqual(verdict === 'gap' ? [] : [canonicalJson(bad)]);
  });

  test('a log mended by its owner is taken although a run of it was set aside', async () => {
    const { server, a } = await office();
    await sync(server, a, { batch: [withEvent({ lamport: 0 })] });
    const answer = await sync(server, a, { batch: [runOf(A)] });
    expect(answer.verdicts).toMatchObject([{ verdict: 'stored' }]);
  });
});

describe('two devices wrote one log', () => {
  test('the second history is an alarm, is kept, and changes nothing', async () => {
    const { server, a } = await office();
    await sync(server, a, { batch: [runOf(A)] });
    const answer = await sync(server, a, { batch: [runOf(FORK)], vector: { 'aaaa.1': headAt(FORK) } });
    expect(answer.verdicts).toMatchObject([{ from: 1, to: 8, verdict: 'quarantined', reason: 'hash-differs' }]);
    expect(answer.forks).toEqual(['aaaa.1']);
    expect(answer.vector).toEqual({ 'aaaa.1': headAt(A) });
    expect(await server.store.setAsideOf(UNIT)).toMatchObject([{ reason: 'hash-differs', from: 1, to: 8 }]);
  });

  test('is seen at the asker’s head without a push, and nothing of that log is sent after it', async () => {
    const { server, a, b } = await office();
    await sync(server, a, { batch: [runOf(A), runOf(B)] });
    const answer = await sync(server, b, { vector: { 'aaaa.1': headAt(FORK, 5) } });
    expect(answer.forks).toEqual(['aaaa.1']);
    expect(seqsOf(answer.batch)).toEqual(['bbbb.1 1-4']);
    const healthy = await sync(server, b, { vector: { 'aaaa.1': headAt(A, 5) } });
    expect(healthy.forks).toEqual([]);
    expect(seqsOf(healthy.batch)).toEqual(['aaaa.1 6-8', 'bbbb.1 1-4']);
  });
});

describe('scope', () => {
  test('a foreign unit never sees a row, a head or a fork, whatever it asks and sends', async () => {
    const { server, a, foreign } = await office();
    await sync(server, a, { batch: [runOf(A)] });
    const nothing = { seq: 0, hash: GENESIS_HASH };
    for (const vector of [{}, { 'aaaa.1': nothing }, { 'aaaa.1': headAt(A, 3) }, { 'aaaa.1': headAt(FORK, 5) }]) {
      const answer = await sync(server, foreign, { vector });
      expect(answer).toMatchObject({ vector: {}, batch: [], forks: [], more: false });
    }
    const answer = await sync(server, foreign, { batch: [runOf(A), runOf(FORK)] });
    expect(answer).toMatchObject({ vector: {}, batch: [], forks: [] });
    expect(answer.verdicts).toMatchObject([{ reason: 'out-of-scope' }, { reason: 'out-of-scope' }]);
    expect((await sync(server, a)).vector).toEqual({ 'aaaa.1': headAt(A) });
  });
});

describe('a server that was put back or ended', () => {
  test('after a restart it holds all it had, and old tokens are good', async () => {
    const folder = temporaryFolder();
    const first = await upstream({ folder });
    const token = await enrolled(first);
    await sync(first, token, { batch: [runOf(A)] });
    await first.end();
    const second = await upstream({ folder });
    expect((await sync(second, token)).vector).toEqual({ 'aaaa.1': headAt(A) });
  });

  test('restored from an older backup it answers a lower vector and takes the difference again', async () => {
    const folder = temporaryFolder();
    const backup = temporaryFolder();
    const before = await upstream({ folder });
    const token = await enrolled(before);
    await sync(before, token, { batch: [runOf(A, 1, 3)] });
    await before.end();
    copyFileSync(path.join(folder, 'server.db'), path.join(backup, 'server.db'));

    const lost = await upstream({ folder });
    await sync(lost, token, { batch: [runOf(A, 4, 8)] });
    await lost.end();

    const restored = await upstream({ folder: backup });
    const asked = await sync(restored, token, { vector: { 'aaaa.1': headAt(A) } });
    expect(asked).toMatchObject({ vector: { 'aaaa.1': headAt(A, 3) }, batch: [], forks: [] });
    const healed = await sync(restored, token, { batch: [runOf(A, 4, 8)] });
    expect(healed.vector).toEqual({ 'aaaa.1': headAt(A) });
  });
});

/** A's run, in which the third event has another member. */
function withEvent(change: object): { log: string; events: readonly unknown[] } {
  const run = runOf(A);
  return { ...run, events: run.events.map((event, i) => (i === 2 ? { ...event, ...change } : event)) };
}
