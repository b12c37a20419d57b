import type { Dossier } from '../dossier.ts';
import type { TypedPaper, TypedResult } from '../lifecycle/act.ts';
import type { DossierFact, DossierPayloads } from '../lifecycle/dossier-fact.ts';
import { receivedAtOf } from '../lifecycle/new-appointment.ts';
import { readPaper, readResult } from '../lifecycle/wish-reader.ts';
import { officeHoursOn, type OfficeHoursBySeason } from '../office-hours.ts';
import { dateOf, type LocalMoment, momentOf, type PlainDate } from '../plain-date.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { DossierId } from '../scan-code.ts';
import {
  type BatchCircumstances,
  type BatchDecision,
  type BatchRefusal,
  type Decided,
  mayTake,
  readReason,
} from './batch-decision.ts';
import type { BatchDirection, ItemVerdict } from './batch-event.ts';
import { hasItem, type TransferBatch, unansweredItems } from './transfer-batch.ts';

/** What the body above said of one dossier. */
export type TypedVerdict =
  | { readonly dossierId: DossierId; readonly accepted: true }
  | { readonly dossierId: DossierId; readonly accepted: false; readonly reason: string };

/** The facts, and the dossiers whose state stays: by now they are not on their way with this batch. */
export type ReceiptDecision = BatchDecision<'batch-received'> & {
  readonly untouched: readonly DossierId[];
};

/**
 * Enters the receipt of a batch up from the paper that the body above signed: what it took is its own from now on, what it
 * rejected awaits a transfer again. A dossier that was withdrawn on the way, or left with another batch, keeps its state and
 * is named in `untouched`: the signature was given all the same.
 *
 * Refuses `batch-not-closed`, `other-direction`, `named-twice`, `not-in-batch`, `items-not-covered`, `entry`,
 * `reason-missing` and `dossier-unknown`.
 */
export function receiveBatch(
  batch: TransferBatch,
  wish: { readonly signed: TypedPaper; readonly items: readonly TypedVerdict[] },
  by: BatchCircumstances & { readonly rules: OfficeHoursBySeason },
): Result<ReceiptDecision, BatchRefusal> {
  const ready = onTheWay(batch, 'up', wish.items);
  if (!ready.ok) return ready;
  const covered = coversAll(batch, wish.items);
  if (!covered.ok) return covered;
  const sentAt = batch.closing?.at ?? batch.openedAt;
  const sentOn = dateOf(sentAt);
  const onPaper = readPaper(wish.signed, { from: sentOn, today: dateOf(by.now) });
  if (!onPaper.ok) return refuse({ code: 'entry', refusal: onPaper.refusal });
  const at = momentOfSignature(onPaper.value.date, sentAt, by);
  const said = { at, batch: batch.code, onPaper: onPaper.value };
  const items: ItemVerdict[] = [];
  const dossierFacts: DossierFact[] = [];
  const untouched: DossierId[] = [];
  for (const typed of wish.items) {
    const verdict = readVerdict(typed);
    if (!verdict.ok) return verdict;
    const { dossierId } = typed;
    const dossier = by.dossierOf(dossierId);
    if (!dossier) return refuse({ code: 'dossier-unknown', dossierId });
    items.push(verdict.value);
    if (isOnTheWayWith(batch, dossier)) dossierFacts.push(answerOf(verdict.value, said));
    else untouched.push(dossierId);
  }
  const payload = { at: by.now, signer: onPaper.value.signer, onPaper: onPaper.value, items };
  return ok({ batchFact: { kind: 'batch-received', subject: batch.code, payload }, dossierFacts, untouched });
}

/** The day on the paper counts for whose time it is, not the day on which a clerk typed it. */
function momentOfSignature(
  date: PlainDate,
  sentAt: LocalMoment,
  { now, rules }: { readonly now: LocalMoment; readonly rules: OfficeHoursBySeason },
): LocalMoment {
  if (date === dateOf(now)) return now;
  const closing = momentOf(date, officeHoursOn(rules, date).afternoon.until);
  return closing > sentAt ? closing : sentAt;
}

function isOnTheWayWith(batch: TransferBatch, dossier: Dossier): boolean {
  return mayTake('transfer-received', dossier) && dossier.transfer?.batch === batch.code;
}

function answerOf({ dossierId, reason }: ItemVerdict, said: DossierPayloads['transfer-received']): DossierFact {
  return reason === undefined
    ? { kind: 'transfer-received', dossierId, payload: said }
    : { kind: 'transfer-rejected', dossierId, payload: { ...said, reason } };
}

function coversAll(batch: TransferBatch, items: readonly TypedVerdict[]): Result<true, BatchRefusal> {
  const awaited = unansweredItems(batch).map(({ dossierId }) => dossierId);
  const stray = items.find(({ dossierId }) => !awaited.includes(dossierId));
  if (stray) return refuse({ code: 'not-in-batch', dossierId: stray.dossierId });
  const uncovered = awaited.filter((id) => !items.some(({ dossierId }) => dossierId === id));
  return uncovered.length > 0 ? refuse({ code: 'items-not-covered', dossierIds: uncovered }) : ok(true);
}

/** One result out of the bag. */
export type ScannedItem = {
  readonly dossierId: DossierId;
  /** It came but is not taken, and why: another commune's, torn, of a dossier that was withdrawn. Moves no dossier. */
  readonly setAside?: string;
  /** From the list or the result itself, where the body above has not said yet what it issued. */
  readonly result?: TypedResult & { readonly isRefusal: boolean };
};

/**
 * Receives a batch down by what was scanned. Results that were not on the list arrive too; what was on it and did not come
 * stays on its way. Both are written down as discrepancies.
 *
 * Refuses `batch-not-closed`, `other-direction`, `named-twice`, `dossier-unknown`, `not-in-this-state`,
 * `result-facts-missing`, `reason-missing` and `entry`.
 */
export function receiveDown(
  batch: TransferBatch,
  wish: { readonly items: readonly ScannedItem[] },
  by: BatchCircumstances & { readonly rules: OfficeHoursBySeason },
): Decided<'batch-received'> {
  const ready = onTheWay(batch, 'down', wish.items);
  if (!ready.ok) return ready;
  const items: ItemVerdict[] = [];
  const dossierFacts: DossierFact[] = [];
  for (const scan of wish.items) {
    const { dossierId, setAside } = scan;
    const verdict = readVerdict(
      setAside === undefined ? { dossierId, accepted: true } : { dossierId, accepted: false, reason: setAside },
    );
    if (!verdict.ok) return verdict;
    items.push(verdict.value);
    const facts = verdict.value.accepted ? arrivalOf(scan, batch, by) : ok([]);
    if (!facts.ok) return facts;
    dossierFacts.push(...facts.value);
  }
  const scanned = new Set(items.map(({ dossierId }) => dossierId));
  const missing = unansweredItems(batch)
    .map(({ dossierId }) => dossierId)
    .filter((id) => !scanned.has(id));
  const extra = [...scanned].filter((id) => !hasItem(batch, id));
  const payload = { at: by.now, items, missing, extra };
  return ok({ batchFact: { kind: 'batch-received', subject: batch.code, payload }, dossierFacts });
}

function onTheWay(
  batch: TransferBatch,
  direction: BatchDirection,
  named: readonly { readonly dossierId: DossierId }[],
): Result<true, BatchRefusal> {
  if (batch.direction !== direction) return refuse({ code: 'other-direction', direction: batch.direction });
  if (batch.state !== 'closed') return refuse({ code: 'batch-not-closed', state: batch.state });
  const twice = named.find(({ dossierId }, i) => named.findIndex((other) => other.dossierId === dossierId) !== i);
  return twice ? refuse({ code: 'named-twice', dossierId: twice.dossierId }) : ok(true);
}

function readVerdict(typed: TypedVerdict): Result<ItemVerdict, BatchRefusal> {
  const { dossierId } = typed;
  if (typed.accepted) return ok({ dossierId, accepted: true });
  const reason = readReason(typed.reason, dossierId);
  return reason.ok ? ok({ dossierId, accepted: false, reason: reason.value }) : reason;
}

function arrivalOf(
  { dossierId, result }: ScannedItem,
  batch: TransferBatch,
  by: BatchCircumstances & { readonly rules: OfficeHoursBySeason },
): Result<readonly DossierFact[], BatchRefusal> {
  const dossier = by.dossierOf(dossierId);
  if (!dossier) return refuse({ code: 'dossier-unknown', dossierId });
  const arrived: DossierFact = {
    kind: 'upstream-result-arrived',
    dossierId,
    payload: { at: by.now, batch: batch.code },
  };
  if (mayTake('upstream-result-arrived', dossier)) return ok([arrived]);
  if (!mayTake('upstream-result-issued', dossier)) {
    return refuse({ code: 'not-in-this-state', dossierId, status: dossier.status });
  }
  if (!result) return refuse({ code: 'result-facts-missing', dossierId });
  const payload = issuedFromPaper(result, dossier, by);
  return payload.ok ? ok([{ kind: 'upstream-result-issued', dossierId, payload: payload.value }, arrived]) : payload;
}

function issuedFromPaper(
  typed: TypedResult & { readonly isRefusal: boolean },
  dossier: Dossier,
  { now, rules }: { readonly now: LocalMoment; readonly rules: OfficeHoursBySeason },
): Result<DossierPayloads['upstream-result-issued'], BatchRefusal> {
  const today = dateOf(now);
  const result = readResult(typed, { from: dateOf(receivedAtOf(dossier) ?? now), today });
  if (!result.ok) return refuse({ code: 'entry', refusal: result.refusal, dossierId: dossier.id });
  const { signer, date } = result.value;
  return ok({
    // Its date counts for on-time, not the day of the scan.
    at: date === today ? now : momentOf(date, officeHoursOn(rules, date).afternoon.until),
    result: result.value,
    isRefusal: typed.isRefusal,
    onPaper: { signer, date },
  });
}
