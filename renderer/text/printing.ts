import type { PaperWidth, PrinterChoice, PrintJobState, PrintTrouble } from '../../electron/contract/views.ts';

export const PRINTING = {
  pictureOfSlip: 'Hình phiếu tiếp nhận và hẹn trả',
  noPicture: 'Chưa có hình phiếu',
  again: 'In lại',
  noSlip: 'Hồ sơ này không có phiếu trên máy này. Xin in ở máy đã tiếp nhận.',
};

export const PRINTER_KINDS = {
  virtual: 'Xem trên màn hình',
  tcp: 'Máy in nhiệt qua mạng',
  none: 'Chưa có máy in',
} satisfies Record<PrinterChoice['kind'], string>;

export const PRINTER_KIND_HINTS = {
  virtual: 'Phiếu được vẽ ra màn hình, không ra giấy.',
  tcp: 'Máy in nhiệt cắm dây mạng, in ESC/POS.',
  none: 'Phiếu nằm chờ cho đến khi chọn được máy in.',
} satisfies Record<PrinterChoice['kind'], string>;

export const PAPER_WIDTHS = { 80: 'Giấy 80 mm', 58: 'Giấy 58 mm' } satisfies Record<PaperWidth, string>;

export const PRINTER_FIELDS = {
  kind: 'Máy in phiếu',
  host: 'Địa chỉ máy in',
  hostHint: 'Ví dụ 192.168.1.50',
  port: 'Cổng',
  paper: 'Khổ giấy',
  malformed: 'Địa chỉ hoặc cổng máy in chưa đúng, ví dụ 192.168.1.50 và 9100',
};

export const JOB_STATES = {
  queued: 'Đang chờ máy in',
  sending: 'Đang in',
  confirmed: 'Đã in xong',
  sent: 'Đã gửi tới máy in',
  unknown: 'Không rõ phiếu đã ra chưa',
  failed: 'Chưa in được',
} satisfies Record<PrintJobState, string>;

export const PRINT_TROUBLES = {
  'no-printer': 'Chưa chọn máy in.',
  'printer-unreachable': 'Không gọi được máy in: xin xem máy in đã bật, còn giấy và cắm dây mạng chưa.',
  'printer-broke-off': 'Máy in ngắt giữa chừng: xin xem giấy và dây mạng.',
  'render-failed': 'Không vẽ được phiếu: xin báo người phụ trách máy tính.',
  interrupted: 'Chương trình bị tắt trong lúc in.',
} satisfies Record<PrintTrouble, string>;

export const QUEUE = {
  title: 'Hàng chờ in',
  empty: 'Chưa có phiếu nào',
  emptyHint: 'Phiếu của mỗi lần tiếp nhận và in lại sẽ hiện ở đây.',
  isPaperOut: 'Phiếu đã ra chưa?',
  paperIsOut: 'Đã ra',
  printNow: 'In lại',
  copy: (copyNo: number) => (copyNo > 1 ? `bản in lần ${copyNo}` : 'bản đầu'),
};

export const PRINTER_STATUS = {
  none: 'Chưa có máy in',
  virtual: 'Phiếu xem trên màn hình',
  tcp: (host: string) => `Máy in ${host}`,
  waiting: (count: number) => `${count} phiếu chờ in`,
  needsAttention: (count: number) => `${count} phiếu cần xem lại`,
};
