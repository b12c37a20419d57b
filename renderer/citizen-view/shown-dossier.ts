import type { Dossier } from '../../domain/dossier.ts';
import { capitalised, momentInWords, vndText } from '../text/format.ts';
import { CERTIFY } from '../text/certify.ts';
import { CITIZEN_VIEW } from '../text/citizen-view.ts';
import { FEES } from '../text/fees.ts';
import type { Shown, ShownLine } from './shown-line.ts';

/** What the citizen takes home of a dossier that was just kept: its number, when to come back, the money. */
export function shownDossier({ intake, handOver, fees, payments }: Dossier): Shown {
  if (!intake) return { title: CITIZEN_VIEW.savedTitle, lines: [] };
  const isOrganisation = intake.applicant.kind === 'organisation';
  return {
    title: handOver ? CITIZEN_VIEW.handedOverTitle : CITIZEN_VIEW.savedTitle,
    lines: [
      {
        name: isOrganisation ? CITIZEN_VIEW.organisationName : CITIZEN_VIEW.personName,
        value: intake.applicant.name,
        isLarge: true,
      },
      { name: CITIZEN_VIEW.number, value: intake.dossierNumber },
      handOver
        ? { name: CERTIFY.handedOver, value: capitalised(momentInWords(handOver.handedOverAt)) }
        : { name: CITIZEN_VIEW.appointment, value: capitalised(momentInWords(intake.appointment.at)), isLarge: true },
      ...moneyLines(fees, payments),
    ],
  };
}

function moneyLines(fees: Dossier['fees'], payments: Dossier['payments']): readonly ShownLine[] {
  const paid = payments.reduce((sum, { feeVnd, dutyVnd }) => sum + feeVnd + dutyVnd, 0);
  if (paid > 0) return [{ name: CERTIFY.paid, value: vndText(paid) }];
  if (!fees || fees.unassessed.length > 0) return [];
  return [{ name: CERTIFY.due, value: fees.totalVnd > 0 ? vndText(fees.totalVnd) : FEES.free }];
}
