import type { HandOverRefusal } from '../../domain/dossier-commands.ts';
import type { KnownState } from '../../domain/lifecycle/dossier-state.ts';
import type { Receiver } from '../../domain/party.ts';
import { unreachable } from '../../domain/result.ts';
import type { ScanAnswer } from '../../electron/contract/views.ts';
import { vndText } from './format.ts';
import { KEYS } from '../keys.ts';
import type { Trouble } from './trouble.ts';
import { STATUS } from './vi.ts';

export const HAND_OVER = {
  code: 'Mã trên phiếu (16 chữ số)',
  codeHint: 'Quét phiếu, hoặc gõ 16 chữ số rồi bấm Enter',
  emptyTitle: 'Quét phiếu hẹn của người dân',
  emptyBody: 'Máy quét dùng được ngay, không cần bấm vào ô nào. Phiếu mờ thì gõ 16 chữ số in dưới mã vạch.',
  lostSlip: 'Mất phiếu: tìm theo tên hoặc số điện thoại',
  receiver: 'Người nhận kết quả',
  receiverName: 'Họ tên người nhận',
  receiverId: 'Số CCCD, giấy tờ',
  confirm: 'Ghi nhận đã trả',
  despiteMoneyDue: 'Trả kết quả dù chưa thu',
  done: 'ĐÃ GHI NHẬN',
  doneBody: (name: string, moment: string) => `Đã trả cho ${name}, ${moment}. Xin mời quét phiếu tiếp theo.`,
};

export const RELATIONS = {
  applicant: 'Chủ hồ sơ',
  submitter: 'Người nộp',
  authorised: 'Được ủy quyền',
} satisfies Record<Receiver['relation'], string>;

/** The largest words on the screen. */
export const ANSWER_TITLES = {
  open: 'TRẢ ĐƯỢC KẾT QUẢ',
  'handed-over': 'ĐÃ TRẢ',
  'not-to-hand-over': 'CHƯA TRẢ ĐƯỢC',
  'intake-unknown': 'CHƯA CÓ DỮ LIỆU TIẾP NHẬN',
  'other-unit': 'PHIẾU CỦA NƠI KHÁC',
  'check-failed': 'MÃ KHÔNG ĐÚNG',
  'not-16-digits': 'CHƯA ĐỦ 16 CHỮ SỐ',
} satisfies Record<ScanAnswer['kind'], string>;

/** Of what stands before its reception. */
export const STANDING_TITLES: Partial<Record<KnownState, string>> = {
  'awaiting-intake': 'CHỜ TIẾP NHẬN',
  'supplement-before-intake': 'ĐÃ HƯỚNG DẪN BỔ SUNG',
};

export const ANSWER_BODIES = {
  handedOver: (moment: string, name: string, relation: string) => `Lúc ${moment}, cho ${name} (${relation}).`,
  handedOverUnknown: 'Chưa rõ đã trả lúc nào và cho ai.',
  notToHandOver: (name: string, status: KnownState) => {
    const { what, next } = notNow(status);
    return `${name === '' ? '' : `${name}. `}${what} ${next}`;
  },
  intakeUnknown: (station: string) =>
    `Phiếu thật của đơn vị, do ${station} cấp, nhưng máy này chưa nhận được dữ liệu. Vẫn trả và ghi nhận được; dữ liệu sẽ tự khớp khi đồng bộ.`,
  otherUnit: (unit: string) =>
    `Phiếu này do ${unit} cấp. Không có gì thay đổi ở đây. Xin mời người dân đến đúng nơi đã nộp.`,
  unitByCode: (code: string) => `đơn vị mã ${code}`,
  checkFailed: 'Đọc hoặc gõ nhầm ít nhất một chữ số. Không có gì bị mất. Xin quét lại, hoặc gõ lại từng nhóm bốn số.',
  not16Digits: (digits: number) =>
    `Mới có ${digits} chữ số. Không có gì bị mất. Xin quét lại, hoặc gõ đủ 16 chữ số in dưới mã vạch.`,
};

export const FACTS = {
  number: 'Mã hồ sơ',
  oldNumber: 'Mã hồ sơ cũ',
  procedure: 'Thủ tục',
  applicant: 'Chủ hồ sơ',
  submitter: 'Người nộp',
  phone: 'Điện thoại',
  address: 'Địa chỉ',
  filed: 'Gửi đến',
  received: 'Tiếp nhận',
  appointment: 'Hẹn trả',
  firstAppointment: (moment: string) => `hẹn lần đầu: ${moment}`,
  result: 'Kết quả',
  wanted: 'Nơi nhận',
  note: 'Ghi chú',
};

/** Refusals that stand at a field of the receiver. */
export const RECEIVER_ERRORS = {
  'receiver-name-missing': { name: 'Xin gõ tên người nhận' },
  'receiver-id-not-an-id': { idNumber: 'Chỉ gồm 5–30 chữ và số' },
} satisfies Partial<Record<HandOverRefusal['code'], { name?: string; idNumber?: string }>>;

const SEE_DOSSIER = 'Xin mở hồ sơ ở Tìm để xem việc cần làm tiếp.';
const NOTHING_TO_GIVE = 'Không có kết quả để trả. Xin mở hồ sơ ở Tìm để xem lý do.';
const NOT_TAKEN_YET = {
  what: 'Hồ sơ này chưa được tiếp nhận.',
  next: 'Xin bấm “Tiếp nhận” để nhận theo mã trên phiếu.',
};

/** Why nothing can be handed over of a dossier that stands so, and what to do now. */
const NOT_NOW: Partial<Record<KnownState, Pick<Trouble, 'what' | 'next'>>> = {
  'awaiting-intake': NOT_TAKEN_YET,
  'supplement-before-intake': NOT_TAKEN_YET,
  'intake-refused': { what: 'Hồ sơ này đã bị từ chối tiếp nhận.', next: NOTHING_TO_GIVE },
  'awaiting-supplement': {
    what: 'Hồ sơ đang chờ người dân bổ sung giấy tờ, chưa có kết quả.',
    next: 'Xin nhận giấy tờ bổ sung trước.',
  },
  'awaiting-payment-duty': {
    what: 'Hồ sơ đang chờ người dân thực hiện nghĩa vụ tài chính, chưa có kết quả.',
    next: 'Xin nhận chứng từ nộp tiền trước.',
  },
  'awaiting-transfer-up': {
    what: 'Hồ sơ đang chờ bàn giao lên cấp trên, chưa có kết quả.',
    next: 'Xin chờ cấp trên chuyển kết quả về, rồi quét lại phiếu.',
  },
  'in-transfer-up': {
    what: 'Hồ sơ đang chuyển lên cấp trên, chưa có kết quả.',
    next: 'Xin chờ cấp trên chuyển kết quả về, rồi quét lại phiếu.',
  },
  'upstream-in-progress': {
    what: 'Hồ sơ đang ở cấp trên, chưa có kết quả.',
    next: 'Xin chờ cấp trên chuyển kết quả về, rồi quét lại phiếu.',
  },
  'returned-by-upstream': { what: 'Cấp trên đã trả lại hồ sơ này, chưa có kết quả.', next: SEE_DOSSIER },
  'in-transfer-down': {
    what: 'Kết quả đang trên đường từ cấp trên về.',
    next: 'Xin chờ ký nhận lô kết quả, rồi quét lại phiếu.',
  },
  withdrawn: { what: 'Người dân đã rút hồ sơ này.', next: NOTHING_TO_GIVE },
  stopped: { what: 'Hồ sơ này đã dừng giải quyết.', next: NOTHING_TO_GIVE },
  voided: { what: 'Hồ sơ này đã hủy do nhập sai.', next: NOTHING_TO_GIVE },
};

function notNow(status: KnownState): Pick<Trouble, 'what' | 'next'> {
  return NOT_NOW[status] ?? { what: `Tình trạng hồ sơ: ${STATUS[status]}.`, next: SEE_DOSSIER };
}

const NOTHING_RECORDED = 'Chưa ghi nhận gì; hồ sơ vẫn nguyên.';

/** The release would be dated by a clock that nobody trusts. */
export const CLOCK_UNCONFIRMED: Trouble = {
  what: 'Đồng hồ máy tính có thể sai và hôm nay chưa ai xác nhận ngày.',
  safe: NOTHING_RECORDED,
  next: 'Xin xác nhận ngày hôm nay ở dòng nhắc phía trên, rồi trả kết quả.',
};

/** A refusal of the dossier as a whole. */
export function handOverTrouble(
  refusal: Exclude<HandOverRefusal, { readonly code: keyof typeof RECEIVER_ERRORS }>,
): Trouble {
  switch (refusal.code) {
    case 'already-handed-over':
      return {
        what: 'Kết quả này vừa được trả ở nơi khác.',
        safe: 'Lần trả trước vẫn được giữ nguyên.',
        next: 'Xin quét lại phiếu để xem đã trả lúc nào và cho ai.',
      };
    case 'not-in-this-state':
      return { ...notNow(refusal.status), safe: NOTHING_RECORDED };
    case 'result-not-ready':
      return {
        what: `Chưa có kết quả (${STATUS[refusal.status]}): người giải quyết phải phát hành kết quả trước.`,
        safe: NOTHING_RECORDED,
        next: 'Xin quét lại phiếu khi đã có kết quả.',
      };
    case 'money-due':
      return {
        what: `Hồ sơ này còn ${vndText(refusal.restVnd)} phí, lệ phí chưa thu.`,
        safe: NOTHING_RECORDED,
        next: `Xin thu trước (${KEYS.collectNow.label}); nếu vẫn phải trả ngay, bấm “${HAND_OVER.despiteMoneyDue}”.`,
      };
    default:
      return unreachable(refusal);
  }
}

export const HAND_OVER_FAULT: Trouble = {
  what: 'Máy chưa trả lời nên chưa biết đã ghi nhận hay chưa.',
  safe: 'Không ghi nhận nào bị mất.',
  next: 'Xin bấm lại: nếu đã ghi nhận rồi, máy tự nhận ra và không ghi hai lần.',
};
