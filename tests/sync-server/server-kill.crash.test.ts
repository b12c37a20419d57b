import path from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../../sync/server/sqlite-store.ts';
import { parseSyncResponse } from '../../sync/wire/messages.ts';
import { temporaryFolder } from '../support/store.ts';
import { post, requestOf, sync, tryToEnrol, UNIT } from './client.ts';
import { headAt, logOf, runOf } from './logs.ts';
import { runServer, serve, type Serving } from './server-process.ts';

const KILLS = 20;
const COUNTERS = 3;
const LENGTH = 6_000;

type Counter = {
  readonly log: string;
  readonly token: string;
  readonly events: ReturnType<typeof logOf>;
  /** The last seq the server said it stored. */
  acked: number;
};

test('a server killed at any moment still has every event it acknowledged', async () => {
  const data = temporaryFolder();
  const counters = await enrolCounters(data);
  let acks = 0;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const server = await serve('--data', data, '--port', '0');
    for (const counter of counters) await expectAllAcked(server, counter);
    const ackedBefore = acks;
    let ended: Promise<unknown> | undefined;
    // A different number of answers before each kill, so that it falls into different moments of a push.
    const killAfter = 1 + ((kill * 7) % 13);
    await Promise.all(
      counters.map((counter) =>
        pushUntilCut(server, counter, () => {
          acks += 1;
          if (acks - ackedBefore >= killAfter) ended ??= server.end('SIGKILL');
        }),
      ),
    );
    await ended;
    expect(acks - ackedBefore).toBeGreaterThanOrEqual(killAfter);
  }
  const server = await serve('--data', data, '--port', '0');
  for (const counter of counters) await expectAllAcked(server, counter);
  await server.end('SIGTERM');
  await expectWholeLogs(data, counters);
  const events = counters.reduce((sum, { acked }) => sum + acked, 0);
  process.stdout.write(
    `server-kill: ${KILLS} kills, ${acks} answers, ${events} events acknowledged, 0 lost, 0 duplicate\n`,
  );
});

async function enrolCounters(data: string): Promise<readonly Counter[]> {
  const codes = [await runServer('--init', '--unit', UNIT, '--data', data, '--no-serve')];
  for (let i = 1; i < COUNTERS; i += 1) {
    codes.push(await runServer('--new-code', '--unit', UNIT, '--data', data, '--no-serve'));
  }
  const server = await serve('--data', data, '--port', '0');
  const counters: Counter[] = [];
  for (const [i, { out }] of codes.entries()) {
    const place = { station: i + 1, log: `log${i + 1}.1` };
    const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(out)?.[0] ?? '';
    const { body } = await tryToEnrol(server, { code, ...place });
    const token = typeof body === 'object' && body !== null && 'token' in body ? String(body.token) : '';
    counters.push({ log: place.log, token, events: logOf({ unitCode: UNIT, length: LENGTH, ...place }), acked: 0 });
  }
  await server.end('SIGTERM');
  return counters;
}

/** Pushes batch after batch until the connection breaks. */
async function pushUntilCut(server: Serving, counter: Counter, onAnswer: () => void): Promise<void> {
  for (;;) {
    const from = counter.acked + 1;
    const to = Math.min(LENGTH, counter.acked + 20);
    if (from > LENGTH) throw new Error('the log is used up: make it longer');
    const body = requestOf({ batch: [runOf(counter.events, from, to)], wantBytes: 1 });
    const answer = await post(`${server.url}/v1/sync`, body, { authorization: `Bearer ${counter.token}` }).catch(
      (error: unknown) => {
        // The server is gone: that is what this test is about.
        if (error instanceof Error) return undefined;
        throw error;
      },
    );
    if (!answer) return;
    const verdicts = parseSyncResponse(answer.body)?.verdicts ?? [];
    expect(verdicts.every(({ verdict }) => verdict === 'stored' || verdict === 'duplicate')).toBe(true);
    counter.acked = verdicts.at(-1)?.to ?? counter.acked;
    onAnswer();
  }
}

/** Every log is there from its first event to its head, each event once, as it was written. */
async function expectWholeLogs(data: string, counters: readonly Counter[]): Promise<void> {
  const store = openSqliteStore(path.join(data, 'server.db'), { create: false });
  const vector = await store.vectorOf(UNIT);
  const { events } = await store.eventsAfter(UNIT, {}, 1e9);
  await store.close();
  expect(events).toEqual(counters.flatMap(({ log, events: written }) => written.slice(0, vector[log]?.seq)));
}

async function expectAllAcked(server: Serving, { log, token, events, acked }: Counter): Promise<void> {
  const { vector } = await sync(server, token, { wantBytes: 1 });
  const seq = vector[log]?.seq ?? 0;
  expect(seq).toBeGreaterThanOrEqual(acked);
  if (seq > 0) expect(vector[log]).toEqual(headAt(events, seq));
}
