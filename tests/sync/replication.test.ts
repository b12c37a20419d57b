import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { DossierId } from '../../domain/scan-code.ts';
import { sameVector } from '../../domain/version-vector.ts';
import type { NumberWatch } from '../../sync/counter-store.ts';
import { enrol } from '../../sync/enrol.ts';
import { Exchange } from '../../sync/exchange.ts';
import type { OpenCounterStore } from '../../sync/open-counter-store.ts';
import { type Replication, startReplication } from '../../sync/replication.ts';
import { CLOCK, openTestStore, receiveSample, temporaryFolder, XUAN_VIEN } from '../support/store.ts';
import { startUpstream } from '../support/upstream-server.ts';

type Upstream = Awaited<ReturnType<typeof startUpstream>>;

async function upstream(): Promise<Upstream> {
  const server = await startUpstream({ unitCode: XUAN_VIEN.code });
  onTestFinished(() => server.end());
  return server;
}

async function tokenFor(store: OpenCounterStore, server: Upstream): Promise<string> {
  const identity = store.identity();
  if (!identity) throw new Error('not set up');
  const answer = await enrol({
    serverUrl: server.url,
    code: await server.newCode(),
    unitCode: identity.unit.code,
    station: identity.station,
    log: identity.log,
    machine: 'test',
  });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.token;
}

async function replicate(store: OpenCounterStore, server: Upstream, token?: string): Promise<Replication> {
  const replication = await startReplication({
    store,
    serverUrl: server.url,
    token: token ?? (await tokenFor(store, server)),
    now: Date.now,
    chance: () => 0.5,
    pollMs: { afterWrite: 50, idle: 200 },
  });
  onTestFinished(() => replication.stop());
  return replication;
}

/** Resolves when `holds` does; looked at whenever the replication has something to say. */
function until(replication: Replication, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = replication.onState(() => {
      if (!holds()) return;
      stop();
      resolve();
    });
  });
}

const inSync = (replication: Replication) => () => replication.state().status === 'in-sync';

describe('a counter and its server', () => {
  test('what was received without a network arrives, once, and is proved by equal vectors', async () => {
    const server = await upstream();
    const store = openTestStore();
    for (let i = 0; i < 40; i += 1) receiveSample(store);
    const replication = await replicate(store, server);
    await until(replication, inSync(replication));
    expect(sameVector(await server.store.vectorOf(XUAN_VIEN.code), store.vector())).toBe(true);
    expect(replication.state()).toMatchObject({ status: 'in-sync', waiting: 0 });
  });

  test('a dossier received while it runs is sent by itself', async () => {
    const server = await upstream();
    const store = openTestStore();
    const replication = await replicate(store, server);
    await until(replication, inSync(replication));
    receiveSample(store);
    expect(replication.state()).toMatchObject({ status: 'waiting', waiting: 1 });
    await until(replication, inSync(replication));
  });

  test('a second counter of the commune sees it, and both hold the same', async () => {
    const server = await upstream();
    const first = openTestStore({ station: 1 });
    const second = openTestStore({ station: 2 });
    const id = receiveSample(first, { name: 'Đinh Thị Mận', station: 1 });
    const one = await replicate(first, server);
    const two = await replicate(second, server);
    await until(two, () => second.findDossier(id) !== undefined);
    expect(second.searchDossiers('man', 5).rows[0]?.id).toBe(id);
    one.syncNow();
    await until(one, () => sameVector(first.vector(), second.vector()));
  });

  test('the cable was out all day: nothing is lost, and the state says so meanwhile', async () => {
    const server = await upstream();
    const store = openTestStore();
    const token = await tokenFor(store, server);
    await server.stop();
    const replication = await replicate(store, server, token);
    await until(replication, () => replication.state().status === 'offline');
    for (let i = 0; i < 60; i += 1) receiveSample(store);
    expect(replication.state()).toMatchObject({ status: 'offline', reason: 'unreachable', waiting: 61 });
    await server.restart();
    replication.syncNow();
    await until(replication, inSync(replication));
    expect(sameVector(await server.store.vectorOf(XUAN_VIEN.code), store.vector())).toBe(true);
  });

  test('a token the server does not know is refused, and nothing is given away', async () => {
    const server = await upstream();
    const store = openTestStore();
    const replication = await replicate(store, server, 'x'.repeat(40));
    await until(replication, () => replication.state().status === 'refused');
    expect(replication.state().reason).toBe('token-refused');
  });
});

describe('traps that lose data elsewhere', () => {
  test('one failed local write during a pull loses nothing', async () => {
    const server = await upstream();
    const first = openTestStore({ station: 1 });
    for (let i = 0; i < 30; i += 1) receiveSample(first);
    const one = await replicate(first, server);
    await until(one, inSync(one));

    const second = openTestStore({ station: 2 });
    const admitted = second.database.admitReplicated;
    let failures = 0;
    Object.assign(second.database, {
      admitReplicated: (document: Parameters<typeof admitted>[0]) => {
        if (document.seq === 15 && failures < 2) {
          failures += 1;
          throw new Error('the disk said no');
        }
        admitted(document);
      },
    });
    const two = await replicate(second, server);
    await until(two, () => second.vector()['test1.1']?.seq === 31);
    expect(failures).toBe(2);
    expect(
      second.listDossiers({
        view: 'waiting',
        now: '2020-04-20T08:00' as never,
        lastDaySoon: '2020-04-22' as never,
        limit: 1,
      }).total,
    ).toBe(30);
  });

  test('a counter that was already in sync pushes again what a restored server lost', async () => {
    const server = await upstream();
    const store = openTestStore();
    for (let i = 0; i < 10; i += 1) receiveSample(store);
    const replication = await replicate(store, server);
    await until(replication, inSync(replication));
    server.loseEventsAfter('test1.1', 5);
    expect(server.headOf('test1.1')).toBe(5);
    replication.syncNow();
    await until(replication, () => server.headOf('test1.1') === 11);
    expect(replication.state()).toMatchObject({ status: 'in-sync', waiting: 0 });
  });

  test('an error of this machine in the middle of a talk does not end the talks', async () => {
    const server = await upstream();
    const store = openTestStore();
    receiveSample(store);
    const { vector } = store.database.events;
    let failures = 0;
    Object.assign(store.database.events, {
      vector: () => {
        failures += 1;
        if (failures === 1) throw new Error('the disk was busy');
        return vector();
      },
    });
    const replication = await replicate(store, server);
    await until(replication, () => server.headOf('test1.1') === 2);
    await replication.stop();
  });

  test('a server that takes nothing and gives nothing is not asked for ever', async () => {
    let asked = 0;
    const store = openTestStore();
    const exchange = new Exchange({
      events: store.database.events,
      quarantine: store.quarantine,
      now: Date.now,
      upstream: {
        sync: () => {
          asked += 1;
          const nothing = { protocol: 1, vector: {}, verdicts: [], batch: [], more: true, forks: [], time: 0 };
          return asked > 10 ? Promise.reject(new Error('asked too often')) : Promise.resolve(nothing);
        },
      },
    });
    expect((await exchange.talk()).proved).toBe(false);
    expect(asked).toBeLessThanOrEqual(2);
  });
});

describe('an older copy of the file was put back', () => {
  const watchIn = (folder: string): NumberWatch => ({
    machine: { system: 'test-system', adapters: [] },
    witnessFolder: `${folder}-witness`,
    mark: () => 'abcdef',
    opening: () => ({ machine: 'machine-1', appVersion: '0.0.0', clock: CLOCK }),
  });

  async function restored(): Promise<{ server: Upstream; store: OpenCounterStore; token: string }> {
    const server = await upstream();
    const folder = temporaryFolder();
    onTestFinished(() => rmSync(`${folder}-witness`, { recursive: true, force: true }));
    const first = openTestStore({ folder, watch: watchIn(folder) });
    receiveSample(first, { name: 'Người thứ nhất' });
    first.database.db.pragma('wal_checkpoint(TRUNCATE)');
    const copy = readFileSync(first.database.db.name);
    receiveSample(first, { name: 'Người thứ hai' });
    const token = await tokenFor(first, server);
    const replication = await replicate(first, server, token);
    await until(replication, inSync(replication));
    await replication.stop();
    await first.close();
    writeFileSync(path.join(folder, 'counter.db'), copy);
    return { server, store: openTestStore({ folder, watch: watchIn(folder) }), token };
  }

  test('what it lacks comes back from the server, and nothing is a fork', async () => {
    const { server, store, token } = await restored();
    expect(store.numbers()).toMatchObject({ skipped: 'older-copy' });
    const before = receiveSample(store, { name: 'Trước khi có mạng' });
    const replication = await replicate(store, server, token);
    await until(replication, inSync(replication));
    expect(store.vector()['test1.1']?.seq).toBe(3);
    expect(server.headOf('test1.1.iabcdef')).toBe(store.vector()['test1.1.iabcdef']?.seq);
    const after = receiveSample(store, { name: 'Sau khi có mạng' });
    expect(new Set(['08305012000001', '08305012000002', before, after]).size).toBe(4);
    for (const id of [before, after]) expect(store.findDossier(id)?.anomalies).toEqual([]);
    expect(store.findDossier('08305012000002' as DossierId)?.intake?.applicant.name).toBe('Người thứ hai');
  });
});

describe('a file that nobody watches over was put back', () => {
  async function restored(): Promise<{ server: Upstream; store: OpenCounterStore; token: string }> {
    const server = await upstream();
    const folder = temporaryFolder();
    const first = openTestStore();
    receiveSample(first, { name: 'Người thứ nhất' });
    first.database.db.pragma('wal_checkpoint(TRUNCATE)');
    copyFileSync(first.database.db.name, path.join(folder, 'counter.db'));
    receiveSample(first, { name: 'Người thứ hai' });
    const token = await tokenFor(first, server);
    const replication = await replicate(first, server, token);
    await until(replication, inSync(replication));
    await replication.stop();
    await first.close();
    return { server, store: openTestStore({ folder }), token };
  }

  test('once it has talked to the server, no number is given out twice', async () => {
    const { server, store, token } = await restored();
    const replication = await replicate(store, server, token);
    await until(replication, () => store.vector()['test1.1']?.seq === 3);
    const id = receiveSample(store, { name: 'Người thứ ba' });
    expect(id).toBe('08305012000003');
    expect(store.findDossier(id)?.anomalies).toEqual([]);
  });

  test('when it went on before it talked, the fork is told and receptions go on', async () => {
    const { server, store, token } = await restored();
    receiveSample(store, { name: 'Trước khi có mạng' });
    const replication = await replicate(store, server, token);
    await until(replication, () => replication.state().reason === 'log-forked');
    receiveSample(store, { name: 'Sau khi có mạng' });
    expect(store.vector()['test1.1']?.seq).toBe(4);
  });
});
