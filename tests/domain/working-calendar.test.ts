import { describe, expect, test } from 'vitest';
import { plainDate } from '../../domain/plain-date.ts';
import {
  addWorkingDays,
  isWorkingDay,
  namedDaysOff,
  workingDayFrom,
  workingDaysBetween,
  type WorkingCalendar,
} from '../../domain/working-calendar.ts';

const d = plainDate;

/** Monday 6 to Sunday 19 January 2020: Tuesday 7 is off, Saturday 11 is worked for it. */
const CALENDAR: WorkingCalendar = {
  version: 'two-weeks',
  from: d('2020-01-06'),
  until: d('2020-01-19'),
  daysOff: new Map([
    [d('2020-01-07'), 'Nghỉ hoán đổi'],
    [d('2020-01-18'), 'Ngày lễ rơi vào thứ Bảy'],
  ]),
  makeUpDays: new Set([d('2020-01-11')]),
};

const ENDS = { ok: false, refusal: { code: 'calendar-ends-too-soon', until: '2020-01-19' } };

describe('a working day', () => {
  test.each([
    ['an ordinary weekday', '2020-01-06', true],
    ['a weekday that is off', '2020-01-07', false],
    ['a make-up Saturday', '2020-01-11', true],
    ['a Sunday', '2020-01-12', false],
    ['an ordinary Saturday', '2020-01-18', false],
  ])('%s (%s %s)', (_what, date, expected) => {
    expect(isWorkingDay(CALENDAR, d(date))).toBe(expected);
  });
});

describe('counting working days', () => {
  test('the first day never counts, even when it is a working day', () => {
    expect(addWorkingDays(CALENDAR, d('2020-01-08'), 1)).toEqual({ ok: true, value: '2020-01-09' });
  });

  test('a day off is passed over', () => {
    expect(addWorkingDays(CALENDAR, d('2020-01-06'), 1)).toEqual({ ok: true, value: '2020-01-08' });
  });

  test('a make-up Saturday counts, the Sunday after it does not', () => {
    expect(addWorkingDays(CALENDAR, d('2020-01-10'), 1)).toEqual({ ok: true, value: '2020-01-11' });
    expect(addWorkingDays(CALENDAR, d('2020-01-10'), 2)).toEqual({ ok: true, value: '2020-01-13' });
  });

  test('the last working day of the calendar can still be reached, the one after is refused', () => {
    expect(addWorkingDays(CALENDAR, d('2020-01-16'), 1)).toEqual({ ok: true, value: '2020-01-17' });
    expect(addWorkingDays(CALENDAR, d('2020-01-16'), 2)).toEqual(ENDS);
  });

  test('a day before the calendar begins is not guessed', () => {
    expect(addWorkingDays(CALENDAR, d('2019-12-30'), 1)).toEqual(ENDS);
  });

  test('a working day stays where it is, a day off moves to the next working day', () => {
    expect(workingDayFrom(CALENDAR, d('2020-01-06'))).toEqual({ ok: true, value: '2020-01-06' });
    expect(workingDayFrom(CALENDAR, d('2020-01-07'))).toEqual({ ok: true, value: '2020-01-08' });
    expect(workingDayFrom(CALENDAR, d('2020-01-12'))).toEqual({ ok: true, value: '2020-01-13' });
    expect(workingDayFrom(CALENDAR, d('2020-01-18'))).toEqual(ENDS);
  });
});

describe('working days between two days', () => {
  test.each([
    ['2020-01-06', '2020-01-06', 0],
    ['2020-01-06', '2020-01-07', 0],
    ['2020-01-06', '2020-01-13', 5],
    ['2020-01-10', '2020-01-12', 1],
    ['2020-01-13', '2020-01-06', 0],
  ])('after %s and up to %s there are %i', (start, end, count) => {
    expect(workingDaysBetween(CALENDAR, d(start), d(end))).toBe(count);
  });
});

describe('days off that explain a date', () => {
  test('are named, without the first day and with the last', () => {
    expect(namedDaysOff(CALENDAR, d('2020-01-06'), d('2020-01-07'))).toEqual([
      { date: '2020-01-07', name: 'Nghỉ hoán đổi' },
    ]);
    expect(namedDaysOff(CALENDAR, d('2020-01-07'), d('2020-01-08'))).toEqual([]);
  });

  test('leave out what falls on a weekend, which is off anyway', () => {
    expect(namedDaysOff(CALENDAR, d('2020-01-13'), d('2020-01-19'))).toEqual([]);
  });
});
