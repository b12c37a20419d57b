import type { Dossier } from '../../domain/dossier.ts';
import { handOver, stepsBeforeHandOver } from '../../domain/dossier-commands.ts';
import { collect, paymentState, receiptKey } from '../../domain/fees/payment.ts';
import type { DossierFact } from '../../domain/lifecycle/dossier-fact.ts';
import { dateOf, type LocalMoment } from '../../domain/plain-date.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { Work } from '../../sync/counter-store.ts';
import type { Input } from '../contract/commands.ts';
import type { CertifyRefusal, PersonRefusal, StorageRefusal } from '../contract/refusals.ts';
import { type Reception, receiveWithin } from './reception.ts';

type Refusal = Exclude<
  CertifyRefusal,
  PersonRefusal | StorageRefusal | { readonly code: 'clock-unconfirmed' | 'other-machine' }
>;

/**
 * Nhận và trả ngay, inside its transaction: received, made, paid and handed over in one go, with every step written down as
 * if it had taken days. Refuses what the body above decides; anything refused leaves nothing behind.
 */
export function certifyWithin(
  work: Work,
  { form, receiver, payment, result, despiteMoneyDue }: Input<'dossier.certify'>,
  reception: Reception,
): Result<{ readonly dossierId: DossierId; readonly printJobId: number }, Refusal> {
  const { now, clerkName, publications } = reception;
  const received = receiveWithin(work, form, { ...reception, isOnTheSpot: true });
  if (!received.ok) return received;
  const { dossierId } = received.value;
  const dossier = work.findDossier(dossierId);
  const steps = stepsBeforeHandOver(dossier, { now, mayIssue: true, clerkName, result });
  if (!steps.ok || publications.find(form.procedureCode, dateOf(now))?.linkedSteps) {
    return refuse({ code: 'linked-procedure' });
  }
  const money = paymentNow(work, { dossierId, dossier, payment, despiteMoneyDue, at: now });
  if (!money.ok) return money;
  for (const step of [...steps.value, ...money.value]) work.append(step);
  const given = handOver({ dossierId, receiver, handedOverAt: now }, work.findDossier(dossierId));
  if (!given.ok) return refuse({ code: 'receiver', refusal: given.refusal });
  work.append(given.value);
  return received;
}

/** All that is due, paid at once; nothing where nothing is, or where the dossier goes out in spite of it. */
function paymentNow(
  work: Pick<Work, 'isReceiptUsed'>,
  { dossierId, dossier, payment, despiteMoneyDue, at }: Paying,
): Result<readonly DossierFact[], Extract<Refusal, { code: 'payment' | 'money-due' }>> {
  const due = paymentState(dossier?.fees, [], []);
  const { fee: feeVnd, duty: dutyVnd } = due.restVnd;
  const restVnd = feeVnd + dutyVnd;
  if (restVnd === 0) return ok([]);
  if (!payment) return despiteMoneyDue === true ? ok([]) : refuse({ code: 'money-due', restVnd });
  const key = receiptKey(payment.receipt);
  const used = new Set(key !== undefined && work.isReceiptUsed(key) ? [key] : []);
  const collected = collect(due, { ...payment, feeVnd, dutyVnd, at }, used);
  if (!collected.ok) return refuse({ code: 'payment', refusal: collected.refusal });
  return ok([{ kind: 'fee-collected', dossierId, payload: { payment: collected.value } }]);
}

type Paying = {
  readonly payment: Input<'dossier.certify'>['payment'];
  readonly despiteMoneyDue: boolean | undefined;
  readonly dossierId: DossierId;
  readonly dossier: Dossier | undefined;
  readonly at: LocalMoment;
};
