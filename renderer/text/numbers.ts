import type { Output } from '../../electron/contract/commands.ts';
import type { NumbersView } from '../../electron/contract/views.ts';

type TakeStationRefusal = Extract<Output<'numbers.takeStation'>, { ok: false }>['refusal'];

/** Fewer than these left today: it is time to say so. */
export const FEW_NUMBERS = 20;

export const NUMBERS = {
  otherMachine: 'Dữ liệu này được chép từ máy khác nên chưa cấp số hồ sơ mới. Tìm kiếm và trả kết quả vẫn làm được.',
  chooseStation: 'Chọn số máy',
  witnessLost:
    'Máy không ghi được tệp giữ số đã cấp. Hồ sơ đã lưu vẫn nguyên. Xin báo người phụ trách máy tính kiểm tra ổ đĩa trong hôm nay.',
  few: (left: number) =>
    left === 0
      ? 'Máy này đã hết số hồ sơ của hôm nay. Xin tiếp nhận ở máy khác của đơn vị; ngày mai máy này cấp số lại từ đầu.'
      : `Máy này còn ${left} số hồ sơ cho hôm nay. Xin chuẩn bị tiếp nhận ở máy khác của đơn vị.`,
  dismiss: 'Đã hiểu',
};

/** Skipped numbers are legal, re-used ones are not: why some are missing. */
export const SKIPPED = {
  'older-copy':
    'Máy vừa mở một bản dữ liệu cũ hơn những số đã cấp nên đã bỏ qua khoảng 64 số hồ sơ. Bỏ số là hợp lệ; không số nào bị cấp trùng.',
  restored: 'Sau khi khôi phục, máy đã bỏ qua khoảng 64 số hồ sơ. Bỏ số là hợp lệ; không số nào bị cấp trùng.',
  'other-machine': 'Máy này vừa nhận số máy mới nên bắt đầu dãy số riêng. Số cũ không dùng lại; việc này hợp lệ.',
  'no-witness':
    'Không thấy tệp giữ số đã cấp nên máy đã bỏ qua khoảng 64 số hồ sơ cho chắc. Bỏ số là hợp lệ; không số nào bị cấp trùng.',
} satisfies Record<NonNullable<NumbersView['skipped']>, string>;

export const STATION_DIALOG = {
  title: 'Dữ liệu này được chép từ máy khác',
  body: 'Hai máy cùng một số sẽ cấp trùng số hồ sơ, nên máy này cần số riêng trước khi tiếp nhận. Hồ sơ đã có không thay đổi.',
  station: 'Máy này là máy thứ mấy ở quầy?',
  hint: '01–19; xin hỏi cho chắc là chưa máy nào dùng số này',
  confirm: 'Dùng số này',
};

/** Stands below the field. `not-needed` is no refusal to a clerk: there is a number already. */
export const STATION_ERRORS = {
  'station-used': 'Số này đã có máy dùng. Chưa có gì thay đổi. Xin chọn số khác.',
  malformed: 'Số máy từ 01 đến 19. Chưa có gì thay đổi. Xin gõ lại.',
} satisfies Record<Exclude<TakeStationRefusal['code'], 'storage-failed' | 'not-needed'>, string>;
