import { COPY_FEE, councilDuty, dutyOf, feeOf } from '../../../domain/catalogue/publication.ts';
import type { AskedFees, FeeAssessment } from '../../../domain/fees/fee-assessment.ts';
import type { FeeRule } from '../../../domain/fees/fee-rule.ts';
import type { FeePayment } from '../../../domain/fees/payment.ts';
import { localMoment, plainDate } from '../../../domain/plain-date.ts';

export const BY_PAGE: FeeRule = COPY_FEE;
export const SIGNATURE_FEE = feeOf('Phí chứng thực chữ ký', 10_000, 'signature');
export const CONTRACT_FEE = feeOf('Phí chứng thực giao dịch', 50_000, 'contract');
export const EXTRACT_FEE = feeOf('Phí cấp bản sao trích lục hộ tịch', 8_000, 'copy');
export const DUTY = dutyOf('Lệ phí đăng ký lại', 5_000, { exempt: ['poor-household', 'disabled'] });
export const COUNCIL_DUTY = councilDuty('Lệ phí hộ tịch', { exempt: ['filed-in-time', 'poor-household'] });

/** A copy only some ask for, on top of the duty. */
export const EXTRA_COPIES: FeeRule = { ...EXTRACT_FEE, id: 'extra-copies', condition: 'Khi xin thêm bản sao' };

/** One duty as Hải Phòng published it: from 8 August 2026 nothing is paid online. */
const LAST_OLD_DAY = plainDate('2026-08-07');
const FIRST_NEW_DAY = plainDate('2026-08-08');
export const ONLINE_FREE: readonly FeeRule[] = [
  { ...dutyOf('Lệ phí', 20_000), effectiveTo: LAST_OLD_DAY },
  { ...dutyOf('Lệ phí', 20_000, { channels: ['direct', 'post'] }), effectiveFrom: FIRST_NEW_DAY },
  { ...dutyOf('Lệ phí', 0, { channels: ['online'] }), effectiveFrom: FIRST_NEW_DAY },
];

export function asked(over: Partial<AskedFees> = {}): AskedFees {
  return { day: plainDate('2020-04-20'), channel: 'direct', counts: {}, ...over };
}

/** An assessment with these sums. */
export function assessed(feeVnd: number, dutyVnd: number, over: Partial<FeeAssessment> = {}): FeeAssessment {
  return { lines: [], feeVnd, dutyVnd, totalVnd: feeVnd + dutyVnd, unassessed: [], ...over };
}

export function paid(feeVnd: number, dutyVnd: number, over: Partial<FeePayment> = {}): FeePayment {
  return { receipt: { kind: 'none' }, feeVnd, dutyVnd, method: 'cash', at: localMoment('2020-04-20T08:30'), ...over };
}
