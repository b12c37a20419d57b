import type { Permission } from '../../domain/accounts/role.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { FeeReceipt } from '../../domain/fees/payment.ts';
import type { Act } from '../../domain/lifecycle/act.ts';
import type { DossierFactKind, FactPlace } from '../../domain/lifecycle/dossier-fact.ts';
import { type DossierState, isOpenState, type KnownState } from '../../domain/lifecycle/dossier-state.ts';
import { NOTES, TRANSITIONS } from '../../domain/lifecycle/transition.ts';
import { dateOf, type LocalMoment, type PlainDate } from '../../domain/plain-date.ts';

// A second reading of the table of transitions, so that the core does not judge itself. It says which acts may be legal: one
// that it forbids and the core allows is a defect of one of the two.

type Row = { readonly from: readonly DossierState[] | undefined; readonly permission: Permission };

const ROWS: Readonly<Record<DossierFactKind, Row>> = { ...TRANSITIONS, ...NOTES };

export type ActCircumstances = {
  readonly permissions: readonly Permission[];
  readonly now: LocalMoment;
  readonly isReceiptUsed: (book: string, number: string) => boolean;
};

/** Why an act cannot be legal; undefined when nothing is known against it. */
export function whyNot(act: Act, dossier: Dossier | undefined, by: ActCircumstances): string | undefined {
  if (!dossier) return 'nothing is known of the dossier';
  // Whoever takes a step back needs what the step needed.
  const kind = act.kind === 'step-undone' ? (dossier.lastUndoable?.kind ?? act.kind) : act.kind;
  if (!isAllowed(kind, dossier, by.permissions)) return `nobody who may ${ROWS[kind].permission} is there`;
  if (!isFrom(act.kind, dossier.status)) return `${act.kind} does not go with ${dossier.status}`;
  return againstAct(act, dossier, by);
}

/** As {@link whyNot}, of a hand-over; `despiteMoneyDue` aside. */
export function whyNotHandOver(dossier: Dossier | undefined, permissions: readonly Permission[]): string | undefined {
  if (!permissions.includes('receive')) return 'nobody who may receive is there';
  if (!dossier) return undefined;
  if (dossier.handOver) return 'it was handed over before';
  if (!HERE.has(dossier.status)) return `nothing is handed over of what is ${dossier.status}`;
  if (dossier.status === 'awaiting-signature') return 'it waits for a signature';
  if (!UNMADE.has(dossier.status)) return undefined;
  if (!permissions.includes('process')) return 'no result was issued';
  return isUpstream(dossier) ? 'the body above decides' : undefined;
}

/** Whether an act may be offered to somebody, as far as the table knows. */
export function mayHappen(kind: DossierFactKind, dossier: Dossier, permissions: readonly Permission[]): boolean {
  if (hasNothingToDo(kind, dossier)) return false;
  if (kind !== 'step-undone') return isAllowed(kind, dossier, permissions) && isFrom(kind, dossier.status);
  return dossier.lastUndoable !== undefined && permissions.includes(ROWS[dossier.lastUndoable.kind].permission);
}

function hasNothingToDo(kind: DossierFactKind, dossier: Dossier): boolean {
  const { anomalies, intake, fees } = dossier;
  if (kind === 'contradiction-settled') return anomalies.length === 0;
  if (kind === 'commune-part-finished') return intake !== undefined && !isUpstream(dossier);
  const inDrawer = { feeVnd: heldOf(dossier, 'feeVnd'), dutyVnd: heldOf(dossier, 'dutyVnd') };
  if (kind === 'fee-refunded') return inDrawer.feeVnd <= 0 && inDrawer.dutyVnd <= 0;
  if (kind !== 'fee-collected') return false;
  return inDrawer.feeVnd >= (fees?.feeVnd ?? 0) && inDrawer.dutyVnd >= (fees?.dutyVnd ?? 0);
}

/** What came in and was not given back. */
function heldOf({ payments, refunds }: Dossier, part: 'feeVnd' | 'dutyVnd'): number {
  return payments.reduce((sum, each) => sum + each[part], 0) - refunds.reduce((sum, each) => sum + each[part], 0);
}

const UNMADE: ReadonlySet<KnownState> = new Set<KnownState>(['received', 'in-progress']);
const HERE: ReadonlySet<KnownState> = new Set<KnownState>([
  ...UNMADE,
  'awaiting-signature',
  'result-ready',
  'resolution-refused',
  'intake-unknown',
]);

function isUpstream({ intake }: Dossier): boolean {
  return intake?.procedure.linkedSteps?.some(({ by }) => by === 'upstream') ?? false;
}

/** The leader signs what waits for it, or the specialist enters what was signed on paper. */
function isAllowed(kind: DossierFactKind, { status }: Dossier, permissions: readonly Permission[]): boolean {
  const isSigning = status === 'awaiting-signature' && (kind === 'result-issued' || kind === 'resolution-refused');
  return permissions.includes(ROWS[kind].permission) || (isSigning && permissions.includes('sign'));
}

function isFrom(kind: DossierFactKind, status: KnownState): boolean {
  // What was taken counts in every state; it is taken for what was received, or given already.
  if (kind === 'fee-collected' || kind === 'fees-assessed') return isOpenState(status) || status === 'handed-over';
  const { from } = ROWS[kind];
  return status === 'intake-unknown' || from === undefined || from.includes(status);
}

function againstAct(act: Act, dossier: Dossier, by: ActCircumstances): string | undefined {
  switch (act.kind) {
    case 'step-undone':
      return isPlace(dossier.lastUndoable, act.undoes) ? undefined : 'it is not the last step';
    case 'contradiction-settled':
      return dossier.anomalies.some((anomaly) => isPlace(anomaly, act.of))
        ? undefined
        : 'there is no such contradiction';
    case 'commune-part-finished':
      return dossier.intake && !dossier.intake.procedure.linkedSteps ? 'the commune decides alone' : undefined;
    case 'fee-collected':
      return isWrittenBefore(act.receipt, by) ? 'the receipt was written before' : undefined;
    default:
      return againstTime(act, dossier, dateOf(by.now));
  }
}

function againstTime(act: Act, { supplement, supplementsAsked }: Dossier, today: PlainDate): string | undefined {
  if (act.kind === 'stopped' && supplement && supplement.respondBy >= today) return 'the citizen still has time';
  if (act.kind === 'supplement-requested') {
    if (act.respondBy <= today) return 'the citizen would have no time';
    return supplementsAsked > 0 && !act.basis ? 'it was asked before' : undefined;
  }
  return 'result' in act && act.result.date > today ? 'it is signed tomorrow' : undefined;
}

function isPlace(known: FactPlace | undefined, { log, seq }: FactPlace): boolean {
  return known?.log === log && known.seq === seq;
}

function isWrittenBefore(receipt: FeeReceipt, { isReceiptUsed }: ActCircumstances): boolean {
  return receipt.kind === 'numbered' && isReceiptUsed(receipt.book, receipt.number);
}
