import {
  compareEvents,
  type DossierFact,
  type OrderKey,
  type Received,
  type ResultHandedOver,
} from './dossier-event.ts';
import { unreachable } from './result.ts';
import type { DossierId } from './scan-code.ts';

/** A dossier (hồ sơ thủ tục hành chính) as its events make it. */
export type Dossier = {
  readonly id: DossierId;
  readonly status: DossierStatus;
  /** Absent while only a later step is known here ("chưa có dữ liệu tiếp nhận"). */
  readonly intake?: Step<Received>;
  readonly handOver?: Step<ResultHandedOver>;
  /** Facts that do not fit their place: kept and shown, never dropped. */
  readonly anomalies: readonly Anomaly[];
};

export type DossierStatus = 'intake-unknown' | 'received' | 'handed-over';

/** A fact with who wrote it down, and where. */
export type Step<T> = T & { readonly actor: string; readonly log: string; readonly seq: number };

export type Anomaly = {
  readonly code: 'second-reception' | 'second-hand-over';
  readonly log: string;
  readonly seq: number;
};

/** An event this program can read, with its place in the order. */
export type OrderedFact = DossierFact & OrderKey & { readonly actor: string };

/** Union by event id, in the one order. Commutative, associative and idempotent. */
export function mergeFacts(a: readonly OrderedFact[], b: readonly OrderedFact[]): readonly OrderedFact[] {
  const sorted = [...a, ...b].toSorted(compareEvents);
  return sorted.filter((fact, i) => i === 0 || compareEvents(sorted[i - 1] ?? fact, fact) !== 0);
}

/**
 * The state of one dossier, folded over its events. Total: an event that makes no sense in its place is noted as an
 * anomaly, never refused. Undefined when there are no events. The order of arrival and repetition change nothing.
 */
export function projectDossier(facts: readonly OrderedFact[]): Dossier | undefined {
  let dossier: Dossier | undefined;
  for (const fact of mergeFacts(facts, [])) {
    dossier = apply(dossier ?? { id: fact.dossierId, status: 'intake-unknown', anomalies: [] }, fact);
  }
  return dossier;
}

function apply(dossier: Dossier, fact: OrderedFact): Dossier {
  const by = { actor: fact.actor, log: fact.log, seq: fact.seq };
  switch (fact.kind) {
    case 'received':
      if (dossier.intake) return flagged(dossier, 'second-reception', fact);
      // A hand-over may have been seen first, on a machine that did not know the reception yet.
      return {
        ...dossier,
        status: dossier.handOver ? 'handed-over' : 'received',
        intake: { ...fact.payload, ...by },
      };
    case 'result-handed-over':
      // The first in the order is the one that counts: a second one is for a person to look into.
      if (dossier.handOver) return flagged(dossier, 'second-hand-over', fact);
      return { ...dossier, status: 'handed-over', handOver: { ...fact.payload, ...by } };
    default:
      return unreachable(fact);
  }
}

function flagged(dossier: Dossier, code: Anomaly['code'], { log, seq }: OrderKey): Dossier {
  return { ...dossier, anomalies: [...dossier.anomalies, { code, log, seq }] };
}
