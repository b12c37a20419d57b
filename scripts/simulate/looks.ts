import { canonicalJson } from '../../domain/canonical-json.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { IntakeInput } from '../../domain/intake-form.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import { ACT_KINDS } from './act-input.ts';
import { mayHappen } from './oracle.ts';
import type { Site } from './site.ts';

/** The sides of a dossier as a screen shows them: what may be done next is what the oracle would let pass, and no more. */
export async function lookAtSides(site: Site, id: DossierId): Promise<void> {
  const { station, tally } = site;
  const permissions = station.permissions().map(({ permission }) => permission);
  const shown = await station.try('dossier.sides', { id });
  if (!shown.ok || !shown.value) return;
  const { dossier, acts, business } = shown.value;
  if (business !== dossier.status) tally.fail(`${id} is shown as ${business} and is ${dossier.status}`);
  for (const kind of ACT_KINDS) {
    const isOffered = acts.includes(kind);
    if (isOffered === mayHappen(kind, dossier, permissions)) continue;
    tally.fail(`${kind} is ${isOffered ? '' : 'not '}offered for ${id}, which is ${dossier.status}`);
  }
}

/** What a clerk sees before the button is pressed; checked against what the slip says then. */
export async function previewOf(site: Site, form: IntakeInput): Promise<string | undefined> {
  const { procedureCode, channel } = form;
  const preview = await site.station.try('appointment.preview', {
    procedureCode,
    ...(channel === undefined ? {} : { channel }),
  });
  return preview.ok ? canonicalJson(preview.value.appointment) : undefined;
}

/** A dossier that was just received is found by its number, has the date that was shown, and a slip to print again. */
export async function lookAtReceived(site: Site, dossier: Dossier, preview: string | undefined): Promise<void> {
  const { station, tally } = site;
  const { id, appointment, intake } = dossier;
  const isPromised = preview === undefined || canonicalJson(appointment) === preview;
  if (!isPromised) tally.fail(`${id} was promised another date than was shown`);
  const found = await station.try('dossier.find', { query: intake?.dossierNumber ?? '', limit: 5 });
  if (found.ok && !found.value.rows.some((row) => row.id === id)) tally.fail(`${id} is not found by its number`);
  const again = await station.try('print.again', { dossierId: id });
  if (again.ok) tally.count('slip again');
  else tally.fail(`the slip of ${id} cannot be printed again: ${again.code}`);
}
