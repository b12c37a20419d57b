import { scrypt, timingSafeEqual } from 'node:crypto';
import { type AccountPassphrase, parseAccountPassphrase } from '../../domain/accounts/account-passphrase.ts';

/** How much each guess costs: scrypt's N, r and p. */
export type VerifierCost = { readonly n: number; readonly r: number; readonly p: number };

/**
 * Tells whether a passphrase is the right one without saying which it is. Stays on this computer, inside the encrypted
 * file; never in an event, an answer or the log. Bytes are base64.
 */
export type PassphraseVerifier = VerifierCost & {
  readonly algorithm: 'scrypt';
  readonly salt: string;
  readonly hash: string;
};

/** 64 MB and a fifth of a second on an office computer of 2020: as much as a guess at the key of the data costs. */
export const VERIFIER_COST: VerifierCost = { n: 2 ** 16, r: 8, p: 1 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** A row that was tampered with may not make this program take more memory or time than that. */
const MOST_SCRYPT_MEMORY = 256 * 1024 * 1024;
const MOST_PARALLEL = 16;

/** A verifier of `passphrase`, with a salt of its own. Runs beside the event loop. */
export async function makeVerifier(
  passphrase: AccountPassphrase,
  randomBytes: (length: number) => Uint8Array,
  cost: VerifierCost = VERIFIER_COST,
): Promise<PassphraseVerifier> {
  const salt = Buffer.from(randomBytes(SALT_BYTES));
  const hash = await derive(passphrase, salt, cost);
  const { n, r, p } = cost;
  return { algorithm: 'scrypt', n, r, p, salt: salt.toString('base64'), hash: hash.toString('base64') };
}

/** A verifier that no passphrase fits, to spend on an account that does not exist the time that any other takes. */
export function decoyVerifier(
  randomBytes: (length: number) => Uint8Array,
  { n, r, p }: VerifierCost = VERIFIER_COST,
): PassphraseVerifier {
  const random = (length: number): string => Buffer.from(randomBytes(length)).toString('base64');
  return { algorithm: 'scrypt', n, r, p, salt: random(SALT_BYTES), hash: random(HASH_BYTES) };
}

/**
 * Whether `typed` is the passphrase, however its letters were composed. Takes the same time for every text, also for one
 * that could be nobody's passphrase.
 */
export async function verifies(verifier: PassphraseVerifier, typed: string): Promise<boolean> {
  const passphrase = parseAccountPassphrase(typed);
  const salt = Buffer.from(verifier.salt, 'base64');
  const hash = await derive(passphrase.ok ? passphrase.value : '', salt, verifier);
  const isSame = timingSafeEqual(hash, Buffer.from(verifier.hash, 'base64'));
  return isSame && passphrase.ok;
}

/** Made when guesses were still cheaper than today: to be made anew as soon as the passphrase is at hand. */
export function isOutdated(verifier: VerifierCost, today: VerifierCost = VERIFIER_COST): boolean {
  return verifier.n < today.n || verifier.r < today.r || verifier.p < today.p;
}

/** A verifier as it stands in the store; undefined for what {@link makeVerifier} did not write, or a newer program did. */
export function parseVerifier(value: { readonly [key: string]: unknown } | undefined): PassphraseVerifier | undefined {
  if (value?.['algorithm'] !== 'scrypt') return undefined;
  const { n, r, p, salt, hash } = value;
  if (!isCount(n) || !isCount(r) || !isCount(p) || !isBytes(salt, SALT_BYTES) || !isBytes(hash, HASH_BYTES)) {
    return undefined;
  }
  const isPowerOfTwo = n > 1 && Number.isInteger(Math.log2(n));
  if (!isPowerOfTwo || p > MOST_PARALLEL || memoryOf({ n, r, p }) > MOST_SCRYPT_MEMORY) return undefined;
  return { algorithm: 'scrypt', n, r, p, salt, hash };
}

function derive(passphrase: string, salt: Uint8Array, { n, r, p }: VerifierCost): Promise<Buffer> {
  // Twice what it needs: the libraries count their own part differently.
  const limits = { N: n, r, p, maxmem: 2 * memoryOf({ n, r, p }) };
  return new Promise<Buffer>((resolve, reject) => {
    scrypt(passphrase, salt, HASH_BYTES, limits, (error, derived) => (error ? reject(error) : resolve(derived)));
  });
}

function memoryOf({ n, r, p }: VerifierCost): number {
  return 128 * r * (n + p);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0;
}

function isBytes(value: unknown, length: number): value is string {
  if (typeof value !== 'string') return false;
  const bytes = Buffer.from(value, 'base64');
  return bytes.length === length && bytes.toString('base64') === value;
}
