import { compareEvents, type OrderKey } from '../dossier-event.ts';
import type { Station } from '../dossier-number.ts';
import type { LocalMoment } from '../plain-date.ts';
import { unreachable } from '../result.ts';
import type { DossierId } from '../scan-code.ts';
import type { BatchCode } from './batch-code.ts';
import type {
  BatchClosed,
  BatchDirection,
  BatchFactOf,
  BatchItem,
  BatchReceivedDown,
  BatchReceivedUp,
  OrderedBatchFact,
} from './batch-event.ts';

/** A transfer batch (lô bàn giao) as its events make it. */
export type TransferBatch = {
  readonly code: BatchCode;
  readonly direction: BatchDirection;
  readonly from: string;
  readonly to: string;
  readonly station: Station;
  readonly openedAt: LocalMoment;
  /** `closed`: the papers are on their way. `received`: something was said of every dossier on the list. */
  readonly state: 'open' | 'closed' | 'received' | 'abandoned';
  /** In the order of the list; each dossier once. */
  readonly items: readonly BatchItem[];
  readonly closing?: Pick<BatchClosed, 'at' | 'courier' | 'copies'>;
  /** `signer` for the body above, on the way up. */
  readonly receipt?: { readonly at: LocalMoment } & Partial<Pick<BatchReceivedUp, 'signer' | 'onPaper'>>;
  /** Taken by the receiving side. */
  readonly accepted: readonly DossierId[];
  /** Came, and was not taken. */
  readonly rejected: readonly RejectedItem[];
  /** Where bag and list differed, on the way down. */
  readonly discrepancies: Pick<BatchReceivedDown, 'missing' | 'extra'>;
  readonly abandonment?: { readonly reason: string; readonly at: LocalMoment };
  /** Facts that do not fit their place: kept and shown, never dropped. */
  readonly anomalies: readonly BatchAnomaly[];
};

export type RejectedItem = { readonly dossierId: DossierId; readonly reason: string };

export type BatchAnomaly = {
  readonly code:
    | 'before-opening'
    | 'second-opening'
    /** The list is changed no more; what was said does not count. */
    | 'changed-while-not-open'
    | 'added-twice'
    | 'removed-while-absent'
    /** Another computer had added or removed something that whoever closed it had not seen. The printed list counts. */
    | 'list-differs'
    /** What the second list has more was sent too, and counts. */
    | 'second-closing'
    /** The papers left all the same. */
    | 'closed-after-abandoning'
    | 'received-before-closing'
    /** The first word about a dossier counts; what it did not speak of is taken from this one. */
    | 'second-receipt'
    | 'abandoned-while-not-open';
  readonly log: string;
  readonly seq: number;
};

/**
 * The state of one batch, folded over its events. Total: a fact that makes no sense in its place is noted as an anomaly,
 * never refused. Undefined while its opening is not known here. The order of arrival and repetition change nothing.
 */
export function projectBatch(facts: readonly OrderedBatchFact[]): TransferBatch | undefined {
  const ordered = inOrder(facts);
  const opening = ordered.find((fact) => fact.kind === 'batch-opened');
  if (!opening) return undefined;
  const place = ordered.indexOf(opening);
  const { at: openedAt, ...opened } = opening.payload;
  let batch: TransferBatch = {
    ...opened,
    openedAt,
    state: 'open',
    items: [],
    accepted: [],
    rejected: [],
    discrepancies: { missing: [], extra: [] },
    anomalies: [],
  };
  for (const early of ordered.slice(0, place)) batch = flagged(batch, 'before-opening', early);
  for (const fact of ordered.slice(place + 1)) batch = apply(batch, fact);
  return batch;
}

/** The dossiers of the list of which the receiving side has not said anything yet. */
export function unansweredItems(batch: TransferBatch): readonly BatchItem[] {
  const answered = new Set([
    ...batch.accepted,
    ...batch.rejected.map(({ dossierId }) => dossierId),
    ...batch.discrepancies.missing,
  ]);
  return batch.items.filter(({ dossierId }) => !answered.has(dossierId));
}

export function hasItem(batch: TransferBatch, dossierId: DossierId): boolean {
  return batch.items.some((item) => item.dossierId === dossierId);
}

function inOrder(facts: readonly OrderedBatchFact[]): readonly OrderedBatchFact[] {
  const sorted = facts.toSorted(compareEvents);
  return sorted.filter((fact, i) => i === 0 || compareEvents(sorted[i - 1] ?? fact, fact) !== 0);
}

function apply(batch: TransferBatch, fact: OrderedBatchFact): TransferBatch {
  switch (fact.kind) {
    case 'batch-opened':
      return flagged(batch, 'second-opening', fact);
    case 'batch-item-added': {
      const { at: _at, ...item } = fact.payload;
      if (batch.state !== 'open') return flagged(batch, 'changed-while-not-open', fact);
      if (hasItem(batch, item.dossierId)) return flagged(batch, 'added-twice', fact);
      return { ...batch, items: [...batch.items, item] };
    }
    case 'batch-item-removed': {
      const { dossierId } = fact.payload;
      if (batch.state !== 'open') return flagged(batch, 'changed-while-not-open', fact);
      if (!hasItem(batch, dossierId)) return flagged(batch, 'removed-while-absent', fact);
      return { ...batch, items: batch.items.filter((item) => item.dossierId !== dossierId) };
    }
    case 'batch-closed':
      return closed(batch, fact);
    case 'batch-received':
      return received(batch, fact);
    case 'batch-abandoned':
      return abandoned(batch, fact);
    default:
      return unreachable(fact);
  }
}

function abandoned(batch: TransferBatch, fact: BatchFactOf<'batch-abandoned'> & OrderKey): TransferBatch {
  const { takesBack, ...abandonment } = fact.payload;
  if (batch.state === 'open') return { ...batch, state: 'abandoned', abandonment };
  // Whatever left by a list that whoever gave it up did not know of wins.
  if (!mayBeAbandoned(batch) || !takesBack) return flagged(batch, 'abandoned-while-not-open', fact);
  const underWay = batch.items.filter(({ dossierId }) => !takesBack.includes(dossierId));
  if (underWay.length === 0) return { ...batch, state: 'abandoned', abandonment };
  return flagged({ ...batch, items: underWay }, 'abandoned-while-not-open', fact);
}

/** Open, or closed by mistake on the way up with nobody's word on it yet. */
export function mayBeAbandoned({ state, direction, receipt }: TransferBatch): boolean {
  return state === 'open' || (state === 'closed' && direction === 'up' && receipt === undefined);
}

function closed(batch: TransferBatch, fact: BatchFactOf<'batch-closed'> & OrderKey): TransferBatch {
  const { at, courier, copies } = fact.payload;
  const listed = eachOnce(fact.payload.items);
  if (batch.closing && !batch.abandonment) {
    // Its dossiers were sent: a list without them could never be signed for.
    const all = { ...batch, items: eachOnce([...batch.items, ...listed]) };
    return flagged({ ...all, state: stateOnTheWay(all) }, 'second-closing', fact);
  }
  const { abandonment, ...rest } = batch;
  // What was signed for before stays on the list, whatever the list says.
  const items = batch.receipt ? eachOnce([...listed, ...batch.items]) : listed;
  const sent: TransferBatch = { ...rest, items, closing: { at, courier, copies } };
  const noted = isSameList(listed, batch.items) ? sent : flagged(sent, 'list-differs', fact);
  const left = { ...noted, state: stateOnTheWay(noted) };
  return abandonment ? flagged(left, 'closed-after-abandoning', fact) : left;
}

function received(batch: TransferBatch, fact: BatchFactOf<'batch-received'> & OrderKey): TransferBatch {
  const { payload } = fact;
  const known = new Set([...batch.accepted, ...batch.rejected.map(({ dossierId }) => dossierId)]);
  const said = eachOnce(payload.items).filter(({ dossierId }) => !known.has(dossierId));
  const ids = new Set(said.map(({ dossierId }) => dossierId));
  const { missing = [], extra = [] }: Partial<BatchReceivedDown> = 'missing' in payload ? payload : {};
  const lacking = [...new Set([...batch.discrepancies.missing, ...missing])];
  const signed = 'signer' in payload ? payload : undefined;
  const answered: TransferBatch = {
    ...batch,
    receipt: batch.receipt ?? {
      at: payload.at,
      ...(signed ? { signer: signed.signer } : {}),
      ...(signed?.onPaper ? { onPaper: signed.onPaper } : {}),
    },
    accepted: [...batch.accepted, ...said.flatMap(({ dossierId, accepted }) => (accepted ? [dossierId] : []))],
    rejected: [
      ...batch.rejected,
      ...said.flatMap(({ dossierId, accepted, reason }) => (accepted ? [] : [{ dossierId, reason: reason ?? '' }])),
    ],
    discrepancies: {
      missing: lacking.filter((id) => !ids.has(id) && !known.has(id)),
      extra: [...new Set([...batch.discrepancies.extra, ...extra])],
    },
  };
  const noted = batch.receipt ? flagged(answered, 'second-receipt', fact) : answered;
  const arrived = { ...noted, state: stateOnTheWay(noted) };
  return batch.closing || batch.receipt ? arrived : flagged(arrived, 'received-before-closing', fact);
}

function stateOnTheWay(batch: TransferBatch): 'closed' | 'received' {
  return batch.receipt && unansweredItems(batch).length === 0 ? 'received' : 'closed';
}

function isSameList(a: readonly BatchItem[], b: readonly BatchItem[]): boolean {
  const ids = new Set(a.map(({ dossierId }) => dossierId));
  return a.length === b.length && b.every(({ dossierId }) => ids.has(dossierId));
}

/** The first line about each dossier. */
function eachOnce<T extends { readonly dossierId: DossierId }>(lines: readonly T[]): readonly T[] {
  const seen = new Set<DossierId>();
  return lines.filter(({ dossierId }) => !seen.has(dossierId) && seen.add(dossierId));
}

function flagged(batch: TransferBatch, code: BatchAnomaly['code'], { log, seq }: OrderKey): TransferBatch {
  return { ...batch, anomalies: [...batch.anomalies, { code, log, seq }] };
}
