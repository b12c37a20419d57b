import { expect, test } from 'vitest';
import { isOrganisation, isRounded, phoneIn, restoredId, tidyCell } from '../../../domain/go-live/old-cell.ts';

test.each([
  ["'0250001", '0250001'],
  ['="0250001"', '0250001'],
  ['  Đinh\n Thị  Mơ ', 'Đinh Thị Mơ'],
  ["'Tý'", "'Tý'"],
])('the cell %s says %s', (cell, text) => {
  expect(tidyCell(cell)).toBe(text);
});

test.each([
  ['0912 345 678', '0912345678'],
  ['912345678', '0912345678'],
  ['2103870000', '02103870000'],
  ['1681234567', '0381234567'],
  ['84912345678', '0912345678'],
  ['0912345678 / 0987654321', '0912345678'],
  ['chị Mơ; 0987654321', '0987654321'],
])('the phone in "%s" is %s', (text, digits) => {
  expect(phoneIn(text)).toEqual({ kind: 'number', digits });
});

test.each(['', '-', '0', 'không có', 'Không', 'K'])('"%s" says that there is no phone', (text) => {
  expect(phoneIn(text)).toEqual({ kind: 'none' });
});

test.each(['12345', 'chị Mơ', '9123456789'])('"%s" is something, but no phone', (text) => {
  expect(phoneIn(text)).toBeUndefined();
});

test.each([
  ['25190000001', '025190000001'],
  ['13204567', '013204567'],
  ['025190000001', '025190000001'],
  ['132 045 678', '132045678'],
  ['2600123456', '2600123456'],
  ['C1234567', 'C1234567'],
])('the id %s is %s', (text, id) => {
  expect(restoredId(text)).toBe(id);
});

test('a number in exponent notation has lost digits', () => {
  expect(['2.00420E+14', '2,0042E+14', '1e20'].map(isRounded)).toEqual([true, true, true]);
  expect(['200420', '2E', 'E+14', '2020-1E5', 'HS2E14'].map(isRounded)).toEqual([false, false, false, false, false]);
});

test('a company is told from a person by its first words, marks included', () => {
  const organisations = ['Công ty TNHH A', 'HTX Chè', 'TRƯỜNG THCS Xuân Viên', 'Uỷ ban nhân dân', 'UBND xã'];
  expect(organisations.map(isOrganisation)).toEqual([true, true, true, true, true]);
  expect(['Trương Văn A', 'Hội', 'Đinh Thị Mơ'].map(isOrganisation)).toEqual([false, false, false]);
});
