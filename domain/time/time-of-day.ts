import { type OfficeHours, officeHoursOn } from '../office-hours.ts';
import { dateOf, type LocalMoment, minuteOfDay, type PlainDate } from '../plain-date.ts';
import { unreachable } from '../result.ts';
import { isWorkingDay } from '../working-calendar.ts';
import type { CountingRules } from './counting-rules.ts';

/**
 * The minute of `dueDay` at which a limit of working days ends for what was received at `receivedAt`.
 *
 * What came in on a day off has the close of the day by every rule: it is counted like what came at the end of the
 * working day before, and must not overtake it.
 */
export function minuteDue(rules: CountingRules, receivedAt: LocalMoment, dueDay: PlainDate): number {
  const hours = officeHoursOn(rules, dueDay);
  const received = dateOf(receivedAt);
  if (!isWorkingDay(rules.calendar, received)) return hours.afternoon.until;
  const rule = rules.timeOfDay ?? 'half-day';
  switch (rule) {
    case 'half-day':
      return minuteOfDay(receivedAt) < officeHoursOn(rules, received).morning.until
        ? hours.morning.until
        : hours.afternoon.until;
    case 'same-clock-time':
      return withinHours(hours, minuteOfDay(receivedAt));
    case 'end-of-day':
      return hours.afternoon.until;
    default:
      return unreachable(rule);
  }
}

/** The minute at which the office is open that is nearest after `minute`, or the close of the day. */
export function withinHours({ morning, afternoon }: OfficeHours, minute: number): number {
  if (minute <= morning.until) return Math.max(minute, morning.from);
  return Math.min(Math.max(minute, afternoon.from), afternoon.until);
}
