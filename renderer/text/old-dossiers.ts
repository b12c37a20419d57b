import type { OldColumn } from '../../domain/go-live/old-columns.ts';
import type { RowProblem, RowWarning, SkipReason } from '../../domain/go-live/old-dossier.ts';
import { countText } from './format.ts';

export const OLD_DOSSIERS = {
  title: 'Chuyển hồ sơ đang mở từ phần mềm cũ',
  body: 'Đọc bảng hồ sơ đang mở xuất từ phần mềm cũ hoặc sổ theo dõi, xem trước rồi mới nhận vào. Ngày hẹn trên giấy hẹn cũ giữ nguyên; đọc lại cùng một tệp không ghi trùng.',
  read: 'Chọn tệp hồ sơ…',
  dialog: 'Hồ sơ đọc được từ tệp',
  take: 'Nhận vào',
  nothingToTake: 'Không có hồ sơ nào để nhận vào.',
  taken: (taken: number, known: number) =>
    known === 0
      ? `Đã nhận vào ${countText(taken)} hồ sơ.`
      : `Đã nhận vào ${countText(taken)} hồ sơ; ${countText(known)} hồ sơ đã có từ trước, không ghi trùng.`,
  accepted: 'Nhận vào được',
  toFix: 'Cần sửa trong tệp rồi đọc lại',
  skipped: 'Bỏ qua',
  warnings: 'Nhận vào được, nên xem lại',
  columns: 'Cột tìm thấy',
  dossier: (oldNumber: string, name: string) => `${oldNumber} · ${name}`,
  inColumn: (sentence: string, column: OldColumn) => `${COLUMN_NAMES[column]}: ${sentence}`,
};

export const COLUMN_NAMES = {
  oldNumber: 'Mã hồ sơ',
  oldScanText: 'Mã vạch',
  applicantName: 'Chủ hồ sơ',
  applicantIdNumber: 'Số giấy tờ',
  phone: 'Điện thoại',
  address: 'Địa chỉ',
  procedureName: 'Tên thủ tục',
  procedureCode: 'Mã thủ tục',
  receivedAt: 'Ngày tiếp nhận',
  appointmentAt: 'Ngày hẹn trả',
  state: 'Trạng thái',
  note: 'Ghi chú',
} satisfies Record<OldColumn, string>;

export const OLD_ROW_PROBLEMS = {
  'number-missing': 'thiếu mã hồ sơ.',
  'number-rounded': 'bảng tính đã làm tròn mã hồ sơ; cần xuất lại với cột này là chữ.',
  'number-used-twice': 'mã hồ sơ này có ở nhiều dòng.',
  'name-missing': 'thiếu tên chủ hồ sơ.',
  'procedure-missing': 'thiếu thủ tục.',
  'received-missing': 'thiếu ngày tiếp nhận.',
  'received-unreadable': 'ngày tiếp nhận không đọc được.',
  'received-after-today': 'ngày tiếp nhận sau hôm nay.',
  'too-long': 'nội dung dài quá.',
} satisfies Record<RowProblem['code'], string>;

export const OLD_ROW_WARNINGS = {
  'procedure-unknown': 'thủ tục này chưa có trong danh mục trên máy; vẫn nhận theo tên.',
  'procedure-contradiction': 'mã và tên là của hai thủ tục khác nhau; đã lấy theo mã.',
  'appointment-missing': 'không có ngày hẹn trả.',
  'appointment-unreadable': 'ngày hẹn trả không đọc được; để trống.',
  'appointment-before-reception': 'ngày hẹn trả trước ngày tiếp nhận.',
  'phone-unreadable': 'không phải số điện thoại; để trống.',
  'id-unreadable': 'không phải số giấy tờ; để trống.',
  'id-zero-restored': 'đã thêm lại số 0 ở đầu mà bảng tính bỏ mất.',
  'state-unknown': 'không hiểu trạng thái; tính là đang giải quyết.',
  'scan-text-used-twice': 'mã vạch này có ở nhiều hồ sơ; quét sẽ ra nhiều hồ sơ.',
  'scan-text-rounded': 'bảng tính đã làm tròn mã vạch; để trống.',
} satisfies Record<RowWarning['code'], string>;

export const SKIP_REASONS = {
  'not-open': 'Hồ sơ đã trả hoặc đã kết thúc',
  blank: 'Dòng trống',
  total: 'Dòng tổng cộng',
  heading: 'Dòng tiêu đề lặp lại',
} satisfies Record<SkipReason, string>;
