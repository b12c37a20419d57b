import type { Brand } from './brand.ts';

/** A day of the civil calendar, `YYYY-MM-DD`. Sorts as text. */
export type PlainDate = Brand<string, 'PlainDate'>;

/** A minute on the wall clock of Vietnam, `YYYY-MM-DDTHH:mm`. Sorts as text. */
export type LocalMoment = Brand<string, 'LocalMoment'>;

/** 0 = Monday … 6 = Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1_440;
/** Vietnam keeps UTC+7 all year. The machine's own time zone is never asked. */
const OFFSET_MINUTES = 7 * 60;

/** The day named by `text`, or undefined when it is not a day that exists between 1900 and 2199. */
export function parsePlainDate(text: string): PlainDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (year < 1900 || year > 2199) return undefined;
  const days = daysFromCivil(year, Number(match[2]), Number(match[3]));
  return civilFromDays(days) === text ? (text as PlainDate) : undefined;
}

/** As {@link parsePlainDate}, for dates written in the program or already checked; throws on anything else. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (!date) throw new RangeError(`not a date: ${text}`);
  return date;
}

/** The moment named by `text` (`YYYY-MM-DDTHH:mm`), or undefined. */
export function parseLocalMoment(text: string): LocalMoment | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d$/.exec(text);
  return match?.[1] !== undefined && parsePlainDate(match[1]) ? (text as LocalMoment) : undefined;
}

/** As {@link parseLocalMoment}; throws on anything else. */
export function localMoment(text: string): LocalMoment {
  const moment = parseLocalMoment(text);
  if (!moment) throw new RangeError(`not a moment: ${text}`);
  return moment;
}

/** What the wall clock in Vietnam shows at `epochMs`, to the minute. */
export function localMomentAt(epochMs: number): LocalMoment {
  const minutes = Math.floor(epochMs / MS_PER_MINUTE) + OFFSET_MINUTES;
  const days = Math.floor(minutes / MINUTES_PER_DAY);
  return momentOf(civilFromDays(days), minutes - days * MINUTES_PER_DAY);
}

/** Milliseconds since 1970-01-01 UTC of a moment in Vietnam. */
export function epochMsOf(moment: LocalMoment): number {
  const minutes = dayNumber(dateOf(moment)) * MINUTES_PER_DAY + minuteOfDay(moment);
  return (minutes - OFFSET_MINUTES) * MS_PER_MINUTE;
}

/** `minute` minutes after midnight of `date`. */
export function momentOf(date: PlainDate, minute: number): LocalMoment {
  return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}` as LocalMoment;
}

export function dateOf(moment: LocalMoment): PlainDate {
  return moment.slice(0, 10) as PlainDate;
}

/** Minutes since midnight, 0–1439. */
export function minuteOfDay(moment: LocalMoment): number {
  return Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return civilFromDays(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekdayOf(date: PlainDate): Weekday {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) as Weekday;
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** `YYMMDD`, as it stands in the dossier number. */
export function compactDate(date: PlainDate): string {
  return date.slice(2, 4) + date.slice(5, 7) + date.slice(8, 10);
}

function dayNumber(date: PlainDate): number {
  return daysFromCivil(yearOf(date), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

// Days since 1970-01-01 and back: the era arithmetic of the proleptic Gregorian calendar, years starting in March.
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function civilFromDays(days: number): PlainDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as PlainDate;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
