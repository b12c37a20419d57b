import { describe, expect, test } from 'vitest';
import { officialRowsOf } from '../../../domain/catalogue-import/official-row.ts';
import { readCatalogue } from '../../../domain/catalogue-import/read-catalogue.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import type { Procedure } from '../../../domain/procedure.ts';
import { BIRTH } from '../fixtures.ts';
import { CONTEXT, dirtyCatalogue, KNOWN, notesOf, portalRow, readOne } from './known.ts';

const SAME_DAY = { kind: 'same-day', cutOffMinute: 15 * 60 };

const data = dirtyCatalogue();
const reading = readCatalogue(data, CONTEXT);

describe('the dirty file', () => {
  test('has every row in exactly one of the two lists, in the order of the file', () => {
    const rows = officialRowsOf(data) ?? [];
    const accepted = reading.accepted.map(({ row }) => row);
    const toFix = reading.toFix.map(({ row }) => row);
    expect(rows.length).toBe(74);
    expect([...accepted, ...toFix].toSorted((a, b) => a - b)).toEqual(rows.map((_, index) => index + 1));
    expect(accepted).toEqual(accepted.toSorted((a, b) => a - b));
    expect(toFix).toEqual(toFix.toSorted((a, b) => a - b));
    expect({ accepted: accepted.length, toFix: toFix.length }).toEqual({ accepted: 46, toFix: 28 });
  });

  test('gives a reason for every row that is to be fixed', () => {
    expect(reading.toFix.filter(({ problems }) => problems.length === 0)).toEqual([]);
  });
});

describe('limits', () => {
  test('one of unit OTHER is same-day where the steps say so, the known version does, or the field is certification', () => {
    expect([accepted('1.001193').limit, notesOf(reading, '1.001193')]).toEqual([
      SAME_DAY,
      expect.arrayContaining(['limit-from-steps']),
    ]);
    for (const code of ['2.000908', '2.000927']) {
      expect(accepted(code).limit).toEqual(SAME_DAY);
      expect(notesOf(reading, code)).toContain('one-other-as-same-day');
    }
  });

  test('one of unit OTHER is to fix where three days are known', () => {
    expect(notesOf(reading, '1.004859')).toEqual(['limit-unit-missing']);
  });

  test('words correct the filler of unit OTHER', () => {
    expect(accepted('1.001570').limit).toEqual({ kind: 'working-days', days: 3 });
    expect(notesOf(reading, '1.001570')).toContain('limit-number-ignored');
  });

  test('a bare number counts working days in civil status, with a warning, and is to fix elsewhere', () => {
    for (const code of ['1.001022', '1.000689', '1.004873', '1.004884']) {
      expect(notesOf(reading, code)).toContain('bare-number-as-working-days');
    }
    expect(accepted('1.004884').limit).toEqual({ kind: 'working-days', days: 5 });
    expect(notesOf(reading, '1.003471')).toEqual(['limit-unit-missing']);
  });

  test('a bare one in civil status is same-day where that is known, else one working day', () => {
    const one = { processingTime: 1, processingTimeUnit: undefined };
    const known = readCatalogue([portalRow({ ...one, code: BIRTH.code, name: BIRTH.name })], CONTEXT);
    expect(known.accepted[0]?.procedure.limit).toEqual(SAME_DAY);
    expect(readOne(one).procedure?.limit).toEqual({ kind: 'working-days', days: 1 });
  });

  test('the row and the counter it describes must not differ', () => {
    const executionMethods = [{ submissionMethod: 'DIRECT', processingTime: 5, processingTimeUnit: 'WORKING_DAY' }];
    expect(readOne({ executionMethods }).problems).toEqual(['limit-contradictory']);
    expect(readOne({ executionMethods, processingTime: 5 }).problems).toEqual([]);
  });

  test('"Không có thông tin" is no limit, unless the steps tell the day and the hour', () => {
    expect(notesOf(reading, '2.000884')).toEqual(['limit-missing']);
    expect(notesOf(reading, '2.002228')).toEqual(['limit-missing']);
    expect(accepted('2.000815').limit).toEqual(SAME_DAY);
  });

  test('"Không quy định" is the limit of a procedure that has none', () => {
    expect(accepted('2.002226').limit).toEqual({ kind: 'none' });
    expect(notesOf(reading, '2.002226')).toContain('no-limit-published');
  });

  test('number and words that contradict are to fix, and so are a fraction and an unknown unit', () => {
    expect(notesOf(reading, '2.001016')).toEqual(['limit-contradictory']);
    expect(notesOf(reading, '1.003347')).toEqual(['limit-contradictory']);
    expect(notesOf(reading, '2.001019')).toEqual(['limit-not-a-whole-number']);
    expect(notesOf(reading, '1.003677')).toEqual(['limit-unit-unknown']);
  });

  test('a channel keeps the limit of its own', () => {
    expect(accepted('1.012812').limit).toEqual({ kind: 'calendar-days', days: 40 });
    expect(accepted('1.012812').limitByChannel).toEqual({ post: { kind: 'calendar-days', days: 30 } });
  });

  test('hours stay hours, and a month is thirty days', () => {
    expect(accepted('2.001159').limit).toEqual({ kind: 'hours', hours: 1 });
    expect(accepted('1.003596').limit).toEqual({ kind: 'calendar-days', days: 60 });
  });

  test('further limits for some are not the limit of all', () => {
    expect(accepted('2.001023').limit).toEqual({ kind: 'working-days', days: 15 });
    expect(accepted('1.000894').limit).toEqual(SAME_DAY);
    expect(notesOf(reading, '2.001023')).toContain('limit-differs-for-some');
  });
});

describe('names', () => {
  test('line breaks and runs of blanks are one space', () => {
    expect(accepted('1.000894').name).toBe('Thủ tục đăng ký kết hôn');
  });

  test('a name of more than 200 characters is kept whole', () => {
    const { name, alias } = accepted('2.000547');
    expect(name.length).toBeGreaterThan(200);
    expect(name).not.toMatch(/\s\s|\n/);
    expect(alias).toBe('Ghi vào Sổ hộ tịch việc hộ tịch khác');
  });

  test('mark-up and entities are gone, and composed letters are NFC', () => {
    expect(accepted('2.001621').name).toMatch(/^Hỗ trợ đầu tư xây dựng[^<>&]*$/);
    expect(accepted('1.004873').name).toBe('Thủ tục cấp Giấy xác nhận tình trạng hôn nhân');
    expect(notesOf(reading, '2.001621')).toContain('markup-removed');
    expect(accepted('1.008004').name).toBe('Chuyển đổi cơ cấu cây trồng, vật nuôi trên đất trồng lúa');
  });

  test('the alias and the letters of a known procedure stay; a new one gets an alias somebody should look at', () => {
    expect(accepted('1.001193')).toMatchObject({ alias: 'Khai sinh', shortcuts: ['ks'] });
    expect(notesOf(reading, '1.001193')).not.toContain('alias-made');
    expect(accepted('1.001078').alias).toBe('Sinh hoạt tôn giáo tập trung');
    expect(notesOf(reading, '1.001078')).toContain('alias-made');
  });

  test("another procedure's page under a known code is to fix", () => {
    expect(notesOf(reading, '2.000635')).toEqual(['name-of-another-procedure']);
    const page = portalRow({ code: '1.001193', name: 'Hỗ trợ phát triển sản xuất cộng đồng' });
    expect(notesOf(readCatalogue([page], CONTEXT), '1.001193')).toEqual(['name-of-another-procedure']);
    const birth = portalRow({ code: '1.004873', name: 'Đăng ký khai sinh' });
    expect(notesOf(readCatalogue([birth], CONTEXT), '1.004873')).toEqual(['name-of-another-procedure']);
  });

  test('a name that another code has is to fix even where the two names are alike', () => {
    const name = 'Thủ tục đăng ký lại khai sinh';
    const rows = [portalRow({ code: BIRTH.code, name }), portalRow({ code: '1.004884', name })];
    const again = readCatalogue(rows, CONTEXT);
    expect(notesOf(again, BIRTH.code)).toEqual(['name-of-another-procedure']);
    expect(notesOf(again, '1.004884')).toContain('name-under-several-codes');
    expect(notesOf(readCatalogue(rows.slice(0, 1), CONTEXT), BIRTH.code)).toEqual(['name-changed']);
  });

  test('one title under codes nobody knows yet is taken over with a warning', () => {
    for (const code of ['3.000226', '3.000227', '3.000228', '1.002544']) {
      expect(notesOf(reading, code)).toContain('name-under-several-codes');
    }
  });

  test('a name that a new decision changed a little is a warning', () => {
    expect(notesOf(reading, '2.001035')).toEqual(['name-changed']);
  });
});

describe('codes', () => {
  test('what the province appended is split off', () => {
    expect(accepted('1.004746').localSuffix).toBe('000.00.00.H44');
    expect(accepted('1.011609').localSuffix).toBe('H38');
    expect(accepted('1.001193')).not.toHaveProperty('localSuffix');
  });

  test('a code that a spreadsheet made a number of gets its zeros back', () => {
    expect(accepted('2.000930').code).toBe('2.000930');
    expect(notesOf(reading, '2.000930')).toContain('code-was-a-number');
  });

  test('other codes are to fix', () => {
    expect(notesOf(reading, '2.00095')).toEqual(['code-not-national']);
    expect(notesOf(reading, '5.002211')).toEqual(['code-not-national']);
    expect(notesOf(reading, 'BTP-PTO-277310')).toEqual(['code-not-national']);
    expect(notesOf(reading, '2.000424.PHUTHO')).toEqual(['code-suffix-unknown']);
    expect(readOne({ code: undefined }).problems).toEqual(['code-missing']);
  });

  test('one code under two names: both are to fix', () => {
    const rows = reading.toFix.filter(({ code }) => code === '1.011607');
    expect(rows.map(({ problems }) => problems)).toEqual([
      [{ code: 'code-used-twice', value: '42, 43' }],
      [{ code: 'code-used-twice', value: '42, 43' }],
    ]);
    expect(reading.accepted.some(({ procedure }) => procedure.code === '1.011607')).toBe(false);
  });

  test('a row that is repeated word for word is taken over, with a warning on the second', () => {
    const rows = reading.accepted.filter(({ procedure }) => procedure.code === '1.011608');
    expect(rows.map(({ warnings }) => warnings.some(({ code }) => code === 'row-repeated'))).toEqual([false, true]);
  });
});

describe('rows that are none', () => {
  test('null, a text, a number, a list and an empty object are to fix', () => {
    const codes = reading.toFix.filter(({ row }) => row >= 52 && row <= 56).map(({ problems }) => problems[0]?.code);
    expect(codes).toEqual(['not-a-row', 'not-a-row', 'not-a-row', 'not-a-row', 'code-missing']);
  });

  test('the name or the level that is missing is named', () => {
    expect(notesOf(reading, '1.003446')).toEqual(['name-missing']);
    expect(notesOf(reading, '1.002693')).toEqual(['level-not-ours']);
    expect(readOne({ isWard: undefined, categoriesDetails: 'Không có thông tin' }).problems).toEqual([
      'field-missing',
      'level-missing',
    ]);
  });

  test('what is no list of procedures is one row to fix', () => {
    for (const nothing of [null, undefined, 'danh mục', 7, {}, { procedures: 'không' }]) {
      expect(readCatalogue(nothing, CONTEXT)).toEqual({
        accepted: [],
        toFix: [{ row: 1, problems: [{ code: 'not-a-catalogue' }] }],
      });
    }
  });

  test('an empty list is an empty catalogue', () => {
    expect(readCatalogue([], CONTEXT)).toEqual({ accepted: [], toFix: [] });
    expect(readCatalogue({ procedures: [] }, CONTEXT)).toEqual({ accepted: [], toFix: [] });
  });
});

describe('the publication', () => {
  test('a row holds from its own day, else from that of the file; a day that is none is to fix', () => {
    expect(accepted('1.001266').effectiveFrom).toBe('2026-03-01');
    expect(accepted('1.001193')).toMatchObject({ effectiveFrom: '2026-02-01', version: '2026-02-01' });
    expect(notesOf(reading, '2.000720')).toEqual(['effective-from-not-a-day']);
  });

  test('the decision is kept where number and day are known', () => {
    expect(accepted('1.001193').decision).toEqual({ number: '3606/QĐ-BTP', date: '2025-11-28' });
    const inOneCell = readOne({ decisionNo: 'Quyết định số 525/QĐ-UBND ngày 16/3/2023 của Chủ tịch UBND tỉnh' });
    expect(inOneCell.procedure?.decision).toEqual({ number: '525/QĐ-UBND', date: '2023-03-16' });
    expect(readOne({ decisionNo: '525/QĐ-UBND' }).warnings).toEqual(['decision-incomplete']);
  });

  test('sensitive procedures are restricted, and a file never lifts a restriction', () => {
    for (const code of ['2.001263', '1.001699', '1.009999', '1.001078', '2.001947']) {
      expect(accepted(code).isRestricted).toBe(true);
      expect(notesOf(reading, code)).toContain('restricted');
    }
    expect(accepted('1.001193')).not.toHaveProperty('isRestricted');
    const known = KNOWN.map((procedure) => ({ ...procedure, isRestricted: true }));
    const again = readCatalogue(data, { ...CONTEXT, known });
    expect(again.accepted.find(({ procedure }) => procedure.code === '1.001193')?.procedure.isRestricted).toBe(true);
  });

  test('old and new words for how far a procedure goes online', () => {
    const scopes = ['Toàn trình', 'Mức độ 4', 'Một phần', '3', 'Không', 2].map(
      (onlineLevel) => readOne({ onlineLevel }).procedure?.onlineScope,
    );
    expect(scopes).toEqual(['full', 'full', 'partial', 'partial', 'none', 'none']);
    expect(readOne({ onlineLevel: 'nhanh' }).warnings).toEqual(['online-scope-unknown']);
  });

  test('rows are held against the version in force today, not against one to come', () => {
    const next: Procedure = { ...BIRTH, effectiveFrom: plainDate('2027-03-01'), alias: 'Sinh' };
    for (const known of [
      [BIRTH, next],
      [next, BIRTH],
    ]) {
      const { accepted: rows } = readCatalogue(data, { ...CONTEXT, known });
      expect(rows[0]?.procedure.alias).toBe('Khai sinh');
    }
    expect(readCatalogue(data, { ...CONTEXT, known: [next] }).accepted[0]?.procedure.alias).toBe('Sinh');
  });

  test('of two headings for one thing the better one wins, and an empty list is no answer', () => {
    expect(readOne({ code: undefined, 'Mã số': '1.004845', 'Mã TTHC': '1.004837' }).procedure?.code).toBe('1.004837');
    expect(readOne({ code: undefined, 'Mã TTHC': '1.004837', 'Mã số': '1.004845' }).procedure?.code).toBe('1.004837');
    expect(readOne({ 'Lĩnh vực': [], categoriesDetails: [{ name: 'Hộ tịch' }] }).procedure?.field).toBe('Hộ tịch');
  });

  test('legs and the limit of the law are ours and stay', () => {
    const linked: Procedure = {
      ...BIRTH,
      statutoryLimit: { kind: 'working-days', days: 9 },
      linkedSteps: [{ by: 'commune', name: 'Khai sinh', budget: { kind: 'working-days', days: 1 } }],
      limit: { kind: 'working-days', days: 9 },
    };
    const { accepted: rows } = readCatalogue(data, { ...CONTEXT, known: [linked] });
    const birth = rows.find(({ procedure }) => procedure.code === '1.001193');
    expect(birth?.procedure).toMatchObject({ statutoryLimit: linked.statutoryLimit, linkedSteps: linked.linkedSteps });
    expect(birth?.warnings.map(({ code }) => code)).toContain('linked-steps-kept');
  });
});

function accepted(code: string): Procedure {
  const row = reading.accepted.find(({ procedure }) => procedure.code === code);
  if (!row) throw new Error(`not accepted: ${code} ${JSON.stringify(notesOf(reading, code))}`);
  return row.procedure;
}
