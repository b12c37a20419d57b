import { tidyText } from '../typed-text.ts';
import type { LocalMoment } from '../plain-date.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { FeeAssessment } from './fee-assessment.ts';
import type { FeeRule } from './fee-rule.ts';
import { isVnd } from './vnd.ts';

/** How money came or went: cash at the counter, into the unit's bank account, or through the portal. Persisted. */
export type PaymentMethod = 'cash' | 'transfer' | 'online';

/** The finance receipt (biên lai) by book (quyển, ký hiệu) and number, or the word that none was written. Persisted. */
export type FeeReceipt =
  { readonly kind: 'numbered'; readonly book: string; readonly number: string } | { readonly kind: 'none' };

/** Money a citizen paid, in đồng. Persisted. */
export type FeePayment = {
  readonly receipt: FeeReceipt;
  readonly feeVnd: number;
  readonly dutyVnd: number;
  readonly method: PaymentMethod;
  readonly at: LocalMoment;
  /** Who paid (người nộp tiền). Absent: the applicant. */
  readonly payerName?: string;
};

/** Money a citizen got back, in đồng, both parts positive or 0. Persisted. */
export type FeeRefund = Pick<FeePayment, 'feeVnd' | 'dutyVnd' | 'method' | 'at'> & { readonly reason: string };

/** đồng, fee and duty apart. */
export type Money = { readonly [K in FeeRule['kind']]: number };

/**
 * Where the money of a dossier stands. `dueVnd` is what was assessed in all, `paidVnd` what came in less what went back,
 * `restVnd` what is still to be collected, never negative.
 *
 * `not-assessed` as long as one amount is open, though the others may be paid already. Too much of the one never pays for
 * the other: `overpaid` is said only when nothing is left to collect.
 */
export type PaymentState = {
  readonly state: 'nothing-due' | 'not-assessed' | 'due' | 'partly-paid' | 'paid' | 'overpaid' | 'exempt';
  readonly dueVnd: Money;
  readonly paidVnd: Money;
  readonly restVnd: Money;
};

export type PaymentRefusal =
  /** Negative, fractional or absurdly large. */
  | { readonly code: 'amount-out-of-range'; readonly part: FeeRule['kind'] }
  /** Both parts are 0. */
  | { readonly code: 'nothing-collected' }
  /** The amount is not known yet, so nothing can be taken on it. */
  | { readonly code: 'not-assessed'; readonly part: FeeRule['kind'] }
  | { readonly code: 'more-than-due'; readonly part: FeeRule['kind']; readonly restVnd: number }
  | { readonly code: 'receipt-incomplete' }
  | { readonly code: 'receipt-used'; readonly book: string; readonly number: string }
  | { readonly code: 'payer-missing' }
  | { readonly code: 'too-long'; readonly part: 'payer' | 'receipt' };

export type RefundRefusal =
  | { readonly code: 'amount-out-of-range'; readonly part: FeeRule['kind'] }
  /** Both parts are 0. */
  | { readonly code: 'nothing-refunded' }
  | { readonly code: 'more-than-paid'; readonly part: FeeRule['kind']; readonly paidVnd: number }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'too-long'; readonly part: 'reason' };

const PARTS = ['fee', 'duty'] as const;
const LONGEST_NAME = 200;
const LONGEST_RECEIPT = 30;
const LONGEST_REASON = 300;

/** Folds what was assessed, paid and given back; the order of the payments does not matter. */
export function paymentState(
  assessment: FeeAssessment | undefined,
  payments: readonly FeePayment[],
  refunds: readonly FeeRefund[],
): PaymentState {
  const dueVnd = { fee: assessment?.feeVnd ?? 0, duty: assessment?.dutyVnd ?? 0 };
  const paidVnd = {
    fee: sum(payments, 'feeVnd') - sum(refunds, 'feeVnd'),
    duty: sum(payments, 'dutyVnd') - sum(refunds, 'dutyVnd'),
  };
  const restVnd = { fee: Math.max(0, dueVnd.fee - paidVnd.fee), duty: Math.max(0, dueVnd.duty - paidVnd.duty) };
  const amounts = { dueVnd, paidVnd, restVnd };
  if (!assessment || assessment.unassessed.length > 0) return { state: 'not-assessed', ...amounts };
  return { state: stateOf(amounts, assessment.exemption !== undefined), ...amounts };
}

function stateOf(
  { dueVnd, paidVnd, restVnd }: Pick<PaymentState, 'dueVnd' | 'paidVnd' | 'restVnd'>,
  isExempt: boolean,
): PaymentState['state'] {
  if (PARTS.some((part) => restVnd[part] > 0)) {
    return PARTS.some((part) => paidVnd[part] > 0) ? 'partly-paid' : 'due';
  }
  if (PARTS.some((part) => paidVnd[part] > dueVnd[part])) return 'overpaid';
  if (dueVnd.fee + dueVnd.duty > 0) return 'paid';
  return isExempt ? 'exempt' : 'nothing-due';
}

function sum(moves: readonly Pick<FeePayment, 'feeVnd' | 'dutyVnd'>[], member: 'feeVnd' | 'dutyVnd'): number {
  return moves.reduce((total, move) => total + move[member], 0);
}

/**
 * The payment that `wish` describes, with its text tidied. Fee and duty may be paid together or one alone, each up to what is
 * left of it. `usedReceipts` holds the {@link receiptKey} of every receipt written before.
 *
 * Refuses amounts that are none, more than is due, half a receipt or one that was used, and a payer named by a blank.
 */
export function collect(
  state: PaymentState,
  wish: FeePayment,
  usedReceipts: ReadonlySet<string>,
): Result<FeePayment, PaymentRefusal> {
  for (const part of PARTS) {
    const vnd = amountOf(wish, part);
    if (!isVnd(vnd)) return refuse({ code: 'amount-out-of-range', part });
    const restVnd = state.restVnd[part];
    if (vnd <= restVnd) continue;
    if (state.state === 'not-assessed') return refuse({ code: 'not-assessed', part });
    return refuse({ code: 'more-than-due', part, restVnd });
  }
  if (wish.feeVnd + wish.dutyVnd === 0) return refuse({ code: 'nothing-collected' });

  const receipt = tidyReceipt(wish.receipt, usedReceipts);
  if (!receipt.ok) return receipt;
  const payerName = wish.payerName === undefined ? undefined : tidyText(wish.payerName);
  if (payerName === '') return refuse({ code: 'payer-missing' });
  if (payerName !== undefined && payerName.length > LONGEST_NAME) return refuse({ code: 'too-long', part: 'payer' });
  const { feeVnd, dutyVnd, method, at } = wish;
  return ok({
    receipt: receipt.value,
    feeVnd,
    dutyVnd,
    method,
    at,
    ...(payerName === undefined ? {} : { payerName }),
  });
}

/** The refund that `wish` describes: up to what was paid of each part, with a reason. */
export function refund(state: PaymentState, wish: FeeRefund): Result<FeeRefund, RefundRefusal> {
  for (const part of PARTS) {
    const vnd = amountOf(wish, part);
    if (!isVnd(vnd)) return refuse({ code: 'amount-out-of-range', part });
    const paidVnd = state.paidVnd[part];
    // Two machines that gave the same money back leave less than nothing paid: then 0 is still no refund, not one too many.
    if (vnd > Math.max(0, paidVnd)) return refuse({ code: 'more-than-paid', part, paidVnd });
  }
  if (wish.feeVnd + wish.dutyVnd === 0) return refuse({ code: 'nothing-refunded' });
  const reason = tidyText(wish.reason);
  if (reason === '') return refuse({ code: 'reason-missing' });
  if (reason.length > LONGEST_REASON) return refuse({ code: 'too-long', part: 'reason' });
  const { feeVnd, dutyVnd, method, at } = wish;
  return ok({ feeVnd, dutyVnd, method, at, reason });
}

/** Tells receipts apart, however they were typed: blanks, capitals and leading zeros do not count. Undefined: no receipt. */
export function receiptKey(receipt: FeeReceipt): string | undefined {
  // Also of a kind that only a newer program knows.
  if (receipt.kind !== 'numbered') return undefined;
  const [book, number] = [receipt.book, receipt.number].map((text) =>
    text.normalize('NFC').replace(/\s/gu, '').toUpperCase(),
  );
  return `${book} ${number?.replace(/^0+/, '')}`;
}

function tidyReceipt(receipt: FeeReceipt, usedReceipts: ReadonlySet<string>): Result<FeeReceipt, PaymentRefusal> {
  if (receipt.kind === 'none') return ok({ kind: 'none' });
  const tidy = { kind: 'numbered', book: tidyText(receipt.book), number: tidyText(receipt.number) } as const;
  const { book, number } = tidy;
  if (book === '' || number === '') return refuse({ code: 'receipt-incomplete' });
  if (Math.max(book.length, number.length) > LONGEST_RECEIPT) return refuse({ code: 'too-long', part: 'receipt' });
  const key = receiptKey(tidy);
  return key !== undefined && usedReceipts.has(key) ? refuse({ code: 'receipt-used', book, number }) : ok(tidy);
}

function amountOf(move: Pick<FeePayment, 'feeVnd' | 'dutyVnd'>, part: FeeRule['kind']): number {
  return part === 'fee' ? move.feeVnd : move.dutyVnd;
}
