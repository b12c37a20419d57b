import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import {
  LARGEST_BODY_BYTES,
  packRuns,
  parseEnrolRequest,
  type Problem,
  PROTOCOL,
  type Run,
  type SyncResponse,
} from '../wire/messages.ts';
import { acceptRun, refuseUnreadable } from './accept-run.ts';
import { describeError, problemOf, readJson, refuse, send } from './body.ts';
import { protocolOf, readSyncRequest, type ReadSyncRequest } from './read-request.ts';
import { hashCode, hashToken, newToken } from './secrets.ts';
import type { Device, Store } from './store.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null until the token was found. */
    device: Device | null;
  }
}

export type ServerOptions = {
  readonly store: Store;
  readonly now: () => number;
  readonly log?: (line: string) => void;
};

/** Longer than one full packet takes on the slowest line, so that a warm connection is not cut while it crawls. */
const KEEP_ALIVE_MS = 120_000;
const REQUEST_MS = 300_000;
const LARGEST_ANSWER_BYTES = 1024 * 1024;
/** Wrong codes a minute, whoever tries: far above what people mistype, far below what a guesser needs. */
const TRIES_PER_MINUTE = 5;
const OLDEST_PROTOCOL = Math.max(1, PROTOCOL - 1);
/** Read before anybody is known. */
const LARGEST_ENROLMENT_BYTES = 4 * 1024;
const ENROL_PATH = '/v1/enrol';

/**
 * The upstream server. Two doors: enrolment, which needs a one-time code, and sync, which needs a token; everything else
 * answers like a door that is not there. Whoever is not let in is told so before a byte of a body is read.
 * Logs carry no personal data: a line says which log, how many and how long. Closing the app leaves the store open.
 */
export function createServer(options: ServerOptions): FastifyInstance {
  const app = fastify({
    bodyLimit: LARGEST_BODY_BYTES,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_MS,
    logger: false,
    // A counter that stopped half-way through a request must not hold up the end: it will ask again.
    forceCloseConnections: true,
    frameworkErrors: (_error, _request, reply) => void refuse(reply, 'malformed', 404),
    clientErrorHandler: (_error, socket) => socket.end(NOT_HTTP),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request: FastifyRequest, body: Buffer) =>
    readJson(request, body),
  );
  app.decorateRequest('device', null);
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404) return refuse(reply, 'malformed', 404);
    if (request.routeOptions.url === ENROL_PATH) return undefined;
    request.device = (await deviceOf(request, options.store)) ?? null;
    return request.device ? undefined : refuse(reply, 'token-refused');
  });
  app.setErrorHandler((error, _request, reply) => {
    const code = problemOf(error);
    if (code === 'server-error') options.log?.(`failed: ${describeError(error)}`);
    return refuse(reply, code);
  });
  app.post(ENROL_PATH, { bodyLimit: LARGEST_ENROLMENT_BYTES }, enrolment(options));
  app.post('/v1/sync', sync(options));
  return app;
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

function enrolment({ store, now, log }: ServerOptions): Handler {
  const tries: number[] = [];
  return async (request, reply) => {
    const at = now();
    while (tries[0] !== undefined && tries[0] <= at - 60_000) tries.shift();
    if (tries.length >= TRIES_PER_MINUTE) return refuse(reply.header('retry-after', 60), 'code-refused', 429);
    if (isTooOld(request.body)) return refuse(reply, 'protocol-too-old');
    const message = parseEnrolRequest(request.body);
    if (!message) return refuse(reply, 'malformed');
    const token = newToken();
    const { unitCode, station, log: logName, machine, code } = message;
    const device = { unitCode, station, log: logName, machine };
    const refusal = await store.enrol({ ...device, codeHash: hashCode(code), tokenHash: hashToken(token), at });
    log?.(`enrol ${unitCode} station ${station} ${logName}: ${refusal ?? 'ok'}`);
    if (!refusal) return send(reply, 200, { protocol: PROTOCOL, token, time: at });
    // Only wrong codes are guesses.
    if (refusal === 'code-refused') tries.push(at);
    return refuse(reply, refusal);
  };
}

function sync({ store, now, log }: ServerOptions): Handler {
  return async (request, reply) => {
    const { device, body } = request;
    if (!device) return refuse(reply, 'token-refused');
    if (isTooOld(body)) return refuse(reply, 'protocol-too-old');
    const message = readSyncRequest(body);
    if (!message) return refuse(reply, 'malformed');
    const started = now();
    const sender = { device, at: started };
    const verdicts: SyncResponse['verdicts'] = [];
    for (const item of message.batch) {
      const taken =
        'run' in item ? acceptRun(item.run, sender, store) : refuseUnreadable(item.unreadable, sender, store);
      verdicts.push(...(await taken));
    }
    const response = await answer(message, { store, device, verdicts, time: started });
    for (const line of alarmsIn(response)) log?.(`${line} (sent by ${device.log})`);
    const took = now() - started;
    log?.(`sync ${device.log}: +${rows(verdicts)} -${eventsIn(response.batch)} in ${took} ms`);
    return send(reply, 200, response);
  };
}

async function answer(
  message: ReadSyncRequest,
  by: { store: Store; device: Device; verdicts: SyncResponse['verdicts']; time: number },
): Promise<SyncResponse> {
  const { store, device, verdicts, time } = by;
  const vector = await store.vectorOf(device.unitCode);
  const forks: string[] = [];
  const after = { ...message.vector };
  // Only logs of the asker's own unit are looked into: of others not even their existence is told.
  for (const [log, head] of Object.entries(vector)) {
    const theirs = Object.hasOwn(after, log) ? after[log] : undefined;
    if (!theirs || theirs.seq === 0 || theirs.seq > head.seq) continue;
    if ((await store.hashAt(log, theirs.seq)) === theirs.hash) continue;
    forks.push(log);
    // Nothing of a forked log is sent: it would not continue what the asker holds.
    after[log] = head;
  }
  const maxBytes = Math.min(message.wantBytes, LARGEST_ANSWER_BYTES);
  const { events, more } = await store.eventsAfter(device.unitCode, after, maxBytes);
  return { protocol: PROTOCOL, vector, verdicts, batch: [...packRuns(events)], more, forks, time };
}

async function deviceOf(request: FastifyRequest, store: Store): Promise<Device | undefined> {
  const token = /^Bearer (\S{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  return token === undefined ? undefined : store.findDevice(hashToken(token));
}

function isTooOld(body: unknown): boolean {
  const protocol = protocolOf(body);
  return protocol !== undefined && protocol < OLDEST_PROTOCOL;
}

/** What a person has to look at. */
function alarmsIn({ verdicts, forks }: SyncResponse): readonly string[] {
  const aside = verdicts.filter(({ verdict }) => verdict === 'quarantined');
  return [
    ...aside.map(({ log, from, to, reason }) => `set aside ${log} ${from}-${to}: ${reason ?? ''}`),
    ...forks.map((log) => `forked ${log}`),
  ];
}

function rows(verdicts: SyncResponse['verdicts']): number {
  return verdicts.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

function eventsIn(batch: readonly Run[]): number {
  return batch.reduce((sum, { events }) => sum + events.length, 0);
}

const NOT_HTTP_PROBLEM = JSON.stringify({ error: 'malformed' } satisfies Problem);

/** For what is not HTTP at all and never comes as far as a handler. */
const NOT_HTTP = [
  'HTTP/1.1 400 Bad Request',
  'content-type: application/json',
  `content-length: ${NOT_HTTP_PROBLEM.length}`,
  'connection: close',
  '',
  NOT_HTTP_PROBLEM,
].join('\r\n');
