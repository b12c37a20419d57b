import type { AppointmentBasis } from '../../domain/appointment.ts';
import { dateOf, type LocalMoment, minuteOfDay, type PlainDate, weekdayOf } from '../../domain/plain-date.ts';
import type { FeeAssessment } from '../../domain/fees/fee-assessment.ts';
import type { ProcedureFee } from '../../domain/fees/fee-rule.ts';
import type { ResultWanted } from '../../domain/lifecycle/dossier-fact.ts';
import type { ProcedureLimit } from '../../domain/procedure.ts';
import { unreachable } from '../../domain/result.ts';
import type { MovedAppointment } from '../../domain/slips/moved-appointment.ts';

/** Keeps a number with its unit and a date in one piece when a line is full. */
const NBSP = '\u00a0';

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

/** `thứ Hai`. */
export function weekdayInWords(date: PlainDate): string {
  return WEEKDAYS[weekdayOf(date)];
}

/** `20/04/2020`. */
export function shortDate(date: PlainDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** `thứ Hai, 20/04/2020`. */
export function dateWithWeekday(moment: LocalMoment): string {
  return `${weekdayInWords(dateOf(moment))}, ${shortDate(dateOf(moment))}`;
}

/** `17 giờ 30`. */
export function timeInWords(minute: number): string {
  return `${two(Math.floor(minute / 60))} giờ ${two(minute % 60)}`;
}

/** `08 giờ 37 phút, ngày 20 tháng 4 năm 2020`: only days below 10 and the months 1 and 2 take a zero (NĐ 30/2020). */
export function momentInWords(moment: LocalMoment): string {
  const date = dateOf(moment);
  const month = Number(date.slice(5, 7));
  const day = `ngày ${date.slice(8, 10)} tháng ${month > 2 ? month : two(month)} năm ${date.slice(0, 4)}`;
  return `${unbroken(`${timeInWords(minuteOfDay(moment))} phút`)}, ${unbroken(day)}`;
}

/** `08 giờ 37 phút, ngày 20/04/2020`, in one piece. */
export function shortMoment(moment: LocalMoment): string {
  const date = dateOf(moment);
  return unbroken(`${timeInWords(minuteOfDay(moment))} phút, ngày ${shortDate(date)}`);
}

export function limitInWords(limit: ProcedureLimit): string {
  switch (limit.kind) {
    case 'same-day':
      return unbroken('trong ngày làm việc');
    case 'working-days':
      return unbroken(`${two(limit.days)} ngày làm việc`);
    case 'calendar-days':
      return unbroken(`${two(limit.days)} ngày`);
    case 'hours':
      return unbroken(`${two(limit.hours).replace('.', ',')} giờ làm việc`);
    case 'none':
      return unbroken('không quy định');
    default:
      return unreachable(limit);
  }
}

/** Why the date is not the one that was first promised, and which that was. */
export function movedInWords({ firstAt, by }: MovedAppointment): string {
  const first = `${timeInWords(minuteOfDay(firstAt))}, ngày ${shortDate(dateOf(firstAt))}`;
  return `${MOVED_BY[by]} Thời gian hẹn ban đầu: ${unbroken(first)}.`;
}

const MOVED_BY = {
  supplement: 'Gia hạn do chờ bổ sung hồ sơ.',
  'payment-duty': 'Gia hạn do chờ thực hiện nghĩa vụ tài chính.',
  other: 'Thời gian hẹn đã thay đổi.',
} satisfies Record<MovedAppointment['by'], string>;

/** Why a same-day dossier is not due today; nothing for every other appointment. */
export function basisInWords(basis: AppointmentBasis): string | undefined {
  if (basis.kind !== 'next-working-day') return undefined;
  switch (basis.why) {
    case 'after-cut-off':
      return 'Hồ sơ nhận sau giờ quy định nên hẹn trả vào ngày làm việc tiếp theo.';
    case 'received-on-day-off':
      return 'Hồ sơ nhận vào ngày nghỉ nên hẹn trả vào ngày làm việc tiếp theo.';
    default:
      return unreachable(basis.why);
  }
}

const PER: Readonly<Record<ProcedureFee['per'], string>> = {
  dossier: '',
  page: '/trang',
  copy: '/bản',
  signature: '/trường hợp',
  contract: '/hợp đồng',
};

export function feeInWords(fee: ProcedureFee): string {
  const note = fee.note === undefined ? '' : ` (${fee.note})`;
  if (fee.amountVnd === undefined) return `theo mức tỉnh quy định${note}`;
  if (fee.amountVnd === 0) return `không thu${note}`;
  return `${unbroken(`${money(fee.amountVnd)}${PER[fee.per]}`)}${note}`;
}

/** What a reception has to pay: as it was reckoned, else what the rule says. */
export function feesInWords(
  fees: Pick<FeeAssessment, 'totalVnd' | 'unassessed'> | undefined,
  rule: ProcedureFee,
): string {
  if (!fees || fees.unassessed.length > 0) return feeInWords(rule);
  return fees.totalVnd === 0 ? 'không thu' : money(fees.totalVnd);
}

/** Where the result is to be received. */
export function resultWantedInWords(
  wanted: ResultWanted | undefined,
  counter: { readonly name: string; readonly unitName: string },
): string {
  switch (wanted?.at) {
    case undefined:
    case 'counter':
      return `${counter.name}, ${bodyOf(counter.unitName)}`;
    case 'home-by-post':
      return `Tại nhà (trụ sở tổ chức) qua dịch vụ bưu chính: ${wanted.address}`;
    case 'portal':
      return 'Cổng Dịch vụ công (bản điện tử)';
    default:
      return unreachable(wanted);
  }
}

/** `58.000 đồng`. */
export function money(amountVnd: number): string {
  return unbroken(`${thousands(amountVnd)} đồng`);
}

/** What is filled in; where this counter never learned it, that is said. */
export function known(text: string): string {
  return text === '' ? 'chưa có dữ liệu' : text;
}

/** `0912 345 678`; none: `không có`. */
export function phoneInWords(digits: string): string {
  if (digits === '') return unbroken('không có');
  const tail = digits.slice(-6);
  return unbroken(`${digits.slice(0, -6)} ${tail.slice(0, 3)} ${tail.slice(3)}`);
}

const BARE_UNIT = /^(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh)\s/iu;

/** The committee of a unit: `UBND xã Mỹ Lung`. A name that is no bare unit stays as it is. */
export function bodyOf(unitName: string): string {
  return BARE_UNIT.test(unitName) ? `UBND ${unitName.charAt(0).toLocaleLowerCase('vi')}${unitName.slice(1)}` : unitName;
}

/** What the counter was called on a day: the centre replaced the section when the district level ended. */
export function counterNameOn(date: PlainDate): { readonly name: string; readonly short: string } {
  return date < '2025-07-01'
    ? { name: 'Bộ phận tiếp nhận và trả kết quả', short: 'BPTNTKQ' }
    : { name: 'Trung tâm Phục vụ hành chính công', short: 'TTPVHCC' };
}

/** The same words, never broken between lines. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', NBSP);
}

export function two(value: number): string {
  return String(value).padStart(2, '0');
}

function thousands(amount: number): string {
  return String(amount).replace(/\B(?=(?:\d{3})+$)/g, '.');
}
