import { type DossierId, dossierIdOf, parseScanCode } from '../../domain/scan-code.ts';
import { attempt } from '../bridge.ts';
import { ADDED } from '../text/batches.ts';
import { troubleOfFault } from '../text/trouble.ts';
import { type Said, troubled } from './said.ts';

type Named = { readonly dossierId: DossierId } | { readonly dossierId?: undefined; readonly said: Said };

/** The one dossier that was meant by sixteen digits, the tail of a number or a name; else what to say. */
export async function typedDossier(typed: string): Promise<Named> {
  const scanCode = parseScanCode(typed);
  if (scanCode.ok) return { dossierId: dossierIdOf(scanCode.value) };
  const found = await attempt('dossier.find', { query: typed, limit: 2 });
  if (!found.ok) return { said: troubled(troubleOfFault(found.refusal)) };
  const { rows, total } = found.value;
  if (total === 1 && rows[0]) return { dossierId: rows[0].id };
  return { said: { tone: 'bad', ...(total === 0 ? ADDED.none : ADDED.several) } };
}
