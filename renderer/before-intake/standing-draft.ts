import type { Dossier } from '../../domain/dossier.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { phoneText } from '../text/format.ts';
import { EMPTY_INTAKE, type IntakeDraft } from '../intake/intake-draft.ts';

/** Whether a dossier arrived or was sent away for a supplement, and waits to be received. */
export function standsBeforeIntake({ status }: Dossier): boolean {
  return status === 'awaiting-intake' || status === 'supplement-before-intake';
}

/** The reception of what stands here already, with all that is known of it. A procedure that ended is left out. */
export function standingDraft(dossier: Dossier, inForce: readonly Procedure[]): IntakeDraft {
  const { id, filing, guidance, asked, applicant } = dossier;
  const code = (guidance ?? filing ?? asked)?.procedure.code;
  return {
    ...EMPTY_INTAKE,
    ...(applicant
      ? {
          kind: applicant.kind,
          name: applicant.name,
          idNumber: applicant.idNumber,
          phone: applicant.phone.kind === 'number' ? phoneText(applicant.phone.digits) : '',
          address: applicant.address,
        }
      : {}),
    procedure: inForce.find((procedure) => procedure.code === code),
    standing: { dossierId: id, channel: filing?.channel ?? 'direct' },
  };
}
