import { describe, expect, onTestFinished, test } from 'vitest';
import { openTestCounter, get, receive, refusalOf, type TestCounter } from '../support/counter.ts';
import { epochMsOf, localMoment } from '../../domain/plain-date.ts';
import { startUpstream, type TestUpstream } from '../support/upstream-server.ts';

async function upstreamOf(unitCode = '08305'): Promise<TestUpstream> {
  // Its clock and the counter's agree.
  const server = await startUpstream({ unitCode, now: () => epochMsOf(localMoment('2020-04-20T08:00')) });
  onTestFinished(() => server.end());
  return server;
}

async function enrolled(counter: TestCounter, server: TestUpstream): Promise<void> {
  get(await counter.call('sync.enrol', { serverUrl: server.url, code: await server.newCode() }));
}

function untilSync(counter: TestCounter, status: string): Promise<void> {
  return counter.until(async () => (await counter.call('app.state', {})).sync.status === status);
}

describe('a counter without a server', () => {
  test('lacks nothing and says so', async () => {
    const { call } = await openTestCounter();
    await receive(call);
    expect((await call('app.state', {})).sync).toEqual({ status: 'no-server', waiting: 0, quarantined: 0 });
    expect(await call('sync.now', {})).toBeNull();
  });

  test('is not linked to what is no address, nor over plain HTTP to another computer', async () => {
    const { call } = await openTestCounter();
    for (const serverUrl of ['yen lap', 'ftp://example.invalid', 'https://user:secret@example.invalid', '']) {
      expect(refusalOf(await call('sync.enrol', { serverUrl, code: 'x' }))).toEqual({ code: 'not-a-url' });
    }
    const plain = await call('sync.enrol', { serverUrl: 'http://192.168.1.9:8080', code: 'x' });
    expect(refusalOf(plain)).toEqual({ code: 'plain-http-outside-loopback' });
  });

  test('stays so when the code is wrong or nobody answers', async () => {
    const { call } = await openTestCounter();
    const server = await upstreamOf();
    const wrong = await call('sync.enrol', { serverUrl: server.url, code: 'WRONG-CODE' });
    expect(refusalOf(wrong)).toEqual({ code: 'code-refused' });
    await server.stop();
    const silent = await call('sync.enrol', { serverUrl: server.url, code: 'WRONG-CODE' });
    expect(refusalOf(silent)).toEqual({ code: 'unreachable' });
    expect((await call('app.state', {})).sync.status).toBe('no-server');
  });
});

describe('a counter with a server', () => {
  test('sends what it received before it knew the server, and proves it', async () => {
    const counter = await openTestCounter({ keyStore: new Map() });
    const server = await upstreamOf();
    await receive(counter.call);
    await enrolled(counter, server);
    await untilSync(counter, 'in-sync');
    const { sync } = await counter.call('app.state', {});
    expect(sync).toMatchObject({
      waiting: 0,
      serverUrl: `${server.url}/`,
      provedAt: '2020-04-20T08:00',
      quarantined: 0,
    });
  });

  test('receives all the same while the server is away, and catches up by itself after a restart', async () => {
    const counter = await openTestCounter({ keyStore: new Map() });
    const server = await upstreamOf();
    await enrolled(counter, server);
    await untilSync(counter, 'in-sync');
    await server.stop();
    await receive(counter.call);
    await counter.call('sync.now', {});
    await untilSync(counter, 'offline');
    expect((await counter.call('app.state', {})).sync).toMatchObject({ waiting: 1, reason: 'unreachable' });
    await server.restart();
    await counter.restart();
    await untilSync(counter, 'in-sync');
  });

  test('keeps its token where only this user can read it; without the key store it must be enrolled again', async () => {
    const keyStore = new Map<string, string>();
    const counter = await openTestCounter({ keyStore });
    const server = await upstreamOf();
    await enrolled(counter, server);
    expect(keyStore.size).toBe(1);
    keyStore.clear();
    await counter.restart();
    await untilSync(counter, 'refused');
    expect((await counter.call('app.state', {})).sync.reason).toBe('token-refused');
    const { dossier } = await receive(counter.call);
    expect(dossier.status).toBe('received');
  });

  test('on a computer without a key store is linked all the same', async () => {
    const counter = await openTestCounter();
    await enrolled(counter, await upstreamOf());
    await untilSync(counter, 'in-sync');
    await counter.restart();
    await untilSync(counter, 'in-sync');
  });

  test('is silent while a trial is open, and goes on after it', async () => {
    const counter = await openTestCounter({ keyStore: new Map() });
    await enrolled(counter, await upstreamOf());
    await untilSync(counter, 'in-sync');
    await counter.call('trial.start', {});
    await receive(counter.call);
    expect((await counter.call('app.state', {})).sync.status).toBe('no-server');
    await counter.call('trial.end', {});
    await untilSync(counter, 'in-sync');
  });
});

describe('a server whose clock shows another time', () => {
  test('makes the counter’s clock suspect, and a date is promised to nobody until a person vouched for it', async () => {
    const counter = await openTestCounter();
    const server = await startUpstream({ unitCode: '08305', now: () => epochMsOf(localMoment('2020-04-22T08:00')) });
    onTestFinished(() => server.end());
    await enrolled(counter, server);
    await untilSync(counter, 'in-sync');
    expect(await counter.call('app.state', {})).toMatchObject({ clockQuality: 'suspect', needsDateConfirmed: true });
    get(await counter.call('clock.confirm', { date: '20/04/2020' }));
    expect((await receive(counter.call)).dossier.intake?.dossierNumber).toContain('-200420-');
  });

  test('that agrees makes it synced, and each event says so', async () => {
    const counter = await openTestCounter();
    await enrolled(counter, await upstreamOf());
    await untilSync(counter, 'in-sync');
    expect((await counter.call('app.state', {})).clockQuality).toBe('synced');
  });
});

test('a computer that took a station of its own is another device to the server: it has to enrol anew', async () => {
  const counter = await openTestCounter();
  const server = await upstreamOf();
  await enrolled(counter, server);
  await untilSync(counter, 'in-sync');
  await counter.moveToMachine({ system: 'other-system', adapters: [] });
  get(await counter.call('numbers.takeStation', { station: 2 }));
  expect((await counter.call('app.state', {})).sync.status).toBe('no-server');
  const { dossier } = await receive(counter.call);
  await enrolled(counter, server);
  await untilSync(counter, 'in-sync');
  // What it did under the log it came with, and under its own: all of it is there.
  expect(server.headOf(dossier.intake?.log ?? '')).toBe(dossier.intake?.seq);
  const { sync } = await counter.call('app.state', {});
  expect(sync).toMatchObject({ waiting: 0, quarantined: 0 });
});
