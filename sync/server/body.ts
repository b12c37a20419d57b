import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { LARGEST_BODY_BYTES } from '../wire/messages.ts';
import { ProblemError } from './problem.ts';
import { nestsTooDeep } from './read-request.ts';

const unpack = promisify(gunzip);
const pack = promisify(gzip);

/** Below this, gzip saves less than a packet. */
const SMALLEST_PACKED_BYTES = 1_024;

/** A request's body as JSON. Refuses what is too large, before and after decompression, and what is not JSON. */
export async function readBody(raw: Buffer, contentEncoding: string | undefined): Promise<unknown> {
  const text = (await decoded(raw, contentEncoding)).toString('utf8');
  if (nestsTooDeep(text)) throw new ProblemError(400, 'malformed');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProblemError(400, 'malformed', { cause: error });
  }
}

/** An answer's body as it travels: packed when the asker reads gzip and it is worth it. */
export async function packBody(text: string, acceptEncoding: string | undefined): Promise<Buffer | undefined> {
  if (!acceptsGzip(acceptEncoding) || text.length < SMALLEST_PACKED_BYTES) return undefined;
  return pack(text);
}

async function decoded(raw: Buffer, contentEncoding: string | undefined): Promise<Buffer> {
  const encoding = (contentEncoding ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity') return raw;
  if (encoding !== 'gzip') throw new ProblemError(415, 'malformed');
  try {
    return await unpack(raw, { maxOutputLength: LARGEST_BODY_BYTES });
  } catch (error) {
    throw isTooLong(error)
      ? new ProblemError(413, 'too-large', { cause: error })
      : new ProblemError(400, 'malformed', { cause: error });
  }
}

function isTooLong(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

function acceptsGzip(acceptEncoding: string | undefined): boolean {
  const offers = (acceptEncoding ?? '').toLowerCase().split(',');
  return offers.some((offer) => /^\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/.test(offer));
}
