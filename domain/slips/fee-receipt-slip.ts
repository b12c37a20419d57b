import type { Dossier } from '../dossier.ts';
import type { FeePayment } from '../fees/payment.ts';
import { ok, refuse, type Result } from '../result.ts';
import { dossierOnSlip } from './dossier-on-slip.ts';
import type { DossierOnSlip, SlipIssue } from './slip-issue.ts';

export const FEE_RECEIPT_TEMPLATE = 'fee-receipt/1';

/**
 * What was paid, as the citizen takes it home (phiếu thu phí, lệ phí). It names the finance receipt (biên lai) and does not
 * take its place.
 */
export type FeeReceiptSlip = SlipIssue &
  DossierOnSlip &
  Pick<FeePayment, 'receipt' | 'feeVnd' | 'dutyVnd' | 'method'> & {
    readonly template: typeof FEE_RECEIPT_TEMPLATE;
    readonly payerName: string;
    /** What was to be paid in all, by line; a payment may be a part of it. */
    readonly lines: readonly { readonly name: string; readonly kind: 'fee' | 'duty'; readonly amountVnd: number }[];
  };

/** Of the last payment. The slip bears its moment. */
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
    receipt: payment.receipt,
    feeVnd: payment.feeVnd,
    dutyVnd: payment.dutyVnd,
    method: payment.method,
    payerName: payment.payerName ?? named.applicantName,
    lines: (dossier.fees?.lines ?? []).map(({ name, kind, amountVnd }) => ({ name, kind, amountVnd })),
  });
}
