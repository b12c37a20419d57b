import type { Dossier } from '../dossier.ts';
import { tidyText } from '../typed-text.ts';
import type { ActRefusal } from '../lifecycle/act.ts';
import type { DossierFact } from '../lifecycle/dossier-fact.ts';
import type { KnownState } from '../lifecycle/dossier-state.ts';
import { fits, type TransitionKind } from '../lifecycle/transition.ts';
import { readText } from '../lifecycle/wish-reader.ts';
import type { LocalMoment } from '../plain-date.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { DossierId } from '../scan-code.ts';
import type { BatchCode, BatchRangeExhausted } from './batch-code.ts';
import type { BatchDirection, BatchFactKind, BatchFactOf } from './batch-event.ts';
import { hasItem, type TransferBatch } from './transfer-batch.ts';

/** What a batch command is decided by. */
export type BatchCircumstances = {
  readonly now: LocalMoment;
  readonly dossierOf: (id: DossierId) => Dossier | undefined;
  /** The batches known here that are open or on their way. The one in hand may be among them. */
  readonly batches: readonly TransferBatch[];
};

/** The facts of one command: they are written in one commit, the batch's first, in this order, or not at all. */
export type BatchDecision<K extends BatchFactKind = BatchFactKind> = {
  readonly batchFact: BatchFactOf<K>;
  readonly dossierFacts: readonly DossierFact[];
};

export type Decided<K extends BatchFactKind> = Result<BatchDecision<K>, BatchRefusal>;

/** Why a batch command is not carried out. `dossierId` names the dossier that stands in the way. */
export type BatchRefusal =
  | BatchRangeExhausted
  | { readonly code: 'batch-not-open' | 'batch-not-closed'; readonly state: TransferBatch['state'] }
  /** A batch up is signed for by the body above; one down is scanned. */
  | { readonly code: 'other-direction'; readonly direction: BatchDirection }
  | { readonly code: 'batch-empty' | 'body-missing' | 'courier-missing' }
  | { readonly code: 'dossier-unknown' | 'already-in-batch' | 'not-in-batch'; readonly dossierId: DossierId }
  | { readonly code: 'not-in-this-state'; readonly dossierId: DossierId; readonly status: KnownState }
  | { readonly code: 'in-another-batch'; readonly dossierId: DossierId; readonly batch: BatchCode }
  | { readonly code: 'not-a-count'; readonly field: 'originals' | 'copies' }
  | { readonly code: 'reason-missing'; readonly dossierId?: DossierId }
  /** Nothing was said of these. */
  | { readonly code: 'items-not-covered'; readonly dossierIds: readonly DossierId[] }
  | { readonly code: 'named-twice'; readonly dossierId: DossierId }
  /** The body above has not said what the result is: it has to be entered from its paper. */
  | { readonly code: 'result-facts-missing'; readonly dossierId: DossierId }
  /** Text or date that cannot stand as typed. */
  | { readonly code: 'entry'; readonly refusal: ActRefusal; readonly dossierId?: DossierId };

/** By the table of transitions; a dossier whose reception is not known here goes nowhere. */
export function mayTake(kind: TransitionKind, { status }: Dossier): boolean {
  return status !== 'intake-unknown' && fits(kind, status);
}

/**
 * The dossier, where it may stand on the list of `batch`: up, it awaits its transfer; down, the body above has it or has
 * sent its result. Refuses `dossier-unknown`, `not-in-this-state` and `in-another-batch`.
 */
export function listable(
  dossierId: DossierId,
  batch: TransferBatch,
  by: BatchCircumstances,
): Result<Dossier, BatchRefusal> {
  const dossier = by.dossierOf(dossierId);
  if (!dossier) return refuse({ code: 'dossier-unknown', dossierId });
  const kinds = batch.direction === 'up' ? UP : DOWN;
  if (!kinds.some((kind) => mayTake(kind, dossier))) {
    return refuse({ code: 'not-in-this-state', dossierId, status: dossier.status });
  }
  const other = by.batches.find((each) => each.code !== batch.code && holds(each, dossierId));
  return other ? refuse({ code: 'in-another-batch', dossierId, batch: other.code }) : ok(dossier);
}

const UP = ['transfer-sent'] as const satisfies readonly TransitionKind[];
const DOWN = ['upstream-result-issued', 'upstream-result-arrived'] as const satisfies readonly TransitionKind[];

/** Once sent up, a dossier's own state says so; on the way down only the list does. */
function holds(batch: TransferBatch, dossierId: DossierId): boolean {
  const isListKept = batch.state === 'open' || (batch.state === 'closed' && batch.direction === 'down');
  return isListKept && hasItem(batch, dossierId);
}

/** A reason that must be there; refuses `reason-missing`, and `entry` when it is too long. */
export function readReason(typed: string, dossierId?: DossierId): Result<string, BatchRefusal> {
  const whose = dossierId === undefined ? {} : { dossierId };
  if (tidyText(typed) === '') return refuse({ code: 'reason-missing', ...whose });
  const reason = readText('reason', typed);
  return reason.ok ? reason : refuse({ code: 'entry', refusal: reason.refusal, ...whose });
}
