import type { Dossier } from '../../domain/dossier.ts';
import { deviceLogOf } from '../../domain/log-name.ts';
import { contradictionsOf } from '../../domain/linked/stage-holder.ts';
import type { FactPlace } from '../../domain/lifecycle/dossier-fact.ts';
import { localMomentAt } from '../../domain/plain-date.ts';
import type { SyncEvent } from '../../sync/counter-store.ts';
import type { ContradictionLine, RefusedWhy, Said, SyncLine } from '../contract/sync-commands.ts';
import type { DossierRow } from '../contract/views.ts';
import type { EstablishedCounter } from './counter-session.ts';

/** How a list says each of these events: whose computer, which dossier, or what else it is about. */
export function lineMaker(found: readonly SyncEvent[], counter: EstablishedCounter): (event: SyncEvent) => SyncLine {
  const dossiers = rowsOf(new Set(found.flatMap(({ event }) => (event ? [event.dossierId] : []))), counter);
  return ({ log, seq, station, event }) => {
    const dossier = event && dossiers.get(event.dossierId);
    const about = event && !dossier ? aboutOf(event.dossierId, counter) : undefined;
    return {
      log,
      seq,
      isOwn: isOwn(log, counter),
      ...(station === undefined ? {} : { station }),
      ...(event ? { kind: event.kind, at: localMomentAt(event.at), actor: event.actor } : {}),
      ...(dossier ? { dossier } : {}),
      ...(about === undefined ? {} : { about }),
    };
  };
}

/** Every contradiction of these dossiers, each with what both sides said. */
export function contradictionLinesOf(
  dossiers: readonly Dossier[],
  counter: EstablishedCounter,
): readonly ContradictionLine[] {
  const rows = rowsOf(new Set(dossiers.map(({ id }) => id)), counter);
  return dossiers.flatMap((dossier) => {
    const row = rows.get(dossier.id);
    return contradictionsOf(dossier).flatMap(({ place, stateThen, against, suggestion }) => {
      const said = saidAt(place, dossier, counter);
      const before = against && saidAt(against, dossier, counter);
      if (!row || !said) return [];
      return [
        {
          dossier: row,
          place,
          said,
          stateThen,
          ...(before ? { against: before } : {}),
          ...(suggestion === undefined ? {} : { suggestion }),
        },
      ];
    });
  });
}

const KNOWN_WHY: ReadonlySet<string> = new Set<RefusedWhy>([
  'hash-differs',
  'chain-broken',
  'malformed',
  'not-opened',
  'unknown-log',
  'out-of-scope',
]);

export function refusedWhyOf(reason: string): RefusedWhy {
  // One of the words just above.
  return KNOWN_WHY.has(reason) ? (reason as RefusedWhy) : 'unknown';
}

function rowsOf(ids: ReadonlySet<string>, { store }: EstablishedCounter): ReadonlyMap<string, DossierRow> {
  return new Map(store.dossierSummaries([...ids]).map((row) => [row.id, row]));
}

function isOwn(log: string, { identity }: EstablishedCounter): boolean {
  return deviceLogOf(log) === deviceLogOf(identity.log);
}

function aboutOf(subject: string, { store }: EstablishedCounter): string | undefined {
  return (
    store.findSubject('account', subject)?.name ??
    store.findSubject('procedure', subject)?.versions.at(-1)?.name ??
    store.findSubject('batch', subject)?.code
  );
}

function saidAt({ log, seq }: FactPlace, { trail }: Dossier, counter: EstablishedCounter): Said | undefined {
  const entry = trail.find((each) => each.log === log && each.seq === seq);
  if (!entry) return undefined;
  const { kind, at, actor } = entry;
  const station = counter.store.stationOf(log);
  return { kind, at, actor, ...(station === undefined ? {} : { station }) };
}
