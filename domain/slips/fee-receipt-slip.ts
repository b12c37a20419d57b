import type { Dossier, Step } from '../dossier.ts';
import type { FeeLine } from '../fees/fee-assessment.ts';
import { type FeePayment, type Money, paymentState } from '../fees/payment.ts';
import type { FactPlace } from '../lifecycle/dossier-fact.ts';
import { ok, refuse, type Result } from '../result.ts';
import { dossierOnSlip } from './dossier-on-slip.ts';
import type { DossierOnSlip, SlipIssue } from './slip-issue.ts';
import { hidesTitleOnPaper } from './title-on-paper.ts';

export const FEE_RECEIPT_TEMPLATE = 'fee-receipt/1';

/**
 * What was paid, as the citizen takes it home (phiếu thu phí, lệ phí). It names the finance receipt (biên lai) and does not
 * take its place.
 */
export type FeeReceiptSlip = SlipIssue &
  DossierOnSlip &
  Pick<FeePayment, 'receipt' | 'feeVnd' | 'dutyVnd' | 'method'> & {
    readonly template: typeof FEE_RECEIPT_TEMPLATE;
    /** The payment it is about: another one may be of the same minute. */
    readonly of?: FactPlace;
    readonly payerName: string;
    /** What was to be paid in all, by line; a payment may be a part of it. */
    readonly lines: readonly Pick<FeeLine, 'name' | 'kind' | 'amountVnd'>[];
    /** đồng, fee and duty together: what had come in before this payment, less what had gone back. */
    readonly paidBeforeVnd?: number;
    /** đồng, fee and duty together: what this payment leaves to be paid. Absent as long as one amount is open. */
    readonly restVnd?: number;
  };

/** Of the last payment. The slip bears its moment, and the name of who took the money. */
export function feeReceiptSlipOf(
  dossier: Dossier,
  issue: SlipIssue,
): Result<FeeReceiptSlip, { readonly code: 'nothing-paid' }> {
  const payment = dossier.payments.at(-1);
  if (!payment) return refuse({ code: 'nothing-paid' });
  const named = dossierOnSlip(dossier);
  return ok({
    ...issue,
    ...named,
    template: FEE_RECEIPT_TEMPLATE,
    at: payment.at,
    clerkName: payment.actor,
    of: { log: payment.log, seq: payment.seq },
    receipt: payment.receipt,
    feeVnd: payment.feeVnd,
    dutyVnd: payment.dutyVnd,
    method: payment.method,
    payerName: payment.payerName ?? named.applicantName,
    lines: linesOf(dossier),
    ...standingOf(dossier, payment),
  });
}

const KINDS = { fee: 'Phí', duty: 'Lệ phí' } as const;

/** Of a dossier that hides its title the names tell no more than the kind: most say what is paid for. */
function linesOf(dossier: Dossier): FeeReceiptSlip['lines'] {
  const hides = hidesTitleOnPaper(dossier);
  return (dossier.fees?.lines ?? []).map(({ name, kind, amountVnd }) => {
    return { name: hides ? KINDS[kind] : name, kind, amountVnd };
  });
}

/** The money as it stood with this payment. What went back later changes nothing in what was said then. */
function standingOf(
  { fees, payments, refunds, trail }: Dossier,
  payment: Step<FeePayment>,
): Pick<FeeReceiptSlip, 'paidBeforeVnd' | 'restVnd'> {
  const placeOf = (step: FactPlace): number => trail.findIndex(({ log, seq }) => log === step.log && seq === step.seq);
  const before = refunds.filter((refund) => placeOf(refund) < placeOf(payment));
  const { state, restVnd } = paymentState(fees, payments, before);
  const paidBefore = paymentState(fees, payments.slice(0, -1), before).paidVnd;
  return {
    paidBeforeVnd: Math.max(0, sumOf(paidBefore)),
    ...(state === 'not-assessed' ? {} : { restVnd: sumOf(restVnd) }),
  };
}

function sumOf({ fee, duty }: Money): number {
  return fee + duty;
}
