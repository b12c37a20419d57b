import { parsePlainDate, type PlainDate, weekdayOf } from '../plain-date.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { WorkingCalendar } from '../working-calendar.ts';

/** A working calendar as text and lists, to be edited, kept and sent. Days are `YYYY-MM-DD`. */
export type CalendarData = {
  readonly version: string;
  readonly from: string;
  readonly until: string;
  readonly provisionalFrom?: string;
  readonly daysOff: readonly { readonly date: string; readonly name: string }[];
  readonly makeUpDays: readonly string[];
};

export type CalendarRefusal =
  | { readonly code: 'version-missing' }
  | {
      readonly code: 'not-a-date';
      readonly at: 'from' | 'until' | 'provisionalFrom' | 'daysOff' | 'makeUpDays';
      readonly text: string;
    }
  | { readonly code: 'range-reversed'; readonly from: PlainDate; readonly until: PlainDate }
  | { readonly code: 'day-outside-range'; readonly date: PlainDate }
  | { readonly code: 'day-listed-twice'; readonly date: PlainDate }
  | { readonly code: 'name-missing'; readonly date: PlainDate }
  | { readonly code: 'make-up-day-on-weekday'; readonly date: PlainDate }
  | { readonly code: 'make-up-day-is-day-off'; readonly date: PlainDate };

const SATURDAY = 5;

/**
 * The calendar that `data` describes, or everything that is wrong with it, in the order of its members. The form of the
 * object is the caller's to check; what stands in it is checked here.
 */
export function parseCalendar(data: CalendarData): Result<WorkingCalendar, readonly CalendarRefusal[]> {
  const reader = new CalendarReader();
  const version = data.version.trim();
  if (version === '') reader.refusals.push({ code: 'version-missing' });
  const from = reader.date('from', data.from);
  const until = reader.date('until', data.until);
  const provisionalFrom =
    data.provisionalFrom === undefined ? undefined : reader.date('provisionalFrom', data.provisionalFrom);
  const daysOff = reader.daysOff(data.daysOff);
  const makeUpDays = reader.makeUpDays(data.makeUpDays, daysOff);
  if (from === undefined || until === undefined) return refuse(reader.refusals);
  reader.checkRange({ from, until }, [...(provisionalFrom ? [provisionalFrom] : []), ...daysOff.keys(), ...makeUpDays]);
  if (reader.refusals.length > 0) return refuse(reader.refusals);
  return ok({ version, from, until, ...(provisionalFrom ? { provisionalFrom } : {}), daysOff, makeUpDays });
}

/** `calendar` as plain data, its days in order: equal calendars give equal data. */
export function calendarData(calendar: WorkingCalendar): CalendarData {
  const { version, from, until, provisionalFrom, daysOff, makeUpDays } = calendar;
  return {
    version,
    from,
    until,
    ...(provisionalFrom === undefined ? {} : { provisionalFrom }),
    daysOff: [...daysOff].map(([date, name]) => ({ date, name })).toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    makeUpDays: [...makeUpDays].toSorted(),
  };
}

class CalendarReader {
  readonly refusals: CalendarRefusal[] = [];

  date(at: Extract<CalendarRefusal, { code: 'not-a-date' }>['at'], text: string): PlainDate | undefined {
    const date = parsePlainDate(text);
    if (!date) this.refusals.push({ code: 'not-a-date', at, text });
    return date;
  }

  daysOff(listed: CalendarData['daysOff']): ReadonlyMap<PlainDate, string> {
    const daysOff = new Map<PlainDate, string>();
    for (const each of listed) {
      const date = this.date('daysOff', each.date);
      if (!date) continue;
      const name = each.name.trim();
      if (name === '') this.refusals.push({ code: 'name-missing', date });
      if (daysOff.has(date)) this.refusals.push({ code: 'day-listed-twice', date });
      daysOff.set(date, name);
    }
    return daysOff;
  }

  makeUpDays(listed: CalendarData['makeUpDays'], daysOff: ReadonlyMap<PlainDate, string>): ReadonlySet<PlainDate> {
    const makeUpDays = new Set<PlainDate>();
    for (const text of listed) {
      const date = this.date('makeUpDays', text);
      if (!date) continue;
      if (weekdayOf(date) < SATURDAY) this.refusals.push({ code: 'make-up-day-on-weekday', date });
      if (daysOff.has(date)) this.refusals.push({ code: 'make-up-day-is-day-off', date });
      if (makeUpDays.has(date)) this.refusals.push({ code: 'day-listed-twice', date });
      makeUpDays.add(date);
    }
    return makeUpDays;
  }

  checkRange(range: { readonly from: PlainDate; readonly until: PlainDate }, days: readonly PlainDate[]): void {
    const { from, until } = range;
    if (until < from) {
      this.refusals.push({ code: 'range-reversed', from, until });
      return;
    }
    const outside = days.filter((date) => date < from || date > until);
    this.refusals.push(...outside.map((date) => ({ code: 'day-outside-range', date }) as const));
  }
}
