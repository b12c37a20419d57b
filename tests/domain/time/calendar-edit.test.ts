import { describe, expect, test } from 'vitest';
import { WORKING_CALENDAR } from '../../../domain/catalogue/working-calendar-2018-2026.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { calendarData, parseCalendar } from '../../../domain/time/calendar-data.ts';
import {
  dayChanges,
  decreedThrough,
  isWeekend,
  marksOf,
  monthsOf,
  ORDINARY,
  withMarks,
} from '../../../domain/time/calendar-edit.ts';

const CALENDAR = calendarData(WORKING_CALENDAR);
const STORM = plainDate('2020-04-22');
const VICTORY = plainDate('2020-04-30');
const SATURDAY = plainDate('2020-04-25');

describe('a calendar with days that somebody marked', () => {
  test('has each new day in its place, and is one that can be published', () => {
    const changed = withMarks(
      CALENDAR,
      new Map([
        [STORM, { kind: 'day-off', name: 'Nghỉ bão' }],
        [SATURDAY, { kind: 'make-up' }],
      ]),
    );
    expect(changed.daysOff).toContainEqual({ date: STORM, name: 'Nghỉ bão' });
    expect(changed.makeUpDays).toContain(SATURDAY);
    const parsed = parseCalendar(changed);
    expect(parsed.ok && calendarData(parsed.value)).toEqual(changed);
  });

  test('loses a day that is ordinary again', () => {
    const changed = withMarks(CALENDAR, new Map([[VICTORY, ORDINARY]]));
    expect(changed.daysOff).toEqual(CALENDAR.daysOff.filter(({ date }) => date !== VICTORY));
  });

  test('is the same where nothing was marked, and where it was marked as it is', () => {
    expect(withMarks(CALENDAR, new Map())).toEqual(CALENDAR);
    expect(withMarks(CALENDAR, marksOf(CALENDAR))).toEqual(CALENDAR);
    expect(dayChanges(CALENDAR, marksOf(CALENDAR))).toEqual([]);
  });
});

test('the changes are told by their days, each with what was said before', () => {
  const marks = new Map([
    [VICTORY, ORDINARY],
    [STORM, { kind: 'day-off', name: 'Nghỉ bão' }],
    [SATURDAY, ORDINARY],
  ] as const);
  expect(dayChanges(CALENDAR, marks)).toEqual([
    { date: STORM, before: ORDINARY, after: { kind: 'day-off', name: 'Nghỉ bão' } },
    { date: VICTORY, before: { kind: 'day-off', name: 'Ngày Chiến thắng' }, after: ORDINARY },
  ]);
});

test('a year that was decreed is expected no more, the years after it are', () => {
  const longer = { ...CALENDAR, until: '2028-12-31' };
  expect(CALENDAR.provisionalFrom).toBe('2027-01-01');
  expect(decreedThrough(CALENDAR, 2026)).toEqual(CALENDAR);
  expect(decreedThrough(CALENDAR, 2027)).not.toHaveProperty('provisionalFrom');
  expect(decreedThrough(longer, 2027).provisionalFrom).toBe('2028-01-01');
  expect(parseCalendar(decreedThrough(longer, 2027)).ok).toBe(true);
});

test('a day off of another name is a change', () => {
  const renamed = new Map([[VICTORY, { kind: 'day-off', name: 'Ngày Thống nhất' }]] as const);
  expect(dayChanges(CALENDAR, renamed)).toMatchObject([{ date: VICTORY, after: { name: 'Ngày Thống nhất' } }]);
});

test.each([
  [2020, 366, 29],
  [2026, 365, 28],
  [2100, 365, 28],
])('the year %i has %i days, February %i', (year, days, february) => {
  const months = monthsOf(year);
  expect(months.flat().length).toBe(days);
  expect(months[1]?.length).toBe(february);
  expect(months.map((month) => month[0]?.slice(5))).toEqual(
    Array.from({ length: 12 }, (_, i) => `${String(i + 1).padStart(2, '0')}-01`),
  );
});

test('only Saturday and Sunday are a weekend', () => {
  const week = ['2020-04-20', '2020-04-24', '2020-04-25', '2020-04-26', '2020-04-27'].map(plainDate);
  expect(week.map(isWeekend)).toEqual([false, false, true, true, false]);
});
