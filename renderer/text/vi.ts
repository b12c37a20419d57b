import { STATE_NAMES } from '../../domain/lifecycle/state-names.ts';
import type { ScreenId } from '../frame/screens.ts';
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
  palette: 'Mọi lệnh: gõ tên việc cần làm',
  intake: 'Tiếp nhận hồ sơ',
  find: 'Tìm hồ sơ',
  handOver: 'Trả kết quả',
  list: 'Hôm nay: hồ sơ đến hạn, chờ trả, nhận trong ngày',
  batches: 'Bàn giao hồ sơ với cấp trên',
  book: 'Sổ theo dõi, báo cáo, sổ thu; bấm nữa để sang phần kế tiếp',
  printAgain: 'In lại phiếu của hồ sơ đang xem',
  sync: 'Đồng bộ',
  procedures: 'Các thủ tục: giấy tờ, thời hạn, lệ phí, thay đổi',
  calendar: 'Lịch làm việc: ngày nghỉ, ngày làm bù',
  unitRules: 'Quy định của đơn vị: giờ làm việc, mức lệ phí',
  settings: 'Cài đặt',
  backup: 'Sao lưu và khôi phục',
  printing: 'Máy in, hàng chờ in và máy quét',
  commit: 'Hoàn thành việc đang làm: tiếp nhận và in phiếu, ghi nhận trả kết quả, nút chính của màn hình',
  commitAndNext: 'Tiếp nhận, in phiếu và sang hồ sơ mới',
  sameApplicant: 'Sau khi lưu: hồ sơ nữa của người này',
  tickUsualPapers: 'Đánh dấu đủ các giấy tờ bắt buộc',
  intakeOptions: 'Tiếp nhận: đổi hình thức nộp, nơi nhận kết quả; Trả kết quả: trả qua bưu chính, mất phiếu',
  onTheSpot: 'Tiếp nhận: nhận và trả ngay, bật hoặc tắt',
  collectNow: 'Tiếp nhận: thu phí, lệ phí ngay, bật hoặc tắt; Trả kết quả: thu phí, lệ phí còn lại',
  selfTest: 'Tự kiểm tra máy này',
  camera: 'Quét bằng máy ảnh',
  citizenView: 'Tiếp nhận: màn hình chữ lớn cho người dân xem lại, bật hoặc tắt',
  restoreDraft: 'Khôi phục hồ sơ đang nhập dở',
  requestSupplement: 'Yêu cầu bổ sung (Mẫu 02): cho hồ sơ đang xem, hoặc hồ sơ chưa tiếp nhận được',
  refuseIntake: 'Từ chối tiếp nhận (Mẫu 03)',
  noteArrival: 'Ghi nhận hồ sơ gửi đến qua mạng, bưu chính',
  print:
    'In giấy tờ của hồ sơ đang xem, in danh sách của lô đang xem, in sổ theo dõi, in bản niêm yết của thủ tục, in mã khôi phục, in kết quả tự kiểm tra',
  saveTable: 'Lưu sổ, báo cáo, bảng kê hay danh sách tìm thấy thành tệp cho Excel; lưu kết quả tự kiểm tra',
  filter:
    'Lọc hồ sơ trong Tìm: tình trạng, thủ tục, lĩnh vực, ngày nhận, người nhận, chỉ của tôi; sắp xếp; chọn cột; cách xem đã lưu',
  rating: 'Trả kết quả: mức hài lòng của người dân; bấm lại để bỏ',
  filterClear: 'Bỏ lọc trong Tìm',
  printAll: 'Thủ tục: in danh mục',
  undoStep: 'Lùi lại bước vừa làm của hồ sơ đang xem',
  batchUp: 'Bàn giao: lập lô chuyển lên cấp trên',
  batchDown: 'Bàn giao: lập lô nhận kết quả từ cấp trên',
  batchAbandon: 'Bàn giao: hủy lô đang xem',
  recentProcedure: 'Tiếp nhận: chọn một trong năm thủ tục vừa dùng, khi ô thủ tục còn trống',
  removeLine: 'Bàn giao: bỏ dòng đang chọn khỏi lô',
  nextField: 'Sang ô kế tiếp',
  signOut: 'Đăng xuất; hồ sơ đang nhập dở vẫn giữ nguyên',
  chooseLine: 'Chọn một dòng ở màn hình Hôm nay',
  moreRows: 'Xuống dòng cuối của bảng và xem thêm hồ sơ',
  yearBefore: 'Lịch làm việc: năm trước',
  yearAfter: 'Lịch làm việc: năm sau',
  back: 'Trở lại, đóng cửa sổ',
} satisfies Record<KeyName, string>;

export const HELP = {
  scanning: 'Quét phiếu bằng máy quét được ở mọi màn hình, không cần bấm vào ô nào; những gì đang gõ dở vẫn được giữ.',
  acts: 'Trong một hồ sơ, mỗi việc tiếp theo có phím 1–9, A, B, C… ghi ngay trên nút.',
  offline: 'Mất mạng vẫn tiếp nhận, in phiếu và trả kết quả bình thường; khi có mạng máy tự gửi.',
};

export const NAVIGATION = {
  label: 'Màn hình',
  intake: 'Tiếp nhận',
  find: 'Tìm',
  'hand-over': 'Trả kết quả',
  list: 'Hôm nay',
  batches: 'Bàn giao',
  book: 'Sổ sách',
  settings: 'Cài đặt',
  procedures: 'Thủ tục',
};

/** What a screen is called by who does not see it. */
export const SCREEN_TITLES = {
  ...NAVIGATION,
  sync: KEY_TEXTS.sync,
  settings: KEY_TEXTS.settings,
  backup: KEY_TEXTS.backup,
  calendar: KEY_TEXTS.calendar,
  'unit-rules': KEY_TEXTS.unitRules,
  printing: KEY_TEXTS.printing,
  'self-test': KEY_TEXTS.selfTest,
} satisfies Record<ScreenId | 'label', string>;

/** Shown all the time in the trial; the simulated clock begins on this day. */
export const TRIAL_MARK = { name: 'DÙNG THỬ', clock: ' – giờ giả lập từ 20/04/2020' };

export const STATUS_BAR = {
  label: 'Trạng thái',
  station: (station: number) => `Máy ${String(station).padStart(2, '0')}`,
  colourScheme: { light: 'Giao diện tối', dark: 'Giao diện sáng' },
};

export const DUE = { 'in-time': 'Trong hạn', 'due-today': 'Đến hạn hôm nay', late: 'Quá hạn' };

export const STATUS = STATE_NAMES;
