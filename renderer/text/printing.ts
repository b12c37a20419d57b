import type {
  FormPrinterChoice,
  PaperName,
  PaperWidth,
  PrinterChoice,
  PrinterCondition,
  PrintJobRow,
  PrintJobState,
  PrintTrouble,
  ScannerChoice,
  ScannerView,
} from '../../electron/contract/print-views.ts';

export const PRINTING = {
  pictureOfSlip: 'Hình phiếu',
  noPicture: 'Chưa có hình phiếu',
  again: 'In lại',
  noSlip: 'Hồ sơ này không có phiếu trên máy này. Xin in ở máy đã tiếp nhận.',
};

export const PRINTING_SCREEN = {
  title: 'Máy in và máy quét',
  slipPrinter: 'Máy in phiếu (giấy cuộn)',
  formPrinter: 'Máy in biểu mẫu (A5, A4)',
  save: 'Lưu máy in',
  saved: 'Đã lưu.',
  ask: 'Kiểm tra máy in',
  asking: 'Đang hỏi máy in…',
  test: 'In thử',
  testQueued: 'Đã gửi trang in thử.',
  testPicture: 'Trang in thử trên màn hình',
  saveFirst: 'Xin lưu trước khi kiểm tra.',
  scanner: 'Máy quét',
  scannerBody: 'Quét phiếu in thử để biết máy quét đọc đúng chưa; in tờ hướng dẫn nếu cần cài đặt lại máy quét.',
  saveScanner: 'Lưu máy quét',
  tryScan: 'Quét thử…',
  scannerSheet: 'In tờ cài đặt máy quét',
  sheetQueued: 'Tờ cài đặt máy quét đang được in.',
  open: 'Máy in và máy quét',
};

export const PRINTER_KINDS = {
  virtual: 'Xem trên màn hình',
  tcp: 'Máy in nhiệt qua mạng',
  device: 'Máy in nhiệt cắm vào máy này',
  none: 'Chưa có máy in',
} satisfies Record<PrinterChoice['kind'], string>;

export const PRINTER_KIND_HINTS = {
  virtual: 'Phiếu được vẽ ra màn hình, không ra giấy.',
  tcp: 'Máy in nhiệt cắm dây mạng (chuẩn ESC/POS).',
  device: 'Cổng USB hoặc COM, hoặc tên chia sẻ của máy in trong Windows.',
  none: 'Phiếu nằm chờ 10 phút; sau đó in lại được từ hồ sơ.',
} satisfies Record<PrinterChoice['kind'], string>;

export const FORM_PRINTER_KINDS = {
  ipp: 'Máy in văn phòng qua mạng',
  system: 'Máy in đã cài trong máy này',
  none: 'Lưu thành tệp PDF',
} satisfies Record<FormPrinterChoice['kind'], string>;

export const FORM_PRINTER_KIND_HINTS = {
  ipp: 'In thẳng qua mạng (IPP); chương trình biết khi nào in xong.',
  system: 'Hộp thoại in của hệ điều hành hiện ra mỗi lần in.',
  none: 'Chưa có máy in A4/A5: mỗi biểu mẫu được lưu vào nơi cán bộ chọn.',
} satisfies Record<FormPrinterChoice['kind'], string>;

export const PAPER_WIDTHS = { 80: 'Giấy 80 mm', 58: 'Giấy 58 mm' } satisfies Record<PaperWidth, string>;

export const PRINTER_FIELDS = {
  kind: 'Máy in phiếu',
  formKind: 'Máy in biểu mẫu',
  host: 'Địa chỉ máy in',
  hostHint: 'Ví dụ 192.168.1.50',
  port: 'Cổng',
  device: 'Cổng của máy in',
  deviceHint: 'Ví dụ /dev/usb/lp0, COM3 hoặc \\\\localhost\\POS80',
  uri: 'Địa chỉ máy in',
  uriHint: 'Ví dụ ipp://192.168.1.60/ipp/print',
  paper: 'Khổ giấy',
  model: 'Loại máy in',
  malformed: 'Địa chỉ hoặc cổng máy in chưa đúng, ví dụ 192.168.1.50 và 9100',
  malformedDevice: 'Cổng máy in chưa đúng, ví dụ COM3 hoặc \\\\localhost\\POS80',
  malformedUri: 'Địa chỉ máy in chưa đúng, ví dụ ipp://192.168.1.60/ipp/print',
};

/** By the id of the model; one without a name of its own bears its id. */
export const PRINTER_MODELS: { readonly [modelId: string]: string } = {
  'generic-80': 'Loại thông dụng, giấy 80 mm',
  'generic-58': 'Loại thông dụng, giấy 58 mm',
  'epson-tm-203dpi': 'Epson TM-T20, TM-T82 (80 mm)',
  'epson-tm-180dpi': 'Epson TM-T81, TM-T88 (80 mm, 512 điểm)',
  'xprinter-80': 'Xprinter XP-80, POS-80 (80 mm)',
  'hprt-tp80': 'HPRT TP80 (80 mm)',
  'tear-off-80': 'Máy cầm tay 80 mm, xé giấy bằng tay',
  'pos-58': 'POS-58, ZJ-58 cắm USB (58 mm)',
};

export const SCANNER_KINDS = {
  keyboard: 'Gõ như bàn phím',
  serial: 'Ở cổng nối tiếp (USB-COM)',
} satisfies Record<ScannerChoice['kind'], string>;

export const SCANNER_KIND_HINTS = {
  keyboard: 'Cắm vào là dùng; từ căn cước chỉ lấy được mười hai chữ số.',
  serial: 'Cần đặt máy quét sang kiểu USB-COM; căn cước được đọc đủ họ tên, ngày sinh, địa chỉ.',
} satisfies Record<ScannerChoice['kind'], string>;

export const SCANNER_FIELDS = {
  kind: 'Máy quét',
  port: 'Cổng của máy quét',
  portHint: 'Ví dụ COM4 hoặc /dev/ttyACM0',
  malformed: 'Cổng máy quét chưa đúng, ví dụ COM4 hoặc /dev/ttyACM0',
};

export const SCANNER_STATES = {
  opening: 'Đang mở cổng…',
  open: 'Máy quét đã sẵn sàng ở cổng này.',
  'no-port': 'Không thấy máy quét ở cổng này: xin cắm lại dây; chương trình tự thử lại.',
  absent: 'Bản cài trên máy này không mở được cổng nối tiếp: xin dùng kiểu gõ như bàn phím.',
} satisfies Record<NonNullable<ScannerView['state']>, string>;

const JOB_STATES = {
  queued: 'Đang chờ máy in',
  sending: 'Đang in',
  confirmed: 'Đã in xong',
  sent: 'Đã gửi, chưa xác nhận',
  unknown: 'Không rõ phiếu đã ra chưa',
  failed: 'Chưa in được',
  cancelled: 'Đã hủy in',
} satisfies Record<PrintJobState, string>;

const FILE_STATES = {
  queued: 'Đang lưu thành tệp PDF',
  sending: 'Đang lưu thành tệp PDF',
  confirmed: 'Đã lưu tệp PDF',
  sent: 'Đã lưu tệp PDF',
  unknown: 'Không rõ tệp PDF đã lưu chưa',
  failed: 'Chưa lưu được',
  cancelled: 'Đã hủy lưu',
} satisfies Record<PrintJobState, string>;

/** How a job stands: a paper is printed, a file is saved. */
export function jobStateText({ printer, state }: Pick<PrintJobRow, 'printer' | 'state'>): string {
  return printer === 'file' ? FILE_STATES[state] : JOB_STATES[state];
}

/** What is wrong with a job, and what to do. A job that waits goes on by itself. */
export function jobTroubleText({ state, trouble }: Pick<PrintJobRow, 'state' | 'trouble'>): string | undefined {
  if (trouble === undefined) return undefined;
  return trouble === 'paper-out' && state === 'queued'
    ? 'Máy in hết giấy: xin lắp giấy, phiếu sẽ tự in.'
    : PRINT_TROUBLES[trouble];
}

export const PRINT_TROUBLES = {
  'no-printer': 'Chưa chọn máy in: xin chọn ở Máy in và máy quét (Ctrl+I).',
  'printer-unreachable': 'Không gọi được máy in: xin xem máy in đã bật, còn giấy và cắm chặt dây chưa.',
  'printer-broke-off': 'Máy in ngắt giữa chừng: xin xem phiếu đã ra chưa, rồi xem giấy và dây nối.',
  'render-failed': 'Không vẽ được phiếu: xin báo người phụ trách máy tính.',
  interrupted: 'Chương trình bị tắt trong lúc in: xin xem phiếu đã ra chưa.',
  'waited-too-long': 'Đã chờ máy in quá 10 phút nên không tự in nữa: xin bấm In nếu còn cần.',
  'paper-out': 'Máy in hết giấy: xin lắp giấy.',
  'cover-open': 'Nắp máy in đang mở: xin đóng nắp.',
  offline: 'Máy in đang tạm dừng: xin bấm nút trên máy in để in tiếp.',
  'printer-error': 'Máy in báo lỗi: xin tắt rồi bật lại máy in.',
  'toner-out': 'Máy in hết mực: xin thay mực.',
  'needs-person': 'Máy in chờ người đến xem: xin làm theo chữ trên máy in.',
  'not-a-device': 'Cổng đã nhập không phải là máy in: xin xem lại phần máy in.',
  'no-access': 'Máy này không được phép dùng cổng máy in: xin báo người phụ trách máy tính.',
  'printer-busy': 'Máy in đang bận với chương trình khác: xin chờ hoặc đóng chương trình đó.',
  'format-not-supported': 'Máy in này không in được tệp PDF: xin chọn “Máy in đã cài trong máy này”, lưu, rồi bấm In.',
  'paper-not-supported': 'Máy in không có khổ giấy này: xin lắp giấy A5 hoặc A4 và xem lại khay giấy.',
  'not-accepting': 'Máy in đang không nhận lệnh in: xin xem máy in.',
  'not-ipp': 'Địa chỉ này không phải máy in IPP: xin xem lại phần máy in biểu mẫu.',
  denied: 'Máy in đòi mật khẩu: xin báo người phụ trách máy tính.',
  'given-up-by-printer': 'Máy in đã hủy lệnh in này: xin xem giấy đã ra chưa.',
  'system-print-failed': 'Hệ điều hành không in được: xin xem máy in rồi in lại, hoặc lưu thành tệp PDF.',
  'outside-office': 'Địa chỉ máy in không nằm trong mạng nội bộ của cơ quan: xin xem lại phần máy in.',
  'file-not-written': 'Không ghi được tệp: xin chọn nơi khác còn chỗ trống.',
} satisfies Record<PrintTrouble, string>;

export const PAPERS = {
  'receipt-slip': 'Phiếu tiếp nhận và hẹn trả',
  'hand-over-slip': 'Phiếu trả kết quả',
  'supplement-slip': 'Phiếu yêu cầu bổ sung',
  'fee-receipt': 'Phiếu thu phí, lệ phí',
  'batch-list': 'Danh sách bàn giao (giấy cuộn)',
  'test-slip': 'Trang in thử',
  'form-receipt-slip': 'Mẫu 01: Giấy tiếp nhận và hẹn trả',
  'form-supplement-request': 'Mẫu 02: Yêu cầu bổ sung, hoàn thiện',
  'form-intake-refusal': 'Mẫu 03: Từ chối tiếp nhận',
  'form-apology': 'Mẫu 04: Xin lỗi, hẹn lại (gia hạn)',
  'form-stop-notice': 'Mẫu 05: Thông báo dừng giải quyết',
  'form-control-sheet': 'Phiếu kiểm soát quá trình giải quyết',
  'form-register-book': 'Sổ theo dõi hồ sơ',
  'form-batch-list': 'Danh sách bàn giao hồ sơ',
  'form-procedure-notice': 'Bản niêm yết thủ tục',
  'form-procedure-list': 'Danh mục thủ tục',
  'form-scanner-sheet': 'Tờ cài đặt máy quét',
} satisfies Record<PaperName, string>;

export const PAPER_MENU = {
  open: 'In giấy tờ…',
  slips: 'Giấy cuộn',
  forms: 'Biểu mẫu A5',
  toFile: 'Lưu PDF',
  queued: (paper: string) => `Đang in: ${paper}.`,
  saving: (paper: string) => `Đang lưu: ${paper}.`,
  nothing: 'Chưa có gì để in: hồ sơ chưa có bước này.',
  tooMany: 'Sổ quá dài cho một lần in: xin chọn khoảng ngày ngắn hơn.',
};

export const QUEUE = {
  title: 'Hàng chờ in',
  empty: 'Chưa có phiếu nào',
  emptyHint: 'Phiếu và biểu mẫu đã in, đang chờ in sẽ hiện ở đây.',
  copy: (copyNo: number) => (copyNo > 1 ? `bản in lần ${copyNo}` : 'bản đầu'),
  tries: (attempts: number) => `đã thử ${attempts} lần`,
};

const PAPER_ANSWERS = {
  isOut: 'Phiếu đã ra chưa?',
  out: 'Đã ra',
  printAgain: 'In lại',
  print: 'In',
  notOut: 'Chưa ra, không in nữa',
  giveUp: 'Không in nữa',
};

type JobAnswerTexts = typeof PAPER_ANSWERS;

const FILE_ANSWERS: JobAnswerTexts = {
  isOut: 'Tệp PDF đã lưu chưa?',
  out: 'Đã lưu',
  printAgain: 'Lưu lại',
  print: 'Lưu',
  notOut: 'Chưa lưu, không lưu nữa',
  giveUp: 'Không lưu nữa',
};

/** What a person is asked of a job, and can say of it: the same words wherever it is shown. */
export function jobAnswerTexts({ printer }: Pick<PrintJobRow, 'printer'>): JobAnswerTexts {
  return printer === 'file' ? FILE_ANSWERS : PAPER_ANSWERS;
}

export const CONDITIONS = {
  ready: 'Máy in sẵn sàng.',
  paperLow: 'Máy in sẵn sàng, giấy sắp hết.',
  silent: 'Máy in nhận lệnh nhưng không tự báo tình trạng: xin bấm In thử và xem giấy.',
} satisfies Record<Exclude<PrinterCondition['kind'], 'trouble'> | 'paperLow', string>;

export const PRINTER_STATUS = {
  none: 'Chưa có máy in',
  virtual: 'Phiếu xem trên màn hình',
  tcp: (host: string) => `Máy in ${host}`,
  device: (path: string) => `Máy in ${path}`,
  waiting: (count: number) => `${count} phiếu chờ in`,
  needsAttention: (count: number) => `${count} phiếu cần xem lại`,
};
