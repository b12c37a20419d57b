import type { PaymentRefusal, RefundRefusal } from '../../domain/fees/payment.ts';
import { unreachable } from '../../domain/result.ts';
import type { Output } from '../../electron/contract/commands.ts';
import { dateText, momentInWords, vndText } from './format.ts';
import { CLOCK_UNCONFIRMED } from './hand-over.ts';
import { storageTrouble, type Trouble, troubleOfFault } from './trouble.ts';
import { STATUS } from './vi.ts';

export type ActCommandRefusal = Extract<Output<'dossier.act'>, { ok: false }>['refusal'];

/** What is wrong, at a field or with the whole. `needsDate`: the clerk has to type the new date. */
export type ActSaid = {
  readonly errors: Readonly<Record<string, string>>;
  readonly trouble?: Trouble;
  readonly needsDate?: true;
};

const SAFE = 'Chưa ghi nhận gì; những gì đã gõ vẫn còn trong khung này.';
const LOOK_AGAIN = 'Xin bấm Esc rồi xem lại diễn biến của hồ sơ.';

/** At the field itself. */
const FIELD_TEXTS = {
  'text-missing': 'Chưa gõ ô này; những ô khác vẫn giữ nguyên',
  'text-too-long': 'Dài quá 500 chữ; xin gõ ngắn hơn',
  'not-a-date': 'Ngày chưa đúng, ví dụ 20/04/2020',
  'date-in-the-future': 'Ngày này chưa tới; xin xem lại văn bản',
  'date-too-early': 'Ngày này sớm quá; xin gõ ngày sau đó',
};

const TROUBLES = {
  'dossier-unknown': {
    what: 'Máy này chưa có dữ liệu tiếp nhận của hồ sơ.',
    safe: SAFE,
    next: 'Xin chờ đồng bộ rồi làm lại.',
  },
  'not-linked': {
    what: 'Thủ tục này không chuyển lên cấp trên.',
    safe: SAFE,
    next: 'Xin bấm Esc rồi chọn “Trình ký” hoặc “Đã ký kết quả”.',
  },
  'nothing-to-undo': { what: 'Không còn bước nào để lùi lại.', safe: SAFE, next: LOOK_AGAIN },
  'not-the-last-step': {
    what: 'Hồ sơ vừa có thêm bước khác nên bước này không còn là bước cuối.',
    safe: SAFE,
    next: LOOK_AGAIN,
  },
  'no-such-contradiction': { what: 'Ghi nhận này đã được xem lại ở nơi khác.', safe: SAFE, next: LOOK_AGAIN },
  'nothing-changed': {
    what: 'Thông tin chủ hồ sơ chưa có gì khác trước.',
    safe: SAFE,
    next: 'Xin sửa ô cần sửa rồi ghi nhận.',
  },
  'basis-missing': {
    what: 'Việc này vừa được làm ở nơi khác nên lần này cần căn cứ pháp lý và người cho phép.',
    safe: SAFE,
    next: 'Xin bấm Esc rồi mở lại việc này: hai ô đó sẽ hiện ra.',
  },
  'calendar-ends-too-soon': {
    what: 'Lịch làm việc chưa có đến ngày phải trả nên máy chưa tính được ngày hẹn mới.',
    safe: SAFE,
    next: 'Xin gõ ngày hẹn trả mới và lý do rồi ghi nhận.',
  },
  'no-date-to-move': {
    what: 'Hồ sơ này chưa có ngày hẹn trả để tính tiếp.',
    safe: SAFE,
    next: 'Xin gõ ngày hẹn trả mới và lý do rồi ghi nhận.',
  },
  fees: {
    what: 'Số tiền chưa đúng.',
    safe: SAFE,
    next: 'Xin gõ số tiền bằng chữ số, không âm.',
  },
  'other-machine': {
    what: 'Dữ liệu này được chép từ máy khác nên chưa được cấp số.',
    safe: SAFE,
    next: 'Xin bấm Esc, chọn số riêng cho máy này ở dòng nhắc phía trên, rồi làm lại.',
  },
  'clock-unconfirmed': {
    ...CLOCK_UNCONFIRMED,
    safe: SAFE,
    next: 'Xin bấm Esc, xác nhận ngày hôm nay ở dòng nhắc phía trên, rồi làm lại.',
  },
} satisfies Partial<Record<ActCommandRefusal['code'], Trouble>>;

const NEW_DATE = 'Xin gõ ngày hẹn trả mới';

type PlainCode = keyof typeof TROUBLES;

/** The machine was silent: it may be recorded or not. Pressed again it is recorded once. */
export const ACT_SILENCE: Trouble = {
  what: 'Máy chưa trả lời nên chưa biết đã ghi nhận hay chưa.',
  safe: 'Không ghi nhận nào bị mất.',
  next: 'Xin bấm lại: nếu đã ghi nhận rồi, máy tự nhận ra và không ghi hai lần.',
};

/** Every refusal of an act, where it has to be read. */
export function actSaid(refusal: ActCommandRefusal): ActSaid {
  switch (refusal.code) {
    case 'text-missing':
    case 'text-too-long':
    case 'not-a-date':
    case 'date-in-the-future':
    case 'date-too-early':
      return at(refusal.field, FIELD_TEXTS[refusal.code]);
    case 'nothing-asked-for':
      return at('missing', 'Chưa chọn giấy tờ nào; xin đánh dấu hoặc gõ tên giấy cần bổ sung');
    case 'not-a-phone':
      return at('applicant.phone', 'Số điện thoại chưa đúng; không có thì để trống');
    case 'not-an-id':
      return at('applicant.idNumber', 'Số giấy tờ chưa đúng: CCCD có 12 chữ số');
    case 'payment':
      return paymentSaid(refusal.refusal);
    case 'refund':
      return refundSaid(refusal.refusal);
    default:
      return wholeSaid(refusal);
  }
}

type WholeRefusal = Extract<
  ActCommandRefusal,
  { readonly code: PlainCode | 'not-in-this-state' | 'respond-by-not-over' | 'appointment-over' | AnyCommandCode }
>;
type AnyCommandCode = 'storage-failed' | 'not-signed-in' | 'not-permitted';

function wholeSaid(refusal: WholeRefusal): ActSaid {
  switch (refusal.code) {
    case 'not-in-this-state':
      return trouble(`Hồ sơ nay đã ở tình trạng “${STATUS[refusal.status]}” nên không làm việc này được.`, LOOK_AGAIN);
    case 'respond-by-not-over':
      return trouble(
        `Công dân còn hạn bổ sung đến hết ngày ${dateText(refusal.respondBy)}.`,
        'Xin chờ hết hạn mới dừng giải quyết.',
      );
    case 'appointment-over':
      return trouble(
        `Ngày hẹn trả đã qua: ${momentInWords(refusal.at)}.`,
        'Xin bấm Esc rồi chọn “Xin lỗi, hẹn lại” thay cho đổi ngày hẹn.',
      );
    case 'storage-failed':
      return { errors: {}, trouble: storageTrouble(refusal) };
    case 'not-signed-in':
    case 'not-permitted':
      return { errors: {}, trouble: troubleOfFault(refusal) };
    case 'calendar-ends-too-soon':
    case 'no-date-to-move':
      return { ...at('agreedAppointment.date', NEW_DATE), trouble: TROUBLES[refusal.code], needsDate: true };
    default:
      return { errors: {}, trouble: TROUBLES[refusal.code] };
  }
}

const MONEY_FIELDS = { fee: 'feeVnd', duty: 'dutyVnd' } as const;

function paymentSaid(refusal: PaymentRefusal): ActSaid {
  switch (refusal.code) {
    case 'amount-out-of-range':
      return at(MONEY_FIELDS[refusal.part], 'Số tiền chưa đúng; xin gõ bằng chữ số');
    case 'nothing-collected':
      return at('feeVnd', 'Chưa có khoản nào; xin gõ số tiền đã thu');
    case 'not-assessed':
      return at(MONEY_FIELDS[refusal.part], 'Khoản này chưa tính; xin dùng “Tính lại phí, lệ phí” trước');
    case 'more-than-due':
      return at(MONEY_FIELDS[refusal.part], `Chỉ còn phải thu ${vndText(refusal.restVnd)}`);
    case 'receipt-incomplete':
      return at('receipt.number', 'Xin gõ cả quyển và số, hoặc để trống cả hai');
    case 'receipt-used':
      return at('receipt.number', `Biên lai ${refusal.book} số ${refusal.number} đã dùng; xin xem lại`);
    case 'payer-missing':
      return at('payerName', 'Chưa có tên người nộp tiền');
    case 'too-long':
      return at(refusal.part === 'payer' ? 'payerName' : 'receipt.number', 'Dài quá; xin gõ ngắn hơn');
    default:
      return unreachable(refusal);
  }
}

function refundSaid(refusal: RefundRefusal): ActSaid {
  switch (refusal.code) {
    case 'amount-out-of-range':
      return at(MONEY_FIELDS[refusal.part], 'Số tiền chưa đúng; xin gõ bằng chữ số');
    case 'nothing-refunded':
      return at('feeVnd', 'Chưa có khoản nào; xin gõ số tiền hoàn');
    case 'more-than-paid':
      return at(MONEY_FIELDS[refusal.part], `Công dân mới nộp ${vndText(refusal.paidVnd)}`);
    case 'reason-missing':
      return at('reason', FIELD_TEXTS['text-missing']);
    case 'too-long':
      return at('reason', 'Dài quá; xin gõ ngắn hơn');
    default:
      return unreachable(refusal);
  }
}

function at(field: string, sentence: string): ActSaid {
  return { errors: { [field]: sentence } };
}

function trouble(what: string, next: string): ActSaid {
  return { errors: {}, trouble: { what, safe: SAFE, next } };
}
