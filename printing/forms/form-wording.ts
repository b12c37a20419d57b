import type { FormSetId } from '../../domain/forms/form-set.ts';
import type { FormNumber } from '../../domain/lifecycle/dossier-fact.ts';
import type { Applicant, Phone } from '../../domain/party.ts';
import { dateOf, type LocalMoment, minuteOfDay, type PlainDate } from '../../domain/plain-date.ts';
import { bodyOf, phoneInWords, timeInWords, two, unbroken } from '../layout/slip-wording.ts';
import { html, type Markup } from './html.ts';

/** What the counter is called within a sentence; at the head of a form it stands in capitals. */
export const COUNTER_NAMES: Readonly<Record<FormSetId, string>> = {
  '2018': 'Bộ phận tiếp nhận và trả kết quả',
  '2025': 'Trung tâm Phục vụ hành chính công',
};

/** `ngày 20 tháng 4 năm 2020`: only days below 10 and the months 1 and 2 take a zero (NĐ 30/2020). */
export function dayInWords(date: PlainDate): string {
  const month = Number(date.slice(5, 7));
  return unbroken(`ngày ${date.slice(8, 10)} tháng ${month > 2 ? month : two(month)} năm ${date.slice(0, 4)}`);
}

/** `08 giờ 37 phút, ngày 20 tháng 4 năm 2020`. */
export function minuteInWords(moment: LocalMoment): string {
  const time = unbroken(`${timeInWords(minuteOfDay(moment))} phút`);
  return `${time}, ${dayInWords(dateOf(moment))}`;
}

/** To be filled in by hand. */
export const MINUTE_BY_HAND = '…… giờ …… phút, ngày …… tháng …… năm ………';

/** `01-12/HDHS`. */
export function formNumberInWords({ station, number }: FormNumber, suffix = ''): string {
  return `${two(station)}-${number}${suffix}`;
}

/** `xã Xuân Viên` is signed in `Xuân Viên`. */
export function placeOf(unitName: string): string {
  return unitName.replace(/^(?:ủy ban nhân dân|ubnd)\s+/iu, '').replace(/^(?:xã|phường|thị trấn|đặc khu)\s+/iu, '');
}

export function capitals(text: string): string {
  return text.toLocaleUpperCase('vi');
}

/** `UBND XÃ XUÂN VIÊN`. */
export function bodyInCapitals(unitName: string): string {
  return capitals(bodyOf(unitName));
}

export function phoneOf(phone: Phone): string {
  return phoneInWords(phone.kind === 'number' ? phone.digits : '');
}

/** How a letter speaks to the applicant. */
export function addressed({ kind }: Pick<Applicant, 'kind'>): string {
  return kind === 'person' ? 'Ông/Bà' : 'Tổ chức';
}

/** What somebody typed, with one full stop at its end. */
export function sentence(text: string): string {
  return `${text.trim().replace(/[.;,\s]+$/u, '')}.`;
}

/** `8.000 đồng`. */
export function vndInWords(amount: number): string {
  return unbroken(`${String(amount).replace(/\B(?=(?:\d{3})+$)/g, '.')} đồng`);
}

/** A long number that may go on in the next line after each hyphen, and nowhere else. */
export function breakable(code: string): Markup {
  return html`${code.split('-').map((part, i) => (i === 0 ? part : html`-<wbr />${part}`))}`;
}
