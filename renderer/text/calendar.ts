import type { PlainDate } from '../../domain/plain-date.ts';
import type { CalendarRefusal } from '../../domain/time/calendar-data.ts';
import type { DayChange, DayMark } from '../../domain/time/calendar-edit.ts';
import { unreachable } from '../../domain/result.ts';
import type { Output } from '../../electron/contract/commands.ts';
import { capitalised, dateText, weekdayText } from './format.ts';
import { storageTrouble, type Trouble, troubleOfFault } from './trouble.ts';

export const CALENDAR = {
  title: 'Lịch làm việc: ngày nghỉ, ngày làm bù',
  open: 'Mở lịch',
  year: (year: number) => `Năm ${year}`,
  yearBefore: 'Năm trước',
  yearAfter: 'Năm sau',
  month: (month: number) => `Tháng ${month}`,
  weekdays: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
  legend: { 'day-off': 'Ngày nghỉ', 'make-up': 'Làm bù', changed: 'Vừa sửa, chưa công bố' },
  keys: 'Mũi tên để đi từng ngày; Enter để sửa ngày đang chọn.',
  provisional: (date: PlainDate) => `Từ ${dateText(date)} là dự kiến, chưa có quyết định.`,
  decree: (year: number) => `Năm ${year} đã có quyết định`,
  decreed: (year: number) => `Lịch đến hết năm ${year} là chính thức, không còn dự kiến`,
  outside: (from: PlainDate, until: PlainDate) => `Lịch trên máy có từ ${dateText(from)} đến ${dateText(until)}.`,
  extend: (year: number) => `Mở thêm năm ${year}`,
  extended: (date: PlainDate) => `Kéo dài lịch đến ${dateText(date)}`,
  readOnly: 'Chỉ người quản trị (hoặc người được giao làm thay) sửa và công bố được lịch. Ở đây chỉ xem.',
  addDayOff: 'Thêm ngày nghỉ',
  removeDayOff: 'Bỏ ngày nghỉ này',
  addMakeUp: 'Thành ngày làm bù',
  removeMakeUp: 'Bỏ ngày làm bù này',
  name: 'Tên ngày nghỉ',
  nameHint: 'In trên phiếu hẹn, ví dụ: Nghỉ bão',
  nameMissing: 'Xin gõ tên ngày nghỉ',
  changes: 'Sẽ công bố',
  noChanges: 'Chưa sửa ngày nào.',
  undo: 'Bỏ các sửa đổi',
  publish: 'Xem và công bố',
  published: 'Đã công bố lịch mới. Các giấy hẹn đã in giữ nguyên; hồ sơ nhận từ bây giờ tính theo lịch mới.',
};

export const PUBLISH = {
  title: 'Công bố lịch làm việc',
  looking: 'Đang tính lại ngày hẹn của các hồ sơ chưa xong…',
  noEffect: 'Không hồ sơ nào đang chờ có ngày hẹn khác đi.',
  effects: (count: number) => `${count} hồ sơ đang chờ nếu tính theo lịch này sẽ hẹn ngày khác:`,
  kept: 'Không ngày hẹn nào tự thay đổi: giấy đã in vẫn giữ nguyên. Muốn hẹn lại, mở hồ sơ và làm việc “Đổi ngày hẹn trả”.',
  more: (count: number) => `Và ${count} hồ sơ nữa.`,
  columns: { number: 'Mã hồ sơ', applicant: 'Chủ hồ sơ', printed: 'Đã hẹn', wouldBe: 'Theo lịch này' },
  unknown: 'lịch chưa tới ngày hẹn',
  reason: 'Lý do, căn cứ',
  reasonHint: 'Ví dụ: Thông báo nghỉ lễ số 12/TB-UBND',
  reasonMissing: 'Xin gõ lý do hoặc số văn bản',
  confirm: 'Công bố',
};

const WORKING = 'ngày làm việc';
const WEEKEND = 'nghỉ cuối tuần';

/** "Thứ Tư, 22/04/2020: ngày làm việc". */
export function dayText(date: PlainDate, mark: DayMark, isWeekend: boolean): string {
  return `${capitalised(weekdayText(date))}, ${dateText(date)}: ${markText(mark, isWeekend)}`;
}

function markText(mark: DayMark, isWeekend: boolean): string {
  if (mark.kind === 'day-off') return `nghỉ – ${mark.name}`;
  if (mark.kind === 'make-up') return 'làm bù';
  return isWeekend ? WEEKEND : WORKING;
}

/** "Thêm ngày nghỉ thứ Tư 22/04/2020: Nghỉ bão". */
export function changeText({ date, before, after }: DayChange): string {
  const day = `${weekdayText(date)} ${dateText(date)}`;
  if (after.kind === 'day-off') return `Thêm ngày nghỉ ${day}: ${after.name}`;
  if (after.kind === 'make-up') return `Thêm ngày làm bù ${day}`;
  return before.kind === 'make-up' ? `Bỏ ngày làm bù ${day}` : `Bỏ ngày nghỉ ${day}`;
}

const KEPT = 'Chưa công bố gì; những gì đã sửa vẫn ở trên màn hình.';

export const CALENDAR_PUBLISHED_ALREADY: Trouble = {
  what: 'Lịch này đã được công bố, có thể từ lần bấm trước.',
  safe: 'Không có gì bị ghi hai lần.',
  next: 'Xin bấm Esc rồi xem lịch đang áp dụng; nếu còn sửa đổi thì công bố lại.',
};

type PublishRefusal = Extract<Output<'calendar.publish'>, { ok: false }>['refusal'];

/** Why it was not published: one line for the field, else a trouble. */
export function publishSaid(refusal: PublishRefusal): string | Trouble {
  switch (refusal.code) {
    case 'reason-missing':
      return PUBLISH.reasonMissing;
    case 'version-used':
      return CALENDAR_PUBLISHED_ALREADY;
    case 'calendar':
      return calendarTrouble(refusal.refusals);
    case 'storage-failed':
      return storageTrouble(refusal);
    default:
      return troubleOfFault(refusal);
  }
}

export function calendarTrouble(refusals: readonly CalendarRefusal[]): Trouble {
  return {
    what: refusals.map(calendarRefusalText).join(' '),
    safe: KEPT,
    next: 'Xin bấm Esc, sửa ngày đó rồi công bố lại.',
  };
}

export function calendarRefusalText(refusal: CalendarRefusal): string {
  switch (refusal.code) {
    case 'version-missing':
      return 'Lịch chưa có tên của lần công bố.';
    case 'not-a-date':
      return `“${refusal.text}” không phải là ngày.`;
    case 'range-reversed':
      return 'Ngày cuối của lịch ở trước ngày đầu.';
    case 'day-outside-range':
      return `Ngày ${dateText(refusal.date)} nằm ngoài lịch.`;
    case 'day-listed-twice':
      return `Ngày ${dateText(refusal.date)} bị ghi hai lần.`;
    case 'name-missing':
      return `Ngày nghỉ ${dateText(refusal.date)} chưa có tên.`;
    case 'make-up-day-on-weekday':
      return `Ngày ${dateText(refusal.date)} không phải thứ Bảy, Chủ nhật nên không thể là ngày làm bù.`;
    case 'make-up-day-is-day-off':
      return `Ngày ${dateText(refusal.date)} vừa là ngày nghỉ vừa là ngày làm bù.`;
    default:
      return unreachable(refusal);
  }
}
