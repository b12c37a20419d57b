import type { FeeLine, FeeRefusal, FeeWorking } from '../../domain/fees/fee-assessment.ts';
import type { ExemptionReason, FeeRule } from '../../domain/fees/fee-rule.ts';
import type { FeePayment } from '../../domain/fees/payment.ts';
import { unreachable } from '../../domain/result.ts';
import { vndText } from './format.ts';
import { FEE_UNITS } from './intake.ts';

export const FEES = {
  title: 'Phí, lệ phí',
  free: 'Không thu phí',
  isExempt: 'Được miễn',
  open: 'Chưa tính',
  published: (name: string, price: string) => `${name}: ${price}.`,
  stillOpen: (why: string) => `Chưa tính: ${why}.`,
  fee: 'Phí',
  duty: 'Lệ phí',
  exempt: 'Miễn vì',
  notExempt: 'Không miễn',
  evidence: 'Giấy tờ chứng minh',
  waived: (vnd: number) => (vnd > 0 ? `miễn ${vndText(vnd)}` : 'được miễn'),
  onTheSpot: 'Nhận và trả ngay',
  onTheSpotHint: 'Tiếp nhận, thu tiền và trả kết quả trong một lần bấm',
  collect: 'Thu ngay',
  collectHint: 'Thu tiền cùng lúc tiếp nhận; không đánh dấu thì thu sau',
  receipt: 'Biên lai quyển',
  receiptNumber: 'số',
  noReceipt: 'trống: không biên lai',
  method: 'Hình thức thu',
  council: (name: string) => `${name} (đồng)`,
  empty: 'Phí, lệ phí sẽ hiện ở đây khi chọn thủ tục.',
};

export const COUNT_LABELS = {
  pages: 'Số trang',
  copies: 'Số bản',
  signatures: 'Số chữ ký',
  contracts: 'Số hợp đồng',
};

export const METHODS = { cash: 'Tiền mặt', transfer: 'Chuyển khoản' };

export const EXEMPTIONS = {
  'meritorious-family': 'Gia đình có công',
  'poor-household': 'Hộ nghèo',
  'near-poor-household': 'Hộ cận nghèo',
  disabled: 'Người khuyết tật',
  child: 'Trẻ em',
  elderly: 'Người cao tuổi',
  'ethnic-minority-in-hardship-area': 'Dân tộc thiểu số, vùng khó khăn',
  'filed-in-time': 'Đăng ký đúng hạn',
  'first-issue': 'Cấp lần đầu',
} satisfies Record<ExemptionReason, string>;

const KINDS = { fee: FEES.fee, duty: FEES.duty } satisfies Record<FeeRule['kind'], string>;

/** How one line came about: "2 bản × 5.000 đ = 10.000 đ". */
export function lineText(line: FeeLine): string {
  const said = `${line.name}: ${workingText(line)}`;
  return line.exemptVnd > 0 || isWaived(line) ? `${said}, ${FEES.waived(line.exemptVnd)}` : said;
}

function isWaived({ amountVnd, how }: FeeLine): boolean {
  return amountVnd === 0 && how.kind === 'set-by-council';
}

function workingText({ how, quantity, amountVnd, exemptVnd }: FeeLine): string {
  const full = vndText(amountVnd + exemptVnd);
  switch (how.kind) {
    case 'flat':
      return quantity === 1 ? full : `${quantity} × ${vndText(how.vnd)}${FEE_UNITS[how.per]} = ${full}`;
    case 'by-page':
      return `${how.copies} bản × ${vndText(how.copyVnd)}${cappedText(how)} = ${full}`;
    case 'by-original':
      return `${how.originals.length} bản chính, ${quantity} bản sao = ${full}`;
    case 'set-by-council':
      return exemptVnd === 0 && amountVnd === 0 ? 'mức của tỉnh' : full;
    default:
      return unreachable(how);
  }
}

function cappedText({ isCapped }: Extract<FeeWorking, { kind: 'by-page' }>): string {
  return isCapped ? ' (mức cao nhất một bản)' : '';
}

const COUNT_MISSING = {
  pages: 'xin gõ số trang của bản chính',
  copies: 'xin gõ số bản',
  originals: 'xin gõ số trang, số bản',
  signatures: 'xin gõ số chữ ký',
  contracts: 'xin gõ số hợp đồng',
} satisfies Record<Extract<FeeRefusal, { readonly code: 'count-missing' }>['count'], string>;

/** Why one rule is not reckoned. */
export function whyOpen(refusal: FeeRefusal): string {
  switch (refusal.code) {
    case 'count-missing':
      return COUNT_MISSING[refusal.count];
    case 'count-out-of-range':
      return 'số lượng từ 1 đến 9.999';
    case 'council-amount-missing':
      return 'xin gõ số tiền';
    case 'amount-out-of-range':
      return 'số tiền chưa đúng, ví dụ 12.000';
    case 'unknown-rule':
      return 'khoản này không áp dụng cho hình thức nộp đang chọn';
    case 'exemption-not-for-this':
      return `lý do “${EXEMPTIONS[refusal.reason]}” không được miễn khoản này`;
    default:
      return unreachable(refusal);
  }
}

/** "Phí 10.000 đ · Lệ phí 8.000 đ"; only what there is. */
export function sumsText({ feeVnd, dutyVnd }: { readonly feeVnd: number; readonly dutyVnd: number }): string {
  const parts = [
    { kind: 'fee', vnd: feeVnd },
    { kind: 'duty', vnd: dutyVnd },
  ] as const;
  return parts
    .filter(({ vnd }) => vnd > 0)
    .map(({ kind, vnd }) => `${KINDS[kind]} ${vndText(vnd)}`)
    .join(' · ');
}

/** "10.000 đ, tiền mặt, biên lai AB-20 số 0000012". */
export function paidText({ feeVnd, dutyVnd, method, receipt }: FeePayment): string {
  const by = { cash: 'tiền mặt', transfer: 'chuyển khoản', online: 'trực tuyến' }[method];
  const on = receipt.kind === 'numbered' ? `biên lai ${receipt.book} số ${receipt.number}` : 'không biên lai';
  return `${vndText(feeVnd + dutyVnd)}, ${by}, ${on}`;
}
