import { addDays, plainDate, type PlainDate } from '../plain-date.ts';
import type { WorkingCalendar } from '../working-calendar.ts';

/** Days off of each year as `MM-DD` or `MM-DD..MM-DD`, with the name to show. Weekends inside a break stand in it. */
const DAYS_OFF: Readonly<Record<string, readonly (readonly [days: string, name: string])[]>> = {
  2018: [
    ['01-01', 'Tết Dương lịch'],
    ['02-14..02-20', 'Tết Nguyên đán'],
    ['04-25', 'Giỗ Tổ Hùng Vương'],
    ['04-30', 'Ngày Chiến thắng'],
    ['05-01', 'Ngày Quốc tế Lao động'],
    ['09-02', 'Quốc khánh'],
    ['09-03', 'Nghỉ bù Quốc khánh'],
    ['12-31', 'Nghỉ hoán đổi'],
  ],
  2019: [
    ['01-01', 'Tết Dương lịch'],
    ['02-02..02-10', 'Tết Nguyên đán'],
    ['04-14', 'Giỗ Tổ Hùng Vương'],
    ['04-15', 'Nghỉ bù Giỗ Tổ Hùng Vương'],
    ['04-29', 'Nghỉ hoán đổi'],
    ['04-30', 'Ngày Chiến thắng'],
    ['05-01', 'Ngày Quốc tế Lao động'],
    ['09-02', 'Quốc khánh'],
  ],
  2020: [
    ['01-01', 'Tết Dương lịch'],
    ['01-23..01-29', 'Tết Nguyên đán'],
    ['04-02', 'Giỗ Tổ Hùng Vương'],
    ['04-30', 'Ngày Chiến thắng'],
    ['05-01', 'Ngày Quốc tế Lao động'],
    ['09-02', 'Quốc khánh'],
  ],
  2021: [
    ['01-01', 'Tết Dương lịch'],
    ['02-10..02-16', 'Tết Nguyên đán'],
    ['04-21', 'Giỗ Tổ Hùng Vương'],
    ['04-30', 'Ngày Chiến thắng'],
    ['05-01', 'Ngày Quốc tế Lao động'],
    ['05-03', 'Nghỉ bù Ngày Quốc tế Lao động'],
    ['09-02..09-03', 'Quốc khánh'],
  ],
  2022: [
    ['01-01', 'Tết Dương lịch'],
    ['01-03', 'Nghỉ bù Tết Dương lịch'],
    ['01-29..02-06', 'Tết Nguyên đán'],
    ['04-10', 'Giỗ Tổ Hùng Vương'],
    ['04-11', 'Nghỉ bù Giỗ Tổ Hùng Vương'],
    ['04-30', 'Ngày Chiến thắng'],
    ['05-01', 'Ngày Quốc tế Lao động'],
    ['05-02', 'Nghỉ bù Ngày Chiến thắng'],
    ['05-03', 'Nghỉ bù Ngày Quốc tế Lao động'],
    ['09-01..09-02', 'Quốc khánh'],
  ],
  2023: [
    ['01-01', 'Tết Dương lịch'],
    ['01-02', 'Nghỉ bù Tết Dương lịch'],
    ['01-20..01-26', 'Tết Nguyên đán'],
    ['04-29', 'Giỗ Tổ Hùng Vương'],
    ['04-30', 'Ngày Chiến thắng'],
    ['05-01', 'Ngày Quốc tế Lao động'],
    ['05-02', 'Nghỉ bù Giỗ Tổ Hùng Vương'],
    ['05-03', 'Nghỉ bù Ngày Chiến thắng'],
    ['09-01..09-02', 'Quốc khánh'],
    ['09-04', 'Nghỉ bù Quốc khánh'],
  ],
  2024: [
    ['01-01', 'Tết Dương lịch'],
    ['02-08..02-14', 'Tết Nguyên đán'],
    ['04-18', 'Giỗ Tổ Hùng Vương'],
    ['04-29', 'Nghỉ hoán đổi'],
    ['04-30', 'Ngày Chiến thắng'],
    ['05-01', 'Ngày Quốc tế Lao động'],
    ['09-02..09-03', 'Quốc khánh'],
  ],
  2025: [
    ['01-01', 'Tết Dương lịch'],
    ['01-25..02-02', 'Tết Nguyên đán'],
    ['04-07', 'Giỗ Tổ Hùng Vương'],
    ['04-30', 'Ngày Chiến thắng'],
    ['05-01', 'Ngày Quốc tế Lao động'],
    ['05-02', 'Nghỉ hoán đổi'],
    ['09-01..09-02', 'Quốc khánh'],
  ],
  2026: [
    ['01-01', 'Tết Dương lịch'],
    ['01-02', 'Nghỉ hoán đổi'],
    ['02-14..02-22', 'Tết Nguyên đán'],
    ['04-26', 'Giỗ Tổ Hùng Vương'],
    ['04-27', 'Nghỉ bù Giỗ Tổ Hùng Vương'],
    ['04-30', 'Ngày Chiến thắng'],
    ['05-01', 'Ngày Quốc tế Lao động'],
    ['08-31', 'Nghỉ hoán đổi'],
    ['09-01..09-02', 'Quốc khánh'],
  ],
  // Not decreed yet: the days the law names, and the Mondays after a weekend.
  2027: [
    ['01-01', 'Tết Dương lịch'],
    ['02-05..02-09', 'Tết Nguyên đán'],
    ['02-10..02-11', 'Nghỉ bù Tết Nguyên đán'],
    ['04-16', 'Giỗ Tổ Hùng Vương'],
    ['04-30', 'Ngày Chiến thắng'],
    ['05-01', 'Ngày Quốc tế Lao động'],
    ['05-03', 'Nghỉ bù Ngày Quốc tế Lao động'],
    ['09-02..09-03', 'Quốc khánh'],
  ],
};

/** Saturdays worked for a day off elsewhere. */
const MAKE_UP_DAYS = ['2019-01-05', '2019-05-04', '2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'];

/**
 * The calendar of public offices, 2018–2026, with 2027 provisional.
 * 24 November, announced as a day off but not seen in the law, is a working day until it is published.
 */
export const WORKING_CALENDAR: WorkingCalendar = {
  version: '2026-1',
  from: plainDate('2018-01-01'),
  until: plainDate('2027-12-31'),
  provisionalFrom: plainDate('2027-01-01'),
  daysOff: new Map(
    Object.entries(DAYS_OFF).flatMap(([year, entries]) => entries.flatMap((entry) => daysOf(year, entry))),
  ),
  makeUpDays: new Set(MAKE_UP_DAYS.map((day) => plainDate(day))),
};

function daysOf(
  year: string,
  [days, name]: readonly [days: string, name: string],
): readonly (readonly [PlainDate, string])[] {
  const [first = '', last = first] = days.split('..');
  const found: (readonly [PlainDate, string])[] = [];
  const until = plainDate(`${year}-${last}`);
  for (let day = plainDate(`${year}-${first}`); day <= until; day = addDays(day, 1)) found.push([day, name]);
  return found;
}
