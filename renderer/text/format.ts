import {
  dateOf,
  type LocalMoment,
  minuteOfDay,
  parseLocalMoment,
  parsePlainDate,
  type PlainDate,
  type Weekday,
  weekdayOf,
} from '../../domain/plain-date.ts';

const WEEKDAYS = {
  0: 'thứ Hai',
  1: 'thứ Ba',
  2: 'thứ Tư',
  3: 'thứ Năm',
  4: 'thứ Sáu',
  5: 'thứ Bảy',
  6: 'Chủ nhật',
} satisfies Record<Weekday, string>;

/** "thứ Hai". */
export function weekdayText(date: PlainDate): string {
  return WEEKDAYS[weekdayOf(date)];
}

/** "20/04/2020". */
export function dateText(date: PlainDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** "17 giờ 30", "12 giờ". */
export function hourInWords(moment: LocalMoment): string {
  return minuteInWords(minuteOfDay(moment));
}

/** The same for minutes since midnight. */
export function minuteInWords(minute: number): string {
  const rest = minute % 60;
  const hour = `${Math.floor(minute / 60)} giờ`;
  return rest === 0 ? hour : `${hour} ${String(rest).padStart(2, '0')}`;
}

/** "8 giờ", "4,5 giờ": a length of time. */
export function hoursText(hours: number): string {
  return `${String(hours).replace('.', ',')} giờ`;
}

/** "thứ Hai, 20/04/2020, 17 giờ 30": what a citizen understands at once. */
export function momentInWords(moment: LocalMoment): string {
  const date = dateOf(moment);
  return `${weekdayText(date)}, ${dateText(date)}, ${hourInWords(moment)}`;
}

/** "17:30 20/04/2020", for lists. */
export function momentText(moment: LocalMoment): string {
  return `${clockText(moment)} ${dateText(dateOf(moment))}`;
}

/** "17:30". */
export function clockText(moment: LocalMoment): string {
  return moment.slice(11, 16);
}

/** A day as a clerk types it (`20/4/2020`, `20-04-2020`, `20042020`), or undefined when there is no such day. */
export function parseTypedDate(typed: string): PlainDate | undefined {
  const match =
    /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(typed.trim()) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(typed.trim());
  if (!match) return undefined;
  const [, day = '', month = '', year = ''] = match;
  return parsePlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** A moment as a clerk types it (`20/4/2020 8:30`, `20/04/2020 8 giờ 30`), or undefined when there is none such. */
export function parseTypedMoment(typed: string): LocalMoment | undefined {
  const match = /^([^\s,]+)[\s,]+(\d{1,2})(?:[:hg.]|\s*giờ\s*)(\d{2})?$/i.exec(typed.trim());
  const [, day = '', hour = '', minute = '00'] = match ?? [];
  const date = parseTypedDate(day);
  return date && parseLocalMoment(`${date}T${hour.padStart(2, '0')}:${minute}`);
}

/** "0987 654 321" for mobiles, "0210 3870 123" for fixed lines; anything else as it is. */
export function phoneText(digits: string): string {
  if (/^\d{10}$/.test(digits)) return digits.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
  if (/^\d{11}$/.test(digits)) return digits.replace(/^(\d{4})(\d{4})(\d{3})$/, '$1 $2 $3');
  return digits;
}

/** "10.000 đ". */
export function vndText(amount: number): string {
  return `${countText(amount)} đ`;
}

/** "1.560". */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** "Thứ Hai": for the beginning of a line. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
}
