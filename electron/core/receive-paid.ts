import type { Result } from '../../domain/result.ts';
import type { Work } from '../../sync/counter-store.ts';
import type { Input } from '../contract/commands.ts';
import type { CertifyRefusal } from '../contract/refusals.ts';
import { paymentNow } from './payment-now.ts';
import { type Reception, type ReceptionOutcome, type ReceptionRefusal, receiveWithin } from './reception.ts';

/** A reception and what is paid at it, inside its transaction. A refused payment leaves nothing behind. */
export function receivePaidWithin(
  work: Work,
  { form, payment }: Pick<Input<'dossier.receive'>, 'form' | 'payment'>,
  reception: Reception,
): Result<ReceptionOutcome, ReceptionRefusal | Extract<CertifyRefusal, { readonly code: 'payment' }>> {
  const received = receiveWithin(work, form, reception);
  if (!received.ok) return received;
  const money = paymentNow(work, { dossierId: received.value.dossierId, payment, at: reception.now });
  if (!money.ok) return money;
  for (const fact of money.value) work.append(fact);
  return received;
}
