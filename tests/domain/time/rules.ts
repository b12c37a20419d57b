import { parseMonthDay, type MonthDay, type OfficeHours } from '../../../domain/office-hours.ts';
import type { CountingRules } from '../../../domain/time/counting-rules.ts';
import { RULES } from '../fixtures.ts';

export const SUMMER_HOURS: OfficeHours = {
  morning: { from: 7 * 60, until: 11 * 60 + 30 },
  afternoon: { from: 13 * 60 + 30, until: 17 * 60 },
};

export function monthDay(text: string): MonthDay {
  const day = parseMonthDay(text);
  if (!day) throw new Error(`no day of the year: ${text}`);
  return day;
}

/** A unit with summer hours from 16 April to 15 October. */
export const SEASONAL_RULES: CountingRules = {
  ...RULES,
  seasons: [{ from: monthDay('04-16'), until: monthDay('10-15'), hours: SUMMER_HOURS }],
};
