import { localMoment, plainDate } from '../../domain/plain-date.ts';
import type { FeeReceiptSlip } from '../../domain/slips/fee-receipt-slip.ts';
import type { HandOverSlip } from '../../domain/slips/hand-over-slip.ts';
import type { DossierOnSlip, SlipIssue } from '../../domain/slips/slip-issue.ts';
import type { SupplementSlip } from '../../domain/slips/supplement-slip.ts';
import { BY_POST, LONGEST, ORDINARY } from './sample-slips.ts';

const { isTrial, unit, clerkName, scanCode, dossierNumber, applicantName, procedureName } = ORDINARY;

export const ISSUE: SlipIssue = { isTrial, unit, clerkName, at: localMoment('2020-05-05T09:12') };

const DOSSIER: DossierOnSlip = { scanCode, dossierNumber, applicantName, procedureName };

/** In the years without districts. */
export const TODAY: Pick<SlipIssue & DossierOnSlip, 'unit' | 'at' | 'scanCode'> = {
  unit: BY_POST.unit,
  scanCode: BY_POST.scanCode,
  at: localMoment('2026-03-09T14:05'),
};

export const HAND_OVER: HandOverSlip = {
  ...ISSUE,
  ...DOSSIER,
  template: 'hand-over-slip/1',
  receiverName: 'Nguyễn Thị Hường',
  relation: 'applicant',
  receiverIdTail: '4821',
  by: 'counter',
  resultName: 'Giấy khai sinh',
  result: { number: '57/2020', date: plainDate('2020-05-04'), signer: 'Đinh Công Tráng' },
  isRefusal: false,
  paidVnd: { fee: 24_000, duty: 8_000 },
};

export const REFUSAL_BY_POST: HandOverSlip = {
  ...HAND_OVER,
  ...TODAY,
  dossierNumber: BY_POST.dossierNumber,
  receiverName: 'Trương Ngọc Quỳnh Như',
  relation: 'authorised',
  receiverIdTail: '',
  by: 'post',
  postBill: 'EE123456789VN',
  result: { number: '12/TB-UBND', date: plainDate('2026-03-06'), signer: 'Phùng Đắc Thắng' },
  isRefusal: true,
  paidVnd: { fee: 0, duty: 0 },
};

/** Handed over where the reception is not known. */
export const HAND_OVER_UNKNOWN: HandOverSlip = {
  ...ISSUE,
  scanCode,
  applicantName: '',
  procedureName: '',
  template: 'hand-over-slip/1',
  receiverName: 'Hà Văn Bảy',
  relation: 'submitter',
  receiverIdTail: '0096',
  by: 'portal',
  isRefusal: false,
  paidVnd: { fee: 0, duty: 0 },
};

export const SUPPLEMENT: SupplementSlip = {
  ...ISSUE,
  ...DOSSIER,
  template: 'supplement-slip/1',
  formNumber: { year: 2020, station: 1, number: 12 },
  missing: [
    { id: 'birth', name: 'Giấy chứng sinh', note: 'Bản đã nộp mờ dấu của bệnh viện; xin bản khác rõ dấu.' },
    { id: 'marriage', name: 'Giấy chứng nhận kết hôn của cha, mẹ', note: '' },
  ],
  reason: 'Hồ sơ chưa đủ thành phần theo quy định.',
  respondBy: plainDate('2020-05-20'),
};

/** Told before the reception: neither a dossier number nor a last day. */
export const GUIDANCE: SupplementSlip = (() => {
  const { respondBy: _day, dossierNumber: _number, ...before } = SUPPLEMENT;
  return { ...before, ...TODAY, formNumber: { year: 2026, station: 12, number: 345 } };
})();

export const SUPPLEMENT_LONGEST: SupplementSlip = {
  ...SUPPLEMENT,
  applicantName: LONGEST.applicantName,
  procedureName: LONGEST.procedureName,
  missing: LONGEST.papers.map(({ id, name }, index) => ({
    id,
    name,
    note:
      index % 4 === 0 ? 'Thiếu chữ ký của người được ủy quyền ở trang cuối; xin ký trước mặt cán bộ tiếp nhận.' : '',
  })),
};

export const FEE_RECEIPT: FeeReceiptSlip = {
  ...ISSUE,
  ...DOSSIER,
  template: 'fee-receipt/1',
  payerName: 'Đinh Văn Quyết',
  receipt: { kind: 'numbered', book: 'AB/20E', number: '0001234' },
  feeVnd: 24_000,
  dutyVnd: 8_000,
  method: 'cash',
  lines: [
    { name: 'Đăng ký khai sinh quá hạn', kind: 'duty', amountVnd: 8_000 },
    { name: 'Cấp bản sao trích lục hộ tịch', kind: 'fee', amountVnd: 24_000 },
  ],
  paidBeforeVnd: 0,
  restVnd: 0,
};

/** The second of three parts, into the account, without a receipt. */
export const FEE_TRANSFER: FeeReceiptSlip = {
  ...FEE_RECEIPT,
  ...TODAY,
  dossierNumber: BY_POST.dossierNumber,
  payerName: applicantName,
  receipt: { kind: 'none' },
  feeVnd: 16_000,
  dutyVnd: 0,
  paidBeforeVnd: 8_000,
  restVnd: 8_000,
  method: 'transfer',
};
