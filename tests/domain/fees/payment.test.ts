import { describe, expect, test } from 'vitest';
import type { FeeAssessment } from '../../../domain/fees/fee-assessment.ts';
import {
  collect,
  type FeePayment,
  type FeeReceipt,
  type FeeRefund,
  paymentState,
  receiptKey,
  refund,
} from '../../../domain/fees/payment.ts';
import { localMoment } from '../../../domain/plain-date.ts';
import { refusalOf, valueOf } from '../fixtures.ts';
import { assessed, paid } from './fee-samples.ts';

const NONE_USED: ReadonlySet<string> = new Set();
const EXEMPT = assessed(0, 0, { exemption: { reason: 'poor-household', evidence: 'Giấy chứng nhận hộ nghèo' } });
const OPEN = assessed(8_000, 0, { unassessed: ['duty'] });
/** 8.000 of fee and 5.000 of duty, nothing paid. */
const DUE = paymentState(assessed(8_000, 5_000), [], []);

function numbered(book: string, number: string): FeeReceipt {
  return { kind: 'numbered', book, number };
}

function givenBack(feeVnd: number, dutyVnd: number, reason = 'Công dân rút hồ sơ'): FeeRefund {
  return { feeVnd, dutyVnd, method: 'cash', at: localMoment('2020-04-21T09:00'), reason };
}

describe('where the money of a dossier stands', () => {
  test.each<[string, FeeAssessment | undefined, FeePayment[], ...FeeRefund[]]>([
    ['nothing-due', assessed(0, 0), []],
    ['not-assessed', undefined, []],
    ['not-assessed', OPEN, []],
    ['not-assessed', OPEN, [paid(8_000, 0)]],
    ['due', assessed(8_000, 5_000), []],
    ['due', assessed(8_000, 5_000), [paid(8_000, 0)], givenBack(8_000, 0)],
    ['partly-paid', assessed(8_000, 5_000), [paid(3_000, 0)]],
    ['partly-paid', assessed(8_000, 5_000), [paid(8_000, 0)]],
    ['partly-paid', assessed(8_000, 5_000), [paid(8_000, 5_000)], givenBack(0, 1_000)],
    ['paid', assessed(8_000, 5_000), [paid(8_000, 5_000)]],
    ['paid', assessed(8_000, 5_000), [paid(8_000, 0), paid(0, 2_000), paid(0, 3_000)]],
    ['paid', assessed(8_000, 5_000), [paid(9_000, 5_000)], givenBack(1_000, 0)],
    ['overpaid', assessed(8_000, 5_000), [paid(8_001, 5_000)]],
    ['overpaid', assessed(0, 0), [paid(0, 5_000)]],
    ['overpaid', EXEMPT, [paid(0, 5_000)]],
    ['exempt', EXEMPT, []],
    ['exempt', EXEMPT, [paid(0, 5_000)], givenBack(0, 5_000)],
  ])('%s', (state, assessment, ...[payments, ...refunds]) => {
    expect(paymentState(assessment, payments, refunds).state).toBe(state);
  });

  test('a dossier exempt from one line only still pays the other', () => {
    const partly = { ...EXEMPT, feeVnd: 8_000, totalVnd: 8_000 };
    expect(paymentState(partly, [], []).state).toBe('due');
    expect(paymentState(partly, [paid(8_000, 0)], []).state).toBe('paid');
  });

  test('too much fee never pays for the duty', () => {
    expect(paymentState(assessed(8_000, 5_000), [paid(13_000, 0)], [])).toEqual({
      state: 'partly-paid',
      dueVnd: { fee: 8_000, duty: 5_000 },
      paidVnd: { fee: 13_000, duty: 0 },
      restVnd: { fee: 0, duty: 5_000 },
    });
  });

  test('what went back is due again', () => {
    expect(paymentState(assessed(8_000, 5_000), [paid(8_000, 5_000)], [givenBack(8_000, 1_000)])).toMatchObject({
      paidVnd: { fee: 0, duty: 4_000 },
      restVnd: { fee: 8_000, duty: 1_000 },
    });
  });
});

describe('collecting', () => {
  test('takes fee and duty at once, or one alone, or a part', () => {
    for (const wish of [paid(8_000, 5_000), paid(8_000, 0), paid(0, 5_000), paid(1, 0)]) {
      expect(valueOf(collect(DUE, wish, NONE_USED))).toEqual(wish);
    }
  });

  test('more than is due of either is refused, even when the sum would fit', () => {
    expect(refusalOf(collect(DUE, paid(8_001, 0), NONE_USED))).toEqual({
      code: 'more-than-due',
      part: 'fee',
      restVnd: 8_000,
    });
    const rest = paymentState(assessed(8_000, 5_000), [paid(0, 2_000)], []);
    expect(refusalOf(collect(rest, paid(0, 3_001), NONE_USED))).toEqual({
      code: 'more-than-due',
      part: 'duty',
      restVnd: 3_000,
    });
  });

  test('from who is exempt or has paid is refused', () => {
    const all = paymentState(assessed(8_000, 5_000), [paid(8_000, 5_000)], []);
    for (const state of [all, paymentState(EXEMPT, [], []), paymentState(assessed(0, 0), [], [])]) {
      expect(refusalOf(collect(state, paid(1_000, 0), NONE_USED)).code).toBe('more-than-due');
    }
  });

  test('what is not assessed yet is refused; what is known beside it is taken', () => {
    const open = paymentState(OPEN, [], []);
    expect(refusalOf(collect(open, paid(0, 5_000), NONE_USED))).toEqual({ code: 'not-assessed', part: 'duty' });
    expect(valueOf(collect(open, paid(8_000, 0), NONE_USED)).feeVnd).toBe(8_000);
    const unknown = paymentState(undefined, [], []);
    expect(refusalOf(collect(unknown, paid(5_000, 0), NONE_USED))).toEqual({ code: 'not-assessed', part: 'fee' });
  });

  test('nothing at all is refused', () => {
    expect(refusalOf(collect(DUE, paid(0, 0), NONE_USED))).toEqual({ code: 'nothing-collected' });
  });

  test.each([-1, 0.5, NaN, Infinity])('%d đồng are refused', (vnd) => {
    const refusal = { code: 'amount-out-of-range', part: 'fee' };
    expect(refusalOf(collect(DUE, paid(vnd, 5_000), NONE_USED))).toEqual(refusal);
    expect(refusalOf(collect(DUE, paid(8_000, vnd), NONE_USED))).toEqual({ ...refusal, part: 'duty' });
  });

  test('a receipt that was used is refused, however it is typed', () => {
    const used = new Set([receiptKey(numbered('AB/20E', '0000123')) ?? '']);
    for (const receipt of [numbered('AB/20E', '0000123'), numbered(' ab/20e ', '123'), numbered('AB/20 E', '00 123')]) {
      expect(refusalOf(collect(DUE, paid(8_000, 0, { receipt }), used)).code).toBe('receipt-used');
    }
    for (const receipt of [numbered('AB/20E', '0000124'), numbered('AC/20E', '0000123'), numbered('AB/20E', '1230')]) {
      expect(valueOf(collect(DUE, paid(8_000, 0, { receipt }), used)).receipt).toEqual(receipt);
    }
  });

  test('half a receipt is refused', () => {
    for (const receipt of [numbered('AB/20E', ' '), numbered('', '0000123')]) {
      expect(refusalOf(collect(DUE, paid(8_000, 0, { receipt }), NONE_USED))).toEqual({ code: 'receipt-incomplete' });
    }
  });

  test('a payer named by a blank is refused; nobody named means the applicant', () => {
    expect(refusalOf(collect(DUE, paid(8_000, 0, { payerName: '  ' }), NONE_USED))).toEqual({ code: 'payer-missing' });
    expect(valueOf(collect(DUE, paid(8_000, 0), NONE_USED))).not.toHaveProperty('payerName');
  });

  test('names and receipts are kept tidy, and refused where nobody could read them', () => {
    const wish = paid(8_000, 0, { payerName: '  Đinh   Văn Tư ', receipt: numbered(' AB/20E', '0000123 ') });
    expect(valueOf(collect(DUE, wish, NONE_USED))).toEqual({
      ...wish,
      payerName: 'Đinh Văn Tư',
      receipt: numbered('AB/20E', '0000123'),
    });
    const longName = paid(8_000, 0, { payerName: 'Ư'.repeat(201) });
    expect(refusalOf(collect(DUE, longName, NONE_USED))).toEqual({ code: 'too-long', part: 'payer' });
    const longReceipt = paid(8_000, 0, { receipt: numbered('AB', '1'.repeat(31)) });
    expect(refusalOf(collect(DUE, longReceipt, NONE_USED))).toEqual({ code: 'too-long', part: 'receipt' });
  });

  test('a payment without a receipt has no key to be used twice', () => {
    expect(receiptKey({ kind: 'none' })).toBeUndefined();
    expect(receiptKey(numbered('AB', '000'))).toBe(receiptKey(numbered('AB', '0')));
  });
});

describe('giving back', () => {
  const PAID = paymentState(assessed(8_000, 5_000), [paid(8_000, 5_000)], []);

  test('takes a reason, and up to what was paid of each', () => {
    const wish = givenBack(8_000, 5_000, '  Công dân   rút hồ sơ ');
    expect(valueOf(refund(PAID, wish))).toEqual({ ...wish, reason: 'Công dân rút hồ sơ' });
    expect(valueOf(refund(PAID, givenBack(0, 1))).dutyVnd).toBe(1);
  });

  test('more than was paid of either is refused', () => {
    expect(refusalOf(refund(PAID, givenBack(0, 5_001)))).toEqual({
      code: 'more-than-paid',
      part: 'duty',
      paidVnd: 5_000,
    });
    expect(refusalOf(refund(DUE, givenBack(1, 0))).code).toBe('more-than-paid');
  });

  test('the fee can still go back when two machines gave the same duty back', () => {
    const twice = paymentState(
      assessed(8_000, 5_000),
      [paid(8_000, 5_000)],
      [givenBack(0, 5_000), givenBack(0, 5_000)],
    );
    expect(twice.paidVnd.duty).toBe(-5_000);
    expect(valueOf(refund(twice, givenBack(8_000, 0))).feeVnd).toBe(8_000);
  });

  test('nothing, a fraction or less than nothing is refused', () => {
    expect(refusalOf(refund(PAID, givenBack(0, 0)))).toEqual({ code: 'nothing-refunded' });
    for (const vnd of [-1, 0.5, NaN]) {
      expect(refusalOf(refund(PAID, givenBack(vnd, 0)))).toEqual({ code: 'amount-out-of-range', part: 'fee' });
    }
  });

  test('without a reason, or with one nobody would read, is refused', () => {
    expect(refusalOf(refund(PAID, givenBack(1, 0, ' ')))).toEqual({ code: 'reason-missing' });
    expect(refusalOf(refund(PAID, givenBack(1, 0, 'a'.repeat(301))))).toEqual({ code: 'too-long', part: 'reason' });
  });
});
