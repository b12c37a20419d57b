import { describe, expect, test } from 'vitest';
import { COMMUNE_PROCEDURES } from '../../../domain/catalogue/commune-procedures.ts';
import { UPSTREAM_PROCEDURES } from '../../../domain/catalogue/upstream-procedures.ts';
import { UPSTREAM_SUCCESSORS } from '../../../domain/catalogue/upstream-successors.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import type { LinkedStep, Procedure, ProcedureLimit } from '../../../domain/procedure.ts';
import { findProcedure, proceduresInForce } from '../../../domain/procedure-catalogue.ts';

const FIRST_TRIAL_DAY = plainDate('2020-04-20');
const LAST_DAY_OF_DISTRICTS = plainDate('2025-06-30');
const DAY_OF_THE_REFORM = plainDate('2025-07-01');
const ALL_VERSIONS = [...UPSTREAM_PROCEDURES, ...UPSTREAM_SUCCESSORS];

function codesOf(procedures: readonly Procedure[]): readonly string[] {
  return procedures.map((each) => each.code);
}

function doubled(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** The limit the legs add up to; "none" as soon as one of them has none. */
function sumOf(steps: readonly LinkedStep[]): ProcedureLimit {
  const days = steps.map(({ budget }) => (budget.kind === 'working-days' ? budget.days : undefined));
  if (days.includes(undefined)) return { kind: 'none' };
  return { kind: 'working-days', days: days.reduce<number>((sum, each) => sum + (each ?? 0), 0) };
}

describe('the procedures of the district', () => {
  test('are forty or more, all in force when the trial begins and on the last day of the districts', () => {
    expect(UPSTREAM_PROCEDURES.length).toBeGreaterThanOrEqual(40);
    expect(proceduresInForce(UPSTREAM_PROCEDURES, FIRST_TRIAL_DAY)).toEqual(UPSTREAM_PROCEDURES);
    expect(proceduresInForce(UPSTREAM_PROCEDURES, LAST_DAY_OF_DISTRICTS)).toEqual(UPSTREAM_PROCEDURES);
    expect(UPSTREAM_PROCEDURES.every((each) => each.level === 'upstream')).toBe(true);
  });

  test('have a national code each, none given twice and none the commune had at the time', () => {
    const codes = codesOf(UPSTREAM_PROCEDURES);
    expect(codes.filter((code) => !/^[1236]\.\d{6}$/.test(code))).toEqual([]);
    expect(doubled(codes)).toEqual([]);
    expect(doubled([...codes, ...codesOf(proceduresInForce(COMMUNE_PROCEDURES, FIRST_TRIAL_DAY))])).toEqual([]);
  });

  test('end with the district level: none of that level is in force after it', () => {
    const inForce = proceduresInForce(ALL_VERSIONS, DAY_OF_THE_REFORM);
    expect(inForce.filter((each) => each.level === 'upstream')).toEqual([]);
    expect(inForce.length).toBeGreaterThan(0);
  });

  test('have an alias each that a counter can print in one line, none given twice', () => {
    const aliases = UPSTREAM_PROCEDURES.map((each) => each.alias);
    expect(doubled(aliases)).toEqual([]);
    expect(aliases.filter((alias) => alias.length > 40)).toEqual([]);
  });

  test('have shortcuts of two to five plain letters, none given twice', () => {
    const shortcuts = UPSTREAM_PROCEDURES.flatMap((each) => each.shortcuts);
    expect(shortcuts.filter((shortcut) => !/^[a-z]{2,5}$/.test(shortcut))).toEqual([]);
    expect(doubled(shortcuts)).toEqual([]);
    expect(UPSTREAM_PROCEDURES.every((each) => each.shortcuts.length > 0)).toBe(true);
  });

  test('cut the same day at 15:00, and count whole days otherwise', () => {
    for (const { limit } of ALL_VERSIONS) {
      if (limit.kind === 'same-day') expect(limit.cutOffMinute).toBe(900);
      if ('days' in limit) expect(Number.isInteger(limit.days) && limit.days > 0).toBe(true);
    }
  });

  test('have texts without line breaks, double spaces or decomposed letters', () => {
    const texts = ALL_VERSIONS.flatMap(({ name, alias, field, resultName, fees, requiredPapers, linkedSteps }) => [
      name,
      alias,
      field,
      resultName,
      ...fees.flatMap((fee) => [fee.name, fee.note ?? '-']),
      ...requiredPapers.flatMap((paper) => [paper.name, paper.condition ?? '-']),
      ...(linkedSteps ?? []).map((step) => step.name),
    ]);
    expect(texts.filter((text) => text !== text.normalize('NFC').replace(/\s+/gu, ' ').trim())).toEqual([]);
    expect(texts).not.toContain('');
  });
});

describe('what the district asked to be paid', () => {
  test('is an amount in whole đồng or left to the provincial council, under an id given once', () => {
    for (const { fees } of ALL_VERSIONS) {
      expect(doubled(fees.map((fee) => fee.id))).toEqual([]);
      for (const { amount } of fees) {
        if (amount.kind === 'flat') expect(Number.isInteger(amount.vnd) && amount.vnd >= 1_000).toBe(true);
      }
    }
  });

  test('is left to the council for everything in civil status', () => {
    const civilStatus = UPSTREAM_PROCEDURES.filter((each) => each.field === 'Hộ tịch');
    expect(civilStatus).toHaveLength(15);
    const kinds = civilStatus.map(({ fees }) => fees.map((fee) => fee.amount.kind));
    expect(kinds.every(([only, ...rest]) => only === 'set-by-council' && rest.length === 0)).toBe(true);
  });
});

describe.each(UPSTREAM_PROCEDURES.map(({ alias, requiredPapers }) => ({ alias, requiredPapers })))(
  'the papers of "$alias"',
  ({ requiredPapers }) => {
    test('are eight at most, one of them needed by all, under ids in kebab-case given once', () => {
      const ids = requiredPapers.map((paper) => paper.id);
      expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
      expect(doubled(ids)).toEqual([]);
      expect(ids.length).toBeLessThanOrEqual(8);
      expect(requiredPapers.some((paper) => paper.required)).toBe(true);
    });

    test('are needed by all, or say by whom', () => {
      expect(requiredPapers.filter((paper) => paper.required === (paper.condition !== undefined))).toEqual([]);
    });

    test('consist of at least one sheet', () => {
      expect(requiredPapers.filter((paper) => paper.originals + paper.copies < 1)).toEqual([]);
    });
  },
);

describe('the linked procedures', () => {
  const linked = UPSTREAM_PROCEDURES.flatMap(({ alias, limit, linkedSteps }) =>
    linkedSteps ? [{ alias, limit, linkedSteps }] : [],
  );

  test('are the three of social protection', () => {
    expect(linked.map((each) => each.alias)).toEqual([
      'Trợ cấp xã hội hàng tháng',
      'Mai táng phí bảo trợ xã hội',
      'Đưa vào cơ sở trợ giúp xã hội',
    ]);
  });

  test.each(linked)('"$alias" begins in the commune, goes up, and its parts make up its limit', (each) => {
    const owners = each.linkedSteps.map((step) => step.by);
    expect(owners[0]).toBe('commune');
    expect(owners).toContain('upstream');
    expect(sumOf(each.linkedSteps)).toEqual(each.limit);
  });

  test('funeral costs take two working days in the commune and three above', () => {
    const funeral = linked.find((each) => each.alias === 'Mai táng phí bảo trợ xã hội');
    expect(funeral?.linkedSteps.map((step) => step.budget)).toEqual([
      { kind: 'working-days', days: 2 },
      { kind: 'working-days', days: 3 },
    ]);
  });
});

describe('since the districts ended', () => {
  test('a procedure that went to the commune is found there, from the very next day', () => {
    const before = findProcedure(ALL_VERSIONS, '1.001612', LAST_DAY_OF_DISTRICTS);
    const after = findProcedure(ALL_VERSIONS, '1.001612', DAY_OF_THE_REFORM);
    expect([before?.level, before?.version]).toEqual(['upstream', '2020-01-01']);
    expect([after?.level, after?.version]).toEqual(['commune', '2025-07-01']);
    expect(after?.requiredPapers).toEqual(before?.requiredPapers);
  });

  test('every successor is open-ended, of the commune, and has exactly one predecessor', () => {
    expect(UPSTREAM_SUCCESSORS.every((each) => each.level === 'commune' && !('effectiveTo' in each))).toBe(true);
    expect(proceduresInForce(UPSTREAM_SUCCESSORS, DAY_OF_THE_REFORM)).toEqual(UPSTREAM_SUCCESSORS);
    const withoutSuccessor = UPSTREAM_PROCEDURES.filter(({ code }) => !codesOf(UPSTREAM_SUCCESSORS).includes(code));
    expect(new Set(withoutSuccessor.map((each) => each.field))).toEqual(new Set(['Bảo trợ xã hội']));
    expect(withoutSuccessor.length + UPSTREAM_SUCCESSORS.length).toBe(UPSTREAM_PROCEDURES.length);
  });

  test.each([
    ['2.000806', { kind: 'calendar-days', days: 15 }, { kind: 'working-days', days: 5 }],
    ['2.000779', { kind: 'calendar-days', days: 15 }, { kind: 'calendar-days', days: 10 }],
    ['1.001695', { kind: 'calendar-days', days: 15 }, { kind: 'calendar-days', days: 10 }],
    ['2.000756', { kind: 'working-days', days: 2 }, { kind: 'working-days', days: 2 }],
  ])('the limit of %s is the one of its time', (code, before, after) => {
    expect(findProcedure(ALL_VERSIONS, code, FIRST_TRIAL_DAY)?.limit).toEqual(before);
    expect(findProcedure(ALL_VERSIONS, code, DAY_OF_THE_REFORM)?.limit).toEqual(after);
  });

  test('no name speaks of the commune level before the reform, nor of the district level after it', () => {
    expect(UPSTREAM_PROCEDURES.filter(({ name }) => /cấp xã(?! hội)/.test(name))).toEqual([]);
    expect(UPSTREAM_SUCCESSORS.filter(({ name }) => /cấp huyện|Phòng Tư pháp/.test(name))).toEqual([]);
  });
});
