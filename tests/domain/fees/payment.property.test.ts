import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collect, type FeePayment, type FeeRefund, paymentState, refund } from '../../../domain/fees/payment.ts';
import { valueOf } from '../fixtures.ts';
import { assessed, paid } from './fee-samples.ts';

// A failure is run again with the seed that this line shows.
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 500);
console.log(`payment.property: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

const NONE_USED: ReadonlySet<string> = new Set();

// Few đồng, so that payments meet what is due as often as they pass it.
const vnd = fc.integer({ min: 0, max: 6 });
const assessment = fc.tuple(vnd, vnd).map(([fee, duty]) => assessed(fee, duty));
const wishes = fc.array(fc.record({ isRefund: fc.boolean(), fee: vnd, duty: vnd }), { maxLength: 12 });

type Moves = { readonly payments: readonly FeePayment[]; readonly refunds: readonly FeeRefund[] };

/** What the rules let through of a row of wishes, each asked in the state the ones before left. */
const world = fc.tuple(assessment, wishes).map(([due, all]) => {
  let moves: Moves = { payments: [], refunds: [] };
  for (const { isRefund, fee, duty } of all) {
    const state = paymentState(due, moves.payments, moves.refunds);
    const wish = paid(fee, duty);
    if (isRefund) {
      const answer = refund(state, { feeVnd: fee, dutyVnd: duty, method: 'cash', at: wish.at, reason: 'Thu nhầm' });
      if (answer.ok) moves = { ...moves, refunds: [...moves.refunds, answer.value] };
    } else {
      const answer = collect(state, wish, NONE_USED);
      if (answer.ok) moves = { ...moves, payments: [...moves.payments, answer.value] };
    }
  }
  return { due, ...moves };
});

function holds<T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, property), { seed, numRuns });
}

describe('whatever was collected and given back by the rules', () => {
  test('is never more than is due and never less than nothing', () => {
    holds(world, ({ due, payments, refunds }) => {
      const { paidVnd } = paymentState(due, payments, refunds);
      expect(Math.min(paidVnd.fee, paidVnd.duty)).toBeGreaterThanOrEqual(0);
      expect(paidVnd.fee).toBeLessThanOrEqual(due.feeVnd);
      expect(paidVnd.duty).toBeLessThanOrEqual(due.dutyVnd);
    });
  });

  test('collecting the rest ends in "paid"', () => {
    holds(world, ({ due, payments, refunds }) => {
      const before = paymentState(due, payments, refunds);
      const { fee, duty } = before.restVnd;
      if (fee + duty === 0) {
        expect(['paid', 'nothing-due']).toContain(before.state);
        return;
      }
      const last = valueOf(collect(before, paid(fee, duty), NONE_USED));
      const after = paymentState(due, [...payments, last], refunds);
      expect(after).toEqual({
        state: 'paid',
        dueVnd: { fee: due.feeVnd, duty: due.dutyVnd },
        paidVnd: { fee: due.feeVnd, duty: due.dutyVnd },
        restVnd: { fee: 0, duty: 0 },
      });
    });
  });

  test('giving back all of it leaves everything due again', () => {
    holds(world, ({ due, payments, refunds }) => {
      const before = paymentState(due, payments, refunds);
      const { fee, duty } = before.paidVnd;
      if (fee + duty === 0) return;
      const all = { feeVnd: fee, dutyVnd: duty, method: 'cash', at: paid(0, 0).at, reason: 'Rút hồ sơ' } as const;
      const after = paymentState(due, payments, [...refunds, valueOf(refund(before, all))]);
      expect(after.state).toBe('due');
      expect(after.restVnd).toEqual(after.dueVnd);
    });
  });

  test('stands the same in whatever order the payments are read', () => {
    const shuffled = world.chain((each) =>
      fc.tuple(fc.constant(each), fc.shuffledSubarray([...each.payments], { minLength: each.payments.length })),
    );
    holds(shuffled, ([{ due, payments, refunds }, again]) => {
      expect(paymentState(due, again, refunds)).toEqual(paymentState(due, payments, refunds));
    });
  });
});

test('payments that no rule looked at, merged from several machines, still stand in one state that fits the money', () => {
  const loose = fc.array(
    fc.tuple(vnd, vnd).map(([fee, duty]) => paid(fee, duty)),
    { maxLength: 5 },
  );
  holds(fc.tuple(assessment, loose), ([due, payments]) => {
    const { state, dueVnd, paidVnd, restVnd } = paymentState(due, payments, []);
    const rest = restVnd.fee + restVnd.duty;
    expect(rest > 0).toBe(paidVnd.fee < dueVnd.fee || paidVnd.duty < dueVnd.duty);
    expect(rest > 0).toBe(state === 'due' || state === 'partly-paid');
    expect(state === 'paid').toBe(rest === 0 && due.totalVnd > 0 && paidVnd.fee + paidVnd.duty === due.totalVnd);
  });
});
