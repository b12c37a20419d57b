import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../../domain/dossier.ts';
import type { DossierFactKind } from '../../../domain/lifecycle/dossier-fact.ts';
import {
  DOSSIER_STATES,
  type DossierState,
  factsOfState,
  isOpenState,
  type KnownState,
  type LimitClock,
} from '../../../domain/lifecycle/dossier-state.ts';
import { NOTES, TRANSITIONS, transitionOf } from '../../../domain/lifecycle/transition.ts';
import {
  dossierOf,
  SAMPLES,
  saidUpTo,
  settlementOf,
  STATES_WITH_FACTS,
  TRANSITION_KINDS,
  undoOf,
  WAYS,
} from './samples.ts';

// What settles or takes back needs something to speak of: it has tests of its own below.
const PLAIN_NOTES = [
  'apology-issued',
  'appointment-changed',
  'details-corrected',
  'fees-assessed',
  'fee-collected',
  'fee-refunded',
] as const;

const ENTERING = TRANSITION_KINDS.flatMap((kind) =>
  transitionOf(kind).from.map((from) => ({ kind, from, to: transitionOf(kind).to })),
);

const MISPLACED = TRANSITION_KINDS.flatMap((kind) =>
  STATES_WITH_FACTS.filter((state) => !transitionOf(kind).from.includes(state))
    // What a hand-over overtook is in its place: see reception-first.test.ts.
    .filter((state) => state !== 'handed-over' || kind !== 'processing-started')
    .map((state) => ({ kind, state })),
);

const NOTED = PLAIN_NOTES.flatMap((kind) => {
  const from: readonly DossierState[] = NOTES[kind].from ?? DOSSIER_STATES;
  return STATES_WITH_FACTS.map((state) => ({ kind, state, fits: from.includes(state) }));
});

function codeOf(kind: DossierFactKind, before: Dossier): string {
  const isSecond = before.trail.some((entry) => entry.kind === kind);
  if (isSecond && kind === 'received') return 'second-reception';
  return isSecond && kind === 'result-handed-over' ? 'second-hand-over' : 'out-of-place';
}

describe('the table of transitions', () => {
  test('has a sample, and so a test, for every row', () => {
    expect(Object.keys(SAMPLES).toSorted()).toEqual([...Object.keys(TRANSITIONS), ...Object.keys(NOTES)].toSorted());
    for (const [kind, said] of Object.entries(SAMPLES)) expect(said.kind).toBe(kind);
    expect([...PLAIN_NOTES, 'step-undone', 'contradiction-settled'].toSorted()).toEqual(Object.keys(NOTES).toSorted());
  });

  test('covers each of the fifteen rows of the field', () => {
    const rows = new Set<number>([...Object.values(TRANSITIONS), ...Object.values(NOTES)].map(({ row }) => row));
    expect([...rows].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, i) => i + 1));
  });

  test('reaches every state', () => {
    expect([...WAYS.keys()].toSorted()).toEqual([...DOSSIER_STATES].toSorted());
  });

  test('leads nowhere from a final state', () => {
    const leaving = ENTERING.filter(({ from }) => factsOfState(from).phase === 'final');
    // A slip that was given out by a computer that did not know of the refusal.
    expect(leaving).toEqual([{ kind: 'received', from: 'intake-refused', to: 'received' }]);
  });

  test('leads out of every state that is not final', () => {
    const left = new Set<DossierState>(ENTERING.map(({ from }) => from));
    const stuck = DOSSIER_STATES.filter((state) => factsOfState(state).phase !== 'final' && !left.has(state));
    expect(stuck).toEqual([]);
  });

  test('makes a draft of nothing', () => {
    expect(ENTERING.filter(({ to }) => to === 'intake-unknown' || !STATES_WITH_FACTS.some((s) => s === to))).toEqual(
      [],
    );
  });
});

describe('a step that fits', () => {
  test.each(ENTERING)('$kind leads from $from to $to', ({ kind, from, to }) => {
    const said = saidUpTo(from);
    const dossier = dossierOf(...said, SAMPLES[kind]);
    expect(dossier.status).toBe(to);
    expect(dossier.anomalies).toEqual([]);
    expect(dossier.trail).toHaveLength(said.length + 1);
    const seq = said.length + 1;
    expect(dossier.trail.at(-1)).toMatchObject({ kind, to, log: 'a', seq, actor: 'Cán bộ a' });
    expect(dossier.trail.every((entry) => entry.verdict === undefined)).toBe(true);
  });

  test.each(TRANSITION_KINDS)('%s may be taken back at once exactly where the table says so', (kind) => {
    const { from, isUndoable } = transitionOf(kind);
    for (const state of from) {
      const said = saidUpTo(state);
      const last = dossierOf(...said, SAMPLES[kind]).lastUndoable;
      expect(last).toEqual(isUndoable ? { kind, log: 'a', seq: said.length + 1 } : undefined);
    }
  });

  test('an open dossier of the old system stands where its list says', () => {
    const sample = SAMPLES['carried-over'];
    const said = { ...sample, payload: { ...sample.payload, stands: 'result-ready' } } as const;
    expect(dossierOf(said).status).toBe('result-ready');
    expect(dossierOf(said, SAMPLES['result-handed-over'])).toMatchObject({ status: 'handed-over', anomalies: [] });
  });
});

describe('a step out of its place', () => {
  test.each(MISPLACED)('$kind in $state is an anomaly and changes nothing', ({ kind, state }) => {
    const before = dossierOf(...saidUpTo(state));
    const after = dossierOf(...saidUpTo(state), SAMPLES[kind]);
    const place = { log: 'a', seq: before.trail.length + 1 };
    expect(after.anomalies).toEqual([{ code: codeOf(kind, before), kind, ...place }]);
    expect(after.trail.at(-1)).toMatchObject({ kind, ...place, to: state, verdict: 'out-of-place' });
    expect({ ...after, trail: before.trail, anomalies: [] }).toEqual(before);
  });
});

describe('a note', () => {
  test.each(NOTED.filter(({ fits }) => fits))('$kind counts in $state and leaves the state', ({ kind, state }) => {
    const before = dossierOf(...saidUpTo(state));
    const after = dossierOf(...saidUpTo(state), SAMPLES[kind]);
    expect(after.status).toBe(state);
    expect(after.anomalies).toEqual([]);
    expect(after.trail.at(-1)).toMatchObject({ kind, to: state });
    expect(after.lastUndoable).toEqual(before.lastUndoable);
    expect({ ...after, trail: before.trail }).not.toEqual(before);
  });

  test.each(NOTED.filter(({ fits }) => !fits))('$kind in $state is an anomaly', ({ kind, state }) => {
    const before = dossierOf(...saidUpTo(state));
    const after = dossierOf(...saidUpTo(state), SAMPLES[kind]);
    expect(after.anomalies).toMatchObject([{ code: 'out-of-place', kind }]);
    expect({ ...after, trail: before.trail, anomalies: [] }).toEqual(before);
  });

  test.each(STATES_WITH_FACTS)('the step into %s is taken back exactly where the table says so', (state) => {
    const said = saidUpTo(state);
    const [kind, before] = [said.at(-1)?.kind, said.slice(0, -1)];
    const after = dossierOf(...said, undoOf(said.length));
    const isUndoable = TRANSITION_KINDS.some((each) => each === kind && transitionOf(each).isUndoable);
    // Of a form that was sent away nothing is left but that it came.
    const backTo: KnownState = before.length === 0 ? 'awaiting-intake' : dossierOf(...before).status;
    expect(after.status).toBe(isUndoable ? backTo : state);
    expect(after.anomalies).toHaveLength(isUndoable ? 0 : 1);
  });

  test.each(STATES_WITH_FACTS)('a contradiction is settled in %s', (state) => {
    const said = [...saidUpTo(state), SAMPLES.filed];
    const after = dossierOf(...said, settlementOf(said.length, false));
    expect(after.status).toBe(state);
    expect(after.anomalies).toEqual([]);
    expect(after.trail.at(-2)).toMatchObject({ kind: 'filed', verdict: 'settled' });
  });
});

describe('a dossier of which a later step is known first', () => {
  const kinds = [...TRANSITION_KINDS, ...PLAIN_NOTES];

  test.each(kinds)('takes %s as it comes', (kind) => {
    const dossier = dossierOf(SAMPLES[kind]);
    expect(dossier.anomalies).toEqual([]);
    const moved = TRANSITION_KINDS.find((each) => each === kind);
    expect(dossier.status).toBe(moved ? transitionOf(moved).to : 'intake-unknown');
  });

  test('has no limit, is held by the commune and is not open as long as only notes are known', () => {
    const { status } = dossierOf(SAMPLES['fee-collected']);
    expect(status).toBe('intake-unknown');
    expect(factsOfState(status)).toMatchObject({ clock: 'none', heldBy: 'commune', nationalStatus: undefined });
    expect(isOpenState(status)).toBe(false);
  });
});

// The list of the field, in its order: what the clock does, who says what comes next, the portal's number, open or not.
const FIELD: Readonly<
  Record<DossierState, readonly [LimitClock, 'commune' | 'upstream' | 'nobody', number | undefined, boolean]>
> = {
  draft: ['none', 'commune', undefined, false],
  'awaiting-intake': ['none', 'commune', 1, false],
  'supplement-before-intake': ['none', 'commune', undefined, false],
  'intake-refused': ['none', 'nobody', 3, false],
  received: ['runs', 'commune', 2, true],
  'in-progress': ['runs', 'commune', 4, true],
  'awaiting-supplement': ['paused', 'commune', 5, true],
  'awaiting-payment-duty': ['paused', 'commune', 6, true],
  'awaiting-signature': ['runs', 'commune', 4, true],
  'awaiting-transfer-up': ['runs', 'commune', 4, true],
  'in-transfer-up': ['runs', 'commune', 4, true],
  'upstream-in-progress': ['runs', 'upstream', 4, true],
  'returned-by-upstream': ['runs', 'commune', 5, true],
  'in-transfer-down': ['stopped', 'commune', 9, true],
  'result-ready': ['stopped', 'commune', 9, true],
  'resolution-refused': ['stopped', 'commune', 9, true],
  'handed-over': ['none', 'nobody', 10, false],
  withdrawn: ['none', 'nobody', 7, false],
  stopped: ['none', 'nobody', 8, false],
  voided: ['none', 'nobody', undefined, false],
};

describe('a state', () => {
  test.each(DOSSIER_STATES)('%s has the clock, the holder and the number of the field', (state) => {
    const [clock, heldBy, nationalStatus, isOpen] = FIELD[state];
    expect(factsOfState(state)).toMatchObject({ clock, heldBy, nationalStatus });
    expect(factsOfState(state).phase === 'open').toBe(isOpen);
    if (state !== 'draft') expect(isOpenState(state)).toBe(isOpen);
  });

  test('is the upper body’s word exactly where that body works, returned it, or issued the result', () => {
    const entered = ENTERING.filter(({ kind }) => transitionOf(kind).isUpstream).map(({ to }) => to);
    expect(new Set(entered)).toEqual(
      // The last: it did not accept one dossier of a batch.
      new Set(['upstream-in-progress', 'returned-by-upstream', 'in-transfer-down', 'awaiting-transfer-up']),
    );
  });

  test('waits for the citizen exactly where the dossier says since when', () => {
    for (const state of STATES_WITH_FACTS) {
      const isPaused = dossierOf(...saidUpTo(state)).pausedSince !== undefined;
      const isWaiting = factsOfState(state).clock === 'paused' || state === 'returned-by-upstream';
      expect(isPaused, state).toBe(isWaiting);
    }
  });
});
