import { describe, expect, test } from 'vitest';
import {
  dossierIdOf,
  groupedScanCode,
  makeScanCode,
  parseDossierId,
  parseScanCode,
  partsOfScanCode,
  type ScanCode,
  scanCodeOf,
} from '../../domain/scan-code.ts';
import { refusalOf, valueOf } from './fixtures.ts';

const EXAMPLE = '0830501260004287';
const PARTS = { unitCode: '08305', station: 1, yearOfCentury: 26, runningNumber: 42 };

// Neighbours and far ends: the check digits take many values, leading zeros among them.
const CODES: readonly ScanCode[] = [0, 1, 19, 26, 99].flatMap((yearOfCentury) =>
  [1, 2, 9, 42, 97, 98, 5_000, 99_999].map((runningNumber) =>
    makeScanCode({ unitCode: '08290', station: 7, yearOfCentury, runningNumber }),
  ),
);

describe('making a scan code', () => {
  test('the forty-second dossier of 2026 at station 1 of unit 08305', () => {
    expect(makeScanCode(PARTS)).toBe(EXAMPLE);
    expect(partsOfScanCode(makeScanCode(PARTS))).toEqual(PARTS);
  });

  test('a part that does not fit its place is an error, never cut off', () => {
    expect(() => makeScanCode({ ...PARTS, runningNumber: 100_000 })).toThrow(RangeError);
    expect(() => makeScanCode({ ...PARTS, station: 100 })).toThrow(RangeError);
    expect(() => makeScanCode({ ...PARTS, unitCode: 'H4422' })).toThrow(RangeError);
    expect(() => makeScanCode({ ...PARTS, runningNumber: 1.5 })).toThrow(RangeError);
  });

  test('the dossier id is the first fourteen digits, and the check digits follow from it', () => {
    const code = makeScanCode(PARTS);
    expect(dossierIdOf(code)).toBe('08305012600042');
    expect(scanCodeOf(dossierIdOf(code))).toBe(EXAMPLE);
  });

  test('it is printed in groups of four', () => {
    expect(groupedScanCode(makeScanCode(PARTS))).toBe('0830 5012 6000 4287');
  });
});

describe('reading a scan code', () => {
  test.each([EXAMPLE, '0830 5012 6000 4287', '0830-5012-6000-4287', ' 0830.5012.6000.4287\r\n'])(
    '"%s" is read',
    (text) => {
      expect(valueOf(parseScanCode(text))).toBe(EXAMPLE);
    },
  );

  test.each([
    ['', 0],
    ['083050126000428', 15],
    ['08305012600042870', 17],
    ['0830501260004287X', 16],
    ['000.86.22.H44-200420-0001', 19],
  ])('"%s" is refused as not sixteen digits', (text, digits) => {
    expect(refusalOf(parseScanCode(text))).toEqual({ code: 'scan-code-not-16-digits', digits });
  });

  test('every code that is made is read', () => {
    for (const code of CODES) expect(valueOf(parseScanCode(code))).toBe(code);
  });

  test('any single wrong digit is caught', () => {
    let tried = 0;
    for (const code of CODES) {
      for (let at = 0; at < code.length; at += 1) {
        for (const digit of '0123456789') {
          if (digit === code[at]) continue;
          const wrong = code.slice(0, at) + digit + code.slice(at + 1);
          expect(refusalOf(parseScanCode(wrong))).toEqual({ code: 'scan-code-check-failed' });
          tried += 1;
        }
      }
    }
    expect(tried).toBe(CODES.length * 16 * 9);
  });

  test('any two neighbouring digits that changed places are caught', () => {
    for (const code of CODES) {
      for (let at = 0; at + 1 < code.length; at += 1) {
        const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
        if (swapped !== code) expect(parseScanCode(swapped).ok).toBe(false);
      }
    }
  });

  test('check digits with the right remainder that no slip carries are refused', () => {
    // 98 is congruent to 01 modulo 97: two texts must not mean one dossier.
    const code = Array.from({ length: 200 }, (_, i) => makeScanCode({ ...PARTS, runningNumber: i + 1 })).find((each) =>
      each.endsWith('98'),
    );
    expect(code).toBeDefined();
    expect(refusalOf(parseScanCode(`${code?.slice(0, 14)}01`))).toEqual({ code: 'scan-code-check-failed' });
  });
});

test('a dossier id is fourteen digits and nothing else', () => {
  expect(parseDossierId('08305012600042')).toBe('08305012600042');
  for (const text of ['', '0830501260004', EXAMPLE, '0830501260004x', '08305012600042\n']) {
    expect(parseDossierId(text)).toBeUndefined();
  }
});
