import { describe, expect, test } from 'vitest';
import { COUNTER_PROCEDURES } from '../../domain/catalogue/counter-procedures.ts';
import { plainDate } from '../../domain/plain-date.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { findVersion, isOver, proceduresOnDay, versionBefore } from '../../domain/procedure-versions.ts';
import { BIRTH, COOPERATIVE } from './fixtures.ts';

const OLD: Procedure = { ...BIRTH, effectiveTo: plainDate('2022-12-31') };
const NEW: Procedure = { ...BIRTH, version: '2023-01-01', effectiveFrom: plainDate('2023-01-01') };

const onDay = (all: readonly Procedure[], day: string) => proceduresOnDay(all, plainDate(day));

describe('of a procedure with two versions', () => {
  test.each([
    ['2019-12-31', ['later', '2020-01-01', undefined]],
    ['2020-01-01', ['in-force', '2020-01-01', 'new']],
    ['2020-03-01', ['in-force', '2020-01-01', 'new']],
    ['2020-03-02', ['in-force', '2020-01-01', undefined]],
    ['2023-01-01', ['in-force', '2023-01-01', 'changed']],
    ['2023-03-02', ['in-force', '2023-01-01', 'changed']],
    ['2023-03-03', ['in-force', '2023-01-01', undefined]],
  ])('on %s it is %j', (day, stands) => {
    for (const all of [
      [OLD, NEW],
      [NEW, OLD],
    ]) {
      const [shown, ...others] = onDay(all, day);
      expect(others).toEqual([]);
      expect([shown?.holds, shown?.procedure.version, shown?.news]).toEqual(stands);
      expect(shown?.versions.map((each) => each.version)).toEqual(['2023-01-01', '2020-01-01']);
    }
  });

  test('the one that comes next is known before its day, and only then', () => {
    expect(onDay([OLD, NEW], '2022-06-01')[0]?.next).toEqual(NEW);
    expect(onDay([OLD, NEW], '2023-01-01')[0]?.next).toBeUndefined();
  });

  test('each but the first took the place of one', () => {
    const versions = onDay([OLD, NEW], '2024-01-01')[0]?.versions ?? [];
    expect(versionBefore(versions, NEW)).toEqual(OLD);
    expect(versionBefore(versions, OLD)).toBeUndefined();
  });
});

test('a procedure that has ended is still shown, as its last version', () => {
  const [shown] = onDay([OLD], '2024-01-01');
  expect([shown?.holds, shown?.procedure]).toEqual(['over', OLD]);
  expect(isOver(OLD, plainDate('2022-12-31'))).toBe(false);
  expect(isOver(OLD, plainDate('2023-01-01'))).toBe(true);
  expect(isOver(NEW, plainDate('2022-12-31'))).toBe(false);
});

test('each code of the catalogue is shown once, in its order, whatever the day', () => {
  const codes = [...new Set(COUNTER_PROCEDURES.map(({ code }) => code))];
  for (const day of ['2018-06-01', '2020-04-20', '2025-07-01']) {
    expect(onDay(COUNTER_PROCEDURES, day).map(({ procedure }) => procedure.code)).toEqual(codes);
  }
});

test('a version is found by its name; of two of one name the one published later', () => {
  const corrected = { ...NEW, alias: 'Khai sinh (đã sửa)' };
  expect(findVersion([OLD, NEW, COOPERATIVE, corrected], NEW)).toEqual(corrected);
  expect(findVersion([OLD, COOPERATIVE], NEW)).toBeUndefined();
});
