import { describe, expect, test } from 'vitest';
import { hashCode, newEnrolmentCode } from '../../sync/server/secrets.ts';
import { parseEnrolResponse } from '../../sync/wire/messages.ts';
import { enrolled, OTHER_UNIT, sync, tryToEnrol, UNIT, upstream } from './client.ts';

describe('a one-time code', () => {
  test('enrols a counter, whose token is known to the server from then on', async () => {
    const server = await upstream();
    const answer = await tryToEnrol(server, { code: await server.newCode() });
    expect(answer.status).toBe(200);
    const token = parseEnrolResponse(answer.body)?.token ?? '';
    expect(await sync(server, token)).toMatchObject({ vector: {}, batch: [], forks: [], more: false });
  });

  test('is good however it is typed: lower case, spaces, no hyphen', async () => {
    const server = await upstream();
    const code = await server.newCode();
    const typed = ` ${code.toLowerCase().replace('-', ' ')} `;
    expect((await tryToEnrol(server, { code: typed })).status).toBe(200);
  });

  test('is used up by one counter', async () => {
    const server = await upstream();
    const code = await server.newCode();
    expect((await tryToEnrol(server, { code })).status).toBe(200);
    const second = await tryToEnrol(server, { code, station: 2, log: 'bbbb.1' });
    expect(second).toMatchObject({ status: 403, body: { error: 'code-refused' } });
  });

  test('is refused when it came too late', async () => {
    const clock = { at: Date.UTC(2020, 3, 20) };
    const server = await upstream({ now: () => clock.at });
    const code = await server.newCode();
    clock.at += 3_600_000;
    expect(await tryToEnrol(server, { code })).toMatchObject({ status: 403, body: { error: 'code-refused' } });
  });

  test('is good for its own unit only', async () => {
    const server = await upstream();
    const code = await server.newCode(OTHER_UNIT);
    expect(await tryToEnrol(server, { code })).toMatchObject({ status: 403, body: { error: 'other-unit' } });
    expect((await tryToEnrol(server, { code, unitCode: OTHER_UNIT })).status).toBe(200);
  });

  test('is spent after five wrong tries, even when a guesser waits in between', async () => {
    const clock = { at: Date.UTC(2020, 3, 20) };
    const server = await upstream({ now: () => clock.at });
    const code = await server.newCode();
    for (let i = 0; i < 5; i += 1) {
      expect((await tryToEnrol(server, { code: `00000-0000${i}` })).status).toBe(403);
      clock.at += 20_000;
    }
    expect(await tryToEnrol(server, { code })).toMatchObject({ status: 403, body: { error: 'code-refused' } });
    expect((await tryToEnrol(server, { code: await server.newCode() })).status).toBe(200);
  });

  test('cannot be guessed quickly: after five wrong codes nobody is let in for a minute', async () => {
    const clock = { at: Date.UTC(2020, 3, 20) };
    const server = await upstream({ now: () => clock.at });
    for (let i = 0; i < 5; i += 1) await tryToEnrol(server, { code: `00000-0000${i}` });
    const code = await server.newCode();
    const early = await tryToEnrol(server, { code });
    expect(early).toMatchObject({ status: 429, body: { error: 'code-refused' } });
    expect(early.headers.get('retry-after')).toBe('60');
    clock.at += 60_000;
    const late = await server.newCode();
    expect((await tryToEnrol(server, { code: late })).status).toBe(200);
  });

  test('has no letter that looks like another or that a Vietnamese keyboard would change', () => {
    const codes = new Set(Array.from({ length: 500 }, () => newEnrolmentCode()));
    expect(codes.size).toBe(500);
    for (const code of codes) expect(code).toMatch(/^[0-9BCFGHJKMNPQRSTVXZ]{5}-[0-9BCFGHJKMNPQRSTVXZ]{5}$/);
  });

  test('is not kept: the server has its hash alone', () => {
    const code = newEnrolmentCode();
    expect(hashCode(code)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashCode('O1L0I-00000')).toBe(hashCode('01101 00000'));
  });
});

describe('a station', () => {
  test('belongs to one log: a second is refused, and its code stays good for another station', async () => {
    const server = await upstream();
    await enrolled(server, { station: 1, log: 'aaaa.1' });
    const code = await server.newCode();
    const second = await tryToEnrol(server, { code, station: 1, log: 'bbbb.1' });
    expect(second).toMatchObject({ status: 409, body: { error: 'station-taken' } });
    expect((await tryToEnrol(server, { code, station: 2, log: 'bbbb.1' })).status).toBe(200);
  });

  test('of another unit is another station', async () => {
    const server = await upstream();
    await enrolled(server, { unitCode: UNIT, station: 1, log: 'aaaa.1' });
    expect(await enrolled(server, { unitCode: OTHER_UNIT, station: 1, log: 'cccc.1' })).toMatch(/^[\w-]{43}$/);
  });

  test('may be enrolled again by its own log, and then the lost token is worth nothing', async () => {
    const server = await upstream();
    const lost = await enrolled(server);
    const found = await enrolled(server);
    expect(await sync(server, found)).toMatchObject({ verdicts: [] });
    await expect(sync(server, lost)).rejects.toThrow('401');
  });
});
