import { eventId } from '../../domain/dossier-event.ts';
import { localMomentAt } from '../../domain/plain-date.ts';
import { parseDossierId } from '../../domain/scan-code.ts';
import type { BackupManifest, SetAside, StoredBackup, TaskOutput } from '../../sync/maintenance.ts';
import type { BackupRow, BackupSummary, SetAsideEvent } from '../contract/views.ts';
import type { BackupMemory } from './backup-memory.ts';

export type Survey = { readonly first: readonly StoredBackup[]; readonly second?: readonly StoredBackup[] | undefined };

export const DAY_MS = 24 * 60 * 60_000;

type Place = BackupRow['place'];

/** Each backup under the id the screen knows it by, newest first. */
export function backupsById({ first, second = [] }: Survey): ReadonlyMap<string, StoredBackup> {
  const rows = [
    ...first.map((backup) => [idOf('this-computer', backup.manifest), backup] as const),
    ...second.map((backup) => [idOf('second-place', backup.manifest), backup] as const),
  ];
  return new Map(rows.toSorted(([, a], [, b]) => b.manifest.ordinal - a.manifest.ordinal));
}

export function backupRow(id: string, { manifest }: StoredBackup): BackupRow {
  const { at, bytes, events, dossiers, unitName, station } = manifest;
  const place = id.startsWith('second-place/') ? 'second-place' : 'this-computer';
  return { id, place, unitName, station, at: localMomentAt(at), bytes, events, dossiers };
}

function idOf(place: Place, { name }: BackupManifest): string {
  return `${place}/${name}`;
}

/** All there is to say about the backups in one line; the worst first. */
export function summaryOf(memory: BackupMemory, survey: Survey | undefined, now: number): BackupSummary {
  const newest = (survey && [...backupsById(survey).values()][0]?.manifest.at) ?? memory.verifiedAt;
  const verifiedAt = newest === undefined ? {} : { verifiedAt: localMomentAt(newest) };
  const { trouble, secondTrouble } = memory;
  if (trouble) return { ...verifiedAt, state: 'failed', trouble };
  if (newest === undefined) return { state: 'none-yet' };
  // A clock that was set back makes nothing late; what lies ahead is made again soon.
  const isLate = memory.confirmedAt === undefined || now - memory.confirmedAt >= DAY_MS;
  if (!isLate && secondTrouble) return { ...verifiedAt, state: 'second-place-failed', trouble: secondTrouble };
  return { ...verifiedAt, state: isLate ? 'late' : secondPlaceState(memory, survey) };
}

function secondPlaceState({ secondPlace }: BackupMemory, survey: Survey | undefined): BackupSummary['state'] {
  if (secondPlace === undefined) return 'no-second-place';
  // Until somebody has looked: a stick is not called missing at every start.
  return !survey || survey.second ? 'good' : 'second-place-missing';
}

/** What a check found, then what else is set aside; of one that is both, the check knows better which dossier it was. */
export function namedEvents(
  found: TaskOutput<'check'>['troubles'],
  known: readonly SetAside[],
): readonly SetAsideEvent[] {
  const byId = new Map<string, SetAsideEvent>();
  for (const { log, seq, code, dossierId } of found) {
    const dossier = parseDossierId(dossierId ?? '');
    byId.set(eventId({ log, seq }), { log, seq, why: code, ...(dossier ? { dossierId: dossier } : {}) });
  }
  for (const event of known) if (!byId.has(eventId(event))) byId.set(eventId(event), event);
  return [...byId.values()];
}
