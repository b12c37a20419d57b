import type { EnrolRefusal } from '../../electron/contract/refusals.ts';
import type { SyncTrouble, SyncView } from '../../electron/contract/views.ts';
import { countText } from './format.ts';

export const SYNC = {
  title: 'Đồng bộ',
  now: 'Đồng bộ ngay',
  asked: 'Đã bắt đầu một lượt; kết quả hiện ở trên.',
  waiting: 'Chờ gửi',
  answered: 'Máy chủ trả lời',
  proved: 'Hai bên khớp nhau',
  never: 'chưa lần nào từ khi mở máy',
  next: 'Tự gọi lại',
  nextNow: 'ngay bây giờ',
  sending: (done: number, total: number) => `Đã gửi ${countText(done)} trong ${countText(total)} mục`,
  sendingLabel: 'Tiến độ gửi',
  server: 'Máy chủ',
  why: 'Không có mạng vẫn làm việc bình thường: hồ sơ được lưu tại máy và tự gửi khi có mạng.',
  trial: 'Bản dùng thử không gửi gì đi đâu.',
};

/** The state in one line: large on its screen, small in the status bar. */
export const SYNC_TITLES = {
  'no-server': 'Chưa nối máy chủ',
  offline: 'Đang ngoại tuyến',
  waiting: 'Đang gửi',
  'in-sync': 'Đã khớp với máy chủ',
  refused: 'Máy chủ từ chối',
} satisfies Record<SyncView['status'], string>;

export const SYNC_BODIES = {
  'no-server':
    'Hồ sơ chỉ được lưu trên máy này, chưa gửi đi đâu. Khi có máy chủ, xin khai địa chỉ và mã ghi danh ở dưới.',
  offline: 'Vẫn tiếp nhận, in phiếu và trả kết quả bình thường. Máy tự thử lại.',
  waiting: 'Một số mục chưa được máy chủ chứng thực là đã nhận. Máy đang tự gửi.',
  'in-sync': 'Mọi mục trên máy này đã có ở máy chủ, hai bên đã đối chiếu.',
  refused: 'Dữ liệu vẫn đủ trên máy này và vẫn làm việc được. Việc gửi tạm dừng.',
} satisfies Record<SyncView['status'], string>;

/** What is not proved to be elsewhere. Without a server nothing waits, because nothing ever leaves this disk. */
export function waitingText({ status, waiting }: SyncView): string {
  if (status === 'no-server') return 'mọi hồ sơ chỉ nằm trên máy này';
  return waiting === 0 ? 'không còn mục nào' : `${countText(waiting)} mục`;
}

/** In the status bar: the state, and what waits. */
export function syncLine(sync: SyncView): string {
  if (sync.status === 'no-server') return 'Chỉ lưu trên máy này';
  const waiting = sync.waiting > 0 ? ` · ${countText(sync.waiting)} mục chờ gửi` : '';
  return SYNC_TITLES[sync.status] + waiting;
}

export const SYNC_TROUBLES = {
  unreachable: 'Không gọi được máy chủ: xin xem mạng của máy này.',
  'timed-out': 'Máy chủ trả lời quá lâu; máy sẽ tự thử lại.',
  'token-refused': 'Máy chủ không còn nhận chứng thực của máy này: xin ghi danh lại bằng mã mới.',
  'station-taken': 'Số máy này đã được một máy tính khác ghi danh: xin báo người phụ trách máy chủ.',
  'protocol-too-old': 'Máy chủ cần phiên bản mới hơn của chương trình: xin cài bản mới.',
  'server-error': 'Máy chủ đang gặp lỗi; máy sẽ tự thử lại.',
  'log-forked':
    'Máy chủ giữ một bản nhật ký khác của máy này, có thể do ổ đĩa được sao chép. Xin báo người phụ trách máy chủ.',
} satisfies Record<SyncTrouble, string>;

export const ENROL = {
  title: 'Nối máy chủ',
  again: 'Ghi danh lại',
  url: 'Địa chỉ máy chủ',
  urlHint: 'Ví dụ https://motcua.yenlap.example',
  code: 'Mã ghi danh (dùng một lần)',
  codeHint: 'Do người phụ trách máy chủ cấp',
  submit: 'Ghi danh',
  done: 'Đã ghi danh. Máy bắt đầu gửi những gì đang chờ.',
};

export const ENROL_REFUSALS = {
  'not-a-url': 'Địa chỉ chưa đúng, ví dụ https://motcua.yenlap.example',
  'plain-http-outside-loopback': 'Địa chỉ phải bắt đầu bằng https:// để dữ liệu người dân không bị đọc trộm.',
  'not-in-trial': 'Bản dùng thử không nối máy chủ. Xin thiết lập máy thật trước.',
  'code-refused': 'Mã ghi danh sai, đã dùng hoặc đã hết hạn. Xin người phụ trách máy chủ cấp mã mới.',
  'other-unit': 'Mã ghi danh này dành cho đơn vị khác. Xin lấy mã của đơn vị mình.',
  unreachable: 'Không gọi được máy chủ. Xin xem lại địa chỉ và mạng của máy này.',
  'timed-out': 'Máy chủ trả lời quá lâu. Xin thử lại sau ít phút.',
  'token-refused': 'Máy chủ không nhận chứng thực của máy này. Xin lấy mã ghi danh mới.',
  'station-taken': 'Số máy này đã được một máy tính khác ghi danh. Xin báo người phụ trách máy chủ.',
  'protocol-too-old': 'Máy chủ cần phiên bản mới hơn của chương trình. Xin cài bản mới.',
  'server-error': 'Máy chủ đang gặp lỗi. Xin thử lại sau ít phút.',
} satisfies Record<EnrolRefusal['code'], string>;
