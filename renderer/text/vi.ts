import type { KnownState } from '../../domain/lifecycle/dossier-state.ts';
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
  list: 'Hôm nay: hồ sơ đến hạn, chờ trả, nhận trong ngày',
  batches: 'Bàn giao hồ sơ với cấp trên',
  book: 'Sổ theo dõi, báo cáo, sổ thu; bấm nữa để sang phần kế tiếp',
  printAgain: 'In lại phiếu của hồ sơ đang xem',
  sync: 'Đồng bộ',
  settings: 'Cài đặt',
  backup: 'Sao lưu và khôi phục',
  printing: 'Máy in, hàng chờ in và máy quét',
  commit: 'Hoàn thành việc đang làm: tiếp nhận và in phiếu, ghi nhận trả kết quả, nút chính của màn hình',
  commitAndNext: 'Tiếp nhận, in phiếu và sang hồ sơ mới',
  sameApplicant: 'Sau khi lưu: hồ sơ nữa của người này',
  tickUsualPapers: 'Đánh dấu đủ các giấy tờ bắt buộc',
  camera: 'Quét bằng máy ảnh',
  restoreDraft: 'Khôi phục hồ sơ đang nhập dở',
  print: 'In giấy tờ của hồ sơ đang xem, in danh sách của lô đang xem, in sổ theo dõi, in mã khôi phục',
  saveTable: 'Lưu sổ, báo cáo, bảng kê hay danh sách tìm thấy thành tệp cho Excel',
  filter:
    'Lọc hồ sơ trong Tìm: tình trạng, thủ tục, lĩnh vực, ngày nhận, người nhận, chỉ của tôi; sắp xếp; chọn cột; cách xem đã lưu',
  filterClear: 'Bỏ lọc trong Tìm',
  requestSupplement: 'Yêu cầu bổ sung cho hồ sơ đang xem',
  undoStep: 'Lùi lại bước vừa làm của hồ sơ đang xem',
  batchUp: 'Bàn giao: lập lô chuyển lên cấp trên',
  batchDown: 'Bàn giao: lập lô nhận kết quả từ cấp trên',
  batchAbandon: 'Bàn giao: hủy lô đang xem',
  removeLine: 'Bàn giao: bỏ dòng đang chọn khỏi lô',
  nextField: 'Sang ô kế tiếp',
  signOut: 'Đăng xuất; hồ sơ đang nhập dở vẫn giữ nguyên',
  chooseLine: 'Chọn một dòng ở màn hình Hôm nay',
  moreRows: 'Xuống dòng cuối của bảng và xem thêm hồ sơ',
  back: 'Trở lại, đóng cửa sổ',
} satisfies Record<KeyName, string>;

export const HELP = {
  title: 'Trợ giúp: các phím',
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
  book: 'Sổ, báo cáo',
  settings: 'Cài đặt',
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
  'awaiting-intake': 'Chờ tiếp nhận',
  'supplement-before-intake': 'Đã hướng dẫn bổ sung',
  'intake-refused': 'Từ chối tiếp nhận',
  received: 'Đã tiếp nhận',
  'in-progress': 'Đang giải quyết',
  'awaiting-supplement': 'Chờ bổ sung',
  'awaiting-payment-duty': 'Chờ nghĩa vụ tài chính',
  'awaiting-signature': 'Trình ký',
  'awaiting-transfer-up': 'Chờ bàn giao lên cấp trên',
  'in-transfer-up': 'Đã xuất lô, chưa ký nhận',
  'upstream-in-progress': 'Cấp trên đang giải quyết',
  'returned-by-upstream': 'Cấp trên trả lại',
  'in-transfer-down': 'Kết quả đang chuyển về',
  'result-ready': 'Có kết quả, chờ trả',
  'resolution-refused': 'Từ chối giải quyết, chờ trả văn bản',
  'handed-over': 'Đã trả kết quả',
  withdrawn: 'Công dân rút hồ sơ',
  stopped: 'Dừng giải quyết',
  voided: 'Hủy do nhập sai',
} satisfies Record<KnownState, string>;
