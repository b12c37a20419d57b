import { addDays, plainDate, type PlainDate } from '../plain-date.ts';
import type { WorkingCalendar } from '../working-calendar.ts';

const SWAPPED = 'Nghỉ hoán đổi';

// Each row: name to show, then days `YYYY-MM-DD` or spans `YYYY-MM-DD/DD` within one month, both ends included.
// Sources: Labour Code 2012 Art. 115 and 2019 Art. 111–112 (days, and the next working day for one on a weekend); the
// Prime Minister's yearly decision for Tết, for the second day of Quốc khánh (since 2021) and for swapped days.
// Press reports of those decisions were read for 2019 and 2025; the swapped days of 2024 and 2026 are from memory.
const DAYS_OFF: readonly (readonly [name: string, ...days: string[]])[] = [
  ['Tết Dương lịch', '2018-01-01', '2019-01-01', '2020-01-01', '2021-01-01', '2022-01-01', '2023-01-01'],
  ['Tết Dương lịch', '2024-01-01', '2025-01-01', '2026-01-01', '2027-01-01'],
  ['Nghỉ bù Tết Dương lịch', '2022-01-03', '2023-01-02'],
  ['Tết Nguyên đán', '2018-02-14/20', '2019-02-02/10', '2020-01-23/29', '2021-02-10/16', '2022-01-29/31'],
  ['Tết Nguyên đán', '2022-02-01/06', '2023-01-20/26', '2024-02-08/14', '2025-01-25/31', '2025-02-01/02'],
  // 2027: the first day is Saturday 6 February, as on 25-01-2020 and 10-02-2024; both years gave Thursday to Wednesday.
  ['Tết Nguyên đán', '2026-02-14/22', '2027-02-04/10'],
  ['Giỗ Tổ Hùng Vương', '2018-04-25', '2019-04-14', '2020-04-02', '2021-04-21', '2022-04-10', '2023-04-29'],
  ['Giỗ Tổ Hùng Vương', '2024-04-18', '2025-04-07', '2026-04-26', '2027-04-16'],
  ['Nghỉ bù Giỗ Tổ Hùng Vương', '2019-04-15', '2022-04-11', '2023-05-02', '2026-04-27'],
  ['Ngày Chiến thắng', '2018-04-30', '2019-04-30', '2020-04-30', '2021-04-30', '2022-04-30', '2023-04-30'],
  ['Ngày Chiến thắng', '2024-04-30', '2025-04-30', '2026-04-30', '2027-04-30'],
  ['Nghỉ bù Ngày Chiến thắng', '2022-05-02', '2023-05-03'],
  ['Ngày Quốc tế lao động', '2018-05-01', '2019-05-01', '2020-05-01', '2021-05-01', '2022-05-01', '2023-05-01'],
  ['Ngày Quốc tế lao động', '2024-05-01', '2025-05-01', '2026-05-01', '2027-05-01'],
  ['Nghỉ bù Ngày Quốc tế lao động', '2021-05-03', '2022-05-03', '2027-05-03'],
  ['Quốc khánh', '2018-09-02', '2019-09-02', '2020-09-02', '2021-09-02/03', '2022-09-01/02', '2023-09-01/02'],
  // 2027: 2 September is a Thursday as in 2021, when Friday was the second day.
  ['Quốc khánh', '2024-09-02/03', '2025-09-01/02', '2026-09-01/02', '2027-09-02/03'],
  ['Nghỉ bù Quốc khánh', '2018-09-03', '2023-09-04'],
  [SWAPPED, '2018-12-31', '2019-04-29', '2024-04-29', '2025-05-02', '2026-01-02', '2026-08-31'],
  // 24 November (Ngày Văn hóa Việt Nam) is not here: the Party's resolution 80-NQ/TW wants it, but no law that makes it
  // a day off was seen. A date promised too late breaks the limit; one promised for a day that becomes a day off moves
  // to the next working day by itself (Civil Code 2015 Art. 148), and a law brings a new version of this calendar.
];

/** The Saturdays worked for the swapped days above. */
const MAKE_UP_DAYS = ['2019-01-05', '2019-05-04', '2024-05-04', '2025-04-26', '2026-01-10', '2026-08-22'];

/** The calendar of civil servants, 2018–2026, and what 2027 will be like unless decreed otherwise. */
export const WORKING_CALENDAR: WorkingCalendar = {
  version: '2018-2027/1',
  from: plainDate('2018-01-01'),
  until: plainDate('2027-12-31'),
  provisionalFrom: plainDate('2027-01-01'),
  daysOff: new Map(DAYS_OFF.flatMap(([name, ...spans]) => spans.flatMap(daysIn).map((day) => [day, name] as const))),
  makeUpDays: new Set(MAKE_UP_DAYS.map(plainDate)),
};

function daysIn(span: string): PlainDate[] {
  const first = plainDate(span.slice(0, 10));
  const last = plainDate(span.slice(0, 8) + (span.slice(11) || span.slice(8)));
  const days: PlainDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
