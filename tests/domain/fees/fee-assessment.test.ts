import { describe, expect, test } from 'vitest';
import { COMMUNE_PROCEDURES } from '../../../domain/catalogue/commune-procedures.ts';
import type { Channel } from '../../../domain/channel.ts';
import { assessFees, type FeeCounts } from '../../../domain/fees/fee-assessment.ts';
import { type FeeRule, feeRulesInForce } from '../../../domain/fees/fee-rule.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { refusalOf, valueOf } from '../fixtures.ts';
import {
  asked,
  BY_PAGE,
  CONTRACT_FEE,
  COUNCIL_DUTY,
  DUTY,
  EXTRA_COPIES,
  EXTRACT_FEE,
  ONLINE_FREE,
  SIGNATURE_FEE,
} from './fee-samples.ts';

const POOR = { reason: 'poor-household', evidence: 'Giấy chứng nhận hộ nghèo 2020' } as const;
const IN_TIME = { reason: 'filed-in-time', evidence: 'Sinh ngày 01/04/2020' } as const;

function totalOf(rule: FeeRule, counts: FeeCounts): number {
  return valueOf(assessFees([rule], asked({ counts }))).totalVnd;
}

describe('certified copies are paid by pages of the original, for each copy', () => {
  test.each([
    [1, 1, 2_000],
    [2, 1, 4_000],
    [3, 1, 5_000],
    [3, 2, 10_000],
    [1, 10, 20_000],
    [10, 1, 12_000],
    [197, 1, 199_000],
    [198, 1, 200_000],
    [199, 1, 200_000],
    [300, 1, 200_000],
    [300, 3, 600_000],
  ])('%d pages, %d copies: %d đồng', (pages, copies, vnd) => {
    expect(totalOf(BY_PAGE, { pages, copies })).toBe(vnd);
  });

  test('the line shows how: the copies, what one of them takes, and whether the cap was reached', () => {
    const lineOf = (pages: number) => valueOf(assessFees([BY_PAGE], asked({ counts: { pages, copies: 2 } }))).lines[0];
    const how = { kind: 'by-page', copies: 2 };
    expect(lineOf(3)).toMatchObject({ quantity: 2, how: { ...how, pages: 3, copyVnd: 5_000, isCapped: false } });
    expect(lineOf(198)).toMatchObject({ how: { ...how, copyVnd: 200_000, isCapped: false } });
    expect(lineOf(199)).toMatchObject({ how: { ...how, copyVnd: 200_000, isCapped: true } });
  });
});

test.each([
  { of: 'a signature', rule: SIGNATURE_FEE, counts: { signatures: 1 }, vnd: 10_000 },
  { of: 'three signatures', rule: SIGNATURE_FEE, counts: { signatures: 3 }, vnd: 30_000 },
  { of: 'a contract', rule: CONTRACT_FEE, counts: { contracts: 1 }, vnd: 50_000 },
  { of: 'two contracts', rule: CONTRACT_FEE, counts: { contracts: 2 }, vnd: 100_000 },
  { of: 'two copies of an extract', rule: EXTRACT_FEE, counts: { copies: 2 }, vnd: 16_000 },
  {
    of: 'a dossier, whatever was counted',
    rule: DUTY,
    counts: { pages: 9, copies: 9, signatures: 9, contracts: 9 },
    vnd: 5_000,
  },
])('$of: $vnd đồng', ({ rule, counts, vnd }) => {
  expect(totalOf(rule, counts)).toBe(vnd);
});

test('several originals are counted each by itself: three of one page in two copies are not one of three pages', () => {
  const originals = [1, 1, 1].map((pages) => ({ pages, copies: 2 }));
  const [line] = valueOf(assessFees([BY_PAGE], asked({ counts: { originals } }))).lines;
  expect(line).toMatchObject({ quantity: 6, amountVnd: 12_000, how: { kind: 'by-original' } });
  expect(totalOf(BY_PAGE, { pages: 3, copies: 2 })).toBe(10_000);
});

test('a fee by the page is multiplied by pages alone', () => {
  const rule: FeeRule = { ...SIGNATURE_FEE, amount: { kind: 'flat', vnd: 300, per: 'page' } };
  expect(totalOf(rule, { pages: 7, copies: 5 })).toBe(2_100);
});

test('fee and duty are summed apart', () => {
  const rules = [EXTRACT_FEE, DUTY, { ...SIGNATURE_FEE, id: 'second' }];
  expect(valueOf(assessFees(rules, asked({ counts: { copies: 1, signatures: 2 } })))).toMatchObject({
    feeVnd: 28_000,
    dutyVnd: 5_000,
    totalVnd: 33_000,
    unassessed: [],
  });
});

test('a procedure without a rule is free', () => {
  expect(valueOf(assessFees([], asked()))).toEqual({ lines: [], feeVnd: 0, dutyVnd: 0, totalVnd: 0, unassessed: [] });
});

describe('day and channel choose the rule', () => {
  test.each<[string, Channel, number]>([
    ['2026-08-07', 'online', 20_000],
    ['2026-08-08', 'online', 0],
    ['2026-11-24', 'online', 0],
    ['2026-08-07', 'direct', 20_000],
    ['2026-08-08', 'direct', 20_000],
    ['2026-08-08', 'post', 20_000],
  ])('received %s, %s: %d đồng', (day, channel, vnd) => {
    const assessment = valueOf(assessFees(ONLINE_FREE, asked({ day: plainDate(day), channel })));
    expect(assessment.lines).toHaveLength(1);
    expect(assessment.totalVnd).toBe(vnd);
  });

  test('no procedure shipped asks twice under one id', () => {
    const days = ['2020-01-01', '2023-06-15', '2025-07-01', '2026-08-08', '2026-11-24'].map(plainDate);
    const channels: readonly Channel[] = ['direct', 'online', 'post'];
    for (const { code, fees } of COMMUNE_PROCEDURES) {
      for (const [day, channel] of days.flatMap((each) => channels.map((other) => [each, other] as const))) {
        const ids = feeRulesInForce(fees, day, channel).map((rule) => rule.id);
        expect({ code, day, channel, ids }).toEqual({ code, day, channel, ids: [...new Set(ids)] });
      }
    }
  });
});

describe('a rule with a condition', () => {
  test('is paid only where ticked, and asks for no count where not', () => {
    const rules = [DUTY, EXTRA_COPIES];
    expect(valueOf(assessFees(rules, asked())).totalVnd).toBe(5_000);
    const ticked = asked({ chosen: ['extra-copies'], counts: { copies: 2 } });
    expect(valueOf(assessFees(rules, ticked))).toMatchObject({ feeVnd: 16_000, dutyVnd: 5_000 });
  });

  test('that nobody published cannot be ticked', () => {
    const refusal = refusalOf(assessFees([DUTY, EXTRA_COPIES], asked({ chosen: ['translation'] })));
    expect(refusal).toEqual({ code: 'unknown-rule', ruleId: 'translation' });
  });

  test('cannot be ticked in a channel where it does not hold', () => {
    const rules: readonly FeeRule[] = [{ ...EXTRA_COPIES, channels: ['direct'] }];
    const ticked = { chosen: ['extra-copies'], counts: { copies: 1 } };
    expect(valueOf(assessFees(rules, asked(ticked))).totalVnd).toBe(8_000);
    const refusal = refusalOf(assessFees(rules, asked({ ...ticked, channel: 'post' })));
    expect(refusal).toEqual({ code: 'unknown-rule', ruleId: 'extra-copies' });
  });
});

describe('counts', () => {
  test.each<[keyof FeeCounts, FeeRule, FeeCounts]>([
    ['pages', BY_PAGE, { copies: 1 }],
    ['copies', BY_PAGE, { pages: 1 }],
    ['copies', EXTRACT_FEE, {}],
    ['signatures', SIGNATURE_FEE, { contracts: 1 }],
    ['contracts', CONTRACT_FEE, { signatures: 1 }],
  ])('%s that a rule needs must be given', (count, rule, counts) => {
    const refusal = refusalOf(assessFees([rule], asked({ counts })));
    expect(refusal).toEqual({ code: 'count-missing', ruleId: 'fee', count });
  });

  test.each([0, -1, 1.5, NaN, Infinity, 10_000])('%d copies are refused', (copies) => {
    const refusal = refusalOf(assessFees([EXTRACT_FEE], asked({ counts: { copies } })));
    expect(refusal).toEqual({ code: 'count-out-of-range', ruleId: 'fee', count: 'copies' });
  });

  test('the most that can be counted is 9.999', () => {
    expect(totalOf(EXTRACT_FEE, { copies: 9_999 })).toBe(79_992_000);
  });
});

describe('what the provincial council sets', () => {
  test('is typed by the clerk', () => {
    const refusal = refusalOf(assessFees([COUNCIL_DUTY], asked()));
    expect(refusal).toEqual({ code: 'council-amount-missing', ruleId: 'duty' });
    const typed = asked({ councilAmounts: { duty: 8_000 } });
    expect(valueOf(assessFees([COUNCIL_DUTY], typed))).toMatchObject({ dutyVnd: 8_000, unassessed: [] });
  });

  test('may be nothing, but not less, and not a part of a đồng', () => {
    const withAmount = (duty: number) => assessFees([COUNCIL_DUTY], asked({ councilAmounts: { duty } }));
    expect(valueOf(withAmount(0)).totalVnd).toBe(0);
    for (const duty of [-1, 0.5, NaN, 1_000_000_001]) {
      expect(refusalOf(withAmount(duty))).toEqual({ code: 'amount-out-of-range', ruleId: 'duty' });
    }
  });

  test('stays open where it may, while the rest is assessed', () => {
    const rules = [COUNCIL_DUTY, EXTRACT_FEE];
    const open = valueOf(assessFees(rules, asked({ counts: { copies: 1 }, mayStayOpen: true })));
    expect(open).toMatchObject({ feeVnd: 8_000, dutyVnd: 0, totalVnd: 8_000, unassessed: ['duty'] });
    expect(open.lines.map((line) => line.ruleId)).toEqual(['fee']);
  });

  test('a missing count never stays open', () => {
    const refusal = refusalOf(assessFees([EXTRACT_FEE], asked({ mayStayOpen: true })));
    expect(refusal.code).toBe('count-missing');
  });

  test('never replaces an amount that is published', () => {
    expect(valueOf(assessFees([DUTY], asked({ councilAmounts: { duty: 1 } }))).dutyVnd).toBe(5_000);
  });
});

test('a published amount that is none is refused, not asked for', () => {
  const flat: FeeRule = { ...DUTY, amount: { kind: 'flat', vnd: -5_000, per: 'dossier' } };
  expect(refusalOf(assessFees([flat], asked()))).toEqual({ code: 'amount-out-of-range', ruleId: 'duty' });
  const halves: FeeRule = { ...EXTRACT_FEE, amount: { kind: 'flat', vnd: 0.5, per: 'copy' } };
  expect(refusalOf(assessFees([halves], asked({ counts: { copies: 2 } }))).code).toBe('amount-out-of-range');
  const byPage = { kind: 'by-page', firstPages: 2, firstVnd: 2_000, nextVnd: 0.5, capVnd: 200_000 } as const;
  const refusal = refusalOf(assessFees([{ ...BY_PAGE, amount: byPage }], asked({ counts: { pages: 1, copies: 1 } })));
  expect(refusal).toEqual({ code: 'amount-out-of-range', ruleId: 'fee' });
});

test('a line beyond a billion đồng is refused', () => {
  const refusal = refusalOf(assessFees([BY_PAGE], asked({ counts: { pages: 200, copies: 5_001 } })));
  expect(refusal).toEqual({ code: 'amount-out-of-range', ruleId: 'fee' });
});

describe('an exemption', () => {
  test('waives the lines whose rule names its reason, and says how much; the others stay', () => {
    const assessment = valueOf(assessFees([DUTY, EXTRACT_FEE], asked({ exemption: POOR, counts: { copies: 1 } })));
    expect(assessment).toMatchObject({ feeVnd: 8_000, dutyVnd: 0, totalVnd: 8_000, exemption: POOR });
    expect(assessment.lines).toMatchObject([
      { ruleId: 'duty', amountVnd: 0, exemptVnd: 5_000 },
      { ruleId: 'fee', amountVnd: 8_000, exemptVnd: 0 },
    ]);
  });

  test('needs no amount from the council: a birth registered in time is free at once', () => {
    const assessment = valueOf(assessFees([COUNCIL_DUTY], asked({ exemption: IN_TIME })));
    expect(assessment).toMatchObject({ totalVnd: 0, exemption: IN_TIME, unassessed: [] });
    expect(assessment.lines).toMatchObject([{ amountVnd: 0, exemptVnd: 0 }]);
  });

  test('waives the amount of the council where it is known', () => {
    const known = asked({ exemption: IN_TIME, councilAmounts: { duty: 8_000 } });
    expect(valueOf(assessFees([COUNCIL_DUTY], known)).lines).toMatchObject([{ amountVnd: 0, exemptVnd: 8_000 }]);
  });

  test('that no rule to be paid knows is refused', () => {
    const refusal = refusalOf(assessFees([DUTY, EXTRACT_FEE], asked({ exemption: IN_TIME, counts: { copies: 1 } })));
    expect(refusal).toEqual({ code: 'exemption-not-for-this', ruleIds: ['duty', 'fee'], reason: 'filed-in-time' });
  });

  test('of a rule that was not ticked is refused', () => {
    const rules: readonly FeeRule[] = [EXTRACT_FEE, { ...EXTRA_COPIES, exempt: ['poor-household'] }];
    const refusal = refusalOf(assessFees(rules, asked({ exemption: POOR, counts: { copies: 1 } })));
    expect(refusal).toMatchObject({ code: 'exemption-not-for-this', ruleIds: ['fee'] });
  });
});
