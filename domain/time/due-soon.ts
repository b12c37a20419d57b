import { addDays, dateOf, daysBetween, type LocalMoment, type PlainDate } from '../plain-date.ts';
import type { ProcedureLimit } from '../procedure.ts';
import { unreachable } from '../result.ts';
import { type WorkingCalendar, workingDaysBetween } from '../working-calendar.ts';
import type { CountingRules } from './counting-rules.ts';
import { minutesIn, workingMinutesBetween } from './working-time.ts';

/** A fifth of the limit. */
const LAST_PART = 5;

const WORKING_DAYS_AHEAD = 2;

/**
 * The second working day after `today`: up to it a dossier is in the list of what is due soon (sắp đến hạn), whatever its
 * limit, so that everyone sees the same list by one date. Days outside the published calendar count as an ordinary week.
 */
export function lastDayDueSoon(today: PlainDate, calendar: WorkingCalendar): PlainDate {
  let day = today;
  while (workingDaysBetween(calendar, today, day) < WORKING_DAYS_AHEAD) day = addDays(day, 1);
  return day;
}

/**
 * True when at most one working day, or at most a fifth of the limit, is left at `now`. The day of `now` does not count,
 * as the day of receipt does not. False once the appointment has passed: then it is late.
 *
 * Source: our own rule for warning in time for an apology, which is due a day before.
 */
export function dueSoon(
  given: { readonly appointmentAt: LocalMoment; readonly limit: ProcedureLimit },
  now: LocalMoment,
  rules: CountingRules,
): boolean {
  const { appointmentAt, limit } = given;
  if (now > appointmentAt) return false;
  const today = dateOf(now);
  const due = dateOf(appointmentAt);
  const workingDays = workingDaysBetween(rules.calendar, today, due);
  if (workingDays <= 1) return true;
  switch (limit.kind) {
    case 'working-days':
      return workingDays * LAST_PART <= limit.days;
    case 'calendar-days':
      return daysBetween(today, due) * LAST_PART <= limit.days;
    case 'hours':
      return workingMinutesBetween(rules, now, appointmentAt) * LAST_PART <= minutesIn(limit.hours);
    case 'same-day':
    case 'none':
      return false;
    default:
      return unreachable(limit);
  }
}
