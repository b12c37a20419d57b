import { describe, expect, test } from 'vitest';
import { idKindOf, idWarnings, maskedId, partsOfCitizenNumber } from '../../../domain/people/citizen-id.ts';
import { plainDate } from '../../../domain/plain-date.ts';

const day = plainDate('2020-04-20');

test.each([
  ['025190000017', 'citizen'],
  ['025 190 000 017', 'citizen'],
  ['025.190.000.017', 'citizen'],
  ['131234567', 'former'],
  ['B1234567', 'passport'],
  ['p00123456', 'passport'],
  ['2600123456', 'tax-code'],
  ['2600123456-001', 'tax-code'],
  ['2600123456001', 'tax-code'],
  ['12/2020', 'other'],
  ['12345678', 'other'],
  ['02519000001', 'other'],
  ['GPLX 12', 'other'],
  ['', 'none'],
  ['  ', 'none'],
])('"%s" is a number of the kind %s', (typed, kind) => {
  expect(idKindOf(typed)).toBe(kind);
});

describe('a 12-digit number', () => {
  test.each([
    ['025090000017', { birthPlace: '025', sex: 'male', birthYear: 1990 }],
    ['025190000017', { birthPlace: '025', sex: 'female', birthYear: 1990 }],
    ['017204000017', { birthPlace: '017', sex: 'male', birthYear: 2004 }],
    ['001304000017', { birthPlace: '001', sex: 'female', birthYear: 2004 }],
    ['001400000017', { birthPlace: '001', sex: 'male', birthYear: 2100 }],
  ])('%s says where, which sex and which year', (number, parts) => {
    expect(partsOfCitizenNumber(number)).toEqual(parts);
  });

  test('of another kind says nothing', () => {
    expect(partsOfCitizenNumber('131234567')).toBeUndefined();
  });

  test('that agrees with its bearer gives no warning', () => {
    const known = { idNumber: '025190000017', sex: 'female', birthDate: plainDate('1990-02-15'), day } as const;
    expect(idWarnings(known)).toEqual([]);
  });

  test('of another sex, century or year than its bearer is warned of, each by itself', () => {
    const idNumber = '025190000017';
    expect(idWarnings({ idNumber, sex: 'male', day })).toEqual([{ code: 'sex-differs', inNumber: 'female' }]);
    expect(idWarnings({ idNumber, birthDate: plainDate('2090-02-15'), day })).toEqual([
      { code: 'century-differs', inNumber: 1900 },
    ]);
    expect(idWarnings({ idNumber, birthDate: plainDate('1991-02-15'), day })).toEqual([
      { code: 'birth-year-differs', inNumber: 90 },
    ]);
    expect(idWarnings({ idNumber, sex: 'male', birthDate: plainDate('2004-02-15'), day })).toHaveLength(3);
  });

  test('of a person of whom nothing else is known gives no warning', () => {
    expect(idWarnings({ idNumber: '025190000017', day })).toEqual([]);
  });

  test('that begins with no province is warned of; one of a birth abroad is not', () => {
    expect(idWarnings({ idNumber: '003190000017', day })).toEqual([{ code: 'unknown-birth-place', inNumber: '003' }]);
    expect(idWarnings({ idNumber: '118190000017', day })).toEqual([]);
  });

  test('knows exactly the 63 provinces', () => {
    const codes = Array.from({ length: 100 }, (_, i) => String(i).padStart(3, '0'));
    expect(codes.filter((code) => idWarnings({ idNumber: `${code}190000017`, day }).length === 0)).toHaveLength(63);
  });
});

test('a 9-digit card is good through 31 December 2024 and warned of from the next day', () => {
  const idNumber = '131 234 567';
  expect(idWarnings({ idNumber, day: plainDate('2024-12-31') })).toEqual([]);
  expect(idWarnings({ idNumber, day: plainDate('2025-01-01') })).toEqual([
    { code: 'former-id-ended', lastDay: '2024-12-31' },
  ]);
});

test('numbers that say nothing of their bearer give no warning on any day', () => {
  const birthDate = plainDate('1990-02-15');
  for (const idNumber of ['', 'B1234567', '2600123456', '12/2020']) {
    expect(idWarnings({ idNumber, sex: 'male', birthDate, day: plainDate('2026-01-01') })).toEqual([]);
  }
});

test.each([
  ['025190001234', '025*****1234'],
  ['025 190 001 234', '025*****1234'],
  ['131234567', '******567'],
  ['B1234567', '*****567'],
  ['12345', '***45'],
  ['123', '***'],
  ['7', '*'],
  ['', ''],
])('%s is shown as %s where others look on', (typed, shown) => {
  expect(maskedId(typed)).toBe(shown);
});
