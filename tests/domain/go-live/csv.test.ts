import { expect, test } from 'vitest';
import { parseCsv } from '../../../domain/go-live/csv.ts';
import { MOST_COLUMNS, MOST_ROWS } from '../../../domain/go-live/sheet.ts';

test.each([
  ['comma', ','],
  ['semicolon', ';'],
  ['tab', '\t'],
])('a %s is found out as the separator', (_name, separator) => {
  const text = [['Danh sách'], ['Số hồ sơ', 'Chủ hồ sơ', 'Ghi chú'], ['1', 'Đinh Thị Mơ', 'x']]
    .map((cells) => cells.join(separator))
    .join('\r\n');
  expect(parseCsv(text)).toEqual([['Danh sách'], ['Số hồ sơ', 'Chủ hồ sơ', 'Ghi chú'], ['1', 'Đinh Thị Mơ', 'x']]);
});

test('commas in addresses and in a title do not make the comma the separator', () => {
  const rows = parseCsv('Xã A, huyện B, tỉnh C\nSố;Tên;Nơi ở;Ngày;Ghi chú\n1;Mơ;Khu 3, xã A, huyện B;2;x');
  expect(rows?.[2]).toEqual(['1', 'Mơ', 'Khu 3, xã A, huyện B', '2', 'x']);
});

test('separators and commas in quotes do not count when the separator is found out', () => {
  expect(parseCsv('"a;b;c;d;e",f,"g;h"')).toEqual([['a;b;c;d;e', 'f', 'g;h']]);
});

test('a first line "sep=" names the separator', () => {
  expect(parseCsv('sep=,\r\na,b;c;d')).toEqual([['a', 'b;c;d']]);
});

test('a quoted cell may hold separators, line breaks and doubled quotes', () => {
  expect(parseCsv('a;"b;\r\nc ""d"""\r\n"";e')).toEqual([
    ['a', 'b;\r\nc "d"'],
    ['', 'e'],
  ]);
});

test('quotes inside a cell are ordinary characters, and so is one that nothing closes', () => {
  expect(parseCsv('Hà "Tý" Páo;x\n"Lý;y\n"Mơ;z')).toEqual([
    ['Hà "Tý" Páo', 'x'],
    ['Lý;y\nMơ', 'z'],
  ]);
  expect(parseCsv('a;b\n"Lý;y\nMơ;z')).toEqual([
    ['a', 'b'],
    ['"Lý', 'y'],
    ['Mơ', 'z'],
  ]);
});

test('what follows a closing quote belongs to the cell', () => {
  expect(parseCsv('"a"b;c')).toEqual([['ab', 'c']]);
});

test('rows may end with any line break, the last one with none', () => {
  expect(parseCsv('a;b\rc;d\ne;f\r\ng;h')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
    ['g', 'h'],
  ]);
});

test('blank rows keep their place, those at the end are dropped', () => {
  expect(parseCsv('a;b\n\n;;\nc;d\n;\n\n\n')).toEqual([['a', 'b'], [], [], ['c', 'd']]);
  expect(parseCsv('')).toEqual([]);
  expect(parseCsv(' \n ; \n')).toEqual([]);
});

test('an endless tail of blank rows costs nothing', () => {
  expect(parseCsv(`a;b\n${';\n'.repeat(200_000)}`)).toEqual([['a', 'b']]);
});

test('more rows than a sheet may have are not read', () => {
  expect(parseCsv('a;b\n'.repeat(MOST_ROWS))).toHaveLength(MOST_ROWS);
  expect(parseCsv('a;b\n'.repeat(MOST_ROWS + 100))).toBeUndefined();
});

test('cells past the last column are left out', () => {
  expect(parseCsv(';a'.repeat(1_000))?.[0]).toHaveLength(MOST_COLUMNS);
});

test('a text full of quotes that nothing closes is read in one go', () => {
  const rows = parseCsv('a;b\n'.repeat(3) + '"x;'.repeat(300_001));
  expect(rows).toHaveLength(4);
});
