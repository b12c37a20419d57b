import type { Station } from '../dossier-number.ts';
import { tidyText } from '../typed-text.ts';
import type { DossierFact } from '../lifecycle/dossier-fact.ts';
import { readNote } from '../lifecycle/wish-reader.ts';
import { dateOf, type LocalMoment } from '../plain-date.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { DossierId } from '../scan-code.ts';
import { nextBatchCode } from './batch-code.ts';
import {
  type BatchCircumstances,
  type BatchRefusal,
  type Decided,
  listable,
  mayTake,
  readReason,
} from './batch-decision.ts';
import type { BatchDirection, BatchItem, Courier } from './batch-event.ts';
import { hasItem, mayBeAbandoned, type TransferBatch } from './transfer-batch.ts';

// Nothing is done by these: the facts count once they are in a log. Whether the person may do it is asked before.

/** Begins a batch with the station's next code of the day. Refuses `body-missing` and `batch-range-exhausted`. */
export function openBatch(
  wish: {
    readonly direction: BatchDirection;
    /** Names of the two bodies. */
    readonly from: string;
    readonly to: string;
    /** 5 digits. */
    readonly unitCode: string;
    readonly station: Station;
    /** How many batches this station opened today already. */
    readonly used: number;
  },
  now: LocalMoment,
): Decided<'batch-opened'> {
  const { direction, unitCode, station, used } = wish;
  const from = tidyText(wish.from);
  const to = tidyText(wish.to);
  if (from === '' || to === '') return refuse({ code: 'body-missing' });
  const code = nextBatchCode({ unitCode, date: dateOf(now), station, used });
  if (!code.ok) return code;
  const payload = { code: code.value, direction, from, to, at: now, station };
  return ok({ batchFact: { kind: 'batch-opened', subject: code.value, payload }, dossierFacts: [] });
}

/**
 * Puts a dossier on the list. A batch down may be filled from the list that came with it. Refuses `batch-not-open`,
 * `already-in-batch`, `dossier-unknown`, `not-in-this-state`, `in-another-batch`, `not-a-count` and `entry`.
 */
export function addItem(batch: TransferBatch, wish: BatchItem, by: BatchCircumstances): Decided<'batch-item-added'> {
  const { dossierId, originals, copies } = wish;
  if (batch.state !== 'open') return refuse({ code: 'batch-not-open', state: batch.state });
  if (hasItem(batch, dossierId)) return refuse({ code: 'already-in-batch', dossierId });
  const dossier = listable(dossierId, batch, by);
  if (!dossier.ok) return dossier;
  if (!isCount(originals)) return refuse({ code: 'not-a-count', field: 'originals' });
  if (!isCount(copies)) return refuse({ code: 'not-a-count', field: 'copies' });
  const note = readNote('note', wish.note);
  if (!note.ok) return refuse({ code: 'entry', refusal: note.refusal, dossierId });
  const payload = { dossierId, originals, copies, note: note.value, at: by.now };
  return ok({ batchFact: { kind: 'batch-item-added', subject: batch.code, payload }, dossierFacts: [] });
}

/** Takes a dossier off the list. Refuses `batch-not-open` and `not-in-batch`. */
export function removeItem(
  batch: TransferBatch,
  wish: { readonly dossierId: DossierId },
  now: LocalMoment,
): Decided<'batch-item-removed'> {
  const { dossierId } = wish;
  if (batch.state !== 'open') return refuse({ code: 'batch-not-open', state: batch.state });
  if (!hasItem(batch, dossierId)) return refuse({ code: 'not-in-batch', dossierId });
  const payload = { dossierId, at: now };
  return ok({ batchFact: { kind: 'batch-item-removed', subject: batch.code, payload }, dossierFacts: [] });
}

/**
 * Closes the list; on the way up every dossier of it is sent. All or nothing: refuses `batch-not-open`, `batch-empty`,
 * `courier-missing`, `entry`, and names the first dossier that may not go (`dossier-unknown`, `not-in-this-state`,
 * `in-another-batch`).
 */
export function closeBatch(
  batch: TransferBatch,
  wish: { readonly courier: Courier },
  by: BatchCircumstances,
): Decided<'batch-closed'> {
  if (batch.state !== 'open') return refuse({ code: 'batch-not-open', state: batch.state });
  if (batch.items.length === 0) return refuse({ code: 'batch-empty' });
  const courier = readCourier(wish.courier);
  if (!courier.ok) return courier;
  for (const { dossierId } of batch.items) {
    const dossier = listable(dossierId, batch, by);
    if (!dossier.ok) return dossier;
  }
  const payload = { at: by.now, courier: courier.value, items: batch.items, copies: 2 as const };
  const sent = batch.items.map(({ dossierId }): DossierFact => ({
    kind: 'transfer-sent',
    dossierId,
    payload: { at: by.now, batch: batch.code },
  }));
  return ok({
    batchFact: { kind: 'batch-closed', subject: batch.code, payload },
    // What comes down is moved by the body above, or by the scan.
    dossierFacts: batch.direction === 'up' ? sent : [],
  });
}

/**
 * Gives up a batch, also one up that was closed by mistake and that nobody has signed for: its dossiers that are still on
 * their way with it come back, and are free for another. Refuses `batch-not-open`, `reason-missing`, `entry`.
 */
export function abandonBatch(
  batch: TransferBatch,
  wish: { readonly reason: string },
  { now, dossierOf }: BatchCircumstances,
): Decided<'batch-abandoned'> {
  if (!mayBeAbandoned(batch)) return refuse({ code: 'batch-not-open', state: batch.state });
  const reason = readReason(wish.reason);
  if (!reason.ok) return reason;
  const takesBack = batch.state === 'closed' ? batch.items.map(({ dossierId }) => dossierId) : undefined;
  const payload = { reason: reason.value, at: now, ...(takesBack ? { takesBack } : {}) };
  const recalled = (takesBack ?? []).flatMap((dossierId): DossierFact[] => {
    const dossier = dossierOf(dossierId);
    if (!dossier || !mayTake('transfer-recalled', dossier) || dossier.transfer?.batch !== batch.code) return [];
    return [{ kind: 'transfer-recalled', dossierId, payload: { at: now, batch: batch.code, reason: reason.value } }];
  });
  return ok({ batchFact: { kind: 'batch-abandoned', subject: batch.code, payload }, dossierFacts: recalled });
}

function readCourier(typed: Courier): Result<Courier, BatchRefusal> {
  const text = readNote('courier', typed.kind === 'clerk' ? typed.name : typed.billNumber);
  if (!text.ok) return refuse({ code: 'entry', refusal: text.refusal });
  if (text.value === '') return refuse({ code: 'courier-missing' });
  return ok(typed.kind === 'clerk' ? { kind: 'clerk', name: text.value } : { kind: 'post', billNumber: text.value });
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
