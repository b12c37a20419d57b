import type { Dossier } from '../dossier.ts';
import { assessFees, type FeeAssessment } from '../fees/fee-assessment.ts';
import { collect, paymentState, refund } from '../fees/payment.ts';
import { isVnd } from '../fees/vnd.ts';
import { dateOf, type LocalMoment } from '../plain-date.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { ActOf, ActRefusal } from './act.ts';
import { type ActCircumstances, type Decided, factOf } from './decided.ts';
import type { DossierFactOf } from './dossier-fact.ts';
import { receivedAtOf } from './new-appointment.ts';
import { mayTakeMoney } from './transition.ts';
import { readText } from './wish-reader.ts';

/** What has to be paid, where it was left open at the reception or was counted wrongly. */
export function assessAgain(act: ActOf<'fees-assessed'>, dossier: Dossier, by: ActCircumstances): Decided {
  if (!mayTakeMoney(dossier.status)) {
    return refuse({ code: 'not-in-this-state', kind: act.kind, status: dossier.status });
  }
  const reason = readText('reason', act.reason);
  if (!reason.ok) return reason;
  const fees = act.typed ? typedAssessment(act.typed) : assessed(act, dossier, by);
  return fees.ok ? factOf(dossier, act.kind, { at: by.now, fees: fees.value, reason: reason.value }) : fees;
}

function assessed(
  { fees }: ActOf<'fees-assessed'>,
  dossier: Dossier,
  { now, feeRules, councilAmounts }: ActCircumstances,
): Result<FeeAssessment, ActRefusal> {
  const done = assessFees(feeRules, {
    // A dossier pays by the rules of its day, whenever it is reckoned.
    day: dateOf(receivedAtOf(dossier) ?? now),
    channel: dossier.intake?.channel ?? 'direct',
    counts: {},
    ...fees,
    councilAmounts: { ...councilAmounts, ...fees?.councilAmounts },
    mayStayOpen: true,
  });
  return done.ok ? done : refuse({ code: 'fees', refusal: done.refusal });
}

/** As a clerk says it, where no rules are known: of a dossier of the former system. */
function typedAssessment({
  feeVnd,
  dutyVnd,
}: {
  readonly feeVnd: number;
  readonly dutyVnd: number;
}): Result<FeeAssessment, ActRefusal> {
  if (!isVnd(feeVnd) || !isVnd(dutyVnd)) {
    return refuse({ code: 'fees', refusal: { code: 'amount-out-of-range', ruleId: '' } });
  }
  return ok({ lines: [], feeVnd, dutyVnd, totalVnd: feeVnd + dutyVnd, unassessed: [] });
}

/** Money that came in or goes back, held against what was assessed and paid so far. */
export function decideMoney(
  act: ActOf<'fee-collected' | 'fee-refunded'>,
  dossier: Dossier,
  by: { readonly now: LocalMoment; readonly usedReceipts: ReadonlySet<string> },
): Result<DossierFactOf<'fee-collected' | 'fee-refunded'>, ActRefusal> {
  const state = paymentState(dossier.fees, dossier.payments, dossier.refunds);
  const { feeVnd, dutyVnd, method } = act;
  const money = { feeVnd, dutyVnd, method, at: by.now };
  if (act.kind === 'fee-refunded') {
    const given = refund(state, { ...money, reason: act.reason });
    if (!given.ok) return refuse({ code: 'refund', refusal: given.refusal });
    return ok({ kind: act.kind, dossierId: dossier.id, payload: { refund: given.value } });
  }
  if (!mayTakeMoney(dossier.status)) {
    return refuse({ code: 'not-in-this-state', kind: act.kind, status: dossier.status });
  }
  const { receipt, payerName } = act;
  const wish = { ...money, receipt, ...(payerName === undefined ? {} : { payerName }) };
  const payment = collect(state, wish, by.usedReceipts);
  if (!payment.ok) return refuse({ code: 'payment', refusal: payment.refusal });
  return ok({ kind: act.kind, dossierId: dossier.id, payload: { payment: payment.value } });
}
