import type { Brand } from './brand.ts';

/** The look-up code (mã tra cứu): 4 characters on the slip, so that strangers cannot read a dossier by its number. */
export type LookUpCode = Brand<string, 'LookUpCode'>;

// No 0/O, 1/I/L, 5/S, 8/B, 2/Z: a citizen reads it off thermal paper to a clerk on the phone.
const ALPHABET = '34679ACDEFGHJKMNPQRTUVWXY';

/** Makes a code from four numbers in [0, 1) given by the machine's source of chance. */
export function lookUpCodeFrom(chance: readonly [number, number, number, number]): LookUpCode {
  return chance.map((x) => ALPHABET.charAt(Math.floor(x * ALPHABET.length))).join('') as LookUpCode;
}

export function parseLookUpCode(text: string): LookUpCode | undefined {
  const upper = text.trim().toUpperCase();
  return upper.length === 4 && upper.split('').every((letter) => ALPHABET.includes(letter))
    ? (upper as LookUpCode)
    : undefined;
}
