import type { Brand } from './brand.ts';

/**
 * The recovery code (mã khôi phục): 25 characters on paper that open the data when the computer that kept its key is
 * gone. The first 22 carry 104 bits of chance, the last 3 check them.
 */
export type RecoveryCode = Brand<string, 'RecoveryCode'>;

/** What {@link recoveryCodeFrom} takes. */
export const RECOVERY_CODE_CHANCE_BYTES = 13;

// Without look-alikes (I L O), because it is copied by hand, and without vowels, D and W, because a Vietnamese input
// method turns those into other letters while they are typed.
const ALPHABET = '0123456789BCFGHJKMNPQRSTVXZ';
const BASE = ALPHABET.length;
const BODY_LENGTH = 22;
const CHECK_LENGTH = 3;
// The largest prime that fits three characters and finds every two wrong characters, not only every single one.
const MODULUS = 19_609;

/** Makes a code from 13 bytes that nobody can guess; two of them never make the same. */
export function recoveryCodeFrom(chance: Uint8Array): RecoveryCode {
  if (chance.length !== RECOVERY_CODE_CHANCE_BYTES) {
    throw new RangeError(`a recovery code is made from ${RECOVERY_CODE_CHANCE_BYTES} bytes, not ${chance.length}`);
  }
  const number = chance.reduce((before, byte) => before * 256n + BigInt(byte), 0n);
  const body = inAlphabet(number, BODY_LENGTH);
  return (body + checkCharacters(body)) as RecoveryCode;
}

/**
 * Reads what a person typed off the paper; undefined when it cannot be a code: too long, too short, or mistyped. One or
 * two wrong characters and two that changed places are always found, anything else but once in 19,609 times.
 *
 * Case, spaces and hyphens of every kind do not matter, nor full width; I and L are read as 1, O as 0, and marks are
 * dropped. Where an input method swallowed a letter for its mark (Ó out of OS) a character is missing, which is found.
 */
export function parseRecoveryCode(text: string): RecoveryCode | undefined {
  const compact = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\p{Pd}\s\u2212]/gu, '')
    .toUpperCase()
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  if (compact.length !== BODY_LENGTH + CHECK_LENGTH) return undefined;
  if (!compact.split('').every((character) => ALPHABET.includes(character))) return undefined;
  // Compared as text: a number of three characters may be larger than the modulus.
  return checkCharacters(compact.slice(0, BODY_LENGTH)) === compact.slice(BODY_LENGTH)
    ? (compact as RecoveryCode)
    : undefined;
}

/** `7KQ2M-9XVBT-…`, five groups of five, as it is printed. */
export function groupedRecoveryCode(code: RecoveryCode): string {
  return code.replace(/(.{5})(?=.)/g, '$1-');
}

/** Chosen so that the whole leaves 1: a code of zeros alone is none. */
function checkCharacters(body: string): string {
  const open = body + ALPHABET.charAt(0).repeat(CHECK_LENGTH);
  const remainder = open
    .split('')
    .reduce((before, character) => (before * BASE + ALPHABET.indexOf(character)) % MODULUS, 0);
  return inAlphabet(BigInt((1 - remainder + MODULUS) % MODULUS), CHECK_LENGTH);
}

function inAlphabet(number: bigint, length: number): string {
  let rest = number;
  let text = '';
  for (let place = 0; place < length; place += 1) {
    text = ALPHABET.charAt(Number(rest % BigInt(BASE))) + text;
    rest /= BigInt(BASE);
  }
  return text;
}
