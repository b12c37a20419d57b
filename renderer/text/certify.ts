import type { PaymentRefusal } from '../../domain/fees/payment.ts';
import { unreachable } from '../../domain/result.ts';
import type { CertifyRefusal } from '../../electron/contract/refusals.ts';
import { vndText } from './format.ts';
import { handOverTrouble, RECEIVER_ERRORS } from './hand-over.ts';
import { receiveTrouble } from './intake.ts';
import type { Trouble } from './trouble.ts';

export const CERTIFY = {
  commit: 'Nhận và trả ngay',
  commitAndNext: 'Nhận và trả, thêm mới',
  now: 'Trả ngay bây giờ',
  onSlip: (moment: string) => `Phiếu vẫn ghi ngày hẹn theo quy định: ${moment}.`,
  saved: 'ĐÃ NHẬN VÀ TRẢ',
  paid: 'Đã thu',
  handedOver: 'Đã trả kết quả',
  handedOverTo: (name: string, moment: string) => `cho ${name}, ${moment}`,
  due: 'Phải thu',
  nothingPaid: 'không thu',
};

const SAFE = 'Chưa tiếp nhận, chưa cấp số và chưa ghi thu tiền; những gì đã gõ vẫn giữ nguyên.';
const NOT_ON_THE_SPOT = 'Xin bỏ dấu “Nhận và trả ngay” rồi tiếp nhận như thường.';

const TROUBLES = {
  'linked-procedure': {
    what: 'Thủ tục này do cấp trên cùng giải quyết nên không trả ngay được.',
    safe: SAFE,
    next: NOT_ON_THE_SPOT,
  },
} satisfies Partial<Record<CertifyRefusal['code'], Trouble>>;

/** Why a dossier was not received and given back at once. */
export function certifyTrouble(refusal: CertifyRefusal): Trouble {
  switch (refusal.code) {
    case 'linked-procedure':
      return TROUBLES[refusal.code];
    case 'money-due':
      return {
        what: `Còn ${vndText(refusal.restVnd)} phí, lệ phí chưa thu nên chưa trả được.`,
        safe: SAFE,
        next: 'Xin thu tiền rồi bấm lại.',
      };
    case 'receiver':
      return receiverTrouble(refusal.refusal);
    case 'payment':
      return { what: paymentText(refusal.refusal), safe: SAFE, next: PAYMENT_NEXT[refusal.refusal.code] };
    default:
      return receiveTrouble(refusal);
  }
}

type ReceiverRefusal = Extract<CertifyRefusal, { readonly code: 'receiver' }>['refusal'];

function receiverTrouble(refusal: ReceiverRefusal): Trouble {
  switch (refusal.code) {
    case 'receiver-name-missing':
    case 'receiver-id-not-an-id': {
      const says: Readonly<Record<string, string>> = RECEIVER_ERRORS[refusal.code];
      return {
        what: `Người nhận kết quả: ${Object.values(says).join(', ')}.`,
        safe: SAFE,
        next: 'Xin sửa rồi bấm lại.',
      };
    }
    default:
      return { ...handOverTrouble(refusal), safe: SAFE };
  }
}

const LOOK_AT_RECEIPT = 'Xin xem lại biên lai, hoặc để trống cả hai ô nếu không viết biên lai, rồi bấm lại.';
const LOOK_AT_FEES = 'Xin xem lại phần phí, lệ phí rồi bấm lại.';

const PAYMENT_NEXT = {
  'amount-out-of-range': LOOK_AT_FEES,
  'nothing-collected': LOOK_AT_FEES,
  'not-assessed': LOOK_AT_FEES,
  'more-than-due': LOOK_AT_FEES,
  'receipt-incomplete': LOOK_AT_RECEIPT,
  'receipt-used': LOOK_AT_RECEIPT,
  'payer-missing': 'Xin gõ tên chủ hồ sơ rồi bấm lại.',
  'too-long': LOOK_AT_RECEIPT,
} satisfies Record<PaymentRefusal['code'], string>;

function paymentText(refusal: PaymentRefusal): string {
  switch (refusal.code) {
    case 'amount-out-of-range':
      return 'Số tiền thu chưa đúng.';
    case 'nothing-collected':
      return 'Chưa có khoản nào để thu.';
    case 'not-assessed':
      return 'Phí, lệ phí chưa tính xong nên chưa thu được.';
    case 'more-than-due':
      return `Chỉ còn phải thu ${vndText(refusal.restVnd)}.`;
    case 'receipt-incomplete':
      return 'Biên lai phải có cả quyển và số.';
    case 'receipt-used':
      return `Biên lai ${refusal.book} số ${refusal.number} đã dùng cho hồ sơ khác.`;
    case 'payer-missing':
      return 'Chưa có tên người nộp tiền.';
    case 'too-long':
      return refusal.part === 'receipt' ? 'Quyển hoặc số biên lai dài quá.' : 'Tên người nộp tiền dài quá.';
    default:
      return unreachable(refusal);
  }
}

/** What stands beside the two fields of the receipt. */
export function receiptError(refusal: CertifyRefusal): string | undefined {
  if (refusal.code !== 'payment') return undefined;
  return RECEIPT_ERRORS[refusal.refusal.code];
}

const RECEIPT_ERRORS: Partial<Record<PaymentRefusal['code'], string>> = {
  'receipt-incomplete': 'Gõ cả quyển và số',
  'receipt-used': 'Số này đã dùng',
  'too-long': 'Dài quá',
};
