import { expect, test } from 'vitest';
import { WORKING_CALENDAR } from '../../../domain/catalogue/working-calendar-2018-2026.ts';
import { localMoment, plainDate } from '../../../domain/plain-date.ts';
import type { ProcedureLimit } from '../../../domain/procedure.ts';
import { changedDates, type PromisedDate } from '../../../domain/time/calendar-change.ts';
import type { CountingRules } from '../../../domain/time/counting-rules.ts';
import { RULES } from '../fixtures.ts';

/** 24 November 2026, a Tuesday, becomes a day off. */
const CHANGED: CountingRules = {
  ...RULES,
  calendar: {
    ...WORKING_CALENDAR,
    version: '2018-2027/2',
    daysOff: new Map([...WORKING_CALENDAR.daysOff, [plainDate('2026-11-24'), 'Ngày Văn hóa Việt Nam']]),
  },
};

function promised(
  id: string,
  limit: ProcedureLimit,
  [receivedAt, appointmentAt]: readonly [string, string],
): PromisedDate {
  return { id, limit, receivedAt: localMoment(receivedAt), appointmentAt: localMoment(appointmentAt), pauses: [] };
}

const OVER = promised('over', { kind: 'working-days', days: 3 }, ['2026-11-20T08:30', '2026-11-25T12:00']);
const BEFORE = promised('before', { kind: 'working-days', days: 1 }, ['2026-11-20T08:30', '2026-11-23T12:00']);
const HOURS = promised('hours', { kind: 'hours', hours: 4 }, ['2026-11-23T15:30', '2026-11-24T10:00']);
const TYPED = promised('typed', { kind: 'none' }, ['2026-11-20T08:30', '2026-11-24T17:30']);

test('only the dates the changed calendar would give differently are named, with both', () => {
  expect(changedDates([OVER, BEFORE, HOURS, TYPED], CHANGED)).toEqual([
    { id: 'over', printedAt: '2026-11-25T12:00', wouldBeAt: '2026-11-26T12:00' },
    { id: 'hours', printedAt: '2026-11-24T10:00', wouldBeAt: '2026-11-25T10:00' },
  ]);
});

test('nothing is named while the calendar is the one that was printed by', () => {
  expect(changedDates([OVER, BEFORE, HOURS, TYPED], RULES)).toEqual([]);
});

test('a date that pauses have moved is compared as they moved it', () => {
  const paused: PromisedDate = {
    ...promised('paused', { kind: 'working-days', days: 3 }, ['2026-11-16T08:30', '2026-11-24T12:00']),
    pauses: [{ from: localMoment('2026-11-17T09:00'), until: localMoment('2026-11-20T09:00') }],
  };
  expect(changedDates([paused], RULES)).toEqual([]);
  expect(changedDates([paused], CHANGED)).toEqual([
    { id: 'paused', printedAt: '2026-11-24T12:00', wouldBeAt: '2026-11-25T12:00' },
  ]);
});

test('a limit of days is compared by its day, one of hours by its minute', () => {
  const days = { ...OVER, appointmentAt: localMoment('2026-11-25T17:30') };
  const hours = { ...HOURS, appointmentAt: localMoment('2026-11-24T10:01') };
  expect(changedDates([days, hours], RULES).map(({ id }) => id)).toEqual(['hours']);
});

test('a date a shorter calendar cannot give is named without another', () => {
  const shorter: CountingRules = { ...RULES, calendar: { ...WORKING_CALENDAR, until: plainDate('2026-11-23') } };
  expect(changedDates([OVER, BEFORE], shorter)).toEqual([{ id: 'over', printedAt: '2026-11-25T12:00' }]);
});
