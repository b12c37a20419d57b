import { describe, expect, test } from 'vitest';
import { appointmentFor, lateness } from '../../domain/appointment.ts';
import { localMoment } from '../../domain/plain-date.ts';
import type { ProcedureLimit } from '../../domain/procedure.ts';
import { refusalOf, RULES, valueOf } from './fixtures.ts';

const SAME_DAY: ProcedureLimit = { kind: 'same-day', cutOffMinute: 15 * 60 };

function appointment(limit: ProcedureLimit, receivedAt: string) {
  return valueOf(appointmentFor(limit, localMoment(receivedAt), RULES));
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

  test('received on a Saturday counts from Monday', () => {
    expect(dueDay({ kind: 'working-days', days: 1 }, '2020-04-18T09:00')).toBe('2020-04-20');
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
});
