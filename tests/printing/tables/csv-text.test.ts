import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../domain/go-live/csv.ts';
import { csvText } from '../../../printing/tables/csv-text.ts';

const lineOf = (...cells: readonly (string | number)[]): string => csvText([cells]).slice(1, -2);

test('a file begins with the mark of UTF-8, has semicolons, and ends its lines as Windows does', () => {
  expect(
    csvText([
      ['Đinh Thị Mận', 2],
      ['Khu 3', 3],
    ]),
  ).toBe('\uFEFFĐinh Thị Mận;2\r\nKhu 3;3\r\n');
});

describe('a text that a spreadsheet would take for a formula', () => {
  test.each(['=1+1', '+84912', '-2', '@SUM(A1)', ' =1', '\u00a0=1', '\t=1'])(
    'has an apostrophe before it: %o',
    (text) => {
      expect(lineOf(text).replaceAll('"', '').startsWith("'")).toBe(true);
    },
  );

  test('is no number: a sum that is negative stays one', () => {
    expect(lineOf(-8000, 1.5)).toBe('-8000;1,5');
  });

  test('is none when the sign stands within it', () => {
    expect(lineOf('H44.33.12-261124-0001')).toBe('H44.33.12-261124-0001');
  });
});

describe('what would break a line', () => {
  test('a semicolon and a quote are kept in quotes, and read back as they were', () => {
    const cells = ['Tổ 1; xã Trung Sơn', 'gọi là "Mận"'];
    expect(parseCsv(`${lineOf(...cells)}\r\n`)).toEqual([cells]);
  });

  test('a line break becomes a space, and so does a space that may not be broken', () => {
    expect(lineOf('a \r\n b', '0912\u00a0345')).toBe('a b;0912 345');
  });
});
