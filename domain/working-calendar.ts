import { addDays, type PlainDate, weekdayOf } from './plain-date.ts';
import { ok, refuse, type Result } from './result.ts';

/** A working calendar (lịch làm việc) as published: what is not listed is an ordinary week. */
export type WorkingCalendar = {
  /** Names the publication; a dossier keeps the version its date was computed with. */
  readonly version: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** From this day on the days off are expected, not yet decreed. */
  readonly provisionalFrom?: PlainDate;
  /** Days off other than ordinary Saturdays and Sundays, with the name to show. */
  readonly daysOff: ReadonlyMap<PlainDate, string>;
  /** Saturdays and Sundays (ngày làm bù) that are worked. */
  readonly makeUpDays: ReadonlySet<PlainDate>;
};

export type CalendarEndsTooSoon = { readonly code: 'calendar-ends-too-soon'; readonly until: PlainDate };

const SATURDAY = 5;

/** True when `date` counts in a limit of working days. Asks nothing about days outside the published span. */
export function isWorkingDay(calendar: WorkingCalendar, date: PlainDate): boolean {
  if (calendar.makeUpDays.has(date)) return true;
  return weekdayOf(date) < SATURDAY && !calendar.daysOff.has(date);
}

/**
 * The `days`-th working day after `start`, which itself never counts.
 * `days` ≥ 1. Refuses when the calendar stops before the answer is known.
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  start: PlainDate,
  days: number,
): Result<PlainDate, CalendarEndsTooSoon> {
  let date = start;
  let left = days;
  while (left > 0) {
    date = addDays(date, 1);
    if (!coversDay(calendar, date)) return endsTooSoon(calendar);
    if (isWorkingDay(calendar, date)) left -= 1;
  }
  return ok(date);
}

/** `date` itself when it is a working day, else the next one. */
export function workingDayFrom(calendar: WorkingCalendar, date: PlainDate): Result<PlainDate, CalendarEndsTooSoon> {
  return addWorkingDays(calendar, addDays(date, -1), 1);
}

/**
 * How many working days lie after `start` up to and including `end`; 0 when `end` is not later.
 * Days outside the published span count as an ordinary week: ask {@link coversDay} where that matters.
 */
export function workingDaysBetween(calendar: WorkingCalendar, start: PlainDate, end: PlainDate): number {
  let count = 0;
  for (let date = addDays(start, 1); date <= end; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) count += 1;
  }
  return count;
}

/** The named days off after `start` up to and including `end`, weekends apart: why a date is as late as it is. */
export function namedDaysOff(
  calendar: WorkingCalendar,
  start: PlainDate,
  end: PlainDate,
): readonly { readonly date: PlainDate; readonly name: string }[] {
  const found: { date: PlainDate; name: string }[] = [];
  for (let date = addDays(start, 1); date <= end; date = addDays(date, 1)) {
    const name = calendar.daysOff.get(date);
    if (name !== undefined && weekdayOf(date) < SATURDAY) found.push({ date, name });
  }
  return found;
}

/** True when the calendar was published for `date`. */
export function coversDay(calendar: WorkingCalendar, date: PlainDate): boolean {
  return date >= calendar.from && date <= calendar.until;
}

/** The refusal of a question that reaches beyond the published span. */
export function endsTooSoon(calendar: WorkingCalendar): Result<never, CalendarEndsTooSoon> {
  return refuse({ code: 'calendar-ends-too-soon', until: calendar.until });
}
