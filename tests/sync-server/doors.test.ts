import { connect } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';
import fastify from 'fastify';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createServer } from '../../sync/server/app.ts';
import { listen, OpenNetworkError } from '../../sync/server/listen.ts';
import { hashCode, newEnrolmentCode } from '../../sync/server/secrets.ts';
import { openSqliteStore } from '../../sync/server/sqlite-store.ts';
import type { Store } from '../../sync/server/store.ts';
import { LARGEST_BODY_BYTES, parseProblem, parseSyncResponse } from '../../sync/wire/messages.ts';
import { enrolled, post, requestOf, sync, tryToEnrol, UNIT, upstream } from './client.ts';
import { logOf, runOf } from './logs.ts';

describe('without a token', () => {
  test.for([
    ['POST', '/v1/sync', 401, 'token-refused'],
    ['GET', '/v1/sync', 404, 'malformed'],
    ['GET', '/v1/enrol', 404, 'malformed'],
    ['PUT', '/v1/sync', 404, 'malformed'],
    ['OPTIONS', '/v1/sync', 404, 'malformed'],
    ['GET', '/', 404, 'malformed'],
    ['GET', '/healthz', 404, 'malformed'],
    ['GET', '/v1', 404, 'malformed'],
    ['GET', '/metrics', 404, 'malformed'],
    ['POST', '/v1/sync/', 404, 'malformed'],
    ['POST', '/V1/SYNC', 404, 'malformed'],
    ['POST', '/v2/sync', 404, 'malformed'],
    ['DELETE', '/v1/events', 404, 'malformed'],
    ['GET', '/%', 404, 'malformed'],
  ] as const)('%s %s is refused and tells nothing', async ([method, path, status, error]) => {
    const server = await upstream();
    const response = await fetch(server.url + path, { method });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error });
  });

  test.for([
    ['none', {}],
    ['an invented one', { authorization: `Bearer ${'x'.repeat(43)}` }],
    ['an empty one', { authorization: 'Bearer ' }],
    ['another scheme', { authorization: `Basic ${'x'.repeat(43)}` }],
    ['one in the address', { 'x-token': 'x'.repeat(43) }],
  ] as const)('a sync with %s is refused before its body is read', async ([, headers]) => {
    const server = await upstream();
    const answer = await post(`${server.url}/v1/sync`, 'not JSON at all', headers);
    expect(answer).toMatchObject({ status: 401, body: { error: 'token-refused' } });
  });

  test('a path that is not there stays so for an enrolled counter', async () => {
    const server = await upstream();
    const token = await enrolled(server);
    const response = await fetch(`${server.url}/v1/quarantine`, { headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(404);
  });

  test('what is not even HTTP gets a problem and the door', async () => {
    const server = await upstream();
    const answer = await talkRaw(server.url, 'XIN CHÀO\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(parseProblem(JSON.parse(answer.split('\r\n\r\n')[1] ?? ''))).toEqual({ error: 'malformed' });
  });
});

describe('a body', () => {
  test('that came packed is read, and a long answer goes back packed to whoever reads gzip', async () => {
    const server = await upstream();
    const token = await enrolled(server);
    const log = logOf({ log: 'aaaa.1', unitCode: UNIT, station: 1, length: 50 });
    const packed = gzipSync(requestOf({ batch: [runOf(log)] }));
    const headers = { authorization: `Bearer ${token}`, 'content-encoding': 'gzip' };
    const answer = await post(`${server.url}/v1/sync`, packed, headers);
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(parseSyncResponse(answer.body)?.batch[0]?.events).toHaveLength(50);

    const plain = await post(`${server.url}/v1/sync`, requestOf({}), {
      authorization: `Bearer ${token}`,
      'accept-encoding': 'identity',
    });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(parseSyncResponse(plain.body)?.batch[0]?.events).toHaveLength(50);
  });

  test('that swells beyond the limit when unpacked is refused: a zip bomb', async () => {
    const server = await upstream();
    const token = await enrolled(server);
    const bomb = gzipSync(' '.repeat(64 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    expect(gunzipSync(bomb)).toHaveLength(64 * 1024 * 1024);
    const headers = { authorization: `Bearer ${token}`, 'content-encoding': 'gzip' };
    const answer = await post(`${server.url}/v1/sync`, bomb, headers);
    expect(answer).toMatchObject({ status: 413, body: { error: 'too-large' } });
    expect(await sync(server, token)).toMatchObject({ verdicts: [] });
  });

  test('above the limit is refused', async () => {
    const server = await upstream();
    const token = await enrolled(server);
    const answer = await post(`${server.url}/v1/sync`, ' '.repeat(LARGEST_BODY_BYTES + 1), {
      authorization: `Bearer ${token}`,
    });
    expect(answer).toMatchObject({ status: 413, body: { error: 'too-large' } });
  });

  test('of an enrolment may be small only, packed or not: nobody is known yet', async () => {
    const server = await upstream();
    const url = `${server.url}/v1/enrol`;
    const long = JSON.stringify({ protocol: 1, code: 'x'.repeat(10_000) });
    expect(await post(url, long)).toMatchObject({ status: 413, body: { error: 'too-large' } });
    const packed = await post(url, gzipSync(long), { 'content-encoding': 'gzip' });
    expect(packed).toMatchObject({ status: 413, body: { error: 'too-large' } });
  });

  test.for([
    ['not JSON', '{"protocol":1,'],
    ['empty', ''],
    ['JSON of something else', '[]'],
    ['without a vector', JSON.stringify({ protocol: 1, batch: [], wantBytes: 1 })],
    ['with a run that says no place', requestOf({ batch: [{ events: [{}] }] })],
    ['with a run without events', requestOf({ batch: [{ ...runOf(aLog()), events: [] }] })],
    ['with a log named like no log', requestOf({ batch: [{ ...runOf(aLog()), log: '../../etc' }] })],
    [
      'with an event nested too deep to be hashed',
      requestOf({ batch: [runOf(aLog())] }).replace('như cũ"', `","d":${'['.repeat(20_000)}${']'.repeat(20_000)}`),
    ],
  ] as const)('%s is malformed, and the server stands', async ([, body]) => {
    const server = await upstream();
    const token = await enrolled(server);
    const answer = await post(`${server.url}/v1/sync`, body, { authorization: `Bearer ${token}` });
    expect(answer).toMatchObject({ status: 400, body: { error: 'malformed' } });
    expect(await sync(server, token)).toMatchObject({ verdicts: [] });
  });

  test.for([
    ['of another type', requestOf({}), { 'content-type': 'text/plain' }],
    ['packed in an unknown way', requestOf({}), { 'content-encoding': 'br' }],
    ['said to be packed and not', requestOf({}), { 'content-encoding': 'gzip' }],
    ['packed and cut off', gzipSync(requestOf({})).subarray(0, 30), { 'content-encoding': 'gzip' }],
  ] as const)('%s is malformed', async ([, body, headers]) => {
    const server = await upstream();
    const token = await enrolled(server);
    const answer = await post(`${server.url}/v1/sync`, body, { authorization: `Bearer ${token}`, ...headers });
    expect(answer).toMatchObject({ status: 400, body: { error: 'malformed' } });
  });

  test('full of quotes that never close is refused in no time', async () => {
    const server = await upstream();
    const token = await enrolled(server);
    const body = `{"a":"${'\\"'.repeat(2_000_000)}`;
    const started = performance.now();
    const answer = await post(`${server.url}/v1/sync`, body, { authorization: `Bearer ${token}` });
    expect(answer.status).toBe(400);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('an older program', () => {
  test('is told that its protocol is too old, even when its message cannot be read', async () => {
    const server = await upstream();
    const token = await enrolled(server);
    const body = JSON.stringify({ protocol: 0, cursor: 7 });
    const answer = await post(`${server.url}/v1/sync`, body, { authorization: `Bearer ${token}` });
    expect(answer).toMatchObject({ status: 426, body: { error: 'protocol-too-old' } });
    const enrol = await post(`${server.url}/v1/enrol`, body);
    expect(enrol).toMatchObject({ status: 426, body: { error: 'protocol-too-old' } });
  });

  test('and a newer one is answered in the protocol of the server', async () => {
    const server = await upstream();
    const token = await enrolled(server);
    const body = JSON.stringify({ protocol: 2, vector: {}, batch: [], wantBytes: 1, addedLater: true });
    const answer = await post(`${server.url}/v1/sync`, body, { authorization: `Bearer ${token}` });
    expect(answer).toMatchObject({ status: 200, body: { protocol: 1 } });
  });
});

describe('what the server says of itself', () => {
  test('its log names units, logs and counts, and never what a person typed', async () => {
    const lines: string[] = [];
    const { url, store } = await loggedServer(lines);
    const token = await enrolled({ url, newCode: codesIn(store) });
    const log = aLog();
    await sync({ url }, token, { batch: [runOf(log), { ...runOf(log), head: '1'.repeat(64) }, runOf(aLog(2))] });
    await post(`${url}/v1/sync`, '{"actor":"Hà Thị Lan"', { authorization: `Bearer ${token}` });
    await tryToEnrol({ url }, { code: 'GUESS-GUESS' });
    expect(lines.some((line) => line.includes('set aside aaaa.1 1-4: chain-broken'))).toBe(true);
    expect(lines.some((line) => line.includes('set aside aaaa.1 1-4: hash-differs'))).toBe(true);
    expect(lines.some((line) => line.startsWith('enrol 08305 station 1 aaaa.1: ok'))).toBe(true);
    for (const secret of ['Lan', 'như cũ', token, 'GUESS', 'may-1', '127.0.0.1']) {
      expect(lines.join('\n')).not.toContain(secret);
    }
  });

  test('a broken store is a server error that names the fault and quotes nothing', async () => {
    const lines: string[] = [];
    const { url, store } = await loggedServer(lines);
    const token = await enrolled({ url, newCode: codesIn(store) });
    Object.assign(store, {
      append: () => Promise.reject(Object.assign(new Error('near "Hà Thị Lan": broken'), { code: 'SQLITE_IOERR' })),
    });
    const answer = await post(`${url}/v1/sync`, requestOf({ batch: [runOf(aLog())] }), {
      authorization: `Bearer ${token}`,
    });
    expect(answer).toMatchObject({ status: 500, body: { error: 'server-error' } });
    expect(lines.at(-1)).toMatch(/^failed: Error SQLITE_IOERR at /);
    expect(lines.join('\n')).not.toContain('Lan');
  });
});

describe('plain HTTP', () => {
  test.for(['0.0.0.0', '::', '192.168.1.10', 'localhost', 'example.org', ''])('is not spoken on %j', async (host) => {
    const app = fastify();
    onTestFinished(() => app.close());
    await expect(listen(app, { host, port: 0 })).rejects.toThrow(OpenNetworkError);
    expect(app.server.listening).toBe(false);
  });
});

async function loggedServer(lines: string[]): Promise<{ url: string; store: Store }> {
  const store = openSqliteStore(':memory:', { create: true });
  const app = createServer({ store, now: Date.now, log: (line) => lines.push(line) });
  const port = await listen(app, { host: '127.0.0.1', port: 0 });
  onTestFinished(async () => {
    await app.close();
    await store.close();
  });
  return { url: `http://127.0.0.1:${port}`, store };
}

function codesIn(store: Store): () => Promise<string> {
  return async () => {
    const code = newEnrolmentCode();
    await store.addCode({ codeHash: hashCode(code), unitCode: UNIT, expiresAt: Date.now() + 60_000 });
    return code;
  };
}

function talkRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer)).on('error', reject);
  });
}

function aLog(forkedAt = Infinity) {
  return logOf({ log: 'aaaa.1', unitCode: UNIT, station: 1, length: 4, forkedAt });
}
