import type { Dossier } from '../dossier.ts';
import { scanCodeOf } from '../scan-code.ts';
import type { DossierOnSlip } from './slip-issue.ts';
import { hidesTitleOnPaper, shownName } from './title-on-paper.ts';

/** What a slip names a dossier by; what is not known here stays empty. */
export function dossierOnSlip(dossier: Dossier): DossierOnSlip {
  const { id, intake, carriedOver, guidance, intakeRefusal, filing } = dossier;
  const known = intake ?? carriedOver ?? guidance ?? intakeRefusal ?? filing;
  const applicant = dossier.applicant ?? known?.applicant;
  return {
    scanCode: scanCodeOf(id),
    ...numberOf(dossier),
    applicantName: applicant === undefined ? '' : applicant.name,
    procedureName: known ? shownName(known.procedure, { hidesTitle: hidesTitleOnPaper(dossier) }) : '',
  };
}

function numberOf({ intake, carriedOver }: Dossier): Pick<DossierOnSlip, 'dossierNumber'> {
  const dossierNumber = intake?.dossierNumber ?? carriedOver?.oldNumber;
  return dossierNumber === undefined ? {} : { dossierNumber };
}
