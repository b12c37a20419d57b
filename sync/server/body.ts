import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from '../wire/messages.ts';
import { nestsTooDeep } from './read-request.ts';

/** Answers below this size are not worth compressing. */
const SMALLEST_GZIP_BYTES = 1_024;

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

/** A body's JSON, unpacked if it came packed; the route's limit holds for both. Throws what {@link problemOf} can name. */
export async function readJson(request: FastifyRequest, body: Buffer): Promise<unknown> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'gzip' && encoding !== 'identity') throw new SyntaxError('an unknown encoding');
  const maxOutputLength = request.routeOptions.bodyLimit;
  const plain = encoding === 'gzip' ? await unzip(body, { maxOutputLength }) : body;
  const text = plain.toString('utf8');
  if (nestsTooDeep(text)) throw new SyntaxError('nested too deep');
  return JSON.parse(text);
}

export async function send(reply: FastifyReply, status: number, message: object): Promise<FastifyReply> {
  const plain = Buffer.from(JSON.stringify(message));
  reply.code(status).header('content-type', 'application/json').header('cache-control', 'no-store');
  const accepts = String(reply.request.headers['accept-encoding'] ?? '').includes('gzip');
  if (!accepts || plain.length < SMALLEST_GZIP_BYTES) return reply.send(plain);
  return reply.header('content-encoding', 'gzip').send(await zip(plain));
}

export function refuse(
  reply: FastifyReply,
  error: Problem['error'],
  status: number = STATUS[error],
): Promise<FastifyReply> {
  return send(reply, status, { error } satisfies Problem);
}

/** What to answer when a request could not be served; what nobody foresaw is the server's fault. */
export function problemOf(error: unknown): Problem['error'] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ERR_BUFFER_TOO_LARGE' || code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'too-large';
  if (error instanceof SyntaxError || code.startsWith('FST_ERR_CTP') || code.startsWith('Z_')) return 'malformed';
  return 'server-error';
}

/**
 * What an error may say in a log: its name, its code and where it happened. Not its message, which can quote what was
 * being worked on.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const place = /^\s+(at .*)$/m.exec(error.stack ?? '')?.[1] ?? '';
  return `${error.name}${code} ${place}`.trim();
}
