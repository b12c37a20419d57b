import { describe, expect, test } from 'vitest';
import { appointmentFor, lateness } from '../../domain/appointment.ts';
import { localMoment } from '../../domain/plain-date.ts';
import type { ProcedureLimit } from '../../domain/procedure.ts';
import type { CountingRules } from '../../domain/time/counting-rules.ts';
import { refusalOf, RULES, valueOf } from './fixtures.ts';
import { SEASONAL_RULES } from './time/rules.ts';

const SAME_DAY: ProcedureLimit = { kind: 'same-day', cutOffMinute: 15 * 60 };

function appointment(limit: ProcedureLimit, receivedAt: string, rules: CountingRules = RULES) {
  return valueOf(appointmentFor(limit, localMoment(receivedAt), rules));
}

function dueDay(limit: ProcedureLimit, receivedAt: string): string {
  return appointment(limit, receivedAt).at.slice(0, 10);
}

describe('a limit of working days', () => {
  test.each([
    ['2019-11-20', 25, '2019-12-25'],
    ['2020-04-28', 3, '2020-05-05'],
    ['2020-01-21', 5, '2020-02-04'],
    ['2019-04-26', 3, '2019-05-04'],
    ['2020-03-31', 3, '2020-04-06'],
    ['2023-04-28', 1, '2023-05-04'],
    ['2025-04-25', 1, '2025-04-26'],
    ['2026-02-12', 3, '2026-02-24'],
    ['2018-12-28', 2, '2019-01-03'],
    ['2022-04-29', 2, '2022-05-05'],
  ])('received %s with %i days is due %s', (received, days, due) => {
    expect(dueDay({ kind: 'working-days', days }, `${received}T08:37`)).toBe(due);
  });

  test.each([
    ['2020-04-20T07:15', '2020-04-22T12:00'],
    ['2020-04-20T11:59', '2020-04-22T12:00'],
    ['2020-04-20T12:00', '2020-04-22T17:30'],
    ['2020-04-20T18:40', '2020-04-22T17:30'],
  ])('received at %s is due at the end of the same half-day (%s)', (received, due) => {
    expect(appointment({ kind: 'working-days', days: 2 }, received).at).toBe(due);
  });

  test('received on a Saturday counts from Monday and does not overtake what came on Friday afternoon', () => {
    expect(appointment({ kind: 'working-days', days: 1 }, '2020-04-17T16:00').at).toBe('2020-04-20T17:30');
    expect(appointment({ kind: 'working-days', days: 1 }, '2020-04-18T09:00').at).toBe('2020-04-20T17:30');
  });

  test('received on the morning of a make-up Saturday is due at the end of a morning', () => {
    expect(appointment({ kind: 'working-days', days: 1 }, '2019-05-04T09:00').at).toBe('2019-05-06T12:00');
  });

  test('says why: the limit, the named days off and the calendar it was computed with', () => {
    expect(appointment({ kind: 'working-days', days: 3 }, '2020-04-28T09:00')).toEqual({
      at: '2020-05-05T12:00',
      basis: { kind: 'working-days', days: 3 },
      daysOff: [
        { date: '2020-04-30', name: 'Ngày Chiến thắng' },
        { date: '2020-05-01', name: 'Ngày Quốc tế lao động' },
      ],
      calendarVersion: RULES.calendar.version,
    });
  });
});

describe('the time of day chosen by the unit', () => {
  const SAME_CLOCK_TIME: CountingRules = { ...RULES, timeOfDay: 'same-clock-time' };

  test('the minute of the receipt, as on a real slip', () => {
    const { at } = appointment({ kind: 'working-days', days: 25 }, '2019-11-20T08:37', SAME_CLOCK_TIME);
    expect(at).toBe('2019-12-25T08:37');
  });

  test.each([
    ['2020-04-20T06:40', '2020-04-21T08:00', 'before opening'],
    ['2020-04-20T12:00', '2020-04-21T12:00', 'at noon'],
    ['2020-04-20T12:01', '2020-04-21T13:30', 'at lunch'],
    ['2020-04-20T17:30', '2020-04-21T17:30', 'at closing'],
    ['2020-04-20T18:40', '2020-04-21T17:30', 'after closing'],
    ['2020-04-19T09:00', '2020-04-20T17:30', 'on a Sunday'],
  ])('received %s is due %s: the minute moves into the opening hours (%s)', (received, due) => {
    expect(appointment({ kind: 'working-days', days: 1 }, received, SAME_CLOCK_TIME).at).toBe(due);
  });

  test.each(['2020-04-20T08:15', '2020-04-20T16:00'])('the close of the day, received at %s', (received) => {
    const rules: CountingRules = { ...RULES, timeOfDay: 'end-of-day' };
    expect(appointment({ kind: 'working-days', days: 1 }, received, rules).at).toBe('2020-04-21T17:30');
  });

  test('follows the hours of the season on the day it is due, and those of the receipt for what a morning is', () => {
    const limit: ProcedureLimit = { kind: 'working-days', days: 1 };
    expect(appointment(limit, '2020-04-15T11:45', SEASONAL_RULES).at).toBe('2020-04-16T11:30');
    expect(appointment(limit, '2020-04-16T11:45', SEASONAL_RULES).at).toBe('2020-04-17T17:00');
    expect(appointment(limit, '2020-10-15T11:00', SEASONAL_RULES).at).toBe('2020-10-16T12:00');
  });
});

describe('a limit of working hours', () => {
  test.each([
    [4, '2020-04-20T08:00', '2020-04-20T12:00', 'ends with the morning, not at the opening after it'],
    [4, '2020-04-20T09:10', '2020-04-20T14:40', 'passes over lunch'],
    [8, '2020-04-20T08:37', '2020-04-21T08:37', 'passes over the night'],
    [2, '2020-04-20T06:10', '2020-04-20T10:00', 'starts at the opening'],
    [2, '2020-04-20T12:20', '2020-04-20T15:30', 'starts after lunch'],
    [2, '2020-04-20T17:30', '2020-04-21T10:00', 'starts the next morning'],
    [2, '2020-04-18T09:00', '2020-04-20T10:00', 'passes over a weekend'],
    [16, '2020-04-28T14:00', '2020-05-04T14:00', 'passes over days off'],
    [8, '2019-05-03T14:00', '2019-05-04T14:00', 'counts a make-up Saturday'],
    [1.5, '2020-04-20T08:00', '2020-04-20T09:30', 'may have a fraction'],
    [4.15, '2020-04-20T08:00', '2020-04-20T13:39', 'is not a minute longer for the rounding of fractions'],
    [0.01, '2020-04-20T08:00', '2020-04-20T08:01', 'is rounded up to the minute'],
  ])('%d hours from %s end %s: it %s', (hours, received, due) => {
    const { at, basis } = appointment({ kind: 'hours', hours }, received);
    expect(at).toBe(due);
    expect(basis).toEqual({ kind: 'hours', hours });
  });

  test('is counted by the hours of each day where a season begins in between', () => {
    // 15 April closes at 17:30, 16 April opens at 07:00 and closes for lunch at 11:30.
    expect(appointment({ kind: 'hours', hours: 6 }, '2020-04-15T16:30', SEASONAL_RULES).at).toBe('2020-04-16T14:00');
  });

  test('names the days off it passed over', () => {
    expect(appointment({ kind: 'hours', hours: 8 }, '2020-04-29T14:00').daysOff.map(({ date }) => date)).toEqual([
      '2020-04-30',
      '2020-05-01',
    ]);
  });
});

describe('a same-day procedure', () => {
  test.each([
    ['2020-04-29', '2020-05-04'],
    ['2020-04-01', '2020-04-03'],
    ['2020-04-17', '2020-04-20'],
    ['2019-05-03', '2019-05-04'],
  ])('received %s after 15:00 is due %s', (received, due) => {
    const { at, basis } = appointment(SAME_DAY, `${received}T15:01`);
    expect(at).toBe(`${due}T17:30`);
    expect(basis).toEqual({ kind: 'next-working-day', why: 'after-cut-off' });
  });

  test.each(['08:00', '11:30', '14:59', '15:00'])('received at %s is due at the end of the day', (time) => {
    const { at, basis } = appointment(SAME_DAY, `2020-04-20T${time}`);
    expect(at).toBe('2020-04-20T17:30');
    expect(basis).toEqual({ kind: 'same-day' });
  });

  test.each([
    ['a Sunday', '2020-04-19T09:00', '2020-04-20T17:30'],
    ['a day off, even after 15:00', '2020-04-30T16:00', '2020-05-04T17:30'],
    ['an ordinary Saturday morning', '2020-04-18T08:30', '2020-04-20T17:30'],
  ])('received on %s is due at the end of the next working day', (_what, received, due) => {
    const { at, basis } = appointment(SAME_DAY, received);
    expect(at).toBe(due);
    expect(basis).toEqual({ kind: 'next-working-day', why: 'received-on-day-off' });
  });

  test('received after closing, though before its cut-off, is due the next working day', () => {
    const limit: ProcedureLimit = { kind: 'same-day', cutOffMinute: 18 * 60 };
    expect(appointment(limit, '2020-04-20T17:30').at).toBe('2020-04-20T17:30');
    expect(appointment(limit, '2020-04-20T17:31').at).toBe('2020-04-21T17:30');
    expect(appointment(limit, '2020-04-20T17:10', SEASONAL_RULES).at).toBe('2020-04-21T17:00');
  });

  test('received on a make-up Saturday is due that Saturday', () => {
    expect(appointment(SAME_DAY, '2019-05-04T10:00').at).toBe('2019-05-04T17:30');
  });
});

describe('a limit of calendar days', () => {
  test.each([
    ['2020-01-10', 15, '2020-01-30', 'ends in Tết and moves behind it'],
    ['2020-03-18', 15, '2020-04-03', 'ends on Giỗ Tổ and moves a day'],
    ['2020-04-06', 14, '2020-04-20', 'ends on a working day and stays'],
    ['2020-04-06', 12, '2020-04-20', 'ends on a Saturday and moves to Monday'],
    ['2019-04-19', 15, '2019-05-04', 'ends on a make-up Saturday and stays'],
  ])('received %s with %i days is due %s: it %s', (received, days, due) => {
    const { at, basis } = appointment({ kind: 'calendar-days', days }, `${received}T14:00`);
    expect(at).toBe(`${due}T17:30`);
    expect(basis).toEqual({ kind: 'calendar-days', days });
  });

  test('ends with the day whatever the time of the receipt: nobody overtakes what was moved to the same day', () => {
    const limit: ProcedureLimit = { kind: 'calendar-days', days: 12 };
    expect(appointment(limit, '2020-04-07T14:00').at).toBe('2020-04-20T17:30');
    expect(appointment(limit, '2020-04-08T09:00').at).toBe('2020-04-20T17:30');
  });
});

describe('an appointment that cannot be computed', () => {
  test('a procedure without a published limit is refused, not guessed', () => {
    expect(refusalOf(appointmentFor({ kind: 'none' }, localMoment('2020-04-20T09:00'), RULES))).toEqual({
      code: 'no-limit-published',
    });
  });

  test.each<[string, ProcedureLimit]>([
    ['working days', { kind: 'working-days', days: 3 }],
    ['calendar days', { kind: 'calendar-days', days: 10 }],
    ['same day after the cut-off', SAME_DAY],
    ['hours', { kind: 'hours', hours: 2 }],
  ])('%s beyond the end of the calendar are refused with its last day', (_what, limit) => {
    expect(refusalOf(appointmentFor(limit, localMoment('2027-12-31T16:00'), RULES))).toEqual({
      code: 'calendar-ends-too-soon',
      until: '2027-12-31',
    });
  });
});

describe('lateness', () => {
  const at = localMoment('2020-04-22T12:00');

  test.each([
    ['2020-04-21T23:59', 'in-time'],
    ['2020-04-22T00:00', 'due-today'],
    ['2020-04-22T12:00', 'due-today'],
    ['2020-04-22T12:01', 'late'],
    ['2020-05-01T08:00', 'late'],
  ])('at %s it is %s', (now, expected) => {
    expect(lateness(at, localMoment(now))).toBe(expected);
  });

  test.each([
    ['2020-04-22T11:00', '2020-05-01T08:00', 'in-time', 'began on the last day'],
    ['2020-04-22T12:00', '2020-05-01T08:00', 'in-time', 'began in the last minute'],
    ['2020-04-21T08:00', '2020-04-22T09:00', 'in-time', 'lets nothing fall due'],
    ['2020-04-22T12:01', '2020-05-01T08:00', 'late', 'began when it was late already'],
    ['2020-04-22T11:00', '2020-04-22T10:00', 'due-today', 'has not begun yet'],
  ])('paused since %s it is at %s %s: the pause %s', (pausedSince, now, expected) => {
    expect(lateness(at, localMoment(now), localMoment(pausedSince))).toBe(expected);
  });
});
