import { handOver, stepsBeforeHandOver } from '../../domain/dossier-commands.ts';
import { paymentState } from '../../domain/fees/payment.ts';
import { dateOf } from '../../domain/plain-date.ts';
import { refuse, type Result } from '../../domain/result.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { Work } from '../../sync/counter-store.ts';
import type { Input } from '../contract/commands.ts';
import type { CertifyRefusal, PersonRefusal, StorageRefusal } from '../contract/refusals.ts';
import { paymentNow } from './payment-now.ts';
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
  const { fee, duty } = paymentState(dossier?.fees, [], []).restVnd;
  const restVnd = fee + duty;
  if (restVnd > 0 && !payment && despiteMoneyDue !== true) return refuse({ code: 'money-due', restVnd });
  const money = paymentNow(work, { dossierId, payment, at: now });
  if (!money.ok) return money;
  for (const step of [...steps.value, ...money.value]) work.append(step);
  const given = handOver({ dossierId, receiver, handedOverAt: now }, work.findDossier(dossierId));
  if (!given.ok) return refuse({ code: 'receiver', refusal: given.refusal });
  work.append(given.value);
  return received;
}
