import type { StartTrouble } from '../contract/envelope.ts';

/** What main itself has to say to a clerk, where no screen can: in the dialogs of the operating system. */
export type Sentence = {
  /** What happened. */
  readonly what: string;
  /** What became of what was saved, and what to do now. */
  readonly next: string;
};

export const APP_NAME = 'Quầy Một cửa';

export const BUTTONS = { tryAgain: 'Thử lại', close: 'Đóng chương trình' };

/** Where backups are put from now on, or where they lie already. */
export const CHOOSE_FOLDER = {
  keep: { title: 'Chọn nơi cất bản sao lưu', button: 'Cất bản sao lưu ở đây' },
  restore: { title: 'Chọn nơi có bản sao lưu', button: 'Tìm bản sao lưu ở đây' },
};

export const CHOOSE_FILE = {
  catalogue: { title: 'Chọn tệp danh mục thủ tục', button: 'Đọc tệp này', kinds: ['json', 'csv', 'xlsx'] },
  'old-dossiers': { title: 'Chọn bảng hồ sơ đang mở của phần mềm cũ', button: 'Đọc bảng này', kinds: ['xlsx', 'csv'] },
};

export const START_TROUBLES: Readonly<Record<StartTrouble, Sentence>> = {
  'database-from-the-future': {
    what: 'Dữ liệu trên máy này do một phiên bản mới hơn của chương trình ghi ra.',
    next: 'Không có gì bị mất: chương trình chưa đụng vào dữ liệu. Xin cài lại phiên bản mới hơn rồi mở lại.',
  },
  'not-our-database': {
    what: 'Trong thư mục dữ liệu có một tệp trùng tên nhưng không phải của chương trình này.',
    next: 'Không có gì bị mất: chương trình chưa đụng vào tệp đó. Xin báo người phụ trách máy tính kiểm tra thư mục ghi bên dưới.',
  },
  'database-damaged': {
    what: 'Tệp dữ liệu trên máy này bị hỏng nên chương trình không mở được.',
    next: 'Chương trình chưa ghi thêm gì vào tệp; những gì đã gửi lên cấp trên vẫn còn ở đó. Xin đừng xóa tệp và báo người phụ trách máy tính.',
  },
  'disk-full': {
    what: 'Ổ đĩa đã đầy nên chương trình không mở được dữ liệu.',
    next: 'Những hồ sơ đã lưu không bị mất. Xin xóa bớt tệp không cần trên máy rồi bấm “Thử lại”.',
  },
  'read-only': {
    what: 'Máy không cho chương trình ghi vào thư mục dữ liệu.',
    next: 'Những hồ sơ đã lưu không bị mất. Xin báo người phụ trách máy tính cấp quyền ghi cho thư mục ghi bên dưới rồi bấm “Thử lại”.',
  },
  locked: {
    what: 'Một chương trình khác đang giữ tệp dữ liệu.',
    next: 'Những hồ sơ đã lưu không bị mất. Xin đóng chương trình sao lưu hoặc diệt vi-rút đang chạy rồi bấm “Thử lại”.',
  },
  failed: {
    what: 'Phần lưu trữ của chương trình không khởi động được.',
    next: 'Những hồ sơ đã lưu không bị mất. Xin bấm “Thử lại”; nếu vẫn lỗi, khởi động lại máy hoặc báo người phụ trách máy tính.',
  },
};

export const ALREADY_OPEN: Sentence = {
  what: 'Chương trình đang mở trên máy này nhưng chưa trả lời.',
  next: 'Những gì đã báo “đã lưu” vẫn còn nguyên. Xin chờ một phút rồi mở lại; nếu vẫn vậy, khởi động lại máy.',
};

export const WINDOW_BROKE: Sentence = {
  what: 'Cửa sổ của chương trình bị lỗi nhiều lần liền.',
  next: 'Những gì đã báo “đã lưu” vẫn còn nguyên. Xin mở lại chương trình; nếu vẫn lỗi, báo người phụ trách máy tính.',
};

export const PROGRAM_BROKE: Sentence = {
  what: 'Chương trình gặp lỗi và phải đóng lại.',
  next: 'Những gì đã báo “đã lưu” vẫn còn nguyên. Xin mở lại chương trình; nếu vẫn lỗi, báo người phụ trách máy tính.',
};

export const FORBIDDEN_SWITCH: Sentence = {
  what: 'Chương trình được mở bằng một tùy chọn không được phép trên máy của cán bộ.',
  next: 'Không có gì bị mất. Xin mở lại bằng biểu tượng của chương trình.',
};

export const dataFolderLine = (folder: string): string => `Thư mục dữ liệu: ${folder}`;

/** By the ending of the file's name. */
export const SAVE_FILE = {
  pdf: { title: 'Lưu biểu mẫu thành tệp PDF', button: 'Lưu', kind: 'Tệp PDF' },
  csv: { title: 'Lưu bảng thành tệp cho Excel', button: 'Lưu', kind: 'Tệp CSV' },
};
