import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import {
  LARGEST_BODY_BYTES,
  packRuns,
  parseEnrolRequest,
  parseSyncRequest,
  type Problem,
  PROTOCOL,
  type SyncRequest,
  type SyncResponse,
} from '../wire/messages.ts';
import { acceptRun } from './accept-run.ts';
import { hashCode, hashToken, newToken } from './secrets.ts';
import type { Device, Store } from './store.ts';

export type ServerOptions = {
  readonly store: Store;
  readonly now: () => number;
  readonly log?: (line: string) => void;
};

/** Longer than one full packet takes on the slowest line, so that a warm connection is not cut while it crawls. */
const KEEP_ALIVE_MS = 120_000;
const REQUEST_MS = 300_000;
const LARGEST_ANSWER_BYTES = 1024 * 1024;
/** Answers below this size are not worth compressing. */
const SMALLEST_GZIP_BYTES = 1_024;
const TRIES_PER_MINUTE = 5;

const STATUS: { readonly [E in Problem['error']]: number } = {
  malformed: 400,
  'token-refused': 401,
  'code-refused': 403,
  'other-unit': 403,
  'station-taken': 409,
  'too-large': 413,
  'protocol-too-old': 426,
  'server-error': 500,
};

const unzip = promisify(gunzip);
const zip = promisify(gzip);

/**
 * The upstream server. Two doors: enrolment, which needs a one-time code, and sync, which needs a token; everything else
 * answers like a door that is not there. Logs carry no personal data: a line says who, how many and how long.
 */
export function createServer(options: ServerOptions): FastifyInstance {
  const app = fastify({
    bodyLimit: LARGEST_BODY_BYTES,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_MS,
    logger: false,
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request: FastifyRequest, body: Buffer) =>
    readJson(request, body),
  );
  app.setNotFoundHandler((_request, reply) => refuse(reply, 'token-refused'));
  app.setErrorHandler((error, _request, reply) => {
    const code = codeOf(error);
    if (code === 'server-error') options.log?.(`failed: ${error instanceof Error ? error.message : 'unknown'}`);
    return refuse(reply, code);
  });
  app.post('/v1/enrol', enrolment(options));
  app.post('/v1/sync', sync(options));
  return app;
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

function enrolment({ store, now, log }: ServerOptions): Handler {
  const tries: number[] = [];
  return async (request, reply) => {
    const at = now();
    while (tries[0] !== undefined && tries[0] <= at - 60_000) tries.shift();
    if (tries.length >= TRIES_PER_MINUTE) return refuse(reply, 'code-refused');
    const message = parseEnrolRequest(request.body);
    if (!message) return refuse(reply, 'malformed');
    if (message.protocol < PROTOCOL) return refuse(reply, 'protocol-too-old');
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
    const device = await deviceOf(request, store);
    if (!device) return refuse(reply, 'token-refused');
    const message = parseSyncRequest(request.body);
    if (!message) return refuse(reply, 'malformed');
    if (message.protocol < PROTOCOL) return refuse(reply, 'protocol-too-old');
    const started = now();
    const verdicts: SyncResponse['verdicts'] = [];
    for (const run of message.batch) verdicts.push(...(await acceptRun(run, { device, at: started }, store)));
    const response = await answer(message, { store, device, verdicts, time: started });
    const took = now() - started;
    log?.(`sync ${device.log}: +${rows(message.batch)} -${rows(response.batch)} in ${took} ms`);
    return send(reply, 200, response);
  };
}

async function answer(
  message: SyncRequest,
  by: { store: Store; device: Device; verdicts: SyncResponse['verdicts']; time: number },
): Promise<SyncResponse> {
  const { store, device, verdicts, time } = by;
  const forks: string[] = [];
  for (const [log, head] of Object.entries(message.vector)) {
    const ours = head.seq === 0 ? head.hash : await store.hashAt(log, head.seq);
    if (ours !== undefined && ours !== head.hash) forks.push(log);
  }
  const maxBytes = Math.min(message.wantBytes, LARGEST_ANSWER_BYTES);
  const { events, more } = await store.eventsAfter(device.unitCode, message.vector, maxBytes);
  const vector = await store.vectorOf(device.unitCode);
  return { protocol: PROTOCOL, vector, verdicts, batch: [...packRuns(events)], more, forks, time };
}

async function deviceOf(request: FastifyRequest, store: Store): Promise<Device | undefined> {
  const token = /^Bearer (\S{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  return token === undefined ? undefined : store.findDevice(hashToken(token));
}

async function readJson(request: FastifyRequest, body: Buffer): Promise<unknown> {
  const isZipped = request.headers['content-encoding'] === 'gzip';
  const plain = isZipped ? await unzip(body, { maxOutputLength: LARGEST_BODY_BYTES }) : body;
  return JSON.parse(plain.toString('utf8'));
}

async function send(reply: FastifyReply, status: number, message: object): Promise<FastifyReply> {
  const plain = Buffer.from(JSON.stringify(message));
  reply.code(status).header('content-type', 'application/json').header('cache-control', 'no-store');
  const accepts = String(reply.request.headers['accept-encoding'] ?? '').includes('gzip');
  if (!accepts || plain.length < SMALLEST_GZIP_BYTES) return reply.send(plain);
  return reply.header('content-encoding', 'gzip').send(await zip(plain));
}

function refuse(reply: FastifyReply, error: Problem['error']): Promise<FastifyReply> {
  return send(reply, STATUS[error], { error } satisfies Problem);
}

function codeOf(error: unknown): Problem['error'] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ERR_BUFFER_TOO_LARGE' || code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'too-large';
  if (error instanceof SyntaxError || code.startsWith('FST_ERR_CTP') || code.startsWith('Z_')) return 'malformed';
  return 'server-error';
}

function rows(batch: SyncRequest['batch']): number {
  return batch.reduce((sum, run) => sum + run.events.length, 0);
}
