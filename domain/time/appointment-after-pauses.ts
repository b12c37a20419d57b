import { officeHoursOn } from '../office-hours.ts';
import { addDays, dateOf, type LocalMoment, minuteOfDay, momentOf, type PlainDate } from '../plain-date.ts';
import type { ProcedureLimit } from '../procedure.ts';
import { ok, type Result, unreachable } from '../result.ts';
import {
  addWorkingDays,
  type CalendarEndsTooSoon,
  coversDay,
  endsTooSoon,
  workingDayFrom,
} from '../working-calendar.ts';
import type { CountingRules } from './counting-rules.ts';
import { mergePauses, type Pause, pausedCalendarDays, pausedWorkingDays } from './pause.ts';
import { withinHours } from './time-of-day.ts';
import { addWorkingMinutes, workingMinutesBetween } from './working-time.ts';

/** An appointment as it was given at the reception, before any pause. */
export type GivenAppointment = {
  readonly receivedAt: LocalMoment;
  /** What it was computed by; `none` for one typed by hand, which moves by working days. */
  readonly limit: ProcedureLimit;
  readonly appointmentAt: LocalMoment;
};

/** Where the pauses have moved an appointment to, and by how much: days for a limit of days, minutes for one of hours. */
export type MovedAppointment = {
  readonly at: LocalMoment;
  readonly movedDays: number;
  readonly movedMinutes: number;
};

/**
 * The appointment that stands after `pauses` that are over, given in any order.
 *
 * Working days, same-day procedures and dates typed by hand move by the working days of the pauses and keep the end of
 * the morning or of the day. A limit of calendar days is extended by the calendar days, then carried to a working
 * day. A limit of hours moves by the paused minutes of working time. No pause makes an appointment earlier.
 *
 * Refuses `calendar-ends-too-soon` when a pause or the new date lies outside the published calendar.
 */
export function appointmentAfterPauses(
  given: GivenAppointment,
  pauses: readonly Pause[],
  rules: CountingRules,
): Result<MovedAppointment, CalendarEndsTooSoon> {
  const merged = mergePauses(pauses);
  if (!merged.every((pause) => isCovered(pause, rules))) return endsTooSoon(rules.calendar);
  switch (given.limit.kind) {
    case 'hours':
      return movedByMinutes(given, merged, rules);
    case 'calendar-days':
      return movedByCalendarDays(given, { days: given.limit.days, pauses: merged }, rules);
    case 'working-days':
    case 'same-day':
    case 'none':
      return movedByWorkingDays(given, merged, rules);
    default:
      return unreachable(given.limit);
  }
}

function movedByWorkingDays(
  given: GivenAppointment,
  pauses: readonly Pause[],
  rules: CountingRules,
): Result<MovedAppointment, CalendarEndsTooSoon> {
  const movedDays = total(pauses, (pause) => pausedWorkingDays(rules.calendar, pause));
  if (movedDays === 0) return unmoved(given);
  const date = addWorkingDays(rules.calendar, dateOf(given.appointmentAt), movedDays);
  return date.ok ? ok({ at: movedTo(date.value, given, rules), movedDays, movedMinutes: 0 }) : date;
}

function movedByCalendarDays(
  given: GivenAppointment,
  counted: { readonly days: number; readonly pauses: readonly Pause[] },
  rules: CountingRules,
): Result<MovedAppointment, CalendarEndsTooSoon> {
  const movedDays = total(counted.pauses, pausedCalendarDays);
  if (movedDays === 0) return unmoved(given);
  // From where the limit itself ends: the days off behind it are not granted twice.
  const end = addDays(dateOf(given.receivedAt), counted.days + movedDays);
  const date = workingDayFrom(rules.calendar, end);
  return date.ok ? ok({ at: movedTo(date.value, given, rules), movedDays, movedMinutes: 0 }) : date;
}

function movedByMinutes(
  given: GivenAppointment,
  pauses: readonly Pause[],
  rules: CountingRules,
): Result<MovedAppointment, CalendarEndsTooSoon> {
  const movedMinutes = total(pauses, ({ from, until }) => workingMinutesBetween(rules, from, until));
  if (movedMinutes === 0) return unmoved(given);
  const at = addWorkingMinutes(rules, given.appointmentAt, movedMinutes);
  return at.ok ? ok({ at: at.value, movedDays: 0, movedMinutes }) : at;
}

function unmoved({ appointmentAt }: GivenAppointment): Result<MovedAppointment, never> {
  return ok({ at: appointmentAt, movedDays: 0, movedMinutes: 0 });
}

/** The same end of a half-day on `date` as on the day it was given for, by the hours of `date`. */
function movedTo(date: PlainDate, given: GivenAppointment, rules: CountingRules): LocalMoment {
  const before = dateOf(given.appointmentAt);
  // Days off may have given the citizen a later date than the limit needs; a calendar that has changed may do so too.
  if (date <= before) return given.appointmentAt;
  const minute = minuteOfDay(given.appointmentAt);
  const was = officeHoursOn(rules, before);
  const hours = officeHoursOn(rules, date);
  if (minute === was.morning.until) return momentOf(date, hours.morning.until);
  if (minute === was.afternoon.until) return momentOf(date, hours.afternoon.until);
  return momentOf(date, withinHours(hours, minute));
}

function isCovered(pause: Pause, { calendar }: CountingRules): boolean {
  return coversDay(calendar, dateOf(pause.from)) && coversDay(calendar, dateOf(pause.until));
}

function total(pauses: readonly Pause[], of: (pause: Pause) => number): number {
  return pauses.reduce((sum, pause) => sum + of(pause), 0);
}
