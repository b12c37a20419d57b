import type { PaymentMethod } from '../../domain/fees/payment.ts';
import type { NamedPeriod } from '../../domain/report/named-period.ts';
import type { RegisterNote, RegisterRow } from '../../domain/report/register-book.ts';
import type { ReportLevel, ReportPeriod } from '../../domain/report/report-06a.ts';
import { groupedScanCode, scanCodeOf } from '../../domain/scan-code.ts';
import { dateOf, type LocalMoment } from '../../domain/plain-date.ts';
import type { SaveTableRefusal } from '../../electron/contract/report-commands.ts';
import { countText, dateText } from './format.ts';
import { KEYS } from '../keys.ts';
import type { Trouble } from './trouble.ts';

export const BOOK = {
  label: 'Phần của màn hình',
  register: 'Sổ theo dõi',
  report: 'Báo cáo II.06a',
  cash: 'Sổ thu trong ngày',
  save: 'Lưu cho Excel',
  saving: 'Chờ chọn nơi lưu…',
  saved: 'Đã lưu tệp.',
};

export const PERIOD = {
  label: 'Thời gian',
  range: 'Từ ngày – đến ngày',
  from: 'Từ ngày',
  until: 'Đến ngày',
  fromShort: 'Từ',
  untilShort: 'Đến',
  day: 'Ngày',
  hint: 'Ví dụ 24/11/2026',
  noDay: 'Không có ngày này.',
  inFuture: 'Ngày này chưa tới.',
  beforeFrom: 'Trước ngày đầu.',
  waits: 'Gõ ngày đầu và ngày cuối',
  waitsBody: 'Ví dụ 01/04/2026 và 30/04/2026, cả hai ngày đều được tính.',
};

export const PERIOD_NAMES = {
  today: 'Hôm nay',
  'this-week': 'Tuần này',
  'this-month': 'Tháng này',
  'last-month': 'Tháng trước',
  'this-quarter': 'Quý này',
  'last-quarter': 'Quý trước',
  'this-year': 'Năm nay',
} satisfies Record<NamedPeriod, string>;

/** "ngày 24/11/2026", "từ 01/04/2026 đến 30/04/2026". */
export function periodText({ from, until }: ReportPeriod): string {
  return from === until ? `ngày ${dateText(from)}` : `từ ${dateText(from)} đến ${dateText(until)}`;
}

export const REGISTER = {
  label: 'Sổ theo dõi hồ sơ',
  book: 'Quyển sổ',
  allBooks: (count: number) => `Mọi quyển (${countText(count)} hồ sơ)`,
  oneBook: (book: string, count: number) => `Quyển ${book} (${countText(count)} hồ sơ)`,
  count: (total: number, period: string) => `${countText(total)} hồ sơ ${period}`,
  rowHint: 'Mũi tên, Page Down, End để đi trong sổ; Enter để mở hồ sơ.',
  more: 'Các dòng khác của sổ',
  print: 'In sổ',
  queued: 'Đã đưa sổ vào hàng chờ in.',
  chooseBook: 'Có nhiều quyển sổ. Xin chọn một quyển rồi bấm in.',
  emptyTitle: (period: string) => `Không có hồ sơ nào ${period}`,
  emptyBody: 'Hồ sơ tiếp nhận trong thời gian này sẽ hiện ở đây, theo số thứ tự trong sổ.',
};

export const REGISTER_COLUMNS = {
  number: 'Số TT',
  dossier: 'Mã hồ sơ',
  procedure: 'Thủ tục hành chính',
  sets: 'Số bộ',
  applicant: 'Cá nhân, tổ chức',
  address: 'Địa chỉ, điện thoại',
  deciding: 'Cơ quan chủ trì',
  received: 'Nhận',
  appointment: 'Hẹn trả',
  'handed-over': 'Trả',
  way: 'Phương thức',
  receiver: 'Ký nhận',
  notes: 'Ghi chú',
};

export const WAYS = {
  counter: 'Trực tiếp',
  post: 'Bưu chính',
  'home-by-post': 'Bưu chính',
  portal: 'Trực tuyến',
} satisfies Record<RegisterRow['resultWanted']['at'] | NonNullable<RegisterRow['handedOverBy']>, string>;

/** What the last column of the register says. */
export function noteText(note: RegisterNote): string {
  switch (note.code) {
    case 'withdrawn':
      return `Rút hồ sơ ${dayText(note.at)}: ${note.reason}`;
    case 'stopped':
      return `Dừng giải quyết ${dayText(note.at)}: ${note.reason}`;
    case 'voided':
      return `Hủy ${dayText(note.at)}: ${note.reason}`;
    case 'appointment-moved':
      return `Hẹn lần đầu ${dayText(note.firstAt)}`;
    case 'apology':
      return `Xin lỗi, hẹn lại ${dayText(note.newAppointmentAt)}`;
    case 'resolution-refused':
      return `Từ chối giải quyết ${dayText(note.at)}`;
    default:
      return `Sửa kết quả của ${groupedScanCode(scanCodeOf(note.dossierId))}`;
  }
}

function dayText(moment: LocalMoment): string {
  return dateText(dateOf(moment));
}

export const REPORT_06A = {
  title: 'Tình hình, kết quả giải quyết thủ tục hành chính (biểu II.06a/VPCP/KSTT)',
  count: 'Lập báo cáo',
  stop: 'Dừng',
  running: 'Đang đếm hồ sơ',
  progress: (done: number, total: number) => `${countText(done)} trong ${countText(total)} hồ sơ`,
  stopped: 'Đã dừng theo yêu cầu; báo cáo chưa được lập. Dữ liệu không thay đổi.',
  failed: 'Không đếm được hết hồ sơ nên báo cáo chưa được lập. Dữ liệu không thay đổi; xin bấm lập lại.',
  asOf: (period: string, at: string) => `Báo cáo ${period}, lập lúc ${at}.`,
  agrees: 'Các cột khớp: 3=4+5+6; 7=8+9+10; 11=12+13; 3=7+11.',
  disagrees: (identities: string) =>
    `Các cột không khớp (${identities}). Xin đừng gửi báo cáo này và báo người phụ trách.`,
  emptyTitle: 'Chọn kỳ báo cáo rồi lập',
  emptyBody: `${KEYS.commit.label} để đếm mọi hồ sơ của kỳ. Trong lúc đếm vẫn tiếp nhận, trả kết quả bình thường.`,
  noneTitle: (period: string) => `Không có hồ sơ nào ${period}`,
  noneBody: 'Không có hồ sơ nhận trong kỳ hay từ kỳ trước chuyển sang.',
  field: 'Lĩnh vực, công việc giải quyết theo cấp',
  unknownField: 'Chưa rõ lĩnh vực',
  total: 'Tổng cộng',
};

export const REPORT_LEVELS = {
  commune: 'A. Thuộc thẩm quyền giải quyết của cấp xã',
  linked: 'B. Liên thông',
} satisfies Record<ReportLevel, string>;

export const REPORT_GROUPS = [
  { name: 'Tiếp nhận', columns: ['Tổng số', 'Trực tuyến', 'Trực tiếp, bưu chính', 'Từ kỳ trước'] },
  { name: 'Đã giải quyết', columns: ['Tổng số', 'Trước hạn', 'Đúng hạn', 'Quá hạn'] },
  { name: 'Đang giải quyết', columns: ['Tổng số', 'Trong hạn', 'Quá hạn'] },
] as const;

export const CASH = {
  label: 'Bảng kê thu phí, lệ phí',
  total: 'Tổng cộng',
  count: (rows: number, dossiers: number) =>
    `${countText(rows)} lần thu, hoàn của ${countText(dossiers)} hồ sơ · Đơn vị tính: đồng`,
  refund: (reason: string) => `Hoàn trả: ${reason}`,
  receipt: (book: string, number: string) => `${book} ${number}`,
  byMethod: 'Theo hình thức',
  byField: 'Theo lĩnh vực',
  byClerk: 'Theo cán bộ',
  sumColumns: ['', 'Hồ sơ', 'Phí', 'Lệ phí', 'Tổng'],
  emptyTitle: (day: string) => `Ngày ${day} chưa thu khoản nào`,
  emptyBody: 'Mỗi lần thu, hoàn phí và lệ phí trong ngày sẽ hiện ở đây.',
};

export const CASH_COLUMNS = {
  at: 'Giờ',
  dossier: 'Mã hồ sơ',
  applicant: 'Chủ hồ sơ',
  receipt: 'Biên lai',
  method: 'Hình thức',
  fee: 'Phí',
  duty: 'Lệ phí',
  total: 'Tổng',
  clerk: 'Cán bộ thu',
};

export const METHODS = {
  cash: 'Tiền mặt',
  transfer: 'Chuyển khoản',
  online: 'Trực tuyến',
} satisfies Record<PaymentMethod, string>;

/** Nothing to be said where the clerk closed the dialog. */
export const SAVE_TROUBLES = {
  'no-file': undefined,
  'file-not-written': {
    what: 'Không ghi được tệp: nơi đã chọn đầy, không cho ghi, hoặc tệp đang mở trong Excel.',
    safe: 'Dữ liệu của quầy vẫn còn nguyên.',
    next: 'Xin đóng tệp đó hoặc chọn nơi khác rồi lưu lại.',
  },
  'nothing-counted': {
    what: 'Chưa có báo cáo nào để lưu.',
    safe: 'Dữ liệu của quầy vẫn còn nguyên.',
    next: 'Xin lập báo cáo rồi lưu.',
  },
} satisfies Record<SaveTableRefusal['code'], Trouble | undefined>;
