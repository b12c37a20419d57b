import type { Dossier } from '../dossier.ts';
import { collect, paymentState, refund } from '../fees/payment.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { ActOf, ActRefusal } from './act.ts';
import type { DossierFactOf } from './dossier-fact.ts';
import type { LocalMoment } from '../plain-date.ts';

/** Money that came in or goes back, held against what was assessed and paid so far. */
export function decideMoney(
  act: ActOf<'fee-collected' | 'fee-refunded'>,
  dossier: Dossier,
  by: { readonly now: LocalMoment; readonly usedReceipts: ReadonlySet<string> },
): Result<DossierFactOf<'fee-collected' | 'fee-refunded'>, ActRefusal> {
  const state = paymentState(dossier.intake?.fees, dossier.payments, dossier.refunds);
  const { feeVnd, dutyVnd, method } = act;
  const money = { feeVnd, dutyVnd, method, at: by.now };
  if (act.kind === 'fee-collected') {
    const { receipt, payerName } = act;
    const wish = { ...money, receipt, ...(payerName === undefined ? {} : { payerName }) };
    const payment = collect(state, wish, by.usedReceipts);
    if (!payment.ok) return refuse({ code: 'payment', refusal: payment.refusal });
    return ok({ kind: act.kind, dossierId: dossier.id, payload: { payment: payment.value } });
  }
  const given = refund(state, { ...money, reason: act.reason });
  if (!given.ok) return refuse({ code: 'refund', refusal: given.refusal });
  return ok({ kind: act.kind, dossierId: dossier.id, payload: { refund: given.value } });
}
