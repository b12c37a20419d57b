/**
 * Business states (trạng thái) of a dossier, in the order of its life. Persisted. Payment, hand-over of the result and sync
 * are told apart from them: see `DossierSides` in the contract.
 */
export const DOSSIER_STATES = [
  'draft',
  'awaiting-intake',
  'supplement-before-intake',
  'intake-refused',
  'received',
  'in-progress',
  'awaiting-supplement',
  'awaiting-payment-duty',
  'awaiting-signature',
  'awaiting-transfer-up',
  'in-transfer-up',
  'upstream-in-progress',
  'returned-by-upstream',
  'in-transfer-down',
  'result-ready',
  'resolution-refused',
  'handed-over',
  'withdrawn',
  'stopped',
  'voided',
] as const;

export type DossierState = (typeof DOSSIER_STATES)[number];

/**
 * What the time of the limit does in a state. `runs`; `paused`: it waits for the citizen; `stopped`: the result is there and
 * the date of its release counts; `none`: no limit applies.
 */
export type LimitClock = 'runs' | 'paused' | 'stopped' | 'none';

type StateFacts = {
  readonly clock: LimitClock;
  /** Who alone may say what happens next. A final state is nobody's. */
  readonly heldBy: 'commune' | 'upstream' | 'nobody';
  /**
   * `before-intake`: not in the register book. `open`: received and not at its end. `final`: nothing more happens.
   */
  readonly phase: 'before-intake' | 'open' | 'final';
  /** Number of the status on the national portal, by general knowledge; undefined where the portal knows none. */
  readonly nationalStatus: number | undefined;
};

const before = { clock: 'none', heldBy: 'commune', phase: 'before-intake' } as const;
const running = { clock: 'runs', heldBy: 'commune', phase: 'open', nationalStatus: 4 } as const;
const final = { clock: 'none', heldBy: 'nobody', phase: 'final' } as const;

// A state that is missing here does not compile.
const FACTS: Readonly<Record<DossierState, StateFacts>> = {
  draft: { ...before, nationalStatus: undefined },
  'awaiting-intake': { ...before, nationalStatus: 1 },
  'supplement-before-intake': { ...before, nationalStatus: undefined },
  'intake-refused': { ...final, nationalStatus: 3 },
  received: { ...running, nationalStatus: 2 },
  'in-progress': running,
  'awaiting-supplement': { ...running, clock: 'paused', nationalStatus: 5 },
  'awaiting-payment-duty': { ...running, clock: 'paused', nationalStatus: 6 },
  'awaiting-signature': running,
  'awaiting-transfer-up': running,
  // The commune speaks until the other side has signed for it.
  'in-transfer-up': running,
  'upstream-in-progress': { ...running, heldBy: 'upstream' },
  'returned-by-upstream': { ...running, nationalStatus: 5 },
  // The commune scans what arrives; the upper body has issued it, so its clock stands.
  'in-transfer-down': { ...running, clock: 'stopped', nationalStatus: 9 },
  'result-ready': { ...running, clock: 'stopped', nationalStatus: 9 },
  'resolution-refused': { ...running, clock: 'stopped', nationalStatus: 9 },
  'handed-over': { ...final, nationalStatus: 10 },
  withdrawn: { ...final, nationalStatus: 7 },
  stopped: { ...final, nationalStatus: 8 },
  voided: { ...final, nationalStatus: undefined },
};

/**
 * The state as a computer can know it. `intake-unknown`: only later steps are known here ("chưa có dữ liệu tiếp nhận"), and
 * they do not say how it stands.
 */
export type KnownState = Exclude<DossierState, 'draft'> | 'intake-unknown';

const UNKNOWN: StateFacts = { clock: 'none', heldBy: 'commune', phase: 'before-intake', nationalStatus: undefined };

export function factsOfState(state: DossierState | KnownState): StateFacts {
  return state === 'intake-unknown' ? UNKNOWN : FACTS[state];
}

/** Received and not at its end. */
export function isOpenState(state: KnownState): boolean {
  return factsOfState(state).phase === 'open';
}
