import { type Dossier, type OrderedFact, projectDossier } from '../../domain/dossier.ts';
import type { StoredEvent } from '../../domain/dossier-event.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { EventTrouble, HeldEvent } from './event-table.ts';
import { readFact } from './read-fact.ts';

export type FoldedDossier = {
  /** Undefined when no event says anything of it that this program knows. */
  readonly dossier: Dossier | undefined;
  /** An event of it is not, or not all, in `dossier`: it is shown as an anomaly. */
  readonly hasTrouble: boolean;
  /** Events of a kind this program knows, in a shape it cannot use. */
  readonly unreadable: readonly string[];
};

/** A dossier as its rows make it. Events that are set aside count for nothing; a dossier of none but those is still one. */
export function foldDossier(dossierId: DossierId, rows: readonly HeldEvent[]): FoldedDossier {
  const facts: OrderedFact[] = [];
  const unreadable: string[] = [];
  let isSetAside = false;
  let hasTrouble = false;
  for (const { id, event, trouble, fact: known } of rows) {
    hasTrouble ||= isRot(trouble);
    if (!event || trouble === 'hash-differs') {
      isSetAside = true;
      continue;
    }
    const fact = known ?? readFact(event);
    if (fact === 'unreadable') unreadable.push(id);
    if (typeof fact !== 'string') facts.push({ ...fact, ...placeOf(event) });
  }
  const folded = projectDossier(facts);
  return {
    // What a clerk was shown once must not vanish because its event rotted.
    dossier: folded ?? (isSetAside ? { id: dossierId, status: 'intake-unknown', anomalies: [] } : undefined),
    hasTrouble: hasTrouble || isSetAside || unreadable.length > 0,
    unreadable,
  };
}

/** Found by the check of the chains. The others are the projection's own, and are judged anew with each fold. */
const ROT: ReadonlySet<EventTrouble> = new Set<EventTrouble>(['hash-differs', 'chain-broken', 'head-differs']);

function isRot(trouble: EventTrouble | undefined): boolean {
  return trouble !== undefined && ROT.has(trouble);
}

function placeOf({ lamport, log, seq, actor }: StoredEvent): Pick<OrderedFact, 'lamport' | 'log' | 'seq' | 'actor'> {
  return { lamport, log, seq, actor };
}
