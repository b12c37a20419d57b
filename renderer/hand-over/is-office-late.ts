import type { Dossier } from '../../domain/dossier.ts';
import { onTimeOf } from '../../domain/report/on-time-of.ts';

/** Whether the office owes an apology: a citizen who comes late for what lay ready does not make it late. */
export function isOfficeLate(dossier: Dossier, isOverdueNow: boolean): boolean {
  const { byRelease } = onTimeOf(dossier);
  return byRelease === undefined ? isOverdueNow : byRelease === 'late';
}
