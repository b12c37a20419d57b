import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import {
  type EnrolResponse,
  LARGEST_BODY_BYTES,
  parseEnrolRequest,
  type Problem,
  PROTOCOL,
  type SyncResponse,
} from '../wire/messages.ts';
import { packBody, readBody } from './body.ts';
import { enrolDevice, hashToken } from './enrolment.ts';
import { exchange } from './exchange.ts';
import { problemOf, ProblemError } from './problem.ts';
import { isTooOld, readSyncRequest } from './read-request.ts';
import { errorFacts, type ServerLog } from './server-log.ts';
import type { Device, Store } from './store.ts';
import { TryLimit } from './try-limit.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, once the token was found. */
    device: Device | null;
  }
}

export type ServerParts = {
  readonly store: Store;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly log?: ServerLog;
};

/** Enrolment tries of one address: ten a minute, far above a person's, far below a guesser's. */
const ENROL_TRIES = { most: 10, windowMs: 60_000 };

// A warm connection must live through a slow line: Node's own 5 s cut it while one answer still crawls in.
const KEEP_ALIVE_TIMEOUT_MS = 120_000;
const REQUEST_TIMEOUT_MS = 300_000;

const SILENT: ServerLog = () => undefined;

/**
 * The upstream server, not yet listening. Two addresses answer: `POST /v1/enrol`, and `POST /v1/sync` to an enrolled
 * device; everything else is 404. Whatever is not 200 is a `Problem`. Closing the app leaves the store open.
 */
export function createServer(parts: ServerParts): FastifyInstance {
  const log = parts.log ?? SILENT;
  const app = Fastify({
    bodyLimit: LARGEST_BODY_BYTES,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    // A client that stopped half-way through a request must not hold up the end of the process; it will ask again.
    forceCloseConnections: true,
    return503OnClosing: false,
    frameworkErrors: (_error, _request, reply) => sendProblem(reply, 404, 'malformed'),
    clientErrorHandler: (_error, socket) => {
      if (socket.writable) socket.end(UNREADABLE_REQUEST);
      else socket.destroy();
    },
  });
  speakJson(app);
  refuseStrangers(app, parts.store);
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.statusCode >= 500) {
      log({ level: 'error', event: 'server-error', unit: request.device?.unitCode ?? '', ...errorFacts(error) });
    }
    return sendProblem(reply, problem.statusCode, problem.code);
  });
  addEnrol(app, { ...parts, log });
  addSync(app, { ...parts, log });
  return app;
}

function speakJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, raw: Buffer) =>
    readBody(raw, request.headers['content-encoding']),
  );
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string') return payload;
    const packed = await packBody(payload, request.headers['accept-encoding']);
    if (!packed) return payload;
    reply.header('content-encoding', 'gzip');
    reply.removeHeader('content-length');
    return packed;
  });
}

/** Before a byte of a body is read: an unknown address is 404 for everybody, and only an enrolled device may sync. */
function refuseStrangers(app: FastifyInstance, store: Store): void {
  app.decorateRequest('device', null);
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404) return sendProblem(reply, 404, 'malformed');
    if (request.routeOptions.url === '/v1/enrol') return undefined;
    request.device = await findAsker(store, request);
    return request.device ? undefined : sendProblem(reply, 401, 'token-refused');
  });
}

function addEnrol(app: FastifyInstance, parts: Required<ServerParts>): void {
  const limit = new TryLimit(ENROL_TRIES);
  const { store, clock, log } = parts;
  app.post('/v1/enrol', {
    onRequest: async (request, reply) => {
      if (limit.allows(request.ip, clock())) return undefined;
      log({ level: 'warn', event: 'enrol-too-many-tries' });
      reply.header('retry-after', ENROL_TRIES.windowMs / 1_000);
      return sendProblem(reply, 429, 'code-refused');
    },
    handler: async (request): Promise<EnrolResponse> => {
      refuseTooOld(request.body);
      const wish = parseEnrolRequest(request.body);
      if (!wish) throw new ProblemError(400, 'malformed');
      const time = clock();
      const enrolled = await enrolDevice(store, wish, time);
      const facts = { unit: wish.unitCode, station: wish.station, log: wish.log };
      if (!enrolled.ok) {
        const { code } = enrolled.refusal;
        log({ level: 'warn', event: 'enrol-refused', reason: code, ...facts });
        throw new ProblemError(code === 'station-taken' ? 409 : 403, code);
      }
      log({ level: 'info', event: 'enrolled', ...facts });
      return { protocol: PROTOCOL, token: enrolled.value, time };
    },
  });
}

function addSync(app: FastifyInstance, parts: Required<ServerParts>): void {
  const { store, clock, log } = parts;
  app.post('/v1/sync', async (request): Promise<SyncResponse> => {
    refuseTooOld(request.body);
    const asked = readSyncRequest(request.body);
    if (!asked) throw new ProblemError(400, 'malformed');
    const { device } = request;
    if (!device) throw new ProblemError(401, 'token-refused');
    const answer = await exchange(store, asked, { device, at: clock() });
    logAlarms(answer, { device, log });
    return answer;
  });
}

function logAlarms(answer: SyncResponse, to: { readonly device: Device; readonly log: ServerLog }): void {
  const facts = { unit: to.device.unitCode, sender: to.device.log };
  for (const verdict of answer.verdicts) {
    if (verdict.verdict !== 'quarantined') continue;
    const { log, from, to: last, reason = '' } = verdict;
    const level = reason === 'hash-differs' ? 'error' : 'warn';
    to.log({ level, event: 'quarantined', ...facts, log, from, to: last, reason });
  }
  for (const log of answer.forks) to.log({ level: 'error', event: 'fork', ...facts, log });
}

function refuseTooOld(body: unknown): void {
  if (isTooOld(body)) throw new ProblemError(426, 'protocol-too-old');
}

async function findAsker(store: Store, request: FastifyRequest): Promise<Device | null> {
  const token = /^Bearer ([\w-]{20,200})$/i.exec(request.headers.authorization ?? '')?.[1];
  return token === undefined ? null : ((await store.findDevice(hashToken(token))) ?? null);
}

function sendProblem(reply: FastifyReply, status: number, error: Problem['error']): FastifyReply {
  return reply.code(status).send({ error } satisfies Problem);
}

/** For a request that is not HTTP at all; Fastify never sees it. */
const UNREADABLE_PROBLEM = JSON.stringify({ error: 'malformed' } satisfies Problem);
const UNREADABLE_REQUEST = [
  'HTTP/1.1 400 Bad Request',
  'Content-Type: application/json',
  `Content-Length: ${UNREADABLE_PROBLEM.length}`,
  'Connection: close',
  '',
  UNREADABLE_PROBLEM,
].join('\r\n');
