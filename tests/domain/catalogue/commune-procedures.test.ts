import { describe, expect, test } from 'vitest';
import { COMMUNE_PROCEDURES } from '../../../domain/catalogue/commune-procedures.ts';
import { feeRulesInForce, headlineFee } from '../../../domain/fees/fee-rule.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { limitOf, type LinkedStep, type Procedure, type ProcedureLimit } from '../../../domain/procedure.ts';
import { proceduresInForce, searchProcedures } from '../../../domain/procedure-catalogue.ts';

const FIRST_TRIAL_DAY = plainDate('2020-04-20');
const LAST_DAY_OF_DISTRICTS = plainDate('2025-06-30');
const DAY_OF_THE_REFORM = plainDate('2025-07-01');
const TODAY = plainDate('2026-11-24');

function doubled(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function isSingleTidyLine(text: string): boolean {
  return text !== '' && text === text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function codesOf(procedures: readonly Procedure[]): readonly string[] {
  return procedures.map((each) => each.code);
}

function named(alias: string): Procedure {
  const found = COMMUNE_PROCEDURES.find((each) => each.alias === alias);
  if (!found) throw new Error(`no procedure is called "${alias}"`);
  return found;
}

/** The working days the legs take together; a leg that counts otherwise fails the test. */
function sumOf(steps: readonly LinkedStep[]): ProcedureLimit {
  const days = steps.map(({ budget }) => (budget.kind === 'working-days' ? budget.days : Number.NaN));
  return { kind: 'working-days', days: days.reduce((sum, each) => sum + each, 0) };
}

describe('the procedures of a commune', () => {
  test('are sixty or more, all of this level and in force today', () => {
    expect(COMMUNE_PROCEDURES.length).toBeGreaterThanOrEqual(60);
    expect(proceduresInForce(COMMUNE_PROCEDURES, TODAY)).toEqual(COMMUNE_PROCEDURES);
    expect(COMMUNE_PROCEDURES.every((each) => each.level === 'commune')).toBe(true);
  });

  test('of 2020 are those whose code and limit held then; the others came with the reform', () => {
    const early = codesOf(proceduresInForce(COMMUNE_PROCEDURES, FIRST_TRIAL_DAY));
    expect(early).toHaveLength(47);
    expect(codesOf(proceduresInForce(COMMUNE_PROCEDURES, LAST_DAY_OF_DISTRICTS))).toEqual(early);
    expect(proceduresInForce(COMMUNE_PROCEDURES, DAY_OF_THE_REFORM)).toEqual(COMMUNE_PROCEDURES);
    for (const ofTheReform of ['1.012812', '1.011607', '1.013133', '1.004222', '2.002516']) {
      expect(early).not.toContain(ofTheReform);
    }
  });

  test('have a national code each, and one version stands once', () => {
    expect(doubled(COMMUNE_PROCEDURES.map((each) => `${each.code}@${each.version}`))).toEqual([]);
    expect(codesOf(COMMUNE_PROCEDURES).filter((code) => !/^[1236]\.\d{6}$/.test(code))).toEqual([]);
    expect(COMMUNE_PROCEDURES.filter((each) => each.version !== each.effectiveFrom)).toEqual([]);
  });

  test('begin with what a counter meets most', () => {
    expect(COMMUNE_PROCEDURES.slice(0, 8).map((each) => each.alias)).toEqual([
      'Sao y',
      'Chứng thực chữ ký',
      'Khai sinh',
      'Trích lục hộ tịch',
      'Tình trạng hôn nhân',
      'Khai tử',
      'Kết hôn',
      'Chứng thực hợp đồng',
    ]);
  });

  test('have an alias each that a counter can print in one line, none given twice', () => {
    const aliases = COMMUNE_PROCEDURES.map((each) => each.alias);
    expect(doubled(aliases)).toEqual([]);
    expect(aliases.filter((alias) => alias.length > 40)).toEqual([]);
  });

  test('have shortcuts of two or three plain letters, none given twice', () => {
    const shortcuts = COMMUNE_PROCEDURES.flatMap((each) => each.shortcuts);
    expect(shortcuts.filter((shortcut) => !/^[a-z]{2,3}$/.test(shortcut))).toEqual([]);
    expect(doubled(shortcuts)).toEqual([]);
    expect(COMMUNE_PROCEDURES.every((each) => each.shortcuts.length > 0)).toBe(true);
  });

  test('are the first to be found by their own alias, code or shortcut', () => {
    for (const procedure of COMMUNE_PROCEDURES) {
      for (const query of [procedure.alias, procedure.code, ...procedure.shortcuts]) {
        expect(searchProcedures(COMMUNE_PROCEDURES, query)[0]?.code, query).toBe(procedure.code);
      }
    }
  });

  test('have texts without line breaks, double spaces or decomposed letters', () => {
    const texts = COMMUNE_PROCEDURES.flatMap(
      ({ name, alias, field, resultName, fees, requiredPapers, linkedSteps }) => [
        name,
        alias,
        field,
        resultName,
        ...fees.flatMap((fee) => [fee.name, fee.note ?? '-']),
        ...requiredPapers.flatMap((paper) => [paper.name, paper.condition ?? '-']),
        ...(linkedSteps ?? []).map((step) => step.name),
      ],
    );
    expect(texts.filter((text) => !isSingleTidyLine(text))).toEqual([]);
  });

  test('keep the sensitive ones off open lists, and only these', () => {
    const restricted = COMMUNE_PROCEDURES.filter((each) => each.isRestricted).map((each) => each.code);
    expect(restricted.toSorted()).toEqual(['1.001653', '1.001699', '2.001255', '2.001263']);
  });
});

describe('the limits', () => {
  const limits = COMMUNE_PROCEDURES.map((each) => each.limit);

  test('occur in every kind, each of one hour or day or more', () => {
    expect(new Set(limits.map((limit) => limit.kind))).toEqual(
      new Set(['same-day', 'working-days', 'calendar-days', 'hours', 'none']),
    );
    const lengths = limits.flatMap((limit) => ('days' in limit ? [limit.days] : 'hours' in limit ? [limit.hours] : []));
    expect(lengths.every((each) => Number.isInteger(each) && each >= 1)).toBe(true);
  });

  test('cut the same day at 15:00', () => {
    const cutOffs = limits.flatMap((limit) => (limit.kind === 'same-day' ? [limit.cutOffMinute] : []));
    expect(new Set(cutOffs)).toEqual(new Set([900]));
  });

  test.each<[string, ProcedureLimit]>([
    ['Khai sinh', { kind: 'same-day', cutOffMinute: 900 }],
    ['Chứng thực hợp đồng', { kind: 'working-days', days: 2 }],
    ['Cải chính hộ tịch', { kind: 'working-days', days: 3 }],
    ['Chấm dứt giám hộ', { kind: 'working-days', days: 2 }],
    ['Nuôi con nuôi', { kind: 'calendar-days', days: 30 }],
    ['Xác định khuyết tật', { kind: 'working-days', days: 25 }],
    ['Công nhận hộ nghèo, cận nghèo', { kind: 'calendar-days', days: 15 }],
    ['Kế hoạch khuyến nông', { kind: 'calendar-days', days: 60 }],
    ['Đăng ký thường trú', { kind: 'working-days', days: 7 }],
    ['Thông báo lưu trú', { kind: 'hours', hours: 1 }],
    ['Tổ hợp tác', { kind: 'none' }],
  ])('of "%s" is as published', (alias, limit) => {
    expect(named(alias).limit).toEqual(limit);
  });

  test('of a land dispute are forty days at the counter and thirty by post', () => {
    const dispute = named('Hòa giải tranh chấp đất đai');
    expect(limitOf(dispute, 'direct')).toEqual({ kind: 'calendar-days', days: 40 });
    expect(limitOf(dispute, 'post')).toEqual({ kind: 'calendar-days', days: 30 });
  });

  test('of linked procedures are what their legs take together, begun and ended at the commune', () => {
    const linked = COMMUNE_PROCEDURES.filter((each) => each.linkedSteps);
    expect(linked.map((each) => [each.code, each.limit])).toEqual([
      ['2.001023', { kind: 'working-days', days: 15 }],
      ['2.000986', { kind: 'working-days', days: 20 }],
    ]);
    for (const { limit, linkedSteps = [] } of linked) {
      expect(sumOf(linkedSteps)).toEqual(limit);
      expect([linkedSteps[0]?.by, linkedSteps.at(-1)?.by]).toEqual(['commune', 'commune']);
      expect(linkedSteps.some((step) => step.by === 'upstream')).toBe(true);
    }
  });
});

describe('the fees', () => {
  test('have ids given once in their procedure', () => {
    const clashing = COMMUNE_PROCEDURES.filter(({ fees }) => doubled(fees.map((fee) => fee.id)).length > 0);
    expect(codesOf(clashing)).toEqual([]);
  });

  test('are whole dong above nothing, or left to the council', () => {
    const amounts = COMMUNE_PROCEDURES.flatMap((each) => each.fees.map((fee) => fee.amount));
    const dong = amounts.flatMap((amount) => {
      if (amount.kind === 'flat') return [amount.vnd];
      return amount.kind === 'by-page' ? [amount.firstVnd, amount.nextVnd, amount.capVnd] : [];
    });
    expect(dong.filter((each) => !Number.isInteger(each) || each <= 0)).toEqual([]);
    expect(new Set(amounts.map((amount) => amount.kind))).toEqual(new Set(['flat', 'by-page', 'set-by-council']));
  });

  test.each([
    ['Sao y', 2_000, 'page'],
    ['Bản sao hợp đồng đã chứng thực', 2_000, 'page'],
    ['Chứng thực chữ ký', 10_000, 'signature'],
    ['Chứng thực hợp đồng', 50_000, 'contract'],
    ['Sửa đổi, hủy bỏ hợp đồng', 30_000, 'contract'],
    ['Sửa lỗi hợp đồng', 25_000, 'contract'],
    ['Trích lục hộ tịch', 8_000, 'copy'],
    ['Nuôi con nuôi', 400_000, 'dossier'],
    ['Kết hôn', 0, 'dossier'],
    ['Khai sinh', undefined, 'dossier'],
    ['Tình trạng hôn nhân', undefined, 'dossier'],
  ])('"%s" costs %s đ for each %s', (alias, amountVnd, per) => {
    expect(headlineFee(named(alias).fees)).toMatchObject({ amountVnd, per });
  });

  test('of a certified copy fall from the third page on and stop at 200,000', () => {
    expect(named('Sao y').fees.map((fee) => fee.amount)).toEqual([
      { kind: 'by-page', firstPages: 2, firstVnd: 2_000, nextVnd: 1_000, capVnd: 200_000 },
    ]);
  });

  test('for registering a birth or a death in time are waived', () => {
    for (const alias of ['Khai sinh', 'Khai tử']) {
      expect(named(alias).fees.flatMap((fee) => fee.exempt ?? [])).toContain('filed-in-time');
    }
    expect(named('Tình trạng hôn nhân').fees.flatMap((fee) => fee.exempt ?? [])).not.toContain('filed-in-time');
  });

  test('of residence are one in each channel, and lower online', () => {
    function paid(alias: string, channel: 'direct' | 'online') {
      const rules = feeRulesInForce(named(alias).fees, TODAY, channel);
      return rules.map((rule) => (rule.amount.kind === 'flat' ? rule.amount.vnd : undefined));
    }
    expect([paid('Đăng ký thường trú', 'direct'), paid('Đăng ký thường trú', 'online')]).toEqual([[20_000], [10_000]]);
    expect([paid('Đăng ký tạm trú', 'direct'), paid('Đăng ký tạm trú', 'online')]).toEqual([[15_000], [7_000]]);
  });
});

describe.each(COMMUNE_PROCEDURES.map((procedure) => ({ alias: procedure.alias, papers: procedure.requiredPapers })))(
  'the papers of "$alias"',
  ({ papers }) => {
    test('have ids that are kebab-case and given once', () => {
      const ids = papers.map((paper) => paper.id);
      expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
      expect(doubled(ids)).toEqual([]);
    });

    test('are few and short enough for a slip, and at least one is asked of everybody', () => {
      expect(papers.length).toBeLessThanOrEqual(9);
      expect(papers.filter((paper) => paper.name.length > 70)).toEqual([]);
      expect(papers.some((paper) => paper.required)).toBe(true);
    });

    test('are needed by all, or say by whom', () => {
      expect(papers.filter((paper) => paper.required === (paper.condition !== undefined))).toEqual([]);
    });

    test('consist of at least one sheet', () => {
      expect(papers.filter((paper) => paper.originals + paper.copies < 1)).toEqual([]);
    });
  },
);
