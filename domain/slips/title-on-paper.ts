import type { Dossier } from '../dossier.ts';
import type { FrozenProcedure, Received } from '../lifecycle/dossier-fact.ts';

/**
 * True where no paper may tell what the dossier is about: the citizen asked for that at the reception. Before it nobody was
 * asked, so a sensitive procedure has no title either.
 */
export function hidesTitleOnPaper({ intake, carriedOver, guidance, intakeRefusal, filing }: Dossier): boolean {
  if (intake) return intake.hidesTitle === true;
  if (carriedOver) return false;
  return [guidance, intakeRefusal, filing].some((step) => step?.procedure.isRestricted === true);
}

/** The name of a procedure on paper, or its code alone: that says to the office which one it is, and to nobody else. */
export function shownName(
  procedure: Pick<FrozenProcedure, 'code' | 'name'>,
  hiding: Pick<Received, 'hidesTitle'> | undefined,
): string {
  return hiding?.hidesTitle ? procedure.code : procedure.name;
}
