import { describe, expect, test } from 'vitest';
import { plainDate } from '../../../domain/plain-date.ts';
import { nextBatchCode, parseBatchCode, partsOfBatchCode } from '../../../domain/transfer/batch-code.ts';
import { refusalOf, stationOf } from '../fixtures.ts';
import { codeOf } from './batches.ts';

describe('the code of a transfer batch', () => {
  test('names unit, day and a number out of the block of its station', () => {
    expect(codeOf(1, 0)).toBe('BG-08305-200427-1001');
    expect(codeOf(19, 998)).toBe('BG-08305-200427-19999');
  });

  test('is never given by two stations, however many each gives', () => {
    const all = Array.from({ length: 19 }, (_, s) =>
      Array.from({ length: 999 }, (__, used) => codeOf(s + 1, used)),
    ).flat();
    expect(new Set(all).size).toBe(19 * 999);
    expect(all.filter((code) => parseBatchCode(code) !== code || code.length > 40)).toEqual([]);
  });

  test('is refused once the block of the day is used up', () => {
    const issue = { unitCode: '08305', date: plainDate('2020-04-27'), station: stationOf(2), used: 999 };
    expect(refusalOf(nextBatchCode(issue))).toEqual({ code: 'batch-range-exhausted', station: 2 });
  });

  test('is read as a hand types it', () => {
    expect(parseBatchCode(' bg 08305-200427 – 101\n')).toBeUndefined();
    expect(parseBatchCode(' bg-08305 - 200427–1001\n')).toBe('BG-08305-200427-1001');
  });

  test('tells its parts', () => {
    const parts = { unitCode: '08305', date: '2020-04-27', station: 12, runningNumber: 7 };
    expect(partsOfBatchCode(codeOf(12, 6))).toEqual(parts);
  });

  test.each([
    ['', 'nothing'],
    ['BG-08305-200431-1001', 'a day that does not exist'],
    ['BG-08305-200427-1000', 'no number within the block'],
    ['BG-08305-200427-999', 'no station'],
    ['BG-08305-200427-20001', 'a station that does not exist'],
    ['BG-08305-200427-01001', 'a leading zero'],
    ['BG-8305-200427-1001', 'four digits of a unit'],
    ['XBG-08305-200427-1001', 'something before it'],
  ])('%j is none: %s', (text) => {
    expect(parseBatchCode(text)).toBeUndefined();
  });
});
