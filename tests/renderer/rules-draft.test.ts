import { describe, expect, test } from 'vitest';
import { DEFAULT_OFFICE_HOURS, parseMonthDay } from '../../domain/office-hours.ts';
import type { UnitRules } from '../../domain/publication/publication-event.ts';
import { isSoundRules } from '../../domain/publication/unit-rules.ts';
import {
  draftOf,
  parseClock,
  parseDayOfYear,
  type RulesDraft,
  rulesOf,
} from '../../renderer/unit-rules/rules-draft.ts';

const [summer, autumn] = [parseMonthDay('04-16'), parseMonthDay('10-15')];
if (!summer || !autumn) throw new Error('no days');

const RULES: UnitRules = {
  hours: DEFAULT_OFFICE_HOURS,
  seasons: [
    {
      from: summer,
      until: autumn,
      hours: { morning: { from: 420, until: 690 }, afternoon: { from: 810, until: 1_020 } },
    },
  ],
  timeOfDay: 'half-day',
  councilAmounts: { '1.001193': { duty: 8_000 } },
};

const errorsOf = (part: Partial<RulesDraft>) => {
  const read = rulesOf({ ...draftOf(RULES), ...part });
  return read.ok ? {} : read.refusal;
};

test('what holds is typed as it is read, and read back the same', () => {
  const draft = draftOf(RULES);
  expect(draft.hours).toEqual(['8:00', '12:00', '13:30', '17:30']);
  expect(draft.seasons[0]).toMatchObject({ from: '16/4', until: '15/10', hours: ['7:00', '11:30', '13:30', '17:00'] });
  expect(draft.amounts).toEqual({ '1.001193 duty': '8.000' });
  expect(rulesOf(draft)).toEqual({ ok: true, value: RULES });
});

test.each([
  ['7:30', 450],
  ['07h30', 450],
  ['7 giờ 30', 450],
  ['7h', 420],
  ['7', 420],
  ['24:00', undefined],
  ['7:60', undefined],
  ['sáng', undefined],
  ['', undefined],
])('the time %j is minute %s', (typed, minute) => {
  expect(parseClock(typed)).toBe(minute);
});

test.each([
  ['16/4', '04-16'],
  ['29-2', '02-29'],
  ['31/4', undefined],
  ['4', undefined],
])('the day %j is %s', (typed, day) => {
  expect(parseDayOfYear(typed)).toBe(day);
});

describe('is refused, each field for itself,', () => {
  test('a time that is none', () => {
    expect(errorsOf({ hours: ['8:00', 'trưa', '13:30', '17:30'] })).toMatchObject({ 'hours.1': 'not-a-time' });
  });

  test('a half of the day that takes no time, and an afternoon before the morning is over', () => {
    expect(errorsOf({ hours: ['8:00', '8:00', '13:30', '13:00'] })).toEqual({
      'hours.1': 'out-of-order',
      'hours.3': 'out-of-order',
    });
    expect(errorsOf({ hours: ['8:00', '14:00', '13:30', '17:30'] })).toEqual({ 'hours.2': 'out-of-order' });
  });

  test('a season without days', () => {
    const season = { key: 'new', from: '', until: '31/4', hours: draftOf(RULES).hours };
    expect(errorsOf({ seasons: [season] })).toEqual({ 'new.from': 'not-a-day', 'new.until': 'not-a-day' });
  });

  test('an amount that is none; an empty one is only not known', () => {
    expect(errorsOf({ amounts: { '1.001193 duty': 'tám nghìn', '1.004873 duty': ' ' } })).toEqual({
      '1.001193 duty': 'not-an-amount',
    });
  });
});

test('what the draft takes the rules of the unit take', () => {
  const read = rulesOf({ ...draftOf(RULES), hours: ['7', '11', '11', '16:30'] });
  expect(read.ok && isSoundRules(read.value)).toBe(true);
});
