import type { HandOverRefusal } from '../../domain/dossier-commands.ts';
import type { Receiver } from '../../domain/party.ts';
import type { ScanAnswer } from '../../electron/contract/views.ts';
import type { Trouble } from './trouble.ts';

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

export const ANSWER_BODIES = {
  handedOver: (moment: string, name: string, relation: string) => `Lúc ${moment}, cho ${name} (${relation}).`,
  handedOverUnknown: 'Chưa rõ đã trả lúc nào và cho ai.',
  notToHandOver: (name: string, state: string) =>
    `${name === '' ? '' : `${name}. `}Tình trạng hồ sơ: ${state}. Xin mở hồ sơ ở Tìm để xem việc cần làm tiếp.`,
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
  note: 'Ghi chú',
};

/** Refusals that stand at a field of the receiver. */
export const RECEIVER_ERRORS = {
  'receiver-name-missing': { name: 'Xin gõ tên người nhận' },
  'receiver-id-not-an-id': { idNumber: 'Chỉ gồm 5–30 chữ và số' },
} satisfies Partial<Record<HandOverRefusal['code'], { name?: string; idNumber?: string }>>;

/** Refusals of the dossier as a whole. */
export const HAND_OVER_TROUBLES = {
  'already-handed-over': {
    what: 'Kết quả này vừa được trả ở nơi khác.',
    safe: 'Lần trả trước vẫn được giữ nguyên.',
    next: 'Xin quét lại phiếu để xem đã trả lúc nào và cho ai.',
  },
  'not-in-this-state': {
    what: 'Hồ sơ này vừa đổi tình trạng nên chưa trả kết quả được.',
    safe: 'Chưa ghi nhận gì; hồ sơ vẫn nguyên.',
    next: 'Xin quét lại phiếu để xem tình trạng mới.',
  },
  'result-not-ready': {
    what: 'Hồ sơ này chưa có kết quả đã ký.',
    safe: 'Chưa ghi nhận gì; hồ sơ vẫn nguyên.',
    next: 'Xin chờ người có quyền ghi nhận kết quả, rồi quét lại phiếu.',
  },
  'money-due': {
    what: 'Hồ sơ này còn phí, lệ phí chưa thu.',
    safe: 'Chưa ghi nhận gì; hồ sơ vẫn nguyên.',
    next: 'Xin thu đủ rồi bấm lại.',
  },
} satisfies Record<Exclude<HandOverRefusal['code'], keyof typeof RECEIVER_ERRORS>, Trouble>;

export const HAND_OVER_FAULT: Trouble = {
  what: 'Máy chưa trả lời nên chưa biết đã ghi nhận hay chưa.',
  safe: 'Không ghi nhận nào bị mất.',
  next: 'Xin bấm lại: nếu đã ghi nhận rồi, máy tự nhận ra và không ghi hai lần.',
};
