import { collect, paymentState, receiptKey } from '../../domain/fees/payment.ts';
import type { DossierFact } from '../../domain/lifecycle/dossier-fact.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { Work } from '../../sync/counter-store.ts';
import type { CertifyRefusal } from '../contract/refusals.ts';
import type { PaidNow } from '../contract/work-commands.ts';

type Paying = {
  readonly dossierId: DossierId;
  /** Absent: nothing is collected now, and everything due stays due. */
  readonly payment: PaidNow | undefined;
  readonly at: LocalMoment;
};

/** All that is due of a dossier received just now, collected in one go; nothing where nothing is due. */
export function paymentNow(
  work: Pick<Work, 'findDossier' | 'isReceiptUsed'>,
  { dossierId, payment, at }: Paying,
): Result<readonly DossierFact[], Extract<CertifyRefusal, { readonly code: 'payment' }>> {
  const due = paymentState(work.findDossier(dossierId)?.fees, [], []);
  const { fee: feeVnd, duty: dutyVnd } = due.restVnd;
  if (!payment || feeVnd + dutyVnd === 0) return ok([]);
  const key = receiptKey(payment.receipt);
  const used = new Set(key !== undefined && work.isReceiptUsed(key) ? [key] : []);
  const collected = collect(due, { ...payment, feeVnd, dutyVnd, at }, used);
  if (!collected.ok) return refuse({ code: 'payment', refusal: collected.refusal });
  return ok([{ kind: 'fee-collected', dossierId, payload: { payment: collected.value } }]);
}
