import { describe, expect, test } from 'vitest';
import { foldText, initialsOf } from '../../domain/search-text.ts';

describe('folding text for matching', () => {
  test.each([
    ['Nguyễn Thị Đượm', 'nguyen thi duom'],
    ['ĐẶNG', 'dang'],
    ['  Xã   Xuân\tThủy ', 'xa xuan thuy'],
    ['Phó Đức Phương', 'pho duc phuong'],
    ['', ''],
  ])('"%s" becomes "%s"', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('composed and decomposed writing, old and new tone placement, fold alike', () => {
    expect(foldText('Hòa'.normalize('NFD'))).toBe(foldText('Hòa'.normalize('NFC')));
    expect(foldText('hoà')).toBe(foldText('hòa'));
    expect(foldText('thuý')).toBe(foldText('thúy'));
  });

  test('folding twice changes nothing more', () => {
    const once = foldText('Đường Trường Sơn, Khu 3');
    expect(foldText(once)).toBe(once);
  });
});

test('initials are the first letters of the words, without marks and signs', () => {
  expect(initialsOf('Đăng ký khai sinh')).toBe('dkks');
  expect(initialsOf('Nhận cha, mẹ, con')).toBe('ncmc');
  expect(initialsOf('')).toBe('');
});
