import type { Channel } from '../../domain/channel.ts';
import type { RefusalGround } from '../../domain/lifecycle/dossier-fact.ts';
import type { BeforeIntakeRefusal } from '../../electron/contract/refusals.ts';
import { type ActSaid, actSaid } from './act-refusals.ts';
import type { Trouble } from './trouble.ts';

/** What happens before a reception: on the buttons and over the dialogs. */
export const BEFORE_INTAKE = {
  label: 'Chưa tiếp nhận được',
  /** Short, on one line below the fields. */
  short: { guide: 'Mẫu 02: bổ sung', refuse: 'Mẫu 03: từ chối', arrival: 'Hồ sơ gửi đến' },
  guide: 'Hướng dẫn bổ sung (Mẫu 02)',
  refuse: 'Từ chối tiếp nhận (Mẫu 03)',
  arrival: 'Ghi nhận hồ sơ gửi đến',
  notReceived: 'Hồ sơ chưa tiếp nhận',
  receive: 'Tiếp nhận',
};

export const GUIDE = {
  body: 'Chưa tiếp nhận, chưa tính thời hạn. Yêu cầu đủ một lần; lần sau quét phiếu này để tiếp nhận.',
  papers: 'Giấy tờ công dân cần bổ sung',
  reason: 'Lý do',
  reasonHint: 'ví dụ: thiếu giấy tờ theo quy định của thủ tục',
  confirm: 'Ghi nhận và in phiếu',
};

export const REFUSE = {
  body: 'Hồ sơ không được tiếp nhận. Lý do được ghi trên Mẫu 03 giao cho công dân.',
  ground: 'Căn cứ từ chối',
  groundMissing: 'Xin chọn một căn cứ',
  reason: 'Lý do cụ thể',
  reasonHint: 'ghi trên phiếu, nêu rõ quy định và nơi có thẩm quyền nếu có',
  confirm: 'Ghi nhận từ chối',
};

export const REFUSAL_GROUNDS = {
  'not-competent': 'Không thuộc thẩm quyền giải quyết của đơn vị',
  'not-eligible': 'Không đủ điều kiện theo quy định',
  'false-papers': 'Giấy tờ giả mạo, kê khai gian dối',
  'no-such-procedure': 'Không có thủ tục này trong danh mục đã công bố',
  other: 'Căn cứ khác',
} satisfies Record<RefusalGround, string>;

export const ARRIVAL = {
  filedAtShape: 'ngày/tháng/năm giờ:phút',
  body: 'Hồ sơ vào dòng “Chờ tiếp nhận” của Hôm nay và giữ hình thức nộp này khi được tiếp nhận.',
  procedure: 'Thủ tục',
  procedureMissing: 'Xin chọn thủ tục',
  channel: 'Gửi qua',
  arrivalNumber: { online: 'Mã trên Cổng Dịch vụ công', post: 'Số bưu gửi' },
  filedAt: 'Gửi đến lúc',
  filedAtHint: 'ngày/tháng/năm giờ:phút',
  filedAtWrong: 'Ví dụ: 20/04/2020 8:30',
  filedAtInFuture: 'Giờ này chưa tới',
  optional: 'không bắt buộc',
  confirm: 'Ghi nhận',
  done: 'ĐÃ GHI NHẬN',
  doneCode: 'Mã',
  doneBody: (name: string) => `Hồ sơ của ${name} đang chờ tiếp nhận.`,
  another: 'Hồ sơ gửi đến khác',
};

export const CHANNELS = {
  online: 'Cổng Dịch vụ công',
  post: 'Bưu chính',
} satisfies Record<Exclude<Channel, 'direct'>, string>;

/** After it was recorded, in place of the form. */
export const TOLD = {
  guided: 'ĐÃ HƯỚNG DẪN BỔ SUNG',
  refused: 'ĐÃ TỪ CHỐI TIẾP NHẬN',
  code: 'Mã trên phiếu',
  missing: 'Cần bổ sung',
  ground: 'Căn cứ',
  reason: 'Lý do',
  paper: 'Phiếu',
  comesBack: 'Khi công dân quay lại: quét phiếu này rồi bấm “Tiếp nhận”.',
  noPaper: 'Chưa in giấy nào. Chọn giấy cần in ở nút bên dưới.',
};

/** Above the fields while something is received that stood here before. */
export const STANDING = {
  title: {
    direct: 'Đã hướng dẫn bổ sung',
    online: 'Gửi qua Cổng Dịch vụ công',
    post: 'Gửi qua bưu chính',
  } satisfies Record<Channel, string>,
  asked: (names: string) => `Đã yêu cầu: ${names}`,
  leave: 'Để sau',
  procedureEnded: 'Thủ tục của hồ sơ này không còn hiệu lực; xin chọn thủ tục thay thế.',
};

const SAFE = 'Chưa ghi nhận gì; những gì đã gõ vẫn còn trong khung này.';

const TROUBLES = {
  'procedure-not-in-force': {
    what: 'Thủ tục này không còn hiệu lực trong ngày hôm nay.',
    safe: SAFE,
    next: 'Xin bấm Esc rồi chọn thủ tục khác đang có hiệu lực.',
  },
  'year-range-exhausted': {
    what: 'Máy này đã dùng hết mã phiếu của năm nay.',
    safe: SAFE,
    next: 'Xin làm việc này ở máy khác của đơn vị; sang năm máy này cấp lại từ đầu.',
  },
} satisfies Partial<Record<BeforeIntakeRefusal['code'], Trouble>>;

/** Every refusal before a reception, where it has to be read. */
export function beforeIntakeSaid(refusal: BeforeIntakeRefusal): ActSaid {
  switch (refusal.code) {
    case 'procedure-not-in-force':
    case 'year-range-exhausted':
      return { errors: {}, trouble: TROUBLES[refusal.code] };
    case 'not-a-date':
      return { errors: { [refusal.field]: ARRIVAL.filedAtWrong } };
    case 'date-in-the-future':
      return { errors: { [refusal.field]: ARRIVAL.filedAtInFuture } };
    default:
      return actSaid(refusal);
  }
}
