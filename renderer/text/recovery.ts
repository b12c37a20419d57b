import type { MaintenanceRefusal } from '../../electron/contract/refusals.ts';
import type { BackupRow, MaintenanceProgress, RecoveryReport, RecoveryView } from '../../electron/contract/views.ts';
import { countText } from './format.ts';
import type { Trouble } from './trouble.ts';
import { STATUS_BAR } from './vi.ts';

export const RECOVERY = {
  titles: { damaged: 'Tệp dữ liệu bị hỏng', missing: 'Khôi phục từ bản sao lưu' },
  whats: {
    damaged: 'Máy không đọc được tệp dữ liệu của quầy, thường do mất điện hoặc ổ đĩa lỗi.',
    missing: 'Trên máy này không có tệp dữ liệu của quầy, nhưng có bản sao lưu.',
  },
  safe: 'Không có gì bị xóa: tệp hỏng được cất riêng, các bản sao lưu vẫn còn.',
  safeWithoutBackup: 'Không có gì bị xóa: tệp hỏng được cất riêng.',
  next: 'Máy sẽ dựng lại dữ liệu từ bản sao lưu mới nhất và những gì còn đọc được trong tệp hỏng.',
  nextWithoutBackup: 'Máy sẽ dựng lại dữ liệu từ những gì còn đọc được trong tệp hỏng.',
  nextWithoutFile: 'Máy sẽ dựng lại dữ liệu từ bản sao lưu mới nhất.',
  failedTitle: 'Chưa khôi phục được',
  whose: 'Dữ liệu của',
  newest: 'Bản sao lưu mới nhất',
  noBackup: 'chưa tìm thấy bản nào',
  dossiers: (count: number) => `${countText(count)} hồ sơ`,
  start: 'Khôi phục dữ liệu',
  fromPlace: 'Tìm bản sao lưu ở nơi khác…',
  leave: 'Quay lại thiết lập',
  startAnew: 'Bắt đầu lại từ đầu…',
  startAnewTitle: 'Bắt đầu lại từ đầu?',
  startAnewBody:
    'Quầy sẽ mở với dữ liệu trống. Tệp cũ được cất riêng, không xóa. Những gì đã gửi lên máy chủ vẫn còn ở đó.',
  startAnewConfirm: 'Cất tệp cũ, bắt đầu lại',
  replaces: 'Thay máy cũ? Khôi phục…',
  tryAgain: 'Thử lại',
  workingTitle: 'Đang khôi phục dữ liệu',
  keepOn: 'Xin đừng tắt máy. Nếu mất điện, lần mở sau sẽ làm lại từ đầu, không mất gì thêm.',
};

/** "UBND xã Đá Dựng, máy 01". */
export function whoseText({ unitName, station }: BackupRow): string {
  return `${unitName}, ${STATUS_BAR.station(station).toLocaleLowerCase('vi')}`;
}

/** What runs, said while its number grows. */
export const TASKS = {
  backup: 'Đang sao lưu',
  try: 'Đang thử khôi phục',
  check: 'Đang kiểm tra toàn bộ dữ liệu',
  restore: 'Đang khôi phục',
  rebuild: 'Đang dựng lại danh sách hồ sơ',
} satisfies Record<MaintenanceProgress['task'], string>;

export const PROGRESS = {
  percent: (percent: number) => `${percent} %`,
  preparing: 'đang chuẩn bị…',
};

export const RECOVERY_TROUBLES = {
  'disk-full': {
    what: 'Ổ đĩa đã đầy nên chưa khôi phục được.',
    safe: 'Tệp cũ và các bản sao lưu vẫn còn nguyên.',
    next: 'Xin xóa bớt tệp không cần trên máy rồi bấm lại.',
  },
  'read-only': {
    what: 'Máy không cho ghi vào thư mục dữ liệu nên chưa khôi phục được.',
    safe: 'Tệp cũ và các bản sao lưu vẫn còn nguyên.',
    next: 'Xin báo người phụ trách máy tính cấp quyền ghi rồi bấm lại.',
  },
  locked: {
    what: 'Một chương trình khác đang giữ tệp dữ liệu nên chưa khôi phục được.',
    safe: 'Tệp cũ và các bản sao lưu vẫn còn nguyên.',
    next: 'Xin đóng chương trình sao lưu hoặc diệt vi-rút đang chạy rồi bấm lại; nếu vẫn vậy, đóng chương trình này rồi mở lại.',
  },
  failed: {
    what: 'Việc khôi phục bị dừng giữa chừng.',
    safe: 'Tệp cũ và các bản sao lưu vẫn còn nguyên.',
    next: 'Xin bấm lại; nếu vẫn lỗi, hãy báo người phụ trách máy tính.',
  },
  'nothing-to-start-from': {
    what: 'Không tìm thấy bản sao lưu nào và tệp hỏng không đọc được chút nào.',
    safe: 'Tệp cũ vẫn được giữ; những gì đã gửi lên máy chủ vẫn còn ở đó.',
    next: 'Xin cắm ổ giữ bản sao lưu thứ hai rồi bấm lại, hoặc báo người phụ trách máy tính.',
  },
  'backup-unusable': {
    what: 'Không mở được bản sao lưu đã chọn: nó bị hỏng hoặc được bảo vệ bằng khóa khác.',
    safe: 'Dữ liệu đang dùng không thay đổi.',
    next: 'Xin chọn bản khác, hoặc báo người phụ trách máy tính.',
  },
  'no-backup-there': {
    what: 'Trong thư mục vừa chọn không có bản sao lưu nào của quầy.',
    safe: 'Không có gì bị thay đổi.',
    next: 'Xin chọn đúng ổ USB hoặc thư mục đã đặt làm nơi giữ thứ hai.',
  },
  'several-counters': {
    what: 'Trong thư mục vừa chọn có bản sao lưu của nhiều máy khác nhau.',
    safe: 'Không có gì bị thay đổi.',
    next: 'Xin chép riêng các bản của máy này sang một thư mục khác rồi chọn thư mục đó.',
  },
  'has-data': {
    what: 'Máy này đã có dữ liệu của một quầy nên không nhận dữ liệu của máy khác thay vào.',
    safe: 'Không có gì bị thay đổi.',
    next: 'Xin làm tiếp phần thiết lập trên máy này, hoặc hỏi người phụ trách máy tính.',
  },
} satisfies Record<NonNullable<RecoveryView['trouble']>, Trouble>;

export const MAINTENANCE_TROUBLES = {
  busy: {
    what: 'Máy đang sao lưu hoặc kiểm tra dở.',
    safe: 'Việc đang chạy không bị ảnh hưởng.',
    next: 'Xin chờ việc đó xong rồi bấm lại.',
  },
  'no-such-backup': {
    what: 'Bản sao lưu này không còn ở chỗ cũ.',
    safe: 'Dữ liệu đang dùng không thay đổi.',
    next: 'Xin cắm lại ổ giữ bản sao lưu, hoặc chọn bản khác.',
  },
  'no-place': {
    what: 'Chưa chọn nơi giữ thứ hai.',
    safe: 'Các bản sao lưu trên máy này vẫn còn.',
    next: 'Xin bấm “Chọn nơi giữ thứ hai”.',
  },
  'not-in-trial': {
    what: 'Bản dùng thử không được sao lưu.',
    safe: 'Dữ liệu thật (nếu có) không bị ảnh hưởng.',
    next: 'Xin kết thúc dùng thử trước.',
  },
} satisfies Record<MaintenanceRefusal['code'], Trouble>;

/** A log by the computer that writes it, and by a few characters of its name for whoever has to look for it. */
export function logText(log: string): string {
  const match = /^\d{5}\.(\d{2})\.([0-9a-z]{1,6})[0-9a-z]*(?:\.i([0-9a-f]{6}))?$/.exec(log);
  if (!match) return `Nhật ký ${log}`;
  const [, station = '', name = '', incarnation] = match;
  return `Máy ${station} (nhật ký ${name}${incarnation === undefined ? '' : `, sau khôi phục ${incarnation}`})`;
}

export const REPORT = {
  title: 'Đã khôi phục dữ liệu',
  titleWithGaps: 'Đã khôi phục, còn thiếu một phần',
  at: 'Xong lúc',
  dossiers: 'Hồ sơ hiện có',
  fromBackup: 'Lấy từ bản sao lưu',
  salvaged: 'Đọc thêm được từ tệp cũ',
  events: (count: number) => `${countText(count)} mục`,
  missing: 'Chưa tìm lại được',
  missingNone: 'Không thiếu mục nào.',
  missingRange: ({ log, from, to }: RecoveryReport['missing'][number]) =>
    from === to
      ? `${logText(log)}: mục ${countText(from)}`
      : `${logText(log)}: từ mục ${countText(from)} đến mục ${countText(to)} (${countText(to - from + 1)} mục)`,
  missingHope: 'Máy chủ có thể còn giữ các mục này, sẽ tự tải về khi có mạng.',
  setAside: 'Tệp cũ được cất ở',
  setAsideNote: 'Không xóa thư mục này cho đến khi người phụ trách đã xem.',
  numbers: 'Khoảng 64 số hồ sơ có thể bị bỏ qua để không bao giờ cấp trùng. Việc này hợp lệ.',
  goOn: 'Tiếp tục làm việc',
};
