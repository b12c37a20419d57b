import { describe, expect, test } from 'vitest';
import { COMMUNE_PROCEDURES } from '../../domain/catalogue/commune-procedures.ts';
import { plainDate } from '../../domain/plain-date.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { findProcedure, proceduresInForce, searchProcedures } from '../../domain/procedure-catalogue.ts';
import { BIRTH, COOPERATIVE } from './fixtures.ts';

const OLD: Procedure = { ...BIRTH, effectiveTo: plainDate('2022-12-31') };
const NEW: Procedure = { ...BIRTH, version: '2023-01-01', effectiveFrom: plainDate('2023-01-01') };

describe('the version in force', () => {
  test.each([
    ['2019-12-31', undefined],
    ['2020-01-01', '2020-01-01'],
    ['2022-12-31', '2020-01-01'],
    ['2023-01-01', '2023-01-01'],
    ['2026-11-24', '2023-01-01'],
  ])('on %s is %s', (day, version) => {
    expect(findProcedure([NEW, OLD], BIRTH.code, plainDate(day))?.version).toBe(version);
    expect(findProcedure([OLD, NEW], BIRTH.code, plainDate(day))?.version).toBe(version);
  });

  test('is the later one where two overlap, and the later publication where both begin on one day', () => {
    const open = { ...BIRTH };
    const corrected = { ...NEW, version: '2023-01-01b' };
    for (const all of [
      [open, NEW, corrected],
      [corrected, NEW, open],
    ]) {
      const found = proceduresInForce(all, plainDate('2024-01-01'));
      expect(found.map((procedure) => procedure.version)).toEqual(['2023-01-01b']);
    }
  });

  test('of a code nobody published is undefined', () => {
    expect(findProcedure(COMMUNE_PROCEDURES, '9.999999', plainDate('2020-04-20'))).toBeUndefined();
  });

  test('leaves the order of the catalogue as it is', () => {
    const found = proceduresInForce([COOPERATIVE, OLD, NEW], plainDate('2024-01-01'));
    expect(found.map((procedure) => procedure.code)).toEqual([COOPERATIVE.code, BIRTH.code]);
  });
});

describe('searching the catalogue', () => {
  function aliases(query: string): readonly string[] {
    return searchProcedures(COMMUNE_PROCEDURES, query).map((procedure) => procedure.alias);
  }

  test('nothing typed answers everything in the given order', () => {
    expect(searchProcedures(COMMUNE_PROCEDURES, '')).toEqual(COMMUNE_PROCEDURES);
    expect(searchProcedures(COMMUNE_PROCEDURES, '  ')).toEqual(COMMUNE_PROCEDURES);
  });

  test('a shortcut comes before those it begins, and before any other fit', () => {
    expect(aliases('ks').slice(0, 3)).toEqual([
      'Khai sinh',
      'Khai sinh và thẻ bảo hiểm y tế',
      'Khai sinh và nhận cha, mẹ, con',
    ]);
    expect(aliases('sy')).toEqual(['Sao y']);
  });

  test('every shortcut of the catalogue finds its own procedure first', () => {
    for (const procedure of COMMUNE_PROCEDURES) {
      for (const shortcut of procedure.shortcuts) {
        expect(searchProcedures(COMMUNE_PROCEDURES, shortcut)[0]).toBe(procedure);
      }
    }
  });

  test.each(['khai tử', 'Khai Tử', 'khai tu', 'KHAI TU', ' khai  tu ', 'khai tử'.normalize('NFD')])(
    '"%s" finds "Khai tử" first',
    (query) => {
      expect(aliases(query)[0]).toBe('Khai tử');
    },
  );

  test.each([
    ['hôn nhân', 'Tình trạng hôn nhân', 'words in the middle of the alias'],
    ['tthn', 'Tình trạng hôn nhân', 'initials of the alias'],
    ['dkkh', 'Kết hôn', 'initials inside the name'],
    ['1193', 'Khai sinh', 'the end of the code'],
    ['1.001193', 'Khai sinh', 'the whole code'],
    ['ban chinh', 'Sao y', 'words of the name'],
    ['hon ket', 'Kết hôn', 'words in another order'],
  ])('"%s" finds "%s" first: %s', (query, alias) => {
    expect(aliases(query)[0]).toBe(alias);
  });

  test('the alias comes before the name', () => {
    const found = aliases('khai sinh');
    expect(found.indexOf('Khai sinh')).toBe(0);
    expect(found.indexOf('Đăng ký lại khai sinh')).toBeLessThan(found.indexOf('Trích lục hộ tịch'));
  });

  test('one fit of each kind stands in the order of the kinds, whatever the order of the catalogue', () => {
    const plain = { ...BIRTH, name: '-', alias: '-', shortcuts: [] };
    const fits: readonly Procedure[] = [
      { ...plain, code: 'shortcut', shortcuts: ['ka'] },
      { ...plain, code: 'begins a shortcut', shortcuts: ['kab'] },
      { ...plain, code: 'begins the alias', alias: 'Kan' },
      { ...plain, code: 'begins a word of the alias', alias: 'Xin kan' },
      { ...plain, code: 'initials of the alias', alias: 'Kinh an' },
      { ...plain, code: 'initials in the name', name: 'Xin kinh an' },
      { ...plain, code: 'begins a word of the name', name: 'Xin kan' },
    ];
    expect(searchProcedures(fits.toReversed(), 'ka').map((each) => each.code)).toEqual(fits.map((each) => each.code));
  });

  test.each(['zzz', '9999', 'khai xyz', '!', '0'.repeat(50)])('"%s" fits nothing', (query) => {
    expect(aliases(query)).toEqual([]);
  });
});
