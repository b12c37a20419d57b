import { createHash, randomBytes, randomInt } from 'node:crypto';

// Without look-alikes (I L O), because a code is read over the telephone, and without vowels, D and W, because a
// Vietnamese input method turns those into other letters while they are typed.
const ALPHABET = '0123456789BCFGHJKMNPQRSTVXZ';
const CODE_LENGTH = 10;

/** A one-time code of 47 random bits, as a person types it: `7KQ2M-9XVBT`. */
export function newEnrolmentCode(): string {
  const text = Array.from({ length: CODE_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

/** Case, spaces and hyphens do not matter; letters that look like digits are read as digits. */
export function hashCode(typed: string): string {
  const compact = typed.toUpperCase().replace(/[\s-]/gu, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  return sha256(`code:${compact}`);
}

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Tokens are long and random: a plain hash keeps a stolen server file from being usable. */
export function hashToken(token: string): string {
  return sha256(`token:${token}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
