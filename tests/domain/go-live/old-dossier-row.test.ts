import { describe, expect, test } from 'vitest';
import { COMMUNE_PROCEDURES } from '../../../domain/catalogue/commune-procedures.ts';
import { readOldDossiers } from '../../../domain/go-live/old-dossier-row.ts';
import type { Cells } from '../../../domain/go-live/sheet.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { BIRTH } from '../fixtures.ts';

const HEADER: Cells = [
  'Mã hồ sơ',
  'Mã vạch',
  'Chủ hồ sơ',
  'Số CCCD',
  'Điện thoại',
  'Địa chỉ',
  'Mã TTHC',
  'Tên TTHC',
  'Ngày nhận',
  'Ngày hẹn trả',
  'Trạng thái',
  'Ghi chú',
];

const GOOD = {
  number: 'A-1',
  scan: '',
  name: 'Đinh Thị Mơ',
  id: '025190000001',
  phone: '0912345678',
  address: 'Khu 3',
  code: '1.001193',
  procedure: '',
  received: '13/04/2020 08:15',
  appointment: '24/04/2020 16:00',
  state: '',
  note: '',
};

/** The cells of an ordinary row, some of them changed. */
function row(changes: Partial<typeof GOOD> = {}): Cells {
  const cells = { ...GOOD, ...changes };
  const { number, scan, name, id, phone, address, code, procedure, received, appointment, state, note } = cells;
  return [number, scan, name, id, phone, address, code, procedure, received, appointment, state, note];
}

function read(...rows: readonly Cells[]) {
  return readOldDossiers(
    { header: HEADER, rows, headerRow: 4 },
    { day: plainDate('2020-04-20'), procedures: COMMUNE_PROCEDURES },
  );
}

function dossierOf(changes: Partial<typeof GOOD>) {
  return read(row(changes)).accepted[0]?.dossier;
}

function warningsOf(changes: Partial<typeof GOOD>) {
  const [accepted] = read(row(changes)).accepted;
  if (!accepted) throw new Error('not accepted');
  return accepted.warnings.map(({ code }) => code);
}

function problemsOf(changes: Partial<typeof GOOD>) {
  return read(row(changes)).toFix.flatMap(({ problems }) => problems);
}

describe('a row that is in order', () => {
  test('becomes a dossier without warnings, under its row in the spreadsheet', () => {
    const { accepted, toFix, skipped, columns } = read(
      row({ scan: '200413 0003', note: 'hẹn', state: 'Đã có kết quả' }),
    );
    expect(accepted).toEqual([
      {
        row: 5,
        warnings: [],
        dossier: {
          oldNumber: 'A-1',
          oldScanText: '200413 0003',
          applicant: {
            kind: 'person',
            name: 'Đinh Thị Mơ',
            idNumber: '025190000001',
            phone: { kind: 'number', digits: '0912345678' },
            address: 'Khu 3',
          },
          procedureCode: '1.001193',
          procedureName: BIRTH.name,
          receivedAt: '2020-04-13T08:15',
          appointmentAt: '2020-04-24T16:00',
          state: 'result-ready',
          note: 'hẹn',
        },
      },
    ]);
    expect([toFix, skipped]).toEqual([[], []]);
    expect(columns.procedureName).toBe(7);
  });

  test('a day without a time is received at opening and promised for closing', () => {
    const dossier = dossierOf({ received: '13/04/2020', appointment: '24/04/2020' });
    expect(dossier).toMatchObject({ receivedAt: '2020-04-13T08:00', appointmentAt: '2020-04-24T17:30' });
  });

  test('what the sheet does not say is absent', () => {
    expect(Object.keys(dossierOf({}) ?? {})).not.toContain('oldScanText');
    expect(Object.keys(dossierOf({}) ?? {})).not.toContain('note');
  });
});

describe('the procedure', () => {
  test('is known by its national code, with or without what the province appends', () => {
    expect(dossierOf({ code: '1.001193.000.00.00.H44' })?.procedureCode).toBe('1.001193');
    expect(dossierOf({ code: '2.00088', procedure: '' })?.procedureName).toBe('2.00088');
    expect(dossierOf({ code: '2.000815', procedure: 'Sao y bản chính' })?.procedureName).toBe('Sao y bản chính');
  });

  test('is known by its name or by what clerks call it, whatever marks and case', () => {
    expect(dossierOf({ code: '', procedure: 'ĐĂNG KÝ KHAI SINH' })?.procedureCode).toBe('1.001193');
    expect(dossierOf({ code: '', procedure: 'khai sinh' })?.procedureCode).toBe('1.001193');
    expect(warningsOf({ code: '', procedure: 'khai sinh' })).toEqual([]);
  });

  test('that nobody knows keeps its name and its code, with a warning', () => {
    expect(dossierOf({ code: '1.999999', procedure: 'Cấp giấy lạ' })).toMatchObject({
      procedureCode: '1.999999',
      procedureName: 'Cấp giấy lạ',
    });
    expect(warningsOf({ code: '1.999999', procedure: 'Cấp giấy lạ' })).toEqual(['procedure-unknown']);
    expect(dossierOf({ code: '', procedure: 'Cấp giấy lạ' })).not.toHaveProperty('procedureCode');
    expect(warningsOf({ code: '', procedure: 'Cấp giấy lạ' })).toEqual(['procedure-unknown']);
  });

  test('is not guessed from a name that two procedures share', () => {
    const procedures = [BIRTH, { ...BIRTH, code: '1.000001' }];
    const sheet = { header: HEADER, rows: [row({ code: '', procedure: BIRTH.alias })], headerRow: 1 };
    const [accepted] = readOldDossiers(sheet, { day: plainDate('2020-04-20'), procedures }).accepted;
    expect(accepted?.dossier).not.toHaveProperty('procedureCode');
    expect(accepted?.warnings.map(({ code }) => code)).toEqual(['procedure-unknown']);
  });

  test('follows the code where the name is that of another, with a warning', () => {
    expect(dossierOf({ procedure: 'Khai tử' })).toMatchObject({ procedureCode: '1.001193', procedureName: 'Khai tử' });
    expect(warningsOf({ procedure: 'Khai tử' })).toEqual(['procedure-contradiction']);
  });

  test('is to fix where the row names none', () => {
    expect(problemsOf({ code: '' })).toEqual([{ code: 'procedure-missing', column: 'procedureName' }]);
  });
});

describe('accepted with a warning', () => {
  test.each([
    [{ appointment: '' }, 'appointment-missing'],
    [{ appointment: 'theo giấy hẹn' }, 'appointment-unreadable'],
    [{ appointment: '12/04/2020' }, 'appointment-before-reception'],
    [{ phone: '12345' }, 'phone-unreadable'],
    [{ id: 'chưa có CMND' }, 'id-unreadable'],
    [{ id: '2.519E+10' }, 'id-unreadable'],
    [{ id: '25190000001' }, 'id-zero-restored'],
    [{ state: 'Hoàn thành' }, 'state-unknown'],
    [{ scan: '2.00413E+15' }, 'scan-text-rounded'],
  ])('%o: %s', (changes, warning) => {
    expect(warningsOf(changes)).toEqual([warning]);
  });

  test('a warning names the column and what stands there', () => {
    expect(read(row({ phone: '12345' })).accepted[0]?.warnings).toEqual([
      { code: 'phone-unreadable', column: 'phone', value: '12345' },
    ]);
    expect(dossierOf({ phone: '12345' })?.applicant.phone).toEqual({ kind: 'none' });
  });

  test('the same barcode in two rows: a scan will find both', () => {
    const { accepted } = read(
      row({ scan: 'V 1' }),
      row({ number: 'A-2', scan: 'v1' }),
      row({ number: 'A-3', scan: 'V2' }),
    );
    expect(accepted.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
      ['scan-text-used-twice'],
      ['scan-text-used-twice'],
      [],
    ]);
  });

  test('a received date on the day itself is in order', () => {
    expect(warningsOf({ received: '20/04/2020 23:59' })).toEqual([]);
  });
});

describe('to fix', () => {
  test.each([
    [{ number: '' }, 'number-missing', 'oldNumber'],
    [{ number: '---' }, 'number-missing', 'oldNumber'],
    [{ number: '2,00413E+14' }, 'number-rounded', 'oldNumber'],
    [{ name: '' }, 'name-missing', 'applicantName'],
    [{ name: '12' }, 'name-missing', 'applicantName'],
    [{ received: '' }, 'received-missing', 'receivedAt'],
    [{ received: '31/02/2020' }, 'received-unreadable', 'receivedAt'],
    [{ received: '21/04/2020' }, 'received-after-today', 'receivedAt'],
    [{ name: 'M'.repeat(201) }, 'too-long', 'applicantName'],
    [{ note: 'x'.repeat(1_001) }, 'too-long', 'note'],
  ])('%o: %s', (changes, code, column) => {
    expect(problemsOf(changes)).toMatchObject([{ code, column }]);
    expect(read(row(changes)).accepted).toEqual([]);
  });

  test('everything that is wrong with a row is named at once', () => {
    const problems = problemsOf({ number: '', name: '', code: '', received: 'mai' }).map(({ code }) => code);
    expect(problems).toEqual(['number-missing', 'name-missing', 'procedure-missing', 'received-unreadable']);
  });

  test('the same old number twice: both rows, however it is written', () => {
    const { accepted, toFix } = read(row(), row({ number: 'a – 1' }), row({ number: 'A-2' }));
    expect(toFix).toEqual([
      { row: 5, problems: [{ code: 'number-used-twice', column: 'oldNumber', value: 'A-1' }] },
      { row: 6, problems: [{ code: 'number-used-twice', column: 'oldNumber', value: 'a – 1' }] },
    ]);
    expect(accepted.map((each) => each.row)).toEqual([7]);
  });

  test('two numbers that only look alike are not the same', () => {
    expect(read(row({ number: '1/12' }), row({ number: '11/2' })).accepted).toHaveLength(2);
  });

  test('rows without a number are not each other', () => {
    const { toFix } = read(row({ number: '' }), row({ number: '' }));
    expect(toFix.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual([
      'number-missing',
      'number-missing',
    ]);
  });

  test('a sheet without the columns has every row to fix', () => {
    const { columns, toFix } = readOldDossiers(
      { header: ['a', 'b'], rows: [['x', 'y']], headerRow: 1 },
      { day: plainDate('2020-04-20'), procedures: COMMUNE_PROCEDURES },
    );
    expect(columns).toEqual({});
    expect(toFix.map((each) => each.row)).toEqual([2]);
  });
});

describe('skipped', () => {
  test('what is closed needs nothing, even when the rest of its row is wrong', () => {
    const { skipped, toFix } = read(row({ state: 'Đã trả kết quả', name: '', received: '' }));
    expect(skipped).toEqual([{ row: 5, why: 'not-open', value: 'Đã trả kết quả' }]);
    expect(toFix).toEqual([]);
  });

  test('a closed row does not use up the number of an open one', () => {
    expect(read(row(), row({ state: 'Đã trả' })).accepted).toHaveLength(1);
  });

  test('blank rows, totals, a repeated heading and the numbers of columns', () => {
    const { skipped } = read(
      HEADER.map((_cell, index) => `(${index + 1})`),
      [],
      [' ', ''],
      HEADER,
      ['', 'Tổng cộng: 12 hồ sơ', '', '', '12'],
      ['Tổng số hồ sơ', '12'],
      ['Cộng', '12'],
    );
    expect(skipped.map(({ row: at, why }) => [at, why])).toEqual([
      [5, 'heading'],
      [6, 'blank'],
      [7, 'blank'],
      [8, 'heading'],
      [9, 'total'],
      [10, 'total'],
      [11, 'total'],
    ]);
  });

  test('a dossier with the word for a total in a cell is still a dossier', () => {
    expect(read(row({ note: 'Cộng' })).accepted).toHaveLength(1);
    expect(read(row({ name: 'Tống Công' })).accepted).toHaveLength(1);
  });
});
