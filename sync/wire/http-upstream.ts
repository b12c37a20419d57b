import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import {
  type EnrolRequest,
  type EnrolResponse,
  parseEnrolResponse,
  parseProblem,
  parseSyncResponse,
  type Problem,
  type SyncRequest,
  type SyncResponse,
} from './messages.ts';

const compress = promisify(gzip);
/** A full answer takes a minute and a half on the slowest line that is still in use (40 kbit/s). */
const TIMEOUT_MS = 150_000;

/** The server was not reached, did not answer in time, or said no. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly code: 'unreachable' | 'timed-out' | Problem['error'];

  constructor(code: UpstreamError['code'], cause?: unknown) {
    super(`upstream: ${code}`, { cause });
    this.code = code;
  }
}

/** The way to one upstream server. Every call either answers a parsed message or throws {@link UpstreamError}. */
export type Upstream = {
  readonly sync: (request: SyncRequest) => Promise<SyncResponse>;
};

export function httpUpstream(options: {
  readonly serverUrl: string;
  readonly token: string;
  readonly signal: AbortSignal;
}): Upstream {
  return {
    sync: async (request) => {
      const answer = await post(options.serverUrl, 'v1/sync', { body: request, ...options });
      return parseSyncResponse(answer) ?? fail('server-error');
    },
  };
}

export async function postEnrolment(serverUrl: string, request: EnrolRequest): Promise<EnrolResponse> {
  return parseEnrolResponse(await post(serverUrl, 'v1/enrol', { body: request })) ?? fail('server-error');
}

type Posting = { readonly body: object; readonly token?: string; readonly signal?: AbortSignal };

async function post(serverUrl: string, path: string, posting: Posting): Promise<unknown> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const headers = {
    'content-type': 'application/json',
    'content-encoding': 'gzip',
    ...(posting.token === undefined ? {} : { authorization: `Bearer ${posting.token}` }),
  };
  try {
    const response = await fetch(new URL(path, withSlash(serverUrl)), {
      method: 'POST',
      headers,
      body: await compress(JSON.stringify(posting.body)),
      signal: posting.signal ? AbortSignal.any([posting.signal, timeout]) : timeout,
      redirect: 'error',
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok) return answer;
    throw new UpstreamError(parseProblem(answer)?.error ?? 'server-error');
  } catch (error) {
    if (error instanceof UpstreamError) throw error;
    throw new UpstreamError(timeout.aborted ? 'timed-out' : 'unreachable', error);
  }
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

function fail(code: UpstreamError['code']): never {
  throw new UpstreamError(code);
}
