import { addDays, type PlainDate, plainDate, weekdayOf } from '../plain-date.ts';
import { unreachable } from '../result.ts';
import type { ReportPeriod } from './report-06a.ts';

/** A period that has a name on the day it is asked for. */
export type NamedPeriod =
  'today' | 'this-week' | 'this-month' | 'last-month' | 'this-quarter' | 'last-quarter' | 'this-year';

/**
 * The days of a named period, seen from `today`. One that is still running ends today: what is to come later is neither
 * received nor late yet. A week begins on Monday.
 */
export function namedPeriod(name: NamedPeriod, today: PlainDate): ReportPeriod {
  const month = Number(today.slice(5, 7));
  const quarter = month - ((month - 1) % 3);
  switch (name) {
    case 'today':
      return { from: today, until: today };
    case 'this-week':
      return { from: addDays(today, -weekdayOf(today)), until: today };
    case 'this-month':
      return { from: firstOf(today, month), until: today };
    case 'last-month':
      return { from: firstOf(today, month - 1), until: addDays(firstOf(today, month), -1) };
    case 'this-quarter':
      return { from: firstOf(today, quarter), until: today };
    case 'last-quarter':
      return { from: firstOf(today, quarter - 3), until: addDays(firstOf(today, quarter), -1) };
    case 'this-year':
      return { from: firstOf(today, 1), until: today };
    default:
      return unreachable(name);
  }
}

/** `month` counts within the year of `today`: 0 is December before it. */
function firstOf(today: PlainDate, month: number): PlainDate {
  const year = Number(today.slice(0, 4)) - (month < 1 ? 1 : 0);
  const wrapped = month < 1 ? month + 12 : month;
  return plainDate(`${String(year).padStart(4, '0')}-${String(wrapped).padStart(2, '0')}-01`);
}
