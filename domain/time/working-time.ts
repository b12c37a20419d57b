import { type OfficeHours, officeHoursOn } from '../office-hours.ts';
import { addDays, dateOf, type LocalMoment, minuteOfDay, momentOf } from '../plain-date.ts';
import { ok, type Result } from '../result.ts';
import { type CalendarEndsTooSoon, isWorkingDay, workingDayFrom } from '../working-calendar.ts';
import type { CountingRules } from './counting-rules.ts';

const MINUTES_PER_DAY = 1_440;
/** Far below a minute, far above what adding fractions of an hour can err. */
const ROUNDING_ERROR = 1e-6;

/** Whole working minutes in `hours`, a part of a minute counting as one. */
export function minutesIn(hours: number): number {
  return Math.ceil(hours * 60 - ROUNDING_ERROR);
}

/**
 * The moment when `minutes` of working time have passed since `start`: only while the office is open on working days.
 * Time that ends with the morning ends at noon, not at the opening after it. `minutes` 0: `start`, or the next opening.
 * Refuses when the calendar stops before the answer is known.
 */
export function addWorkingMinutes(
  rules: CountingRules,
  start: LocalMoment,
  minutes: number,
): Result<LocalMoment, CalendarEndsTooSoon> {
  let left = minutes;
  let day = workingDayFrom(rules.calendar, dateOf(start));
  while (day.ok) {
    const earliest = day.value === dateOf(start) ? minuteOfDay(start) : 0;
    for (const span of openSpans(officeHoursOn(rules, day.value))) {
      const from = Math.max(span.from, earliest);
      const open = Math.max(span.until - from, 0);
      if (open > 0 && left <= open) return ok(momentOf(day.value, from + left));
      left -= open;
    }
    day = workingDayFrom(rules.calendar, addDays(day.value, 1));
  }
  return day;
}

/** Minutes of working time from `from` to `until`; 0 when `until` is not later. Beyond the calendar: an ordinary week. */
export function workingMinutesBetween(rules: CountingRules, from: LocalMoment, until: LocalMoment): number {
  let minutes = 0;
  for (let date = dateOf(from); date <= dateOf(until); date = addDays(date, 1)) {
    if (!isWorkingDay(rules.calendar, date)) continue;
    const start = date === dateOf(from) ? minuteOfDay(from) : 0;
    const end = date === dateOf(until) ? minuteOfDay(until) : MINUTES_PER_DAY;
    for (const span of openSpans(officeHoursOn(rules, date))) {
      minutes += Math.max(Math.min(span.until, end) - Math.max(span.from, start), 0);
    }
  }
  return minutes;
}

function openSpans(hours: OfficeHours): readonly { readonly from: number; readonly until: number }[] {
  return [hours.morning, hours.afternoon];
}
