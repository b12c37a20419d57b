import { expect, test } from 'vitest';
import { readCatalogue } from '../../../domain/catalogue-import/read-catalogue.ts';
import { CONTEXT, notesOf } from './known.ts';

const GUARDIANSHIP = {
  'Mã TTHC': '1.004837.000.00.00.H44',
  'Tên thủ tục': 'Thủ tục đăng ký giám hộ',
  'Lĩnh vực': 'Hộ tịch',
  'Cấp thực hiện': 'Cấp xã',
  'Thời hạn': '03',
  'Đơn vị thời hạn': 'ngày làm việc',
  'Thời hạn trực tuyến': '02 ngày làm việc',
  'Phí, lệ phí': 'Không',
  'Thành phần hồ sơ':
    'Tờ khai đăng ký giám hộ (1 bản chính)\n[Trường hợp giám hộ cử]\n- Văn bản cử người giám hộ (1 bản chính, 2 bản sao)\n[Giấy tờ phải xuất trình]\nThẻ căn cước (01 bản chính)',
  'Kết quả': 'Trích lục đăng ký giám hộ',
  'Số quyết định': '525/QĐ-UBND',
  'Ngày quyết định': '16/03/2023',
  'Hiệu lực từ': '2026-04-01',
  'Mức độ trực tuyến': 'Một phần',
  'Bưu chính công ích': 'Có',
};

test('a record of a table becomes a procedure', () => {
  const { accepted, toFix } = readCatalogue([GUARDIANSHIP], CONTEXT);
  expect(toFix).toEqual([]);
  expect(accepted).toEqual([
    {
      row: 1,
      warnings: [{ code: 'alias-made', value: 'Giám hộ' }],
      procedure: {
        code: '1.004837',
        localSuffix: '000.00.00.H44',
        version: '2026-02-01',
        effectiveFrom: '2026-04-01',
        name: 'Thủ tục đăng ký giám hộ',
        alias: 'Giám hộ',
        shortcuts: [],
        field: 'Hộ tịch',
        level: 'commune',
        limit: { kind: 'working-days', days: 3 },
        limitByChannel: { online: { kind: 'working-days', days: 2 } },
        fees: [],
        requiredPapers: [
          {
            id: 'to-khai-dang-ky-giam-ho',
            name: 'Tờ khai đăng ký giám hộ',
            mode: 'submit',
            originals: 1,
            copies: 0,
            required: true,
          },
          {
            id: 'van-ban-cu-nguoi-giam-ho',
            name: 'Văn bản cử người giám hộ',
            mode: 'submit',
            originals: 1,
            copies: 2,
            required: false,
            condition: 'Trường hợp giám hộ cử',
            group: 'Trường hợp giám hộ cử',
          },
          { id: 'the-can-cuoc', name: 'Thẻ căn cước', mode: 'show', originals: 1, copies: 0, required: true },
        ],
        resultName: 'Trích lục đăng ký giám hộ',
        onlineScope: 'partial',
        acceptsPost: true,
        decision: { number: '525/QĐ-UBND', date: '2023-03-16' },
      },
    },
  ]);
});

test('headings are compared without marks, case and punctuation', () => {
  const plain = Object.fromEntries(
    Object.entries(GUARDIANSHIP).map(([heading, value]) => [
      heading.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D').toUpperCase().replace(/[ ,]+/g, '_'),
      value,
    ]),
  );
  expect(Object.keys(plain)).toContain('DON_VI_THOI_HAN');
  expect(readCatalogue([plain], CONTEXT)).toEqual(readCatalogue([GUARDIANSHIP], CONTEXT));
});

test('empty cells and columns nobody knows do no harm', () => {
  const row = { ...GUARDIANSHIP, 'Thời hạn trực tuyến': ' ', STT: '1', '': 'x', 'Ghi chú': 'đã rà soát' };
  const { accepted } = readCatalogue([row], CONTEXT);
  expect(accepted[0]?.procedure).not.toHaveProperty('limitByChannel');
});

test('a record with an empty code or limit is to fix', () => {
  const reading = readCatalogue(
    [
      { ...GUARDIANSHIP, 'Mã TTHC': '' },
      { ...GUARDIANSHIP, 'Thời hạn': '', 'Thời hạn trực tuyến': '' },
    ],
    CONTEXT,
  );
  expect(reading.toFix.map(({ row, problems }) => [row, problems.map(({ code }) => code)])).toEqual([
    [1, ['code-missing']],
    [2, ['limit-missing']],
  ]);
  expect(notesOf(reading, '1.004837')).toEqual(['limit-missing']);
});

test('the channels of a cell are read; one nobody knows is a warning', () => {
  const row = { ...GUARDIANSHIP, 'Bưu chính công ích': '', 'Hình thức nộp': 'Trực tiếp; Trực tuyến; Bưu chính' };
  expect(readCatalogue([row], CONTEXT).accepted[0]?.procedure.acceptsPost).toBe(true);
  expect(notesOf(readCatalogue([{ ...row, 'Hình thức nộp': 'Fax' }], CONTEXT), '1.004837')).toContain(
    'channel-unknown',
  );
});
