import { describe, expect, onTestFinished, test } from 'vitest';
import { epochMsOf, localMoment } from '../../domain/plain-date.ts';
import { get, openTestCounter, receive, type TestCounter } from '../support/counter.ts';
import { act } from '../support/life.ts';
import { admit, foreignEvent } from '../support/store.ts';
import { startUpstream, type TestUpstream } from '../support/upstream-server.ts';

const FIRST = { limit: 100 };

async function upstreamOf(): Promise<TestUpstream> {
  const server = await startUpstream({
    unitCode: '08305',
    now: () => epochMsOf(localMoment('2020-04-20T08:00')),
  });
  onTestFinished(() => server.end());
  return server;
}

async function enrolled(counter: TestCounter, server: TestUpstream): Promise<void> {
  get(await counter.call('sync.enrol', { serverUrl: server.url, code: await server.newCode() }));
}

async function untilSync(counter: TestCounter, status: string): Promise<void> {
  await counter.until(async () => (await counter.call('app.state', {})).sync.status === status);
}

/** As the replication brings it in from machine 2, which had not heard of what was done here. */
async function saidOnMachine2(counter: TestCounter, dossierId: string): Promise<void> {
  await counter.close();
  const { openCounterStore } = await import('../../sync/open-counter-store.ts');
  const store = openCounterStore({ folder: `${counter.folder}/counter` });
  const opened = foreignEvent('08305.02.00aa11bb22cc33dd', { payload: { unitCode: '08305', station: 2 } });
  const payload = { at: '2020-04-20T09:00', specialist: 'Đinh Văn Hùng' };
  const kind = 'processing-started';
  admit(store, opened, foreignEvent(opened.log, { dossierId, kind, lamport: 50, payload }, opened));
  await store.close();
  await counter.restart();
}

describe('what waits to be sent', () => {
  test('is nothing without a server, and nothing when both sides hold the same', async () => {
    const counter = await openTestCounter({ keyStore: new Map() });
    await receive(counter.call);
    expect(await counter.call('sync.waiting', FIRST)).toEqual({ rows: [], total: 0 });
    await enrolled(counter, await upstreamOf());
    await untilSync(counter, 'in-sync');
    expect(await counter.call('sync.waiting', FIRST)).toEqual({ rows: [], total: 0 });
  });

  test('is listed newest first with whose dossier it is, and counted beyond what is listed', async () => {
    const counter = await openTestCounter({ keyStore: new Map() });
    const server = await upstreamOf();
    await enrolled(counter, server);
    await untilSync(counter, 'in-sync');
    await server.stop();
    const { dossier } = await receive(counter.call);
    await act(counter.call, dossier.id, { kind: 'withdrawn', reason: 'Không cần nữa' });
    const waiting = await counter.call('sync.waiting', FIRST);
    expect(waiting).toMatchObject({
      total: 2,
      rows: [
        {
          kind: 'withdrawn',
          isOwn: true,
          station: 1,
          stands: 'waiting',
          actor: 'Hà Thị Lan',
          dossier: { id: dossier.id },
        },
        { kind: 'received', at: '2020-04-20T08:00', dossier: { dossierNumber: dossier.intake?.dossierNumber } },
      ],
    });
    const { rows, total } = await counter.call('sync.waiting', { limit: 1 });
    expect([rows.map(({ kind }) => kind), total]).toEqual([['withdrawn'], 2]);
    await server.restart();
    await counter.call('sync.now', {});
    await untilSync(counter, 'in-sync');
    expect(await counter.call('sync.waiting', FIRST)).toEqual({ rows: [], total: 0 });
  });

  test('is the same after a start without a network: what the server once had does not wait again', async () => {
    const counter = await openTestCounter({ keyStore: new Map() });
    const server = await upstreamOf();
    for (let count = 0; count < 5; count += 1) await receive(counter.call);
    await enrolled(counter, server);
    await untilSync(counter, 'in-sync');
    await server.stop();
    const { dossier } = await receive(counter.call);
    await counter.restart();
    await untilSync(counter, 'offline');
    expect((await counter.call('app.state', {})).sync).toMatchObject({ waiting: 1, reason: 'unreachable' });
    const waiting = await counter.call('sync.waiting', FIRST);
    expect(waiting).toMatchObject({ total: 1, rows: [{ kind: 'received', dossier: { id: dossier.id } }] });
    // Another server has nothing yet.
    const other = await upstreamOf();
    await enrolled(counter, other);
    await untilSync(counter, 'in-sync');
    expect(other.headOf(dossier.intake?.log ?? '')).toBe(dossier.intake?.seq);
  });

  test('names the account it is about', async () => {
    const counter = await openTestCounter({ keyStore: new Map() });
    const server = await upstreamOf();
    await enrolled(counter, server);
    await untilSync(counter, 'in-sync');
    await server.stop();
    const opening = { name: 'Bùi Văn Thêm', roles: ['counter-clerk'], passphrase: 'một hai ba' } as const;
    get(await counter.call('account.open', opening));
    const { rows } = await counter.call('sync.waiting', FIRST);
    expect(rows[0]).toMatchObject({ kind: 'account-opened', about: 'Bùi Văn Thêm' });
    expect(rows[0]).not.toHaveProperty('dossier');
  });
});

describe('what the server set aside', () => {
  test('is listed with the server’s reason, stays, and is sent again by a person’s word', async () => {
    const counter = await openTestCounter({ keyStore: new Map() });
    const server = await upstreamOf();
    const { dossier } = await receive(counter.call);
    // Machine 2 is not enrolled anywhere: the server knows no counter that writes its log.
    await saidOnMachine2(counter, dossier.id);
    await enrolled(counter, server);
    await counter.until(async () => (await counter.call('app.state', {})).sync.quarantined === 2);
    const { byServer, here } = await counter.call('sync.quarantined', FIRST);
    expect(byServer).toMatchObject({
      total: 2,
      rows: [
        { why: 'unknown-log', kind: 'processing-started', isOwn: false, station: 2, dossier: { id: dossier.id } },
        { why: 'unknown-log', kind: 'log-opened', refusedAt: '2020-04-20T08:00' },
      ],
    });
    expect(here).toEqual({ rows: [], total: 0 });
    const { rows } = await counter.call('sync.waiting', FIRST);
    expect(rows.map(({ stands }) => stands)).toEqual(['set-aside', 'set-aside']);

    const second = { unitCode: '08305', station: 2, log: '08305.02.00aa11bb22cc33dd', machine: 'x' };
    const { enrol } = await import('../../sync/enrol.ts');
    get(await enrol({ serverUrl: server.url, code: await server.newCode(), ...second }));
    get(await counter.call('sync.sendAgain', {}));
    await untilSync(counter, 'in-sync');
    expect((await counter.call('sync.quarantined', FIRST)).byServer).toEqual({ rows: [], total: 0 });
    expect(server.headOf(second.log)).toBe(2);
  });
});

describe('what two computers said against each other', () => {
  test('is listed with what each said and when, and leaves the list once a person settled it', async () => {
    const counter = await openTestCounter();
    const { dossier } = await receive(counter.call);
    await receive(counter.call);
    await act(counter.call, dossier.id, { kind: 'withdrawn', reason: 'Không cần nữa' });
    expect(await counter.call('sync.contradictions', FIRST)).toEqual({ rows: [], total: 0 });
    await saidOnMachine2(counter, dossier.id);
    const { rows, total } = await counter.call('sync.contradictions', FIRST);
    expect(total).toBe(1);
    expect(rows).toMatchObject([
      {
        dossier: { id: dossier.id, hasAnomaly: true },
        said: { kind: 'processing-started', station: 2, actor: 'Đinh Văn Hùng', at: '2020-04-20T09:00' },
        against: { kind: 'withdrawn', station: 1, actor: 'Hà Thị Lan' },
        stateThen: 'withdrawn',
        suggestion: 'set-aside',
      },
    ]);
    const of = rows[0]?.place ?? { log: '', seq: 1 };
    await act(counter.call, dossier.id, { kind: 'contradiction-settled', of, accepts: false, reason: 'Đã hỏi máy 2' });
    expect(await counter.call('sync.contradictions', FIRST)).toEqual({ rows: [], total: 0 });
  });
});

test('how far the sending is, when the server last answered and when it is asked again is known', async () => {
  const counter = await openTestCounter({ keyStore: new Map() });
  const server = await upstreamOf();
  for (let count = 0; count < 60; count += 1) await receive(counter.call);
  const seen: (string | undefined)[] = [];
  await enrolled(counter, server);
  await counter.until(async () => {
    const { sync } = await counter.call('app.state', {});
    seen.push(sync.sending && `${sync.sending.done}/${sync.sending.total}`);
    return sync.status === 'in-sync';
  });
  const { sync } = await counter.call('app.state', {});
  expect(sync).toMatchObject({ answeredAt: '2020-04-20T08:00' });
  expect(sync.nextAt).toBeDefined();
  expect(sync.sending).toBeUndefined();
  expect(seen.filter(Boolean).length).toBeGreaterThan(0);
});
