import { describe, expect, test } from 'vitest';
import { localMoment, plainDate } from '../../../domain/plain-date.ts';
import type { ProcedureLimit } from '../../../domain/procedure.ts';
import { dueSoon, lastDayDueSoon } from '../../../domain/time/due-soon.ts';
import { RULES } from '../fixtures.ts';

const DUE = localMoment('2020-04-22T12:00');

describe('an appointment is due soon', () => {
  test.each<[ProcedureLimit, string, boolean, string]>([
    [{ kind: 'working-days', days: 5 }, '2020-04-20T08:00', false, 'two working days are left of five'],
    [{ kind: 'working-days', days: 5 }, '2020-04-21T08:00', true, 'one working day is left'],
    [{ kind: 'working-days', days: 25 }, '2020-04-14T08:00', false, 'six working days are left of 25'],
    [{ kind: 'working-days', days: 25 }, '2020-04-15T08:00', true, 'a fifth of 25 is left'],
    [{ kind: 'calendar-days', days: 20 }, '2020-04-17T08:00', false, 'five calendar days are left of 20'],
    [{ kind: 'calendar-days', days: 20 }, '2020-04-18T08:00', true, 'a fifth of 20 is left'],
    [{ kind: 'hours', hours: 100 }, '2020-04-20T08:00', true, 'twenty working hours are left of 100'],
    [{ kind: 'hours', hours: 100 }, '2020-04-17T17:29', false, 'twenty hours and a minute are left of 100'],
    [{ kind: 'same-day', cutOffMinute: 900 }, '2020-04-22T08:00', true, 'it is the day'],
    [{ kind: 'none' }, '2020-04-20T08:00', false, 'two working days are left'],
    [{ kind: 'none' }, '2020-04-21T08:00', true, 'one working day is left'],
    [{ kind: 'working-days', days: 5 }, '2020-04-22T12:00', true, 'it is the last minute'],
    [{ kind: 'working-days', days: 5 }, '2020-04-22T12:01', false, 'it is late already'],
  ])('%o at %s: %s, because %s', (limit, now, expected) => {
    expect(dueSoon({ appointmentAt: DUE, limit }, localMoment(now), RULES)).toBe(expected);
  });

  test('on the eve of days off', () => {
    const appointmentAt = localMoment('2020-05-04T17:30');
    const limit: ProcedureLimit = { kind: 'working-days', days: 3 };
    expect(dueSoon({ appointmentAt, limit }, localMoment('2020-04-29T08:00'), RULES)).toBe(true);
  });
});

test.each([
  ['2020-04-20', '2020-04-22'],
  ['2020-04-24', '2020-04-28'],
  ['2020-04-25', '2020-04-28'],
  ['2020-04-29', '2020-05-05'],
])('from %s the list of what is due soon goes up to the second working day, %s', (today, last) => {
  expect(lastDayDueSoon(plainDate(today), RULES.calendar)).toBe(last);
});
