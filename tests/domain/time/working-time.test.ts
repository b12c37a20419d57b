import { describe, expect, test } from 'vitest';
import { localMoment } from '../../../domain/plain-date.ts';
import { addWorkingMinutes, workingMinutesBetween } from '../../../domain/time/working-time.ts';
import { RULES, valueOf } from '../fixtures.ts';
import { SEASONAL_RULES } from './rules.ts';

describe('working minutes between two moments', () => {
  test.each([
    ['2020-04-20T08:00', '2020-04-20T17:30', 480],
    ['2020-04-20T00:00', '2020-04-20T23:59', 480],
    ['2020-04-20T11:50', '2020-04-20T13:35', 15],
    ['2020-04-20T12:00', '2020-04-20T13:30', 0],
    ['2020-04-17T17:00', '2020-04-20T08:10', 40],
    ['2020-04-29T16:30', '2020-05-04T09:00', 120],
    ['2020-04-20T10:00', '2020-04-20T09:00', 0],
    ['2020-04-21T10:00', '2020-04-20T09:00', 0],
  ])('from %s until %s there are %i', (from, until, minutes) => {
    expect(workingMinutesBetween(RULES, localMoment(from), localMoment(until))).toBe(minutes);
  });

  test('are those of the season', () => {
    const [from, until] = [localMoment('2020-04-15T00:00'), localMoment('2020-04-16T23:59')];
    expect(workingMinutesBetween(SEASONAL_RULES, from, until)).toBe(480 + 480);
    expect(workingMinutesBetween(SEASONAL_RULES, from, localMoment('2020-04-16T08:00'))).toBe(480 + 60);
  });
});

test.each([
  ['2020-04-20T09:13', '2020-04-20T09:13'],
  ['2020-04-20T12:00', '2020-04-20T13:30'],
  ['2020-04-18T09:00', '2020-04-20T08:00'],
])('no working time after %s it is %s: now, or the next opening', (start, at) => {
  expect(valueOf(addWorkingMinutes(RULES, localMoment(start), 0))).toBe(at);
});
