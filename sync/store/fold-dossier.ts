import { type Dossier, emptyDossier } from '../../domain/dossier.ts';
import type { DossierFact } from '../../domain/lifecycle/dossier-fact.ts';
import type { KnownFact } from '../../domain/subject-fact.ts';
import type { OrderedFact } from '../../domain/lifecycle/course.ts';
import { projectDossier } from '../../domain/lifecycle/project-dossier.ts';
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
  const { facts, unreadable, isSetAside, hasTrouble } = readFacts(rows);
  const folded = projectDossier(facts);
  return {
    // What a clerk was shown once must not vanish because its event rotted.
    dossier: folded ?? (isSetAside ? emptyDossier(dossierId) : undefined),
    hasTrouble: hasTrouble || isSetAside || unreadable.length > 0,
    unreadable,
  };
}

/** What the rows of a dossier say, as far as they can be read. */
export function factsIn(rows: readonly HeldEvent[]): readonly OrderedFact[] {
  return readFacts(rows).facts;
}

type ReadFacts = {
  readonly facts: readonly OrderedFact[];
  readonly unreadable: readonly string[];
  readonly isSetAside: boolean;
  readonly hasTrouble: boolean;
};

function readFacts(rows: readonly HeldEvent[]): ReadFacts {
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
    else if (isOfDossier(fact)) facts.push({ ...fact, ...placeOf(event) });
  }
  return { facts, unreadable, isSetAside, hasTrouble };
}

/** Found by the check of the chains. The others are the projection's own, and are judged anew with each fold. */
const ROT: ReadonlySet<EventTrouble> = new Set<EventTrouble>(['hash-differs', 'chain-broken', 'head-differs']);

function isRot(trouble: EventTrouble | undefined): boolean {
  return trouble !== undefined && ROT.has(trouble);
}

function isOfDossier(fact: KnownFact | string): fact is DossierFact {
  return typeof fact !== 'string' && 'dossierId' in fact;
}

type Place = Pick<OrderedFact, 'lamport' | 'log' | 'seq' | 'actor' | 'account' | 'standsInFor'>;

function placeOf({ lamport, log, seq, actor, account, standsInFor }: StoredEvent): Place {
  return {
    lamport,
    log,
    seq,
    actor,
    ...(account === undefined ? {} : { account }),
    ...(standsInFor === undefined ? {} : { standsInFor }),
  };
}
