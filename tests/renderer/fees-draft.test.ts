import { describe, expect, test } from 'vitest';
import { COPY_FROM_ORIGINAL, SIGNATURE } from '../../domain/catalogue/certification-procedures.ts';
import { BIRTH_REGISTRATION } from '../../domain/catalogue/civil-status-procedures.ts';
import { PERMANENT_RESIDENCE } from '../../domain/catalogue/residence-procedures.ts';
import type { FeeRule } from '../../domain/fees/fee-rule.ts';
import { plainDate } from '../../domain/plain-date.ts';
import {
  EMPTY_FEES,
  type FeeBasis,
  type FeesDraft,
  feesBlock,
  feesShown,
  intakeFeesOf,
  isPaidNow,
  mayBeCollected,
  receiptOf,
  refusedPart,
} from '../../renderer/fees/fees-draft.ts';
import { lineText, sumsText, whyOpen } from '../../renderer/text/fees.ts';

const DAY = plainDate('2020-04-20');

function basis(rules: readonly FeeRule[], part: Partial<FeeBasis> = {}): FeeBasis {
  return { rules, day: DAY, channel: 'direct', councilAmounts: {}, ...part };
}

function counting(counts: Partial<FeesDraft['counts']>, part: Partial<FeesDraft> = {}): FeesDraft {
  return { ...EMPTY_FEES, ...part, counts: { ...EMPTY_FEES.counts, ...counts } };
}

const COPIES = basis(COPY_FROM_ORIGINAL.fees);
const BIRTH = basis(BIRTH_REGISTRATION.fees);
const TWO = basis([
  { id: 'fee', kind: 'fee', name: 'Phí thẩm định', amount: { kind: 'flat', vnd: 10_000, per: 'dossier' } },
  { id: 'duty', kind: 'duty', name: 'Lệ phí cấp giấy', amount: { kind: 'flat', vnd: 8_000, per: 'copy' } },
  {
    id: 'extra',
    kind: 'fee',
    name: 'Phí kiểm tra',
    amount: { kind: 'flat', vnd: 5_000, per: 'dossier' },
    condition: 'Kiểm tra thực địa',
  },
]);

describe('what the fee card asks for', () => {
  test.for([
    ['pages and copies, of certified copies', COPIES, ['pages', 'copies']],
    ['signatures, of certified signatures', basis(SIGNATURE.fees), ['signatures']],
    ['nothing, where nothing is to be paid', basis([]), []],
    ['nothing to count, where the council sets the amount', BIRTH, []],
  ] as const)('is %s', ([, by, counted]) => {
    expect(feesShown(EMPTY_FEES, by).counted).toEqual(counted);
  });

  test('are the amounts of the council that the table of the unit does not have', () => {
    expect(feesShown(EMPTY_FEES, BIRTH).toType.map(({ id }) => id)).toEqual(['duty']);
    expect(feesShown(EMPTY_FEES, { ...BIRTH, councilAmounts: { duty: 8_000 } })).toMatchObject({
      toType: [],
      assessed: { ok: true, value: { dutyVnd: 8_000, unassessed: [] } },
    });
  });

  test('are only reasons of exemption that a rule knows, each once', () => {
    const { reasons } = feesShown(EMPTY_FEES, basis(PERMANENT_RESIDENCE.fees));
    expect(reasons).toEqual([...new Set(reasons)]);
    expect(reasons).toContain('poor-household');
    expect(feesShown(EMPTY_FEES, COPIES).reasons).toEqual([]);
  });
});

describe('the total', () => {
  test.for([
    ['two pages, one copy', { pages: '2', copies: '1' }, 4_000],
    ['three pages, two copies', { pages: '3', copies: '2' }, 10_000],
    ['so many pages that the cap of a copy holds', { pages: '250', copies: '3' }, 600_000],
  ] as const)('of %s is reckoned while it is typed', ([, counts, totalVnd]) => {
    expect(feesShown(counting(counts), COPIES).assessed).toMatchObject({ ok: true, value: { totalVnd } });
  });

  test('keeps fee and duty apart, and has what only some pay only where it is ticked', () => {
    const typed = counting({ copies: '2' });
    expect(feesShown(typed, TWO).assessed).toMatchObject({ value: { feeVnd: 10_000, dutyVnd: 16_000 } });
    expect(feesShown({ ...typed, chosen: ['extra'] }, TWO).assessed).toMatchObject({ value: { feeVnd: 15_000 } });
    expect(sumsText({ feeVnd: 10_000, dutyVnd: 16_000 })).toBe('Phí 10.000 đ · Lệ phí 16.000 đ');
  });

  test('stays open where one of several is not counted, and says which', () => {
    const { assessed, reckoned } = feesShown(EMPTY_FEES, TWO);
    expect(assessed.ok).toBe(false);
    expect(reckoned.map(({ rule, line }) => [rule.id, line.ok])).toEqual([
      ['fee', true],
      ['duty', false],
    ]);
  });

  test('follows the channel: who files online pays less', () => {
    const { fees } = PERMANENT_RESIDENCE;
    expect(feesShown(EMPTY_FEES, basis(fees)).assessed).toMatchObject({ value: { totalVnd: 20_000 } });
    expect(feesShown(EMPTY_FEES, basis(fees, { channel: 'online' })).assessed).toMatchObject({
      value: { totalVnd: 10_000 },
    });
  });

  test('is nothing for who is exempt, and the waived amount is said', () => {
    const typed = { ...EMPTY_FEES, exemption: 'poor-household', evidence: ' Sổ 14 ' } as const;
    const { reckoned, assessed } = feesShown(typed, basis(PERMANENT_RESIDENCE.fees));
    expect(assessed).toMatchObject({ value: { totalVnd: 0, exemption: { evidence: 'Sổ 14' } } });
    expect(reckoned.map(({ line }) => line.ok && lineText(line.value))).toEqual([
      'Lệ phí đăng ký cư trú: 20.000 đ, miễn 20.000 đ',
    ]);
  });
});

describe('a reception', () => {
  test('takes nothing of an untouched card, and everything that was counted', () => {
    expect(intakeFeesOf(EMPTY_FEES, feesShown(EMPTY_FEES, COPIES))).toBeUndefined();
    const typed = counting({ pages: '3', copies: '2' });
    expect(intakeFeesOf(typed, feesShown(typed, COPIES))).toEqual({ counts: { pages: 3, copies: 2 } });
    const council = { ...EMPTY_FEES, council: { duty: '8.000' } };
    expect(intakeFeesOf(council, feesShown(council, BIRTH))).toEqual({ counts: {}, councilAmounts: { duty: 8_000 } });
  });

  test('does not wait for what may be counted later, but for what is wrong', () => {
    expect(feesBlock(feesShown(EMPTY_FEES, COPIES), false)).toBe(false);
    expect(feesBlock(feesShown(EMPTY_FEES, BIRTH), false)).toBe(false);
    expect(feesBlock(feesShown(counting({ pages: '0', copies: '1' }), COPIES), false)).toBe(true);
    expect(feesBlock(feesShown({ ...EMPTY_FEES, council: { duty: 'tám nghìn' } }, BIRTH), false)).toBe(true);
  });

  test('that is paid at once waits until every amount is known', () => {
    expect(feesBlock(feesShown(EMPTY_FEES, COPIES), true)).toBe(true);
    expect(feesBlock(feesShown(EMPTY_FEES, BIRTH), true)).toBe(true);
    expect(feesBlock(feesShown(counting({ pages: '1', copies: '1' }), COPIES), true)).toBe(false);
    expect(feesBlock(feesShown(EMPTY_FEES, basis([])), true)).toBe(false);
  });
});

describe('what is collected now', () => {
  test('is asked only where there is, or may be, something to collect', () => {
    expect(mayBeCollected(feesShown(EMPTY_FEES, basis([])))).toBe(false);
    expect(mayBeCollected(feesShown(EMPTY_FEES, COPIES))).toBe(true);
    expect(mayBeCollected(feesShown(EMPTY_FEES, basis(PERMANENT_RESIDENCE.fees)))).toBe(true);
    const exempt = { ...EMPTY_FEES, exemption: 'poor-household' } as const;
    expect(mayBeCollected(feesShown(exempt, basis(PERMANENT_RESIDENCE.fees)))).toBe(false);
  });

  test('is everything where the result is given at once, and else what the clerk ticks', () => {
    expect(isPaidNow({ fees: EMPTY_FEES, isOnTheSpot: false })).toBe(false);
    expect(isPaidNow({ fees: { isCollected: true }, isOnTheSpot: false })).toBe(true);
    expect(isPaidNow({ fees: EMPTY_FEES, isOnTheSpot: true })).toBe(true);
  });
});

describe('what is wrong', () => {
  test('is marked at once; what is missing only when the clerk wants to finish', () => {
    const { reckoned } = feesShown(EMPTY_FEES, COPIES);
    expect([...refusedPart(reckoned, false)]).toEqual([]);
    expect([...refusedPart(reckoned, true)]).toEqual(['pages']);
    const wrong = feesShown({ ...EMPTY_FEES, council: { duty: '8,0' } }, BIRTH);
    expect([...refusedPart(wrong.reckoned, false)]).toEqual(['duty']);
  });

  test('is said so that a clerk knows what to type', () => {
    expect(whyOpen({ code: 'count-missing', ruleId: 'fee', count: 'pages' })).toBe('xin gõ số trang của bản chính');
    expect(whyOpen({ code: 'council-amount-missing', ruleId: 'duty' })).toContain('xin gõ số tiền');
  });
});

describe('the receipt', () => {
  test('is none where nothing was typed, and half a one goes to the rules as it is', () => {
    expect(receiptOf(EMPTY_FEES)).toEqual({ kind: 'none' });
    expect(receiptOf({ receipt: { book: ' AB-20 ', number: '' } })).toEqual({
      kind: 'numbered',
      book: 'AB-20',
      number: '',
    });
  });
});
