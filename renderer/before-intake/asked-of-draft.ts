import type { TypedApplicant } from '../../domain/lifecycle/before-intake.ts';
import type { Procedure } from '../../domain/procedure.ts';
import type { MissingDraft } from '../acts/act-draft.ts';
import { FREE_PAPER } from '../acts/start-draft.ts';
import { type IntakeDraft, paperDraft } from '../intake/intake-draft.ts';

/** Who and what a paper before the reception is about, as far as it is typed. */
export function aboutOf(draft: IntakeDraft, procedure: Procedure) {
  return {
    procedureCode: procedure.code,
    applicant: applicantOf(draft),
    ...(draft.standing ? { dossierId: draft.standing.dossierId } : {}),
  };
}

export function applicantOf({ kind, name, idNumber, phone, noPhone, address }: IntakeDraft): TypedApplicant {
  return { kind, name, idNumber, phone: noPhone ? '' : phone, address };
}

/** Somebody typed here stands in the fields of the reception too: nothing is typed twice. */
export function asDraft(part: Partial<TypedApplicant>): Partial<IntakeDraft> {
  return part.phone === undefined ? part : { ...part, noPhone: false };
}

/** Papers that are not in hand, the required ones ticked, and a line for one that stands on no list. */
export function missingOf(draft: IntakeDraft, { requiredPapers }: Procedure): readonly MissingDraft[] {
  const missing = requiredPapers.filter((paper) => !paperDraft(draft, paper).ticked);
  return [...missing.map(({ id, name, required }) => ({ ...FREE_PAPER, id, name, isTicked: required })), FREE_PAPER];
}
