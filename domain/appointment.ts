import { officeHoursOn } from './office-hours.ts';
import { addDays, dateOf, type LocalMoment, minuteOfDay, momentOf, type PlainDate } from './plain-date.ts';
import type { ProcedureLimit } from './procedure.ts';
import { ok, refuse, type Result, unreachable } from './result.ts';
import type { CountingRules } from './time/counting-rules.ts';
import { minuteDue } from './time/time-of-day.ts';
import { addWorkingMinutes, minutesIn } from './time/working-time.ts';
import {
  addWorkingDays,
  type CalendarEndsTooSoon,
  isWorkingDay,
  namedDaysOff,
  workingDayFrom,
} from './working-calendar.ts';

/** The appointment (ngày hẹn trả) with the reason for it, as frozen into the reception. */
export type Appointment = {
  /** Printed on the slip. */
  readonly at: LocalMoment;
  readonly basis: AppointmentBasis;
  /** Named days off between receipt and appointment. */
  readonly daysOff: readonly { readonly date: PlainDate; readonly name: string }[];
  readonly calendarVersion: string;
};

export type AppointmentBasis =
  | { readonly kind: 'same-day' }
  | { readonly kind: 'next-working-day'; readonly why: 'after-cut-off' | 'received-on-day-off' }
  | { readonly kind: 'working-days'; readonly days: number }
  | { readonly kind: 'calendar-days'; readonly days: number }
  | { readonly kind: 'hours'; readonly hours: number }
  /** Typed by the clerk, with the reason given. */
  | { readonly kind: 'agreed'; readonly reason: string };

export type NoLimitPublished = { readonly code: 'no-limit-published' };

/**
 * The appointment (ngày hẹn trả) for a dossier received at `receivedAt`. A later receipt never gets an earlier one.
 *
 * The day of receipt never counts in a limit of days. Working days skip weekends and days off and count make-up days; the
 * minute follows the unit's rule for the time of day. A calendar-day limit that ends on a day off moves to the next working
 * day; it always ends with the close of its day, whatever the unit's rule: a half-day kept from the receipt would let
 * one dossier overtake another that came earlier and was moved to the same day.
 * A same-day procedure is due at the end of the day, received after its cut-off, after closing or on a day off at the
 * end of the next working day; the cut-off minute itself is still in time. A limit of hours is due to the minute,
 * counted while the office is open.
 *
 * Refuses `calendar-ends-too-soon` when the published calendar stops before the answer is known, and
 * `no-limit-published` when the procedure names none: the clerk then types the date with a reason.
 *
 * Source: the published limit of the procedure; Civil Code 2015 Art. 147–148 for the counting.
 */
export function appointmentFor(
  limit: ProcedureLimit,
  receivedAt: LocalMoment,
  rules: CountingRules,
): Result<Appointment, CalendarEndsTooSoon | NoLimitPublished> {
  const due = dueMoment(limit, receivedAt, rules);
  if (!due.ok) return due;
  return ok({
    ...due.value,
    daysOff: namedDaysOff(rules.calendar, dateOf(receivedAt), dateOf(due.value.at)),
    calendarVersion: rules.calendar.version,
  });
}

/**
 * `late` (quá hạn) from the minute after the appointment on, `due-today` on its day, else `in-time` (trong hạn).
 *
 * `pausedSince`: the limit stands still since then. What was not late then does not become it, and nothing falls due on a
 * day on which the office has to wait.
 */
export function lateness(
  appointmentAt: LocalMoment,
  now: LocalMoment,
  pausedSince?: LocalMoment,
): 'in-time' | 'due-today' | 'late' {
  if (pausedSince !== undefined && pausedSince <= now && pausedSince <= appointmentAt) return 'in-time';
  if (now > appointmentAt) return 'late';
  return dateOf(now) === dateOf(appointmentAt) ? 'due-today' : 'in-time';
}

type Due = Pick<Appointment, 'at' | 'basis'>;

function dueMoment(
  limit: ProcedureLimit,
  receivedAt: LocalMoment,
  rules: CountingRules,
): Result<Due, CalendarEndsTooSoon | NoLimitPublished> {
  const received = dateOf(receivedAt);
  switch (limit.kind) {
    case 'same-day':
      return sameDayDue(limit.cutOffMinute, receivedAt, rules);
    case 'working-days': {
      const date = addWorkingDays(rules.calendar, received, limit.days);
      return date.ok ? ok({ at: momentOf(date.value, minuteDue(rules, receivedAt, date.value)), basis: limit }) : date;
    }
    case 'calendar-days':
      return atClose(workingDayFrom(rules.calendar, addDays(received, limit.days)), limit, rules);
    case 'hours': {
      const at = addWorkingMinutes(rules, receivedAt, minutesIn(limit.hours));
      return at.ok ? ok({ at: at.value, basis: limit }) : at;
    }
    case 'none':
      return refuse({ code: 'no-limit-published' });
    default:
      return unreachable(limit);
  }
}

function sameDayDue(
  cutOffMinute: number,
  receivedAt: LocalMoment,
  rules: CountingRules,
): Result<Due, CalendarEndsTooSoon> {
  const received = dateOf(receivedAt);
  const isDayOff = !isWorkingDay(rules.calendar, received);
  // An office that closes before the cut-off promises nothing for a minute that has passed.
  const lastMinute = Math.min(cutOffMinute, officeHoursOn(rules, received).afternoon.until);
  if (!isDayOff && minuteOfDay(receivedAt) <= lastMinute) {
    return atClose(workingDayFrom(rules.calendar, received), { kind: 'same-day' }, rules);
  }
  const why = isDayOff ? 'received-on-day-off' : 'after-cut-off';
  return atClose(addWorkingDays(rules.calendar, received, 1), { kind: 'next-working-day', why }, rules);
}

function atClose(
  date: Result<PlainDate, CalendarEndsTooSoon>,
  basis: AppointmentBasis,
  rules: CountingRules,
): Result<Due, CalendarEndsTooSoon> {
  return date.ok ? ok({ at: momentOf(date.value, officeHoursOn(rules, date.value).afternoon.until), basis }) : date;
}
