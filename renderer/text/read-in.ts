import type { CarryOverRefusal, ReadInRefusal } from '../../electron/contract/refusals.ts';
import { countText } from './format.ts';
import { storageTrouble, type Trouble, troubleOfFault } from './trouble.ts';

export const READ_IN = {
  nothingChanged: 'Chưa có gì thay đổi: đây mới là nội dung đọc được từ tệp.',
  busyReading: 'Đang chờ chọn tệp và đọc…',
  busyApplying: 'Đang ghi vào máy, xin đừng tắt…',
  row: (row: number) => `Dòng ${countText(row)}`,
  counted: (title: string, count: number) => `${title}: ${countText(count)}`,
  first: (shown: number, total: number) => `Hiện ${countText(shown)} dòng đầu trong ${countText(total)}.`,
  value: (sentence: string, value: string | undefined) => (value === undefined ? sentence : `${sentence} (“${value}”)`),
};

const SAFE = 'Chưa có gì thay đổi trên máy.';

type PlainCode = Exclude<ReadInRefusal['code'], 'no-file' | 'storage-failed' | 'not-signed-in' | 'not-permitted'>;

/** `no-file` has no sentence: who chose none knows it. */
export const READ_IN_TROUBLES = {
  'nothing-read': {
    what: 'Nội dung vừa xem không còn trong bộ nhớ của máy.',
    safe: SAFE,
    next: 'Xin chọn lại tệp, xem lại rồi bấm lại.',
  },
  'not-a-sheet': {
    what: 'Tệp này không phải loại máy đọc được.',
    safe: SAFE,
    next: 'Xin chọn tệp bảng tính (.xlsx, .csv) hoặc tệp danh mục (.json).',
  },
  'too-large': {
    what: 'Tệp quá lớn.',
    safe: SAFE,
    next: 'Xin chia nhỏ tệp, hoặc xuất lại từ phần mềm cũ với ít cột hơn.',
  },
  'too-many-rows': {
    what: 'Tệp có quá nhiều dòng.',
    safe: SAFE,
    next: 'Xin chia thành nhiều tệp, hoặc chỉ xuất hồ sơ đang mở.',
  },
  unreadable: {
    what: 'Không đọc được tệp: tệp hỏng, có mật khẩu, hoặc đang mở ở chương trình khác.',
    safe: SAFE,
    next: 'Xin đóng tệp ở chương trình khác, lưu lại không đặt mật khẩu rồi chọn lại.',
  },
  empty: {
    what: 'Trong tệp không có dòng nào.',
    safe: SAFE,
    next: 'Xin chọn tệp khác.',
  },
} satisfies Record<PlainCode, Trouble>;

type CarryOverCode = Exclude<CarryOverRefusal['code'], ReadInRefusal['code']>;

const NOTHING_LOST = 'Không hồ sơ nào bị mất; tệp cũ vẫn nguyên.';

export const CARRY_OVER_TROUBLES = {
  'year-range-exhausted': {
    what: 'Máy này đã dùng hết mã của năm nay nên chưa nhận hết hồ sơ cũ.',
    safe: NOTHING_LOST,
    next: 'Xin nhận phần còn lại ở máy khác của đơn vị.',
  },
  'clock-unconfirmed': {
    what: 'Đồng hồ máy tính có thể sai và hôm nay chưa ai xác nhận ngày.',
    safe: NOTHING_LOST,
    next: 'Xin xác nhận ngày hôm nay ở dòng nhắc phía trên, rồi bấm lại.',
  },
  'other-machine': {
    what: 'Dữ liệu này được chép từ máy khác nên chưa cấp mã mới.',
    safe: NOTHING_LOST,
    next: 'Xin chọn số riêng cho máy này ở dòng nhắc phía trên, rồi bấm lại.',
  },
} satisfies Record<CarryOverCode, Trouble>;

/** Undefined for `no-file`. */
export function readInTrouble(refusal: CarryOverRefusal): Trouble | undefined {
  switch (refusal.code) {
    case 'no-file':
      return undefined;
    case 'storage-failed':
      return storageTrouble(refusal);
    case 'not-signed-in':
    case 'not-permitted':
      return troubleOfFault(refusal);
    case 'year-range-exhausted':
    case 'clock-unconfirmed':
    case 'other-machine':
      return CARRY_OVER_TROUBLES[refusal.code];
    default:
      return READ_IN_TROUBLES[refusal.code];
  }
}
