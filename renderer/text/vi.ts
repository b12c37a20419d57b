import type { DossierStatus } from '../../domain/dossier.ts';
import type { KeyName } from '../keys.ts';

export const APP_NAME = 'Quầy Một cửa';

export const COMMON = {
  loading: 'Đang mở…',
  close: 'Đóng',
  cancel: 'Thôi',
  none: 'không có',
  openScreenAgain: 'Mở lại màn hình',
  moreNotices: (count: number) => `Còn ${count} thông báo`,
  fewerNotices: 'Thu gọn',
};

/** What each key does, as in the help. */
export const KEY_TEXTS = {
  help: 'Trợ giúp',
  intake: 'Tiếp nhận hồ sơ',
  find: 'Tìm hồ sơ',
  handOver: 'Trả kết quả',
  list: 'Danh sách hồ sơ',
  printAgain: 'In lại phiếu của hồ sơ đang xem',
  sync: 'Đồng bộ',
  settings: 'Máy in và cài đặt',
  backup: 'Sao lưu và khôi phục',
  commit: 'Hoàn thành việc đang làm: tiếp nhận và in phiếu, ghi nhận trả kết quả, nút chính của màn hình',
  commitAndNext: 'Tiếp nhận, in phiếu và sang hồ sơ mới',
  tickUsualPapers: 'Đánh dấu đủ các giấy tờ bắt buộc',
  camera: 'Quét bằng máy ảnh',
  restoreDraft: 'Khôi phục hồ sơ đang nhập dở',
  print: 'In mã khôi phục',
  nextField: 'Sang ô kế tiếp',
  back: 'Trở lại, đóng cửa sổ',
} satisfies Record<KeyName, string>;

export const HELP = {
  title: 'Trợ giúp: các phím',
  scanning: 'Quét phiếu bằng máy quét được ở mọi màn hình, không cần bấm vào ô nào; những gì đang gõ dở vẫn được giữ.',
  offline: 'Mất mạng vẫn tiếp nhận, in phiếu và trả kết quả bình thường; khi có mạng máy tự gửi.',
};

export const NAVIGATION = {
  label: 'Màn hình',
  intake: 'Tiếp nhận',
  find: 'Tìm',
  'hand-over': 'Trả kết quả',
  list: 'Danh sách',
  sync: 'Đồng bộ',
  settings: 'Máy in, cài đặt',
};

/** Shown all the time in the trial; the simulated clock begins on this day. */
export const TRIAL_MARK = 'DÙNG THỬ – giờ giả lập từ 20/04/2020';

export const STATUS_BAR = {
  label: 'Trạng thái',
  station: (station: number) => `Máy ${String(station).padStart(2, '0')}`,
  colourScheme: { light: 'Giao diện tối', dark: 'Giao diện sáng' },
};

export const DUE = { 'in-time': 'Trong hạn', 'due-today': 'Đến hạn hôm nay', late: 'Quá hạn' };

export const STATUS = {
  'intake-unknown': 'Chưa có dữ liệu tiếp nhận',
  received: 'Đang giải quyết',
  'handed-over': 'Đã trả kết quả',
} satisfies Record<DossierStatus, string>;
