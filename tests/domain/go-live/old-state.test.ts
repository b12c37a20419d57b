import { expect, test } from 'vitest';
import { readOldState } from '../../../domain/go-live/old-state.ts';

test.each([
  ['', 'in-progress'],
  ['Đang xử lý', 'in-progress'],
  ['Đang giải quyết', 'in-progress'],
  ['Đã tiếp nhận', 'in-progress'],
  ['Mới tiếp nhận', 'in-progress'],
  ['Yêu cầu bổ sung', 'in-progress'],
  ['Chưa có kết quả', 'in-progress'],
  ['Chờ kết quả', 'in-progress'],
  ['Tạm dừng xử lý', 'in-progress'],
  ['Trình ký', 'in-progress'],
  ['Chờ phê duyệt', 'in-progress'],
  ['Quá hạn', 'in-progress'],
  ['Đã có kết quả', 'result-ready'],
  ['CÓ KẾT QUẢ', 'result-ready'],
  ['Chờ trả kết quả', 'result-ready'],
  ['Đã có kết quả, chưa trả', 'result-ready'],
  ['Đã xử lý xong', 'result-ready'],
  ['Đã giải quyết, chờ trả', 'result-ready'],
  ['Từ chối giải quyết', 'result-ready'],
  ['Đã trả kết quả', 'not-open'],
  ['Đã trả', 'not-open'],
  ['Đã trả cho công dân', 'not-open'],
  ['Công dân rút hồ sơ', 'not-open'],
  ['Đã hủy', 'not-open'],
  ['Huỷ bỏ', 'not-open'],
  ['Dừng xử lý', 'not-open'],
  ['Từ chối tiếp nhận', 'not-open'],
  ['Chờ tiếp nhận', 'not-open'],
  ['Hoàn thành', 'unknown'],
  ['9', 'unknown'],
  ['abc', 'unknown'],
] as const)('"%s" is %s', (text, state) => {
  expect(readOldState(text)).toBe(state);
});
