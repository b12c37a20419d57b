import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Channel } from '../../../domain/channel.ts';
import { type AskedFees, assessFees, type FeeCounts } from '../../../domain/fees/fee-assessment.ts';
import type { ExemptionReason, FeeAmount, FeeRule } from '../../../domain/fees/fee-rule.ts';
import { plainDate } from '../../../domain/plain-date.ts';
import { valueOf } from '../fixtures.ts';

// A failure is run again with the seed that this line shows.
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 500);
console.log(`fee-assessment.property: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

const CHANNELS: readonly Channel[] = ['direct', 'online', 'post'];
const REASONS: readonly ExemptionReason[] = ['poor-household', 'disabled', 'filed-in-time'];
const DAYS = ['2020-01-01', '2024-06-30', '2026-08-07', '2026-08-08'].map(plainDate);

const vnd = fc.integer({ min: 0, max: 50_000 });
const byPage = fc.record({
  kind: fc.constant('by-page' as const),
  firstPages: fc.integer({ min: 0, max: 5 }),
  firstVnd: vnd,
  nextVnd: vnd,
  capVnd: fc.integer({ min: 0, max: 300_000 }),
});
const amount: fc.Arbitrary<FeeAmount> = fc.oneof(
  fc.record({
    kind: fc.constant('flat' as const),
    vnd,
    per: fc.constantFrom(
      'dossier' as const,
      'copy' as const,
      'signature' as const,
      'contract' as const,
      'page' as const,
    ),
  }),
  byPage,
  fc.constant({ kind: 'set-by-council' } as const),
);
const rule: fc.Arbitrary<FeeRule> = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    kind: fc.constantFrom('fee' as const, 'duty' as const),
    name: fc.constant('Phí'),
    amount,
    channels: fc.subarray([...CHANNELS], { minLength: 1 }),
    effectiveFrom: fc.constantFrom(...DAYS),
    exempt: fc.subarray([...REASONS]),
    condition: fc.constant('Khi cần'),
  },
  { requiredKeys: ['id', 'kind', 'name', 'amount'] },
);
const rules = fc.uniqueArray(rule, { selector: (each) => each.id, maxLength: 5 });
const count = fc.integer({ min: 1, max: 60 });
const counts = fc.record({ pages: count, copies: count, signatures: count, contracts: count });
const question: fc.Arbitrary<AskedFees & { readonly counts: Required<Omit<FeeCounts, 'originals'>> }> = fc.record({
  day: fc.constantFrom(...DAYS),
  channel: fc.constantFrom(...CHANNELS),
  counts,
  councilAmounts: fc.record({ a: vnd, b: vnd, c: vnd, d: vnd, e: vnd }),
});

function holds<T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, property), { seed, numRuns });
}

/** Of whole numbers; the sums of the assessment are checked against the lines, not against each other. */
function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe('an assessment', () => {
  test('adds up: the fee lines, the duty lines, both', () => {
    holds(fc.tuple(rules, question), ([published, ask]) => {
      const { lines, feeVnd, dutyVnd, totalVnd } = valueOf(assessFees(published, ask));
      expect(feeVnd).toBe(sum(lines.filter((line) => line.kind === 'fee').map((line) => line.amountVnd)));
      expect(dutyVnd).toBe(sum(lines.filter((line) => line.kind === 'duty').map((line) => line.amountVnd)));
      expect(totalVnd).toBe(sum(lines.map((line) => line.amountVnd)));
      expect(lines.every((line) => Number.isSafeInteger(line.amountVnd) && line.amountVnd >= 0)).toBe(true);
    });
  });

  test('has a line or an open rule for each rule that everybody pays on this day in this channel', () => {
    holds(fc.tuple(rules, question), ([published, { councilAmounts: _none, ...ask }]) => {
      const due = published.filter(
        ({ condition, channels = CHANNELS, effectiveFrom = ask.day }) =>
          condition === undefined && channels.includes(ask.channel) && effectiveFrom <= ask.day,
      );
      const { lines, unassessed } = valueOf(assessFees(published, { ...ask, mayStayOpen: true }));
      const open = due.filter((each) => each.amount.kind === 'set-by-council').map((each) => each.id);
      expect(unassessed).toEqual(open);
      expect([...lines.map((line) => line.ruleId), ...unassessed].sort()).toEqual(due.map((each) => each.id).sort());
    });
  });

  test('never grows smaller with more pages, copies, signatures or contracts', () => {
    const more = fc.constantFrom('pages' as const, 'copies' as const, 'signatures' as const, 'contracts' as const);
    holds(fc.tuple(rules, question, more, count), ([published, ask, which, extra]) => {
      const larger = { ...ask, counts: { ...ask.counts, [which]: ask.counts[which] + extra } };
      const before = valueOf(assessFees(published, ask));
      const after = valueOf(assessFees(published, larger));
      expect(after.feeVnd).toBeGreaterThanOrEqual(before.feeVnd);
      expect(after.dutyVnd).toBeGreaterThanOrEqual(before.dutyVnd);
    });
  });
});

describe('a fee by pages', () => {
  const paper = fc.tuple(byPage, fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 99 }));

  function totalOf(published: FeeAmount, pages: number, copies: number): number {
    const only: FeeRule = { id: 'fee', kind: 'fee', name: 'Phí', amount: published };
    const ask: AskedFees = { day: plainDate('2020-04-20'), channel: 'direct', counts: { pages, copies } };
    return valueOf(assessFees([only], ask)).totalVnd;
  }

  test('never passes the cap for one copy, and passes no page by below it', () => {
    holds(paper, ([published, pages, copies]) => {
      let pageByPage = 0;
      for (let page = 1; page <= pages; page += 1) {
        pageByPage += page <= published.firstPages ? published.firstVnd : published.nextVnd;
      }
      const total = totalOf(published, pages, copies);
      expect(total).toBeLessThanOrEqual(published.capVnd * copies);
      expect(total).toBe(Math.min(pageByPage, published.capVnd) * copies);
    });
  });

  test('takes the same for every copy', () => {
    holds(paper, ([published, pages, copies]) => {
      expect(totalOf(published, pages, copies)).toBe(totalOf(published, pages, 1) * copies);
    });
  });
});

describe('an exemption', () => {
  const exemption = fc.record({ reason: fc.constantFrom(...REASONS), evidence: fc.constant('Giấy chứng nhận') });

  test('never raises a fee, and each line still shows its full amount', () => {
    holds(fc.tuple(rules, question, exemption), ([published, ask, asked]) => {
      const full = valueOf(assessFees(published, ask));
      const answer = assessFees(published, { ...ask, exemption: asked });
      if (!answer.ok) {
        const granted = full.lines.some((line) =>
          published.find((each) => each.id === line.ruleId)?.exempt?.includes(asked.reason),
        );
        expect([answer.refusal.code, granted]).toEqual(['exemption-not-for-this', false]);
        return;
      }
      expect(answer.value.feeVnd).toBeLessThanOrEqual(full.feeVnd);
      expect(answer.value.dutyVnd).toBeLessThanOrEqual(full.dutyVnd);
      expect(answer.value.lines.map((line) => line.amountVnd + line.exemptVnd)).toEqual(
        full.lines.map((line) => line.amountVnd),
      );
    });
  });
});
