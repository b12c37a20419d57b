import { type CashEntry, type CashList, cashListOf } from '../../domain/fees/cash-list.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { EstablishedCounter } from './counter-session.ts';

/** The money of one day, as it stands in the dossiers. */
export function cashListOn({ store }: Pick<EstablishedCounter, 'store'>, day: PlainDate): CashList {
  const dossiers = store.dossiersPaidOn(day).flatMap((id) => store.findDossier(id) ?? []);
  return cashListOf(day, dossiers.flatMap(moneyOf));
}

function namesOf({ intake, carriedOver }: Dossier) {
  if (intake) {
    const { alias, field, isRestricted } = intake.procedure;
    return { dossierNumber: intake.dossierNumber, procedureAlias: isRestricted ? '' : alias, field };
  }
  return { dossierNumber: carriedOver?.oldNumber ?? '', procedureAlias: carriedOver?.procedure.name ?? '', field: '' };
}

function moneyOf(dossier: Dossier): readonly CashEntry[] {
  const { id, applicant, payments, refunds } = dossier;
  const source = { dossierId: id, applicantName: applicant?.name ?? '', ...namesOf(dossier) };
  return [
    ...payments.map((payment) => ({ ...source, clerkName: payment.actor, payment })),
    ...refunds.map((refund) => ({ ...source, clerkName: refund.actor, refund })),
  ];
}
