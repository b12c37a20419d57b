import type { Dossier } from '../../domain/dossier.ts';
import { type DossierId, groupedScanCode, scanCodeOf } from '../../domain/scan-code.ts';
import { REFUSED_TITLE } from '../text/batches.ts';
import type { Trouble } from '../text/trouble.ts';

/** What the last scan or typing came to, to be read from a distance. */
export type Said = { readonly tone: 'good' | 'bad'; readonly title: string; readonly body: string };

export function troubled({ what, safe, next }: Trouble, title = REFUSED_TITLE): Said {
  return { tone: 'bad', title, body: `${what} ${safe} ${next}` };
}

/** What names a dossier to a clerk: its number, else the digits under the bars. */
export function nameOf(dossierId: DossierId, dossier: Dossier | null): string {
  const number = dossier?.intake?.dossierNumber ?? dossier?.carriedOver?.oldNumber;
  if (number === undefined) return groupedScanCode(scanCodeOf(dossierId));
  return dossier?.applicant ? `${number} (${dossier.applicant.name})` : number;
}
