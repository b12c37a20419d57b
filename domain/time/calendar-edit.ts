import { addDays, type PlainDate, plainDate, weekdayOf } from '../plain-date.ts';
import type { CalendarData } from './calendar-data.ts';

/** What a calendar says of a day. `ordinary`: nothing, so that the day of the week decides. */
export type DayMark =
  { readonly kind: 'ordinary' } | { readonly kind: 'day-off'; readonly name: string } | { readonly kind: 'make-up' };

export type DayMarks = ReadonlyMap<PlainDate, DayMark>;

/** A day of which two calendars say different things. */
export type DayChange = { readonly date: PlainDate; readonly before: DayMark; readonly after: DayMark };

export const ORDINARY: DayMark = { kind: 'ordinary' };

const SATURDAY = 5;

/** Every day that is marked; the others are ordinary. Of a calendar that was read: its days are days. */
export function marksOf({ daysOff, makeUpDays }: CalendarData): DayMarks {
  return new Map<PlainDate, DayMark>([
    ...daysOff.map(({ date, name }) => [plainDate(date), { kind: 'day-off', name }] as const),
    ...makeUpDays.map((date) => [plainDate(date), { kind: 'make-up' }] as const),
  ]);
}

/** True when nobody works on `date` by the day of the week alone. */
export function isWeekend(date: PlainDate): boolean {
  return weekdayOf(date) >= SATURDAY;
}

/** `calendar` with `marks` in the place of what it said of those days, its days in order. */
export function withMarks(calendar: CalendarData, marks: DayMarks): CalendarData {
  const all = [...new Map([...marksOf(calendar), ...marks])].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...calendar,
    daysOff: all.flatMap(([date, mark]) => (mark.kind === 'day-off' ? [{ date, name: mark.name }] : [])),
    makeUpDays: all.flatMap(([date, mark]) => (mark.kind === 'make-up' ? [date] : [])),
  };
}

/** Those of `marks` that say something else than `calendar`, by their days. */
export function dayChanges(calendar: CalendarData, marks: DayMarks): readonly DayChange[] {
  const known = marksOf(calendar);
  return [...marks]
    .map(([date, after]) => ({ date, before: known.get(date) ?? ORDINARY, after }))
    .filter(({ before, after }) => !isSameMark(before, after))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** `calendar` once the days off up to the end of `year` are decreed: what comes after stays expected. */
export function decreedThrough(calendar: CalendarData, year: number): CalendarData {
  const { provisionalFrom, ...rest } = calendar;
  const next = `${year + 1}-01-01`;
  if (provisionalFrom === undefined || provisionalFrom >= next) return calendar;
  return next > calendar.until ? rest : { ...rest, provisionalFrom: next };
}

/** All days of the year, a month each. */
export function monthsOf(year: number): readonly (readonly PlainDate[])[] {
  const months: PlainDate[][] = Array.from({ length: 12 }, () => []);
  const next = plainDate(`${year + 1}-01-01`);
  for (let date = plainDate(`${year}-01-01`); date < next; date = addDays(date, 1)) {
    months[Number(date.slice(5, 7)) - 1]?.push(date);
  }
  return months;
}

function isSameMark(a: DayMark, b: DayMark): boolean {
  return a.kind === b.kind && (a.kind !== 'day-off' || (b.kind === 'day-off' && a.name === b.name));
}
