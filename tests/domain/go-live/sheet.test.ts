import { expect, test } from 'vitest';
import { findColumns } from '../../../domain/go-live/old-columns.ts';
import { type Cells, MOST_ROWS, RowGatherer, sheetFrom } from '../../../domain/go-live/sheet.ts';
import { refusalOf, valueOf } from '../fixtures.ts';

const HEADER: Cells = ['STT', 'Mã hồ sơ', 'Họ tên', 'Ngày nhận'];

test('the header is found below a title and blank rows', () => {
  const sheet = valueOf(sheetFrom([['UBND xã', 'Mẫu 06'], [], ['DANH SÁCH HỒ SƠ'], HEADER, ['1', 'A-1'], [], ['2']]));
  expect(sheet).toEqual({ header: HEADER, rows: [['1', 'A-1'], [], ['2']], headerRow: 4 });
});

test('one word of a header in a title does not make it the header', () => {
  const title = ['Chủ hồ sơ', ''];
  expect(valueOf(sheetFrom([title, HEADER, ['1']])).headerRow).toBe(2);
  expect(valueOf(sheetFrom([['Ghi chú'], ['So', 'Ten'], ['1']])).header).toEqual(['So', 'Ten']);
});

test('a header that is repeated on the next page does not move the header', () => {
  expect(valueOf(sheetFrom([HEADER, ['1'], HEADER, ['2']])).headerRow).toBe(1);
});

test('a sheet with nothing below its header is empty', () => {
  expect(refusalOf(sheetFrom([]))).toEqual({ code: 'empty' });
  expect(refusalOf(sheetFrom([HEADER]))).toEqual({ code: 'empty' });
  expect(refusalOf(sheetFrom([HEADER, [' ', ''], []]))).toEqual({ code: 'empty' });
});

test('as many rows as allowed may stand below the header, not one more', () => {
  const rows = Array.from({ length: MOST_ROWS }, (): Cells => ['1']);
  expect(valueOf(sheetFrom([['Tên sổ'], HEADER, ...rows])).rows).toHaveLength(MOST_ROWS);
  expect(refusalOf(sheetFrom([['Tên sổ'], HEADER, ...rows, ['1']]))).toEqual({ code: 'too-many-rows' });
});

test('a row far below is refused before room is made for those above it', () => {
  const gatherer = new RowGatherer();
  expect(gatherer.add(['a'], 2)).toBe(true);
  expect(gatherer.add([''], 1_000_000)).toBe(true);
  expect(gatherer.add(['a'], 1_048_575)).toBe(false);
  expect(gatherer.rows).toEqual([[], [], ['a']]);
});

test('columns are known by many wordings, whatever marks, case, line breaks and remarks', () => {
  const header = ['TT', 'SỐ HỒ SƠ', 'Barcode', 'ho va ten', 'Số CCCD/CMND', 'SĐT', 'Địa  chỉ', 'Tên TTHC (*)'];
  header.push('Mã TTHC', 'Ngày tiếp\nnhận', '11. Ngày hẹn trả (dd/mm/yyyy)', 'Tình trạng', 'Ghi chú'.normalize('NFD'));
  expect(findColumns(header)).toEqual({
    oldNumber: 1,
    oldScanText: 2,
    applicantName: 3,
    applicantIdNumber: 4,
    phone: 5,
    address: 6,
    procedureName: 7,
    procedureCode: 8,
    receivedAt: 9,
    appointmentAt: 10,
    state: 11,
    note: 12,
  });
});

test('the applicant is not the submitter where the sheet names both', () => {
  expect(findColumns(['Người nộp', 'Chủ hồ sơ', 'Họ tên'])).toEqual({ applicantName: 1 });
  expect(findColumns(['Người nộp'])).toEqual({ applicantName: 0 });
});

test('of two columns with the same heading the first counts', () => {
  expect(findColumns(['Ghi chú', 'Ghi chú'])).toEqual({ note: 0 });
});
