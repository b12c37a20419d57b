import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { COMMUNE_PROCEDURES } from '../../domain/catalogue/commune-procedures.ts';
import { readOldDossiers } from '../../domain/go-live/old-dossier-row.ts';
import { plainDate } from '../../domain/plain-date.ts';
import { readSheet } from '../../electron/core/sheet-file.ts';
import { refusalOf, valueOf } from '../domain/fixtures.ts';
import { OPEN_DOSSIERS } from '../fixtures/go-live/contents.ts';
import { type FixtureCell, type FixtureSheet, xlsxOf, zipOf } from '../fixtures/go-live/workbook.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sheet-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/go-live/${name}`, import.meta.url));

async function read(content: string | Buffer, name = 'sheet') {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return readSheet(place);
}

const HEADER = ['Mã hồ sơ', 'Chủ hồ sơ', 'Ghi chú'];
const TEXT = 'Mã hồ sơ;Chủ hồ sơ;Ghi chú\r\nA-1;Đinh Thị Mơ;x\r\n';
const SHEET = { header: HEADER, rows: [['A-1', 'Đinh Thị Mơ', 'x']], headerRow: 1 };

/** A workbook of one sheet whose rows under the header are `rows`. */
function bookOf(...rows: readonly (readonly FixtureCell[])[]): Buffer {
  return xlsxOf([{ name: 'Hồ sơ', rows: [HEADER, ...rows] }]);
}

async function rowsOf(...rows: readonly (readonly FixtureCell[])[]) {
  return valueOf(await read(bookOf(...rows))).rows;
}

/** A good workbook with one of its parts replaced; undefined leaves it out. */
function bookWith(part: string, xml: string | Buffer | undefined): Buffer {
  const sheet =
    '<worksheet><sheetData><row><c t="inlineStr"><is><t>a</t></is></c></row><row><c><v>1</v></c></row></sheetData></worksheet>';
  const parts = new Map<string, string | Buffer>([
    ['xl/workbook.xml', '<workbook xmlns:r="u"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId1" Type="u/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ],
    ['xl/worksheets/sheet1.xml', sheet],
  ]);
  if (xml === undefined) parts.delete(part);
  else parts.set(part, xml);
  return zipOf([...parts]);
}

const SHEET_PART = 'xl/worksheets/sheet1.xml';

describe('the sheets of an old system', () => {
  test.each(['ho-so-mo.csv', 'ho-so-mo.xlsx'])('%s gives every row its place', async (name) => {
    const sheet = valueOf(await readSheet(fixture(name)));
    const found = readOldDossiers(sheet, { day: plainDate('2020-04-20'), procedures: COMMUNE_PROCEDURES });
    expect(found.accepted.map(({ row, warnings }) => [row, warnings.map(({ code }) => code)])).toEqual([
      [7, ['id-zero-restored']],
      [8, []],
      [10, ['procedure-unknown', 'appointment-missing']],
    ]);
    expect(found.toFix.map(({ row, problems }) => [row, problems.map(({ code }) => code)])).toEqual([
      [11, ['number-used-twice']],
      [12, ['number-used-twice']],
      [14, ['number-missing', 'received-unreadable']],
    ]);
    expect(found.skipped.map(({ row, why }) => [row, why])).toEqual([
      [6, 'heading'],
      [9, 'blank'],
      [13, 'not-open'],
      [15, 'blank'],
      [16, 'total'],
    ]);
    expect(found.accepted[0]?.dossier).toMatchObject({
      oldNumber: '000.86.22.H44-200413-0003',
      oldScanText: '2004130003',
      applicant: { idNumber: '025190000001', phone: { kind: 'number', digits: '0912345678' } },
      receivedAt: '2020-04-13T08:15',
      appointmentAt: '2020-04-14T17:30',
      state: 'result-ready',
    });
    expect(found.accepted[1]?.dossier).toMatchObject({
      note: 'Thiếu bản sao sổ đỏ; hẹn bổ sung',
      procedureCode: '2.001035',
    });
  });

  test('the workbook among the fixtures is the one its contents make', () => {
    const made = xlsxOf([{ name: 'Hồ sơ', rows: OPEN_DOSSIERS }]);
    expect(readFileSync(fixture('ho-so-mo.xlsx')).equals(made)).toBe(true);
  });
});

describe('separated text', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${TEXT.replaceAll(';', '\t')}`, 'utf16le')],
    ['decomposed UTF-8', Buffer.from(TEXT.normalize('NFD'))],
  ])('in %s is read', async (_name, bytes) => {
    const sheet = valueOf(await read(bytes));
    expect(JSON.parse(JSON.stringify(sheet).normalize('NFC'))).toEqual(SHEET);
  });

  test('in the code page of old Windows programs is read', async () => {
    // "Đề" there: Đ, ê, and a combining grave.
    const bytes = Buffer.concat([Buffer.from('So;Ten\r\n1;'), Buffer.from([0xd0, 0xea, 0xcc])]);
    expect(valueOf(await read(bytes)).rows[0]?.[1]?.normalize('NFC')).toBe('Đề');
  });

  test('is told by what is in it, not by its name', async () => {
    expect(valueOf(await read(TEXT, 'sheet.xlsx'))).toEqual(SHEET);
    expect(valueOf(await read(bookOf(['A-1', 'Đinh Thị Mơ', 'x']), 'sheet.csv'))).toEqual(SHEET);
  });
});

describe('a workbook', () => {
  test('gives dates as days and moments, numbers in all their digits', async () => {
    const day: FixtureCell = { number: 43_941, style: 'day' };
    const moment: FixtureCell = { number: 43_941.34375, style: 'moment' };
    const padded: FixtureCell = { number: 912_345_678, style: 'tenDigits' };
    const dayCount: FixtureCell = { number: 43_941, style: 'dayCount' };
    expect(await rowsOf([day, moment, padded, dayCount, 25_190_000_001, 1.5, 2 ** 60])).toEqual([
      ['2020-04-20', '2020-04-20T08:15', '0912345678', '43941', '25190000001', '1.5', '1.152921504606847E+18'],
    ]);
  });

  test('that counts from 1904 gives the same days', async () => {
    const day: FixtureCell = { number: 43_941 - 1_462, style: 'day' };
    const book = xlsxOf([{ name: 'A', rows: [HEADER, [day]] }], { date1904: true });
    expect(valueOf(await read(book)).rows).toEqual([['2020-04-20']]);
  });

  test('keeps blank rows and cells in their places', async () => {
    expect(await rowsOf([], ['A-1', '', 'x'], [], ['', '', 'y'])).toEqual([[], ['A-1', '', 'x'], [], ['', '', 'y']]);
  });

  test.each([
    ['written in the cell', '<c r="A2" t="inlineStr"><is><r><t>Hà </t></r><r><t>Páo</t></r></is></c>', 'Hà Páo'],
    ['without its pronunciation', '<c r="A2" t="inlineStr"><is><t>Hà</t><rPh><t>ha</t></rPh></is></c>', 'Hà'],
    ['that a formula gave', '<c r="A2" t="str"><f>A1&amp;"x"</f><v>A&lt;&#x1EDD;&#10;_x0041_</v></c>', 'A<ờ\nA'],
    ['in a section of its own', '<c r="A2" t="str"><v><![CDATA[a<b&amp;]]></v></c>', 'a<b&amp;'],
    ['behind a remark', '<c r="A2" t="str"><!-- > --><v>a</v></c>', 'a'],
    ['of a truth value', '<c r="A2" t="b"><v>1</v></c>', 'TRUE'],
    ['of a date of its own kind', '<c r="A2" t="d"><v>2020-04-20T00:00:00</v></c>', '2020-04-20'],
    ['behind a sign of more in an attribute', '<c x="a>b" r=\'A2\' t="str"><v>a</v></c>', 'a'],
    ['in another style than exists', '<c r="A2" s="99"><v>7</v></c>', '7'],
    ['of a number that is none', '<c r="A2"><v>abc</v></c>', 'abc'],
  ])('reads a text %s', async (_name, xml, text) => {
    expect((await rowsOf([{ xml }, 'x']))[0]?.[0]).toBe(text);
  });

  test.each([
    ['an error of a formula', '<c r="A2" t="e"><v>#N/A</v></c>'],
    ['a text that is not in the list', '<c r="A2" t="s"><v>99</v></c>'],
    ['a cell with nothing but a style', '<c r="A2" s="1"/>'],
  ])('%s is an empty cell', async (_name, xml) => {
    expect((await rowsOf([{ xml }, 'x']))[0]).toEqual(['', 'x']);
  });

  test('whose cells and parts carry prefixes, and no references, is read in order', async () => {
    const xml =
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c t="str"><x:v>a</x:v></x:c><x:c><x:v>1</x:v></x:c></x:row>' +
      '<x:row><x:c/><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(valueOf(await read(bookWith(SHEET_PART, xml)))).toMatchObject({ header: ['a', '1'], rows: [['', '2']] });
  });

  test('opens at the sheet on view that has the header of old dossiers', async () => {
    const guide: FixtureSheet = { name: 'Hướng dẫn', rows: [['Cách nhập', 'Ví dụ'], ['x']] };
    const open: FixtureSheet = { name: 'Hồ sơ', rows: [HEADER, ['A-1']] };
    const hidden: FixtureSheet = { name: 'Ẩn', rows: [HEADER, ['B-1']], isHidden: true };
    const empty: FixtureSheet = { name: 'Trống', rows: [] };
    expect(valueOf(await read(xlsxOf([empty, hidden, guide, open]))).rows).toEqual([['A-1']]);
    expect(valueOf(await read(xlsxOf([empty, hidden, guide]))).rows).toEqual([['x']]);
  });
});

describe('not-a-sheet', () => {
  test.each([
    ['a workbook of before 2007, or one locked by a password', Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex')],
    ['a web page under the name of a sheet', Buffer.from('\r\n<html><table><tr><td>Mã hồ sơ</td></tr></table></html>')],
    ['a printed page', Buffer.from('%PDF-1.4\n')],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['UTF-16 that does not say so', Buffer.from(TEXT, 'utf16le')],
    ['a zip file without a workbook', zipOf([['word/document.xml', '<document/>']])],
  ])('%s', async (_name, bytes) => {
    expect(refusalOf(await read(bytes))).toEqual({ code: 'not-a-sheet' });
  });
});

describe('unreadable', () => {
  test('what is not there, and a folder', async () => {
    mkdirSync(path.join(folder, 'folder'), { recursive: true });
    expect(refusalOf(await readSheet(path.join(folder, 'nothing')))).toEqual({ code: 'unreadable' });
    expect(refusalOf(await readSheet(path.join(folder, 'folder')))).toEqual({ code: 'unreadable' });
  });

  test('a part that is not what its check sum says', async () => {
    const book = bookOf(['A-1', 'Đinh Thị Mơ']);
    const at = book.lastIndexOf(SHEET_PART) - 46 + 16;
    book.writeUInt32LE((book.readUInt32LE(at) ^ 1) >>> 0, at);
    expect(refusalOf(await read(book))).toEqual({ code: 'unreadable' });
  });

  test('a workbook that is cut off anywhere, or has a byte changed anywhere, never throws', async () => {
    const book = bookOf(['A-1', 'Đinh Thị Mơ']);
    const before = valueOf(await read(book));
    for (let at = 4; at < book.length; at += 7) {
      expect((await read(book.subarray(0, at))).ok).toBe(false);
      const changed = Buffer.from(book);
      changed.writeUInt8(changed.readUInt8(at) ^ 0x5a, at);
      const after = await read(changed);
      // What stands in the file twice or is not needed may change; what it says may not, but for whole parts gone.
      if (after.ok) expect([before.rows, [[]]]).toContainEqual(after.value.rows);
    }
  });

  test.each([
    ['XML that is broken off', '<worksheet><sheetData><row><c><v>1</v></c></row>'],
    ['XML with a tag that does not end', '<worksheet><sheetData><row r="1'],
    ['a document type, which could name a text that grows without end', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'],
    ['a remark that does not end', '<worksheet><!-- '],
    ['more ends than beginnings', '</worksheet></worksheet>'],
    ['an end before its beginning', '</worksheet><worksheet>'],
  ])('%s', async (_name, xml) => {
    expect(refusalOf(await read(bookWith(SHEET_PART, xml)))).toEqual({ code: 'unreadable' });
  });
});

describe('too much', () => {
  test('a file of more than 20 MB is not opened', async () => {
    expect(refusalOf(await read(Buffer.alloc(20 * 1024 * 1024 + 1, 'a;b\n')))).toEqual({ code: 'too-large' });
  });

  test('a small workbook that unpacks to more than 64 MB is stopped on the way', async () => {
    const bomb = bookWith(SHEET_PART, Buffer.alloc(65 * 1024 * 1024, ' '));
    expect(bomb.length).toBeLessThan(200_000);
    expect(refusalOf(await read(bomb))).toEqual({ code: 'too-large' });
    // The same, with a size in its list that is not true.
    const at = bomb.lastIndexOf(SHEET_PART) - 46;
    bomb.writeUInt32LE(100, at + 24);
    expect(refusalOf(await read(bomb))).toEqual({ code: 'too-large' });
  });

  test('the sheets of a workbook count together', async () => {
    const blank = { xml: `<c t="str">${' '.repeat(40 * 1024 * 1024)}</c>` };
    const one: FixtureSheet = { name: 'A', rows: [['a'], [blank, 'b']] };
    expect(valueOf(await read(xlsxOf([one]))).rows).toEqual([['', 'b']]);
    expect(refusalOf(await read(xlsxOf([one, { ...one, name: 'B' }])))).toEqual({ code: 'too-large' });
  });

  test('a cell in the last corner of a sheet takes no room for those between', async () => {
    const corner = { xml: '<c r="XFD2" t="str"><v>x</v></c>' };
    expect(await rowsOf(['A-1', corner])).toEqual([['A-1']]);
    const far = (row: number) =>
      `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="${row}"><c r="A${row}"><v>1</v></c></row></sheetData></worksheet>`;
    expect(valueOf(await read(bookWith(SHEET_PART, far(3)))).rows).toEqual([[], ['1']]);
    expect(refusalOf(await read(bookWith(SHEET_PART, far(1_048_576))))).toEqual({ code: 'too-many-rows' });
  });

  test('one long text that every cell names is counted each time', async () => {
    const cells = Array.from({ length: 200 }, (): FixtureCell => ({ xml: '<c t="s"><v>0</v></c>' }));
    const book = xlsxOf([{ name: 'A', rows: [['x'.repeat(300_000)], cells] }]);
    expect(refusalOf(await read(book))).toEqual({ code: 'too-large' });
  });

  test.each([
    ['text', (count: number) => Buffer.from(`So;Ten\n${'1;a\n'.repeat(count)}`)],
    ['a workbook', (count: number) => bookOf(...Array.from({ length: count }, (): FixtureCell[] => [1]))],
  ])('20,000 rows of %s are read, one more is refused', async (_name, make) => {
    expect(valueOf(await read(make(20_000))).rows).toHaveLength(20_000);
    expect(refusalOf(await read(make(20_001)))).toEqual({ code: 'too-many-rows' });
  });
});

test.each([
  ['no byte', Buffer.alloc(0)],
  ['a header alone', Buffer.from('Mã hồ sơ;Chủ hồ sơ\r\n;\r\n')],
  ['a workbook without a cell', xlsxOf([{ name: 'A', rows: [] }])],
  ['a workbook whose sheet is gone', bookWith(SHEET_PART, undefined)],
])('%s is an empty sheet', async (_name, bytes) => {
  expect(refusalOf(await read(bytes))).toEqual({ code: 'empty' });
});
