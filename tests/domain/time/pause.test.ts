import { describe, expect, test } from 'vitest';
import { WORKING_CALENDAR } from '../../../domain/catalogue/working-calendar-2018-2026.ts';
import { localMoment } from '../../../domain/plain-date.ts';
import type { ProcedureLimit } from '../../../domain/procedure.ts';
import { appointmentAfterPauses } from '../../../domain/time/appointment-after-pauses.ts';
import { mergePauses, type Pause, pausedCalendarDays, pausedWorkingDays } from '../../../domain/time/pause.ts';
import { refusalOf, RULES, valueOf } from '../fixtures.ts';
import { SEASONAL_RULES } from './rules.ts';

function pause(from: string, until: string): Pause {
  return { from: localMoment(from), until: localMoment(until) };
}

const SUPPLEMENT = pause('2020-04-08T15:00', '2020-04-14T09:00');

function moved(limit: ProcedureLimit, [receivedAt, appointmentAt]: [string, string], pauses: readonly Pause[]) {
  const given = { limit, receivedAt: localMoment(receivedAt), appointmentAt: localMoment(appointmentAt) };
  return valueOf(appointmentAfterPauses(given, pauses, RULES));
}

describe('a pause', () => {
  test.each([
    ['2020-04-08T15:00', '2020-04-14T09:00', 4, 6, 'counts the day of completion, not that of the request'],
    ['2020-04-08T08:00', '2020-04-08T17:00', 0, 0, 'ends the day it began'],
    ['2020-04-10T15:00', '2020-04-12T09:00', 0, 2, 'falls on a weekend'],
    ['2020-04-29T15:00', '2020-05-04T09:00', 1, 5, 'passes over days off'],
    ['2019-05-03T15:00', '2019-05-05T09:00', 1, 2, 'counts a make-up Saturday'],
    ['2020-04-14T09:00', '2020-04-08T15:00', 0, 0, 'is reversed'],
  ])('from %s until %s takes %i working and %i calendar days: it %s', (from, until, ...days) => {
    const each = pause(from, until);
    expect([pausedWorkingDays(WORKING_CALENDAR, each), pausedCalendarDays(each)]).toEqual(days.slice(0, 2));
  });
});

describe('pauses together', () => {
  test('are put in order, joined where they overlap, touch or hold one another; reversed and empty ones are left out', () => {
    expect(
      mergePauses([
        pause('2020-04-20T08:00', '2020-04-22T08:00'),
        pause('2020-04-08T15:00', '2020-04-14T09:00'),
        pause('2020-04-10T08:00', '2020-04-15T08:00'),
        pause('2020-04-15T08:00', '2020-04-15T09:00'),
        pause('2020-04-09T08:00', '2020-04-09T09:00'),
        pause('2020-04-30T08:00', '2020-04-01T08:00'),
        pause('2020-05-06T08:00', '2020-05-06T08:00'),
      ]),
    ).toEqual([pause('2020-04-08T15:00', '2020-04-15T09:00'), pause('2020-04-20T08:00', '2020-04-22T08:00')]);
  });
});

describe('an appointment by working days', () => {
  const FIVE_DAYS: ProcedureLimit = { kind: 'working-days', days: 5 };

  test.each([
    ['2020-04-06T08:30', '2020-04-13T12:00', '2020-04-17T12:00'],
    ['2020-04-06T14:30', '2020-04-13T17:30', '2020-04-17T17:30'],
  ])('received %s, due %s, moves by the four days of the supplement to %s', (received, due, at) => {
    expect(moved(FIVE_DAYS, [received, due], [SUPPLEMENT])).toEqual({ at, movedDays: 4, movedMinutes: 0 });
  });

  test('moves by several pauses added up, by overlapping ones once, by a reversed one not at all', () => {
    const payment = pause('2020-04-15T08:00', '2020-04-16T08:00');
    const overlapping = pause('2020-04-10T08:00', '2020-04-14T11:00');
    const reversed = pause('2020-05-20T08:00', '2020-05-10T08:00');
    const { at, movedDays } = moved(
      FIVE_DAYS,
      ['2020-04-06T08:30', '2020-04-13T12:00'],
      [payment, reversed, overlapping, SUPPLEMENT],
    );
    expect(movedDays).toBe(5);
    expect(at).toBe('2020-04-20T12:00');
  });

  test('stays where it is without a pause, even on a day that has become a day off', () => {
    expect(moved(FIVE_DAYS, ['2020-04-23T08:30', '2020-04-30T12:00'], [])).toEqual({
      at: '2020-04-30T12:00',
      movedDays: 0,
      movedMinutes: 0,
    });
  });

  test('keeps a minute of its own, moved into the hours of the new day', () => {
    const given = {
      limit: FIVE_DAYS,
      receivedAt: localMoment('2020-04-03T17:10'),
      appointmentAt: localMoment('2020-04-10T17:10'),
    };
    const pauses = [SUPPLEMENT];
    expect(valueOf(appointmentAfterPauses(given, pauses, RULES)).at).toBe('2020-04-16T17:10');
    expect(valueOf(appointmentAfterPauses(given, pauses, SEASONAL_RULES)).at).toBe('2020-04-16T17:00');
  });

  test('is due at the end of the morning by the hours of its new season', () => {
    const given = {
      limit: FIVE_DAYS,
      receivedAt: localMoment('2020-04-06T08:30'),
      appointmentAt: localMoment('2020-04-13T12:00'),
    };
    expect(valueOf(appointmentAfterPauses(given, [SUPPLEMENT], SEASONAL_RULES)).at).toBe('2020-04-17T11:30');
  });
});

test('the close of a summer day becomes the close of a day outside the season', () => {
  const given = {
    limit: { kind: 'working-days', days: 5 } as const,
    receivedAt: localMoment('2020-10-08T14:30'),
    appointmentAt: localMoment('2020-10-15T17:00'),
  };
  const pauses = [pause('2020-10-12T08:00', '2020-10-13T08:00')];
  expect(valueOf(appointmentAfterPauses(given, pauses, SEASONAL_RULES)).at).toBe('2020-10-16T17:30');
});

describe('other appointments', () => {
  test.each<[string, ProcedureLimit]>([
    ['a same-day procedure', { kind: 'same-day', cutOffMinute: 900 }],
    ['a date typed by hand', { kind: 'none' }],
  ])('%s moves by working days', (_what, limit) => {
    const pauses = [pause('2020-04-10T09:00', '2020-04-14T09:00')];
    expect(moved(limit, ['2020-04-10T08:00', '2020-04-10T17:30'], pauses).at).toBe('2020-04-14T17:30');
  });

  test.each([
    // 18 April is a Saturday: the limit ends there, the appointment stands on Monday.
    [
      '2020-04-03T08:00',
      '2020-04-20T17:30',
      '2020-04-24T17:30',
      'from where the limit ends, not from after the days off',
    ],
    ['2020-04-06T08:00', '2020-04-21T17:30', '2020-04-27T17:30', 'and then to a working day'],
  ])('15 calendar days from %s, due %s, move by six to %s: %s', (received, due, at) => {
    const limit: ProcedureLimit = { kind: 'calendar-days', days: 15 };
    expect(moved(limit, [received, due], [SUPPLEMENT])).toEqual({ at, movedDays: 6, movedMinutes: 0 });
  });

  test('calendar days that the days off behind the limit already gave do not move it', () => {
    const limit: ProcedureLimit = { kind: 'calendar-days', days: 15 };
    const pauses = [pause('2020-04-07T08:00', '2020-04-08T08:00')];
    expect(moved(limit, ['2020-04-03T08:00', '2020-04-20T17:30'], pauses).at).toBe('2020-04-20T17:30');
  });

  test('a calendar that has since lost days off takes nothing from the date that was printed', () => {
    const limit: ProcedureLimit = { kind: 'calendar-days', days: 15 };
    const pauses = [pause('2020-04-07T08:00', '2020-04-08T08:00')];
    expect(moved(limit, ['2020-04-03T08:00', '2020-04-24T17:30'], pauses).at).toBe('2020-04-24T17:30');
  });

  test('calendar days stay where they were printed without a pause', () => {
    const limit: ProcedureLimit = { kind: 'calendar-days', days: 15 };
    expect(moved(limit, ['2020-04-03T08:00', '2020-04-17T17:30'], []).at).toBe('2020-04-17T17:30');
  });

  test.each([
    ['2020-04-20T09:00', '2020-04-20T10:30', '2020-04-20T15:00', 90],
    ['2020-04-20T11:30', '2020-04-21T08:15', '2020-04-21T08:45', 285],
    ['2020-04-20T12:10', '2020-04-20T13:20', '2020-04-20T12:00', 0],
  ])(
    '4 hours from 08:00 paused from %s until %s are due %s: %i minutes of working time',
    (from, until, ...[at, movedMinutes]) => {
      const given: [string, string] = ['2020-04-20T08:00', '2020-04-20T12:00'];
      expect(moved({ kind: 'hours', hours: 4 }, given, [pause(from, until)])).toEqual({
        at,
        movedDays: 0,
        movedMinutes,
      });
    },
  );
});

describe('beyond the calendar', () => {
  const END = { code: 'calendar-ends-too-soon', until: '2027-12-31' };

  test.each<[string, ProcedureLimit, Pause]>([
    ['a date that moves', { kind: 'working-days', days: 5 }, pause('2027-12-28T08:00', '2027-12-31T08:00')],
    ['a limit of calendar days', { kind: 'calendar-days', days: 5 }, pause('2027-12-28T08:00', '2027-12-31T08:00')],
    ['a limit of hours', { kind: 'hours', hours: 5 }, pause('2027-12-30T14:00', '2027-12-31T14:00')],
    ['a pause that ends later', { kind: 'none' }, pause('2027-12-31T14:00', '2028-01-01T14:00')],
    ['a pause that began earlier', { kind: 'none' }, pause('2017-12-31T14:00', '2018-01-01T14:00')],
  ])('%s is refused', (_what, limit, each) => {
    const given = {
      limit,
      receivedAt: localMoment('2027-12-27T14:00'),
      appointmentAt: localMoment('2027-12-31T17:30'),
    };
    expect(refusalOf(appointmentAfterPauses(given, [each], RULES))).toEqual(END);
  });
});
