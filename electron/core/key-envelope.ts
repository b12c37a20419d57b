import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { KEY_BYTES, NONCE_BYTES, SALT_BYTES, TAG_BYTES, type TextWrap } from './key-wrap.ts';

/** What a key file says: the data key three times at most, each time wrapped. Nothing in it opens anything by itself. */
export type KeyEnvelope = {
  readonly keyId: string;
  readonly protection: 'key-store' | 'passphrase';
  readonly wraps: {
    /** As the key store of the operating system gave it. */
    readonly system?: string;
    readonly passphrase?: TextWrap;
    readonly recoveryCode?: TextWrap;
  };
};

/**
 * `damaged`: not what a program of ours wrote. `from-the-future`: whole, but written by a newer one that does something
 * this one does not know; writing it again would lose that.
 */
export type EnvelopeTrouble = 'damaged' | 'from-the-future';

const FORMAT = 'quay-mot-cua-key';
const VERSION = 1;
const LARGEST_TEXT = 64 * 1024;
const LARGEST_SYSTEM_WRAP = 16 * 1024;
/** A file may not make this program take more memory than that. */
const MOST_SCRYPT_MEMORY = 256 * 1024 * 1024;
const MOST_PARALLEL = 16;

/**
 * The text of a key file: one JSON object, whose last member is the SHA-256 of the others as they stand. The sum is there
 * for the disk, not against people: without it, one turned bit would look like a wrong passphrase. Every version keeps it.
 */
export function textOfEnvelope({ keyId, protection, wraps }: KeyEnvelope): string {
  const content = { format: FORMAT, version: VERSION, keyId, protection, wraps };
  const text = `${JSON.stringify({ ...content, sum: sumOf(content) })}\n`;
  // What could not be read again must never take the place of what can.
  if (!parseEnvelope(text).ok) throw new RangeError('a key envelope that cannot be read');
  return text;
}

/** Reads what {@link textOfEnvelope} wrote, and nothing else. */
export function parseEnvelope(text: string): Result<KeyEnvelope, EnvelopeTrouble> {
  const content = parseContent(text);
  if (content?.['format'] !== FORMAT) return refuse('damaged');
  const envelope = content['version'] === VERSION ? envelopeOf(content) : undefined;
  return envelope ? ok(envelope) : refuse('from-the-future');
}

/** The members of a file whose sum fits. */
function parseContent(text: string): Members | undefined {
  if (text.length > LARGEST_TEXT) return undefined;
  try {
    const file: unknown = JSON.parse(text);
    if (!isMembers(file)) return undefined;
    const { sum, ...content } = file;
    return sum === sumOf(content) ? content : undefined;
  } catch (error) {
    // No JSON; or brackets nested so deep that the stack ends.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function sumOf(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

type Members = Readonly<Record<string, unknown>>;

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasOnly(value: unknown, names: readonly string[]): value is Members {
  return isMembers(value) && Object.keys(value).every((name) => names.includes(name));
}

function envelopeOf(content: Members): KeyEnvelope | undefined {
  if (!hasOnly(content, ['format', 'version', 'keyId', 'protection', 'wraps'])) return undefined;
  const { keyId, protection, wraps } = content;
  if (typeof keyId !== 'string' || !/^[0-9a-f]{32}$/.test(keyId)) return undefined;
  if (protection !== 'key-store' && protection !== 'passphrase') return undefined;
  const known = wrapsOf(wraps);
  return known && { keyId, protection, wraps: known };
}

function wrapsOf(wraps: unknown): KeyEnvelope['wraps'] | undefined {
  if (!hasOnly(wraps, ['system', 'passphrase', 'recoveryCode'])) return undefined;
  const { system, passphrase, recoveryCode } = wraps;
  if (system !== undefined && !isSystemWrap(system)) return undefined;
  if (passphrase !== undefined && !isTextWrap(passphrase)) return undefined;
  if (recoveryCode !== undefined && !isTextWrap(recoveryCode)) return undefined;
  return {
    ...(system === undefined ? {} : { system }),
    ...(passphrase === undefined ? {} : { passphrase }),
    ...(recoveryCode === undefined ? {} : { recoveryCode }),
  };
}

function isSystemWrap(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LARGEST_SYSTEM_WRAP;
}

/** One kind of wrap with costs that this computer can be asked to bear; others are for newer programs. */
function isTextWrap(value: unknown): value is TextWrap {
  if (!hasOnly(value, ['kdf', 'N', 'r', 'p', 'salt', 'cipher', 'nonce', 'sealed'])) return false;
  return (
    value['kdf'] === 'scrypt' &&
    value['cipher'] === 'aes-256-gcm' &&
    isBearable(value) &&
    isBytes(value['salt'], SALT_BYTES) &&
    isBytes(value['nonce'], NONCE_BYTES) &&
    isBytes(value['sealed'], KEY_BYTES + TAG_BYTES)
  );
}

function isBearable({ N, r, p }: Members): boolean {
  if (!isCount(N) || !isCount(r) || !isCount(p)) return false;
  const bits = Math.log2(N);
  // As scrypt itself demands it.
  const isPossible = Number.isInteger(bits) && bits > 0 && bits < 16 * r;
  return isPossible && 128 * N * r <= MOST_SCRYPT_MEMORY && p <= MOST_PARALLEL;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function isBytes(value: unknown, length: number): boolean {
  return typeof value === 'string' && isBase64(value) && Buffer.from(value, 'base64').length === length;
}

/** The one way to write these bytes: Node's own reader takes nearly anything. */
function isBase64(text: string): boolean {
  return text !== '' && Buffer.from(text, 'base64').toString('base64') === text;
}
