import type { OfficeHours } from './office-hours.ts';
import { addDays, dateOf, type LocalMoment, minuteOfDay, momentOf, type PlainDate } from './plain-date.ts';
import type { ProcedureLimit } from './procedure.ts';
import { ok, refuse, type Result, unreachable } from './result.ts';
import {
  addWorkingDays,
  type CalendarEndsTooSoon,
  isWorkingDay,
  namedDaysOff,
  workingDayFrom,
  type WorkingCalendar,
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
  /** Typed by the clerk, with the reason given. */
  | { readonly kind: 'agreed'; readonly reason: string };

export type NoLimitPublished = { readonly code: 'no-limit-published' };

/**
 * The appointment (ngày hẹn trả) for a dossier received at `receivedAt`.
 *
 * The day of receipt never counts. Working days skip weekends and days off and count make-up Saturdays;
 * a calendar-day limit that ends on a day off moves to the next working day. A same-day procedure is due at the end of
 * the day, received after its cut-off or on a day off at the end of the next working day; the cut-off minute itself is
 * still in time. Otherwise what came in before noon is due at the end of a morning, the rest at the end of an afternoon.
 *
 * Refuses `calendar-ends-too-soon` when the published calendar stops before the answer is known, and
 * `no-limit-published` when the procedure names none: the clerk then types the date with a reason.
 *
 * Source: the published limit of the procedure; Civil Code 2015 Art. 147–148 for the counting.
 */
export function appointmentFor(
  limit: ProcedureLimit,
  receivedAt: LocalMoment,
  when: { readonly calendar: WorkingCalendar; readonly hours: OfficeHours },
): Result<Appointment, CalendarEndsTooSoon | NoLimitPublished> {
  const due = dueDay(limit, receivedAt, when.calendar);
  if (!due.ok) return due;
  const received = dateOf(receivedAt);
  const { date, basis } = due.value;
  return ok({
    at: momentOf(date, closingMinute(limit, receivedAt, when.hours)),
    basis,
    daysOff: namedDaysOff(when.calendar, received, date),
    calendarVersion: when.calendar.version,
  });
}

/** `late` (quá hạn) from the minute after the appointment on, `due-today` on its day, else `in-time` (trong hạn). */
export function lateness(appointmentAt: LocalMoment, now: LocalMoment): 'in-time' | 'due-today' | 'late' {
  if (now > appointmentAt) return 'late';
  return dateOf(now) === dateOf(appointmentAt) ? 'due-today' : 'in-time';
}

type DueDay = { readonly date: PlainDate; readonly basis: AppointmentBasis };

function dueDay(
  limit: ProcedureLimit,
  receivedAt: LocalMoment,
  calendar: WorkingCalendar,
): Result<DueDay, CalendarEndsTooSoon | NoLimitPublished> {
  const received = dateOf(receivedAt);
  switch (limit.kind) {
    case 'same-day':
      return sameDayDue(limit.cutOffMinute, receivedAt, calendar);
    case 'working-days':
      return withBasis(addWorkingDays(calendar, received, limit.days), limit);
    case 'calendar-days':
      return withBasis(workingDayFrom(calendar, addDays(received, limit.days)), limit);
    case 'none':
      return refuse({ code: 'no-limit-published' });
    default:
      return unreachable(limit);
  }
}

function sameDayDue(
  cutOffMinute: number,
  receivedAt: LocalMoment,
  calendar: WorkingCalendar,
): Result<DueDay, CalendarEndsTooSoon> {
  const received = dateOf(receivedAt);
  const isDayOff = !isWorkingDay(calendar, received);
  if (!isDayOff && minuteOfDay(receivedAt) <= cutOffMinute) {
    return withBasis(workingDayFrom(calendar, received), { kind: 'same-day' });
  }
  const why = isDayOff ? 'received-on-day-off' : 'after-cut-off';
  return withBasis(addWorkingDays(calendar, received, 1), { kind: 'next-working-day', why });
}

function withBasis(
  date: Result<PlainDate, CalendarEndsTooSoon>,
  basis: AppointmentBasis,
): Result<DueDay, CalendarEndsTooSoon> {
  return date.ok ? ok({ date: date.value, basis }) : date;
}

function closingMinute(limit: ProcedureLimit, receivedAt: LocalMoment, hours: OfficeHours): number {
  const isMorning = minuteOfDay(receivedAt) < hours.morning.until;
  return limit.kind !== 'same-day' && isMorning ? hours.morning.until : hours.afternoon.until;
}
