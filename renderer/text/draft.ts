import type { FaultCode } from '../../electron/contract/envelope.ts';
import type { StorageRefusal } from '../../electron/contract/refusals.ts';

export const DRAFT = {
  title: 'Khôi phục hồ sơ đang nhập?',
  body: 'Lần trước chương trình bị tắt khi hồ sơ này chưa gõ xong. Những gì đã gõ vẫn còn.',
  procedure: 'Thủ tục',
  noProcedure: 'chưa chọn',
  applicant: 'Chủ hồ sơ',
  noName: 'chưa gõ tên',
  at: 'Gõ lần cuối',
  restore: 'Khôi phục',
  leave: 'Để đó',
  discard: 'Bỏ',
  line: (at: string, name: string) => `Có hồ sơ nhập dở lúc ${at}${name === '' ? '' : ` – ${name}`}.`,
  more: (count: number) => ` Còn ${count} hồ sơ nữa.`,
  discarded: 'Đã bỏ hồ sơ nhập dở.',
  undo: 'Lấy lại',
  procedureEnded: 'Thủ tục đã chọn lần trước không còn hiệu lực; phần người nộp vẫn giữ. Xin chọn thủ tục khác.',
};

export const UNPRINTED = {
  title: 'Đã cấp số nhưng chưa in',
  body: 'Các hồ sơ này đã được lưu và có số, nhưng chưa chắc người dân đã có phiếu.',
  line: (count: number) => `${count} phiếu đã cấp số nhưng chưa in.`,
  show: 'Xem',
};

/** One quiet line: typing goes on, only a power cut would lose it. */
export const DRAFT_TROUBLES = {
  'disk-full': 'Ổ đĩa đã đầy: bản nháp chưa giữ được, mất điện sẽ phải gõ lại. Xin xóa bớt tệp không cần.',
  'read-only': 'Máy không cho ghi: bản nháp chưa giữ được, mất điện sẽ phải gõ lại. Xin báo người phụ trách máy tính.',
  locked: 'Chương trình khác giữ tệp dữ liệu: bản nháp chưa giữ được. Xin đóng chương trình đó.',
  damaged: 'Tệp dữ liệu bị hỏng: bản nháp chưa giữ được. Xin báo người phụ trách máy tính.',
  'too-large': 'Có ô dài quá nên bản nháp chưa giữ được. Xin viết gọn lại.',
} satisfies Record<StorageRefusal['why'] | 'too-large', string>;

const NOT_KEPT = 'Bản nháp chưa giữ được; những gì đang gõ vẫn ở trên màn hình. Máy đang tự thử lại.';

export const DRAFT_FAULTS = {
  'core-gone': NOT_KEPT,
  'timed-out': NOT_KEPT,
  'core-failed': NOT_KEPT,
  'bad-input': NOT_KEPT,
  'unknown-command': NOT_KEPT,
  'not-signed-in': NOT_KEPT,
  'not-permitted': NOT_KEPT,
} satisfies Record<FaultCode, string>;
