import { addDays, parsePlainDate, type PlainDate, plainDate } from '../plain-date.ts';
import { foldText } from '../search-text.ts';

/** A day, and the minute since midnight where the cell gave one. */
export type SheetMoment = { readonly date: PlainDate; readonly minute?: number };

const MINUTES_PER_DAY = 1_440;
// From here on the day numbers of spreadsheets are right; before it they count a 29 February 1900 that never was.
const FIRST_SOUND_DAY = { number: 61, date: plainDate('1900-03-01') };
/** 2199-12-31, the last day this program knows. */
const LAST_DAY_NUMBER = 109_574;
/** 2000-01-01: a smaller number in a cell of text is no day of an open dossier. */
const LEAST_DAY_IN_TEXT = 36_526;

const DATE = String.raw`(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})[/-](\d{1,2})[/-](\d{1,2})`;
const TIME = String.raw`(\d{1,2}): ?(\d{2})?(?::\d{2}(?:\.\d+)?)? ?(am|pm|sa|ch)?`;
const DATE_FIRST = new RegExp(`^(?:${DATE})(?:[ ,t]+${TIME})?$`);
const TIME_FIRST = new RegExp(`^${TIME}[ ,]+(?:${DATE})$`);

/** The day, and the minute unless it is midnight, that a spreadsheet means by a number. Undefined outside 1900-03 to 2199. */
export function momentOfSerial(serial: number): SheetMoment | undefined {
  const minutes = Math.round(serial * MINUTES_PER_DAY);
  const day = Math.floor(minutes / MINUTES_PER_DAY);
  if (!(day >= FIRST_SOUND_DAY.number && day <= LAST_DAY_NUMBER)) return undefined;
  const date = addDays(FIRST_SOUND_DAY.date, day - FIRST_SOUND_DAY.number);
  const minute = minutes - day * MINUTES_PER_DAY;
  return minute === 0 ? { date } : { date, minute };
}

/**
 * The moment a cell names: `20/04/2020`, `2020-04-20`, either with a time before or after it (`8:15`, `8h15`, `8 giờ 15
 * phút`, `2:15 CH`), or a spreadsheet's number of the day. The day comes before the month; a year has four digits.
 * Undefined for anything else: a date is never guessed.
 */
export function parseSheetMoment(text: string): SheetMoment | undefined {
  const folded = foldText(text)
    .replace(/(?<=\d) ?(?:gio|h)(?=\d|$|,| )/, ':')
    .replace(/ ?phut/, '')
    .replace(/\bngay /, '');
  if (/^\d{5}(?:[.,]\d+)?$/.test(folded)) {
    const serial = Number(folded.replace(',', '.'));
    return serial >= LEAST_DAY_IN_TEXT ? momentOfSerial(serial) : undefined;
  }
  const dateFirst = DATE_FIRST.exec(folded);
  if (dateFirst) return momentFrom(dateFirst.slice(1, 7), dateFirst.slice(7));
  const timeFirst = TIME_FIRST.exec(folded);
  return timeFirst ? momentFrom(timeFirst.slice(4), timeFirst.slice(1, 4)) : undefined;
}

type Groups = readonly (string | undefined)[];

function momentFrom(dateGroups: Groups, timeGroups: Groups): SheetMoment | undefined {
  const [day, month, year, isoYear, isoMonth, isoDay] = dateGroups;
  const date = parsePlainDate([year ?? isoYear, two(month ?? isoMonth), two(day ?? isoDay)].join('-'));
  if (!date) return undefined;
  const [hourText, minuteText = '0', half] = timeGroups;
  if (hourText === undefined) return { date };
  const hour = hourOf(Number(hourText), half);
  const minute = Number(minuteText);
  return hour < 24 && minute < 60 ? { date, minute: hour * 60 + minute } : undefined;
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  const isAfternoon = half === 'pm' || half === 'ch';
  if (hour === 12) return isAfternoon ? 12 : 0;
  // 13:30 CH is written too.
  return isAfternoon && hour < 12 ? hour + 12 : hour;
}

function two(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0');
}
