import { describe, expect, test } from 'vitest';
import {
  addDays,
  compactDate,
  dateOf,
  daysBetween,
  epochMsOf,
  localMoment,
  localMomentAt,
  minuteOfDay,
  momentOf,
  parseLocalMoment,
  parsePlainDate,
  plainDate,
  weekdayOf,
  yearOf,
} from '../../domain/plain-date.ts';

const MS_PER_DAY = 86_400_000;

describe('a day', () => {
  test.each(['2020-02-29', '2000-02-29', '1900-01-01', '2199-12-31', '2020-12-31'])('%s exists', (text) => {
    expect(parsePlainDate(text)).toBe(text);
  });

  test.each([
    '2019-02-29',
    '2100-02-29',
    '2020-04-31',
    '2020-13-01',
    '2020-00-10',
    '2020-01-00',
    '1899-12-31',
    '2200-01-01',
    '2020-4-1',
    '20-04-2020',
    ' 2020-04-20',
    '2020-04-20T08:00',
    '',
  ])('"%s" is no day', (text) => {
    expect(parsePlainDate(text)).toBeUndefined();
  });

  test('a wrong day written in the program is an error, not a guess', () => {
    expect(() => plainDate('2019-02-29')).toThrow(RangeError);
  });

  test('every day from 1900 to 2199 follows the one before, on the weekday the world calls it', () => {
    // The oracle is the platform's own calendar, which domain/ may not use.
    let date = plainDate('1900-01-01');
    for (let ms = Date.UTC(1900, 0, 1); ms < Date.UTC(2200, 0, 1); ms += MS_PER_DAY) {
      const oracle = new Date(ms);
      const agrees = date === oracle.toISOString().slice(0, 10) && weekdayOf(date) === (oracle.getUTCDay() + 6) % 7;
      if (!agrees) expect.fail(`${date} is not ${oracle.toISOString()}`);
      date = addDays(date, 1);
    }
    expect(date).toBe('2200-01-01');
  });

  test('Monday is 0 and Sunday 6', () => {
    expect(weekdayOf(plainDate('2020-04-20'))).toBe(0);
    expect(weekdayOf(plainDate('2020-04-26'))).toBe(6);
  });

  test('days are added over the ends of months and years, and taken away', () => {
    expect(addDays(plainDate('2020-02-28'), 2)).toBe('2020-03-01');
    expect(addDays(plainDate('2019-12-31'), 1)).toBe('2020-01-01');
    expect(addDays(plainDate('2020-03-01'), -1)).toBe('2020-02-29');
  });

  test('days between two days count up, and down when the second is earlier', () => {
    expect(daysBetween(plainDate('2020-01-01'), plainDate('2021-01-01'))).toBe(366);
    expect(daysBetween(plainDate('2020-04-20'), plainDate('2020-04-18'))).toBe(-2);
  });

  test('the dossier number carries a day as YYMMDD', () => {
    expect(compactDate(plainDate('2020-04-09'))).toBe('200409');
    expect(yearOf(plainDate('2020-04-09'))).toBe(2020);
  });
});

describe('a moment', () => {
  test.each(['2020-04-20T00:00', '2020-04-20T23:59'])('%s exists', (text) => {
    expect(parseLocalMoment(text)).toBe(text);
  });

  test.each(['2020-04-20T24:00', '2020-04-20T08:60', '2020-02-30T08:00', '2020-04-20 08:00', '2020-04-20T08:00:00'])(
    '"%s" is no moment',
    (text) => {
      expect(parseLocalMoment(text)).toBeUndefined();
      expect(() => localMoment(text)).toThrow(RangeError);
    },
  );

  test('the wall clock of Vietnam is seven hours ahead of UTC, whatever the machine believes', () => {
    expect(localMomentAt(0)).toBe('1970-01-01T07:00');
    expect(localMomentAt(Date.UTC(2020, 3, 19, 16, 59, 59, 999))).toBe('2020-04-19T23:59');
    expect(localMomentAt(Date.UTC(2020, 3, 19, 17))).toBe('2020-04-20T00:00');
    expect(localMomentAt(Date.UTC(1969, 11, 31, 16, 59))).toBe('1969-12-31T23:59');
  });

  test('a moment and its milliseconds lead back to each other', () => {
    for (const text of ['1969-12-31T23:59', '1970-01-01T00:00', '2020-02-29T12:34', '2038-01-19T10:14']) {
      expect(localMomentAt(epochMsOf(localMoment(text)))).toBe(text);
    }
    expect(epochMsOf(localMoment('2020-04-20T08:00'))).toBe(Date.UTC(2020, 3, 20, 1));
  });

  test('a moment is made of a day and a minute, and falls apart into them', () => {
    const moment = momentOf(plainDate('2020-04-20'), 15 * 60 + 5);
    expect(moment).toBe('2020-04-20T15:05');
    expect(dateOf(moment)).toBe('2020-04-20');
    expect(minuteOfDay(moment)).toBe(905);
  });
});
