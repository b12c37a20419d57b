import { describe, expect, test } from 'vitest';
import { DEFAULT_OFFICE_HOURS, officeHoursOn, parseMonthDay } from '../../../domain/office-hours.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { monthDay, SEASONAL_RULES, SUMMER_HOURS } from './rules.ts';

describe('a day of the year', () => {
  test.each(['01-01', '02-29', '12-31'])('%s is one', (text) => {
    expect(parseMonthDay(text)).toBe(text);
  });

  test.each(['02-30', '13-01', '4-16', '04-16 ', ''])('%o is none', (text) => {
    expect(parseMonthDay(text)).toBeUndefined();
  });
});

describe('the hours of a unit', () => {
  test.each([
    ['2020-04-15', DEFAULT_OFFICE_HOURS],
    ['2020-04-16', SUMMER_HOURS],
    ['2026-10-15', SUMMER_HOURS],
    ['2020-10-16', DEFAULT_OFFICE_HOURS],
  ])('follow the season every year, both its ends included (%s)', (date, hours) => {
    expect(officeHoursOn(SEASONAL_RULES, plainDate(date))).toBe(hours);
  });

  test.each([
    ['2020-10-15', SUMMER_HOURS],
    ['2020-10-16', DEFAULT_OFFICE_HOURS],
    ['2021-01-01', DEFAULT_OFFICE_HOURS],
    ['2021-04-15', DEFAULT_OFFICE_HOURS],
    ['2021-04-16', SUMMER_HOURS],
  ])('follow a season that runs over New Year (%s)', (date, hours) => {
    const winter = { from: monthDay('10-16'), until: monthDay('04-15'), hours: DEFAULT_OFFICE_HOURS };
    expect(officeHoursOn({ hours: SUMMER_HOURS, seasons: [winter] }, plainDate(date))).toBe(hours);
  });

  test('are the same all year where there is no season', () => {
    expect(officeHoursOn({ hours: SUMMER_HOURS }, plainDate('2020-01-06'))).toBe(SUMMER_HOURS);
  });
});
