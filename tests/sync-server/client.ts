import { onTestFinished } from 'vitest';
import {
  parseEnrolResponse,
  parseSyncResponse,
  PROTOCOL,
  type Run,
  type SyncResponse,
} from '../../sync/wire/messages.ts';
import { startUpstream, type TestUpstream } from '../support/upstream-server.ts';

export const UNIT = '08305';
export const OTHER_UNIT = '08314';

/** A real server on a loopback port that ends with the test. */
export async function upstream(options: { now?: () => number; folder?: string } = {}): Promise<TestUpstream> {
  const server = await startUpstream({ unitCode: UNIT, ...options });
  onTestFinished(() => server.end());
  return server;
}

export type Answer = { readonly status: number; readonly body: unknown; readonly headers: Headers };

export async function post(url: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Answer> {
  const init = { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } };
  const response = await fetch(url, init);
  return { status: response.status, headers: response.headers, body: await response.json() };
}

export type Wish = { code: string; unitCode?: string; station?: number; log?: string };

export function tryToEnrol(server: { readonly url: string }, wish: Wish): Promise<Answer> {
  const { code, unitCode = UNIT, station = 1, log = 'aaaa.1' } = wish;
  const body = { protocol: PROTOCOL, code, unitCode, station, log, machine: 'may-1' };
  return post(`${server.url}/v1/enrol`, JSON.stringify(body));
}

/** Enrols with a fresh code and answers the token. */
export async function enrolled(
  server: Pick<TestUpstream, 'url' | 'newCode'>,
  wish: Omit<Wish, 'code'> = {},
): Promise<string> {
  const code = await server.newCode(wish.unitCode ?? UNIT);
  const answer = await tryToEnrol(server, { ...wish, code });
  const response = parseEnrolResponse(answer.body);
  if (!response) throw new Error(`not enrolled: ${JSON.stringify(answer.body)}`);
  return response.token;
}

export type Ask = {
  readonly batch?: readonly unknown[];
  readonly vector?: SyncResponse['vector'];
  readonly wantBytes?: number;
};

export function requestOf({ batch = [], vector = {}, wantBytes = 1_000_000 }: Ask): string {
  return JSON.stringify({ protocol: PROTOCOL, vector, batch, wantBytes });
}

/** One sync round that must be understood. */
export async function sync(server: { readonly url: string }, token: string, ask: Ask = {}): Promise<SyncResponse> {
  const answer = await post(`${server.url}/v1/sync`, requestOf(ask), { authorization: `Bearer ${token}` });
  const response = answer.status === 200 ? parseSyncResponse(answer.body) : undefined;
  if (!response) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return response;
}

export function seqsOf(batch: readonly Run[]): readonly string[] {
  return batch.map(({ log, from, events }) => `${log} ${from}-${from + events.length - 1}`);
}
