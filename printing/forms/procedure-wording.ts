import type { ExemptionReason, FeeRule } from '../../domain/fees/fee-rule.ts';
import type { Procedure, ProcedureLimit } from '../../domain/procedure.ts';
import { bodyOf, feeInWords, limitInWords, money, timeInWords, unbroken } from '../layout/slip-wording.ts';

const EXEMPT = {
  'meritorious-family': 'gia đình có công với cách mạng',
  'poor-household': 'hộ nghèo',
  'near-poor-household': 'hộ cận nghèo',
  disabled: 'người khuyết tật',
  child: 'trẻ em',
  elderly: 'người cao tuổi',
  'ethnic-minority-in-hardship-area': 'người dân tộc thiểu số ở vùng đặc biệt khó khăn',
  'filed-in-time': 'đăng ký đúng hạn',
  'first-issue': 'cấp lần đầu',
} satisfies Record<ExemptionReason, string>;

/** `Lệ phí hộ tịch: 8.000 đồng. Miễn: hộ nghèo; người khuyết tật.` */
export function feeRuleInWords(rule: FeeRule, councilVnd: number | undefined): string {
  const { name, amount, condition, exempt = [], note } = rule;
  const only = condition === undefined ? '' : ` (${condition})`;
  const free = exempt.map((reason) => EXEMPT[reason]).join('; ');
  const miss = free === '' ? '' : ` Miễn: ${free}.`;
  // Where the reasons, or the pages, stand in words of their own, the note would say them twice.
  const isSaid = free !== '' || amount.kind === 'by-page';
  const also = note === undefined || isSaid ? '' : ` ${note}.`;
  return `${name}${only}: ${amountInWords(rule, councilVnd)}.${miss}${also}`;
}

function amountInWords({ amount }: FeeRule, councilVnd: number | undefined): string {
  switch (amount.kind) {
    case 'flat':
      return feeInWords({ amountVnd: amount.vnd, per: amount.per });
    case 'by-page':
      return `${unbroken(`${money(amount.firstVnd)}/trang`)} với ${amount.firstPages} trang đầu, ${unbroken(
        `${money(amount.nextVnd)}/trang`,
      )} từ trang sau, nhiều nhất ${unbroken(`${money(amount.capVnd)}/bản`)}`;
    default:
      return feeInWords({ amountVnd: councilVnd, per: 'dossier' });
  }
}

/** What the time counts from and what it leaves out, for who reads it on the wall. */
export function countingInWords(limit: ProcedureLimit): string {
  switch (limit.kind) {
    case 'same-day':
      return `Hồ sơ nhận sau ${timeInWords(limit.cutOffMinute)}: trả vào ngày làm việc tiếp theo.`;
    case 'working-days':
      return 'Không tính ngày nhận hồ sơ, ngày nghỉ hằng tuần và ngày nghỉ lễ, tết.';
    case 'calendar-days':
      return 'Không tính ngày nhận hồ sơ; ngày cuối là ngày nghỉ thì trả vào ngày làm việc tiếp theo.';
    case 'hours':
      return 'Chỉ tính trong giờ làm việc của cơ quan.';
    default:
      return 'Ngày trả kết quả do cán bộ tiếp nhận thống nhất với người nộp.';
  }
}

/** `UBND xã Xuân Viên`, or the body above. */
export function decidingBodyOf(level: Procedure['level'], unit: Unit): string {
  return bodyOf(level === 'commune' ? unit.name : (unit.upperNames[0] ?? 'Cơ quan cấp trên'));
}

type Unit = { readonly name: string; readonly upperNames: readonly string[] };

/** The same with every leg of a linked procedure. */
export function decidedByInWords({ level, linkedSteps }: Procedure, unit: Unit): readonly string[] {
  if (!linkedSteps) return [`${decidingBodyOf(level, unit)}.`];
  return linkedSteps.map(
    ({ by, name, budget }, i) =>
      `Bước ${i + 1}: ${name} – ${decidingBodyOf(by, unit)}${budget.kind === 'none' ? '' : `, ${limitInWords(budget)}`}.`,
  );
}

/** Each way in which a dossier may come. */
export function waysInWords({ acceptsPost, onlineScope }: Procedure, counterName: string): readonly string[] {
  return [
    `Nộp trực tiếp tại ${counterName}.`,
    ...(acceptsPost ? ['Gửi qua dịch vụ bưu chính công ích.'] : []),
    ...(onlineScope === 'full' ? ['Nộp trực tuyến toàn trình trên Cổng Dịch vụ công.'] : []),
    ...(onlineScope === 'partial' ? ['Nộp trực tuyến một phần trên Cổng Dịch vụ công.'] : []),
  ];
}
