import { expect, test } from 'vitest';
import { madeAlias } from '../../../domain/catalogue-import/made-alias.ts';

test.each([
  ['Thủ tục đăng ký khai sinh', 'Khai sinh'],
  ['Thủ tục hành chính về việc đăng ký giám hộ', 'Giám hộ'],
  ['Đăng ký lại khai tử', 'Đăng ký lại khai tử'],
  ['Thủ tục công nhận hòa giải viên (cấp xã)', 'Công nhận hòa giải viên'],
  ['Tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn đã thông báo', 'Tạm ngừng kinh doanh'],
  ['Phê duyệt phương án ứng phó thiên tai cho công trình, vùng hạ du đập', 'Phê duyệt phương án ứng phó thiên tai'],
  ['Chấm dứt hoạt động chi nhánh văn phòng và địa điểm', 'Chấm dứt hoạt động chi nhánh văn phòng'],
  ['Thủ tục', 'Thủ tục'],
  ['(cấp xã)', '(cấp xã)'],
])('%s → %s', (name, alias) => {
  expect(madeAlias(name)).toBe(alias);
});

test('a word longer than an alias is cut', () => {
  expect(madeAlias('x'.repeat(100))).toBe(`X${'x'.repeat(39)}`);
});
