import type { Permission } from '../accounts/role.ts';
import type { DossierFactKind } from './dossier-fact.ts';
import type { DossierState, KnownState } from './dossier-state.ts';

/** Facts that move a dossier from state to state, each with one row of {@link TRANSITIONS}. */
export type TransitionKind = Exclude<DossierFactKind, NoteKind>;

/** Facts that leave the state as it is. */
export type NoteKind =
  | 'apology-issued'
  | 'appointment-changed'
  | 'step-undone'
  | 'details-corrected'
  | 'fees-assessed'
  | 'fee-collected'
  | 'fee-refunded'
  | 'contradiction-settled';

export type Transition = {
  /** Rows of the field's own list of fifteen transitions that it belongs to. */
  readonly row: number;
  readonly from: readonly DossierState[];
  readonly to: KnownState;
  /** What the person who does it must be allowed. */
  readonly permission: Permission;
  /** May be taken back as the last step, with a reason. */
  readonly isUndoable: boolean;
  /** The upper body's word. A clerk enters it from its paper. */
  readonly isUpstream?: boolean;
};

const BEFORE_INTAKE = ['draft', 'awaiting-intake', 'supplement-before-intake'] as const;
const RECEIVED = [
  'received',
  'in-progress',
  'awaiting-supplement',
  'awaiting-payment-duty',
  'awaiting-signature',
  'awaiting-transfer-up',
  'in-transfer-up',
  'upstream-in-progress',
  'returned-by-upstream',
] as const;
const WITH_RESULT = ['in-transfer-down', 'result-ready', 'resolution-refused'] as const;

/**
 * Every move there is: the fold, the commands, the screens and the tests read this one table. What else must hold for a
 * move stands in `decide-act.ts`.
 */
export const TRANSITIONS = {
  filed: { row: 1, from: ['draft'], to: 'awaiting-intake', permission: 'receive', isUndoable: false },
  received: {
    row: 1,
    // The citizen has the slip, and its number a row of the register: what another computer refused meanwhile does not
    // take them back. The command is stricter.
    from: [...BEFORE_INTAKE, 'intake-refused'],
    to: 'received',
    permission: 'receive',
    isUndoable: false,
  },
  'carried-over': { row: 1, from: ['draft'], to: 'in-progress', permission: 'administer', isUndoable: false },
  'supplement-guided': {
    row: 2,
    from: BEFORE_INTAKE,
    to: 'supplement-before-intake',
    permission: 'receive',
    isUndoable: true,
  },
  'intake-refused': { row: 3, from: BEFORE_INTAKE, to: 'intake-refused', permission: 'receive', isUndoable: true },
  'processing-started': {
    row: 4,
    // What the body above sent back or did not take may need work again.
    from: ['received', 'returned-by-upstream', 'awaiting-transfer-up'],
    to: 'in-progress',
    permission: 'receive',
    isUndoable: true,
  },
  'signature-requested': {
    row: 5,
    from: ['in-progress'],
    to: 'awaiting-signature',
    permission: 'process',
    isUndoable: true,
  },
  'signature-declined': {
    row: 5,
    from: ['awaiting-signature'],
    to: 'in-progress',
    permission: 'sign',
    isUndoable: true,
  },
  'result-issued': {
    row: 5,
    from: ['in-progress', 'awaiting-signature'],
    to: 'result-ready',
    permission: 'process',
    isUndoable: true,
  },
  'resolution-refused': {
    row: 5,
    from: ['in-progress', 'awaiting-signature'],
    to: 'resolution-refused',
    permission: 'process',
    isUndoable: true,
  },
  'supplement-requested': {
    row: 6,
    from: ['in-progress', 'awaiting-transfer-up', 'upstream-in-progress', 'returned-by-upstream'],
    to: 'awaiting-supplement',
    permission: 'receive',
    isUndoable: true,
  },
  'supplement-received': {
    row: 6,
    from: ['awaiting-supplement'],
    to: 'in-progress',
    permission: 'receive',
    isUndoable: true,
  },
  stopped: { row: 7, from: ['awaiting-supplement'], to: 'stopped', permission: 'head', isUndoable: true },
  'payment-duty-notified': {
    row: 8,
    from: ['in-progress'],
    to: 'awaiting-payment-duty',
    permission: 'process',
    isUndoable: true,
  },
  'payment-duty-met': {
    row: 8,
    from: ['awaiting-payment-duty'],
    to: 'in-progress',
    permission: 'receive',
    isUndoable: true,
  },
  'commune-part-finished': {
    row: 9,
    from: ['in-progress'],
    to: 'awaiting-transfer-up',
    permission: 'process',
    isUndoable: true,
  },
  // A batch goes as a whole: what it did to one dossier is put right with the batch, not by undoing one step of it.
  'transfer-sent': {
    row: 9,
    from: ['awaiting-transfer-up'],
    to: 'in-transfer-up',
    permission: 'receive',
    isUndoable: false,
  },
  'transfer-received': {
    row: 9,
    from: ['in-transfer-up'],
    to: 'upstream-in-progress',
    permission: 'receive',
    isUndoable: false,
    isUpstream: true,
  },
  'transfer-rejected': {
    row: 9,
    from: ['in-transfer-up'],
    to: 'awaiting-transfer-up',
    permission: 'receive',
    isUndoable: false,
    isUpstream: true,
  },
  'transfer-recalled': {
    row: 15,
    from: ['in-transfer-up'],
    to: 'awaiting-transfer-up',
    permission: 'receive',
    isUndoable: false,
  },
  'upstream-returned': {
    row: 10,
    from: ['upstream-in-progress'],
    to: 'returned-by-upstream',
    permission: 'receive',
    isUndoable: true,
    isUpstream: true,
  },
  'upstream-result-issued': {
    row: 10,
    from: ['upstream-in-progress'],
    to: 'in-transfer-down',
    permission: 'receive',
    isUndoable: true,
    isUpstream: true,
  },
  'upstream-result-arrived': {
    row: 10,
    from: ['in-transfer-down'],
    to: 'result-ready',
    permission: 'receive',
    isUndoable: true,
  },
  // The paper is in the citizen's hand: however far the way there is known, that is so. The command is stricter.
  'result-handed-over': {
    row: 11,
    from: [...RECEIVED, ...WITH_RESULT],
    to: 'handed-over',
    permission: 'receive',
    isUndoable: true,
  },
  withdrawn: { row: 12, from: RECEIVED, to: 'withdrawn', permission: 'receive', isUndoable: true },
  voided: { row: 13, from: [...RECEIVED, ...WITH_RESULT], to: 'voided', permission: 'head', isUndoable: false },
} as const satisfies Readonly<Record<TransitionKind, Transition>>;

/** What the facts without a move need: the states they may come in, and the permission. */
export const NOTES = {
  'apology-issued': { row: 14, from: RECEIVED, permission: 'receive' },
  'appointment-changed': { row: 14, from: RECEIVED, permission: 'head' },
  'step-undone': { row: 15, from: undefined, permission: 'receive' },
  'details-corrected': { row: 15, from: [...RECEIVED, ...WITH_RESULT], permission: 'receive' },
  'fees-assessed': { row: 11, from: undefined, permission: 'receive' },
  // Money that is in the drawer is there, whatever became of the dossier meanwhile. The command is stricter.
  'fee-collected': { row: 11, from: undefined, permission: 'receive' },
  'fee-refunded': { row: 12, from: undefined, permission: 'receive' },
  'contradiction-settled': { row: 15, from: undefined, permission: 'head' },
} as const satisfies Readonly<
  // `from` undefined: in every state.
  Record<
    NoteKind,
    { readonly row: number; readonly from: readonly DossierState[] | undefined; readonly permission: Permission }
  >
>;

export function isTransition(kind: DossierFactKind): kind is TransitionKind {
  return Object.hasOwn(TRANSITIONS, kind);
}

export function transitionOf(kind: TransitionKind): Transition {
  return TRANSITIONS[kind];
}

/** Whether a fact of this kind fits a dossier in this state. One of which only later steps are known takes what comes. */
export function fits(kind: DossierFactKind, state: KnownState | 'draft'): boolean {
  if (state === 'intake-unknown') return true;
  const from: readonly DossierState[] | undefined = isTransition(kind) ? transitionOf(kind).from : NOTES[kind].from;
  return from === undefined || from.includes(state);
}

export function permissionFor(kind: DossierFactKind): Permission {
  return isTransition(kind) ? transitionOf(kind).permission : NOTES[kind].permission;
}

/** Any one of these allows it: what waits for a signature may be signed by the leader, or by the specialist on paper. */
export function permissionsFor(kind: DossierFactKind, state: KnownState): readonly Permission[] {
  const isSigning = state === 'awaiting-signature' && (kind === 'result-issued' || kind === 'resolution-refused');
  return isSigning ? [permissionFor(kind), 'sign'] : [permissionFor(kind)];
}

/** Whether a form that stands so may be received: what was refused is taken back first, or begun anew. */
export function mayReceive(state: KnownState): boolean {
  return state !== 'intake-refused' && fits('received', state);
}

/** States in which money may be taken for a dossier, or what it pays be reckoned anew. */
export function mayTakeMoney(state: KnownState): boolean {
  return MONEY_STATES.has(state);
}

const MONEY_STATES: ReadonlySet<KnownState> = new Set<KnownState>([...RECEIVED, ...WITH_RESULT, 'handed-over']);

/** Facts that are about a time before the reception: they may stand before it in the order. */
const BEFORE_RECEPTION: ReadonlySet<DossierFactKind> = new Set<DossierFactKind>([
  'filed',
  'supplement-guided',
  'intake-refused',
  'received',
  'carried-over',
]);

export function isBeforeReception(kind: DossierFactKind): boolean {
  return BEFORE_RECEPTION.has(kind);
}
