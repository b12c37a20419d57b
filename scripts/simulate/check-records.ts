import { canonicalJson } from '../../domain/canonical-json.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { StoredEvent } from '../../domain/dossier-event.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { TransferBatch } from '../../domain/transfer/transfer-batch.ts';
import type { OpenCounterStore } from '../../sync/open-counter-store.ts';
import { compareProjectionsIn } from '../../sync/rebuild-projections.ts';
import { readFact } from '../../sync/store/read-fact.ts';
import type { Acknowledged } from './tally.ts';

const ALL = 1_000_000;

/** Every event that is held, log by log. */
export function eventsIn({ vector, database }: OpenCounterStore): readonly StoredEvent[] {
  return Object.keys(vector()).flatMap((log) => database.events.after({ log, seq: 0 }, ALL));
}

/** Where the tables of a file are not what its events say. */
export function projectionTroubles(folder: string): readonly string[] {
  const { differing, strayNames } = compareProjectionsIn({ folder }, () => undefined);
  return [
    ...differing.map((id) => `the tables of ${id} are not what its events say, in ${folder}`),
    ...strayNames.map((row) => `row ${row} of the search belongs to no dossier, in ${folder}`),
  ];
}

/** Events that could not be read, placed or projected. */
export function eventTroubles({ database }: OpenCounterStore): readonly string[] {
  return database.db
    .prepare<[], { event_id: string; code: string }>('SELECT event_id, code FROM event_trouble')
    .all()
    .map(({ event_id, code }) => `event ${event_id} is ${code}`);
}

/** Dossiers that are not the same on two computers that hold the same events. */
export function differenceTroubles(a: readonly Dossier[], b: readonly Dossier[]): readonly string[] {
  const other = new Map(b.map((dossier) => [dossier.id, canonicalJson(dossier)]));
  const differing = a.filter((dossier) => other.get(dossier.id) !== canonicalJson(dossier));
  const missing = a.length === b.length ? [] : [`${a.length} dossiers here, ${b.length} there`];
  return [...missing, ...differing.map(({ id }) => `${id} is not the same everywhere`)];
}

/** Numbers that two dossiers bear: of the dossier, its scan code, its place in a book. */
export function numberTroubles(dossiers: readonly Dossier[]): readonly string[] {
  const numbers = dossiers.flatMap(({ intake, carriedOver }) => {
    if (!intake) return carriedOver ? [carriedOver.scanCode] : [];
    const { scanCode, dossierNumber, registerBook } = intake;
    return [scanCode, dossierNumber, `${registerBook.book}/${registerBook.number}`];
  });
  const seen = new Set<string>();
  return numbers.filter((number) => seen.has(number) || !seen.add(number)).map((number) => `${number} was given twice`);
}

export type ReceptionCheck = { readonly lost: readonly string[]; readonly duplicate: readonly string[] };

/** Receptions that were promised to be kept and are not, and those that nobody was told of. */
export function receptionCheck(
  acknowledged: readonly Acknowledged[],
  events: readonly StoredEvent[],
  dossiers: readonly Dossier[],
): ReceptionCheck {
  const kept = new Map<string, number>();
  for (const event of events) {
    const fact = readFact(event);
    if (typeof fact === 'string' || fact.kind !== 'received') continue;
    const key = `${fact.dossierId} ${fact.payload.dossierNumber}`;
    kept.set(key, (kept.get(key) ?? 0) + 1);
  }
  const inTable = new Set<DossierId>(dossiers.filter(({ intake }) => intake).map(({ id }) => id));
  const told = acknowledged.map(({ dossierId, dossierNumber }) => `${dossierId} ${dossierNumber}`);
  const lost = acknowledged.filter(({ dossierId }, i) => !inTable.has(dossierId) || !kept.has(told[i] ?? ''));
  const known = new Set(told);
  return {
    lost: lost.map(({ dossierId, dossierNumber }) => `${dossierId} ${dossierNumber}`),
    duplicate: [...kept].flatMap(([key, times]) => (times === 1 && known.has(key) ? [] : [key])),
  };
}

/** Dossiers on more than one list that is still being written. */
export function openBatchTroubles(batches: readonly TransferBatch[]): readonly string[] {
  const seen = new Map<DossierId, string>();
  return batches
    .filter(({ state }) => state === 'open')
    .flatMap(({ code, items }) =>
      items.flatMap(({ dossierId }) => {
        const other = seen.get(dossierId);
        seen.set(dossierId, code);
        return other === undefined ? [] : [`${dossierId} stands in ${other} and in ${code}`];
      }),
    );
}
