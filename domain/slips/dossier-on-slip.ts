import type { Dossier } from '../dossier.ts';
import { scanCodeOf } from '../scan-code.ts';
import type { DossierOnSlip } from './slip-issue.ts';

/** What a slip names a dossier by; what is not known here stays empty. */
export function dossierOnSlip(dossier: Dossier): DossierOnSlip {
  const { id, intake, carriedOver, guidance, intakeRefusal, filing } = dossier;
  const known = intake ?? carriedOver ?? guidance ?? intakeRefusal ?? filing;
  const applicant = dossier.applicant ?? known?.applicant;
  // The number of the procedure says to the office which one it is, and to nobody else.
  const shown = intake?.hidesTitle ? 'code' : 'name';
  return {
    scanCode: scanCodeOf(id),
    ...numberOf(dossier),
    applicantName: applicant === undefined ? '' : applicant.name,
    procedureName: known?.procedure[shown] ?? '',
  };
}

function numberOf({ intake, carriedOver }: Dossier): Pick<DossierOnSlip, 'dossierNumber'> {
  const dossierNumber = intake?.dossierNumber ?? carriedOver?.oldNumber;
  return dossierNumber === undefined ? {} : { dossierNumber };
}
