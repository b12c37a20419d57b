import { expect, test } from 'vitest';
import {
  groupedRecoveryCode,
  parseRecoveryCode,
  RECOVERY_CODE_CHANCE_BYTES,
  type RecoveryCode,
  recoveryCodeFrom,
} from '../../domain/recovery-code.ts';

const ALPHABET = '0123456789BCFGHJKMNPQRSTVXZ';
const code = recoveryCodeFrom(Uint8Array.from({ length: RECOVERY_CODE_CHANCE_BYTES }, (_, index) => 17 + index * 19));

function changed(text: string, place: number, to: string): string {
  return text.slice(0, place) + to + text.slice(place + 1);
}

type Slip = { readonly text: string; readonly place: number };

/** Every way to have exactly one character wrong, from a place on. */
function oneWrong(text: string, from = 0): readonly Slip[] {
  return text.split('').flatMap((right, place) =>
    ALPHABET.split('')
      .filter((other) => place >= from && other !== right)
      .map((other) => ({ text: changed(text, place, other), place })),
  );
}

function bytes(fill: (index: number) => number): Uint8Array {
  return Uint8Array.from({ length: RECOVERY_CODE_CHANCE_BYTES }, (_, index) => fill(index));
}

test('a code is 25 characters in five groups of five and reads back as itself', () => {
  const printed = groupedRecoveryCode(code);
  expect(printed).toMatch(/^[0-9BCFGHJKMNPQRSTVXZ]{5}(-[0-9BCFGHJKMNPQRSTVXZ]{5}){4}$/);
  expect(parseRecoveryCode(printed)).toBe(code);
});

test('its form stays what it is: papers printed today are typed in ten years', () => {
  expect(groupedRecoveryCode(code)).toBe('150ZZ-ZFKG1-F7GHP-5BQB5-ZH9VC');
});

test('every bit of chance makes another code, from all zeros to all ones', () => {
  const codes = new Set<RecoveryCode>([recoveryCodeFrom(bytes(() => 0)), recoveryCodeFrom(bytes(() => 255))]);
  for (let bit = 0; bit < RECOVERY_CODE_CHANCE_BYTES * 8; bit += 1) {
    codes.add(recoveryCodeFrom(bytes((index) => (index === bit >> 3 ? 1 << (bit & 7) : 0))));
  }
  expect(codes.size).toBe(RECOVERY_CODE_CHANCE_BYTES * 8 + 2);
  for (const each of codes) expect(parseRecoveryCode(groupedRecoveryCode(each))).toBe(each);
});

test('less chance than 104 bits is not taken', () => {
  expect(() => recoveryCodeFrom(new Uint8Array(RECOVERY_CODE_CHANCE_BYTES - 1))).toThrow(RangeError);
});

test.each<readonly [string, (printed: string) => string]>([
  ['small letters', (printed) => printed.toLowerCase()],
  ['no hyphens', (printed) => printed.replaceAll('-', '')],
  ['spaces, also hard ones, and line ends', (printed) => ` ${printed.replaceAll('-', ' \u00a0\r\n')}\t`],
  ['hyphens of other kinds', (printed) => printed.replace('-', '–').replace('-', '\u2011').replace('-', '\u2212')],
  ['characters nobody sees', (printed) => `\ufeff${printed.replaceAll('-', '\u200b-\u00ad')}`],
  ['full width', (printed) => printed.replace(/[^-]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0))],
  ['marks, whole or separate', (printed) => printed.replace(/[CNRS]/g, '$&\u0301').normalize('NFC')],
  ['letters for the digits they look like', (printed) => printed.replaceAll('0', 'o').replaceAll('1', 'l')],
])('typed with %s it is the same code', (_how, retype) => {
  const withBoth = recoveryCodeFrom(bytes(() => 1));
  for (const each of [code, withBoth]) expect(parseRecoveryCode(retype(groupedRecoveryCode(each)))).toBe(each);
});

test('a letter an input method swallowed for its mark is found missing', () => {
  const withOs = [...Array(200).keys()]
    .map((seed) => groupedRecoveryCode(recoveryCodeFrom(bytes((index) => (seed * 31 + index * 7) & 255))))
    .find((printed) => printed.includes('0S'));
  expect(withOs).toBeDefined();
  expect(parseRecoveryCode(withOs?.replace('0S', 'Ó') ?? '')).toBeUndefined();
});

test('every single wrong character is found', () => {
  const wrong = oneWrong(code);
  expect(wrong).toHaveLength(25 * 26);
  expect(wrong.filter(({ text }) => parseRecoveryCode(text) !== undefined)).toEqual([]);
});

test('every two wrong characters are found', () => {
  // Around one code all pairs are tried; the check is linear, so it is the same around any other.
  const wrong = oneWrong(code).flatMap(({ text, place }) => oneWrong(text, place + 1));
  expect(wrong).toHaveLength(((25 * 24) / 2) * 26 ** 2);
  expect(wrong.filter(({ text }) => parseRecoveryCode(text) !== undefined)).toEqual([]);
});

test('two characters that changed places are found, and so is one too many or too few', () => {
  for (let place = 0; place + 1 < code.length; place += 1) {
    const [a = '', b = ''] = code.slice(place, place + 2);
    const swapped = code.slice(0, place) + b + a + code.slice(place + 2);
    if (a !== b) expect(parseRecoveryCode(swapped)).toBeUndefined();
    expect(parseRecoveryCode(code.slice(0, place) + code.slice(place + 1))).toBeUndefined();
    expect(parseRecoveryCode(code.slice(0, place) + a + code.slice(place))).toBeUndefined();
  }
});

test.each([
  '',
  ' ',
  '-----',
  '0'.repeat(25),
  'mật khẩu của tôi',
  changed(code, 0, 'A'),
  changed(code, 3, 'Đ'),
  changed(code, 9, 'ß'),
  changed(code, 9, '½'),
  changed(code, 24, '💥'),
  `${code}${code}`,
  'x'.repeat(100_000),
])('what cannot be a code is told from a wrong one: %#', (text) => {
  expect(parseRecoveryCode(text)).toBeUndefined();
});
