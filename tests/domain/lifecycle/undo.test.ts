import { describe, expect, test } from 'vitest';
import { factsOfState } from '../../../domain/lifecycle/dossier-state.ts';
import { transitionOf } from '../../../domain/lifecycle/transition.ts';
import {
  dossierOf,
  logOf,
  placed,
  projected,
  type Said,
  SAMPLES,
  saidUpTo,
  TRANSITION_KINDS,
  undoOf,
} from './samples.ts';

const IN_PROGRESS = [SAMPLES.received, SAMPLES['processing-started']];

/** What a dossier says, apart from the list of what happened. */
function stateOf(...said: readonly Said[]) {
  const { trail, ...rest } = dossierOf(...said);
  return { ...rest, anomalies: trail.flatMap(({ seq, verdict }) => (verdict === 'out-of-place' ? seq : [])) };
}

describe('taking back the last step', () => {
  const undoable = TRANSITION_KINDS.filter((kind) => transitionOf(kind).isUndoable).flatMap((kind) =>
    transitionOf(kind)
      .from.filter((from) => from !== 'draft')
      .map((from) => ({ kind, from })),
  );

  test.each(undoable)('of $kind in $from leaves the dossier as if it had not been done', ({ kind, from }) => {
    const said = saidUpTo(from);
    expect(stateOf(...said, SAMPLES[kind], undoOf(said.length + 1))).toEqual(stateOf(...said));
  });

  test.each(['supplement-guided', 'intake-refused'] as const)('of a first %s leaves a form that waits', (kind) => {
    const dossier = dossierOf(SAMPLES[kind], undoOf(1));
    expect(dossier).toMatchObject({ status: 'awaiting-intake', anomalies: [] });
    expect(dossier.guidance ?? dossier.intakeRefusal).toBeUndefined();
    const { applicant, procedure, at: askedAt } = SAMPLES[kind].payload;
    expect(dossier).toMatchObject({ applicant, asked: { procedure, at: askedAt } });
    expect(dossierOf(SAMPLES[kind], undoOf(1), SAMPLES.received)).toMatchObject({ status: 'received', anomalies: [] });
  });

  test('of a pause takes the pause back, and of its end opens it again', () => {
    const paused = [...IN_PROGRESS, SAMPLES['supplement-requested']];
    const before = dossierOf(...paused, undoOf(3));
    expect(before.pausedSince).toBeUndefined();
    expect(before.pauses).toEqual([]);
    expect(before.supplement).toBeUndefined();
    expect(before.supplementsAsked).toBe(0);

    const again = dossierOf(...paused, SAMPLES['supplement-received'], undoOf(4));
    expect(again.pausedSince).toBe(SAMPLES['supplement-requested'].payload.at);
    expect(again.pauses).toEqual([]);
    expect(again.appointments).toHaveLength(1);
    expect(again.appointment?.at).toBe(SAMPLES.received.payload.appointment.at);
  });

  test('of a result, a hand-over or an end takes with it what it had set', () => {
    expect(dossierOf(...IN_PROGRESS, SAMPLES['result-issued'], undoOf(3)).result).toBeUndefined();
    const handedOver = [...IN_PROGRESS, SAMPLES['result-issued'], SAMPLES['result-handed-over']];
    const back = dossierOf(...handedOver, undoOf(4));
    expect(back).toMatchObject({ status: 'result-ready', result: { number: '15/KS' } });
    expect(back.handOver).toBeUndefined();
    expect(dossierOf(...IN_PROGRESS, SAMPLES.withdrawn, undoOf(3)).ending).toBeUndefined();
  });

  test('leaves the notes that came after it', () => {
    const dossier = dossierOf(
      ...IN_PROGRESS,
      SAMPLES['result-issued'],
      SAMPLES['fee-collected'],
      SAMPLES['details-corrected'],
      undoOf(3),
    );
    expect(dossier).toMatchObject({ status: 'in-progress', anomalies: [] });
    expect(dossier.result).toBeUndefined();
    expect(dossier.payments).toHaveLength(1);
    expect(dossier.applicant?.name).toBe('Đinh Thị Mơ Mơ');
  });

  test('goes on to the step before it, one at a time', () => {
    const done = [...IN_PROGRESS, SAMPLES['signature-requested'], SAMPLES['result-issued']];
    const dossier = dossierOf(...done, undoOf(4), undoOf(3), undoOf(2));
    expect(dossier).toMatchObject({ status: 'received', anomalies: [] });
    expect(dossier.lastUndoable).toBeUndefined();
    expect(dossierOf(...done, undoOf(4)).lastUndoable).toEqual({ kind: 'signature-requested', log: 'a', seq: 3 });
  });

  test('lets the same step be done again, and taken back again', () => {
    const once = [...IN_PROGRESS, SAMPLES['result-issued'], undoOf(3), SAMPLES['result-issued']];
    expect(dossierOf(...once)).toMatchObject({ status: 'result-ready', anomalies: [] });
    expect(dossierOf(...once).lastUndoable).toEqual({ kind: 'result-issued', log: 'a', seq: 5 });
    expect(dossierOf(...once, undoOf(5))).toMatchObject({ status: 'in-progress', anomalies: [] });
  });

  test('keeps both in the trail, the step marked', () => {
    const { trail } = dossierOf(...IN_PROGRESS, SAMPLES['result-issued'], undoOf(3));
    expect(trail.map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ['received', undefined],
      ['processing-started', undefined],
      ['result-issued', 'undone'],
      ['step-undone', undefined],
    ]);
    expect(trail.at(-1)?.to).toBe('in-progress');
  });

  test('opens a final state again', () => {
    for (const kind of ['withdrawn', 'stopped', 'handed-over', 'intake-refused'] as const) {
      const said = saidUpTo(kind);
      const dossier = dossierOf(...said, undoOf(said.length));
      expect(factsOfState(dossier.status).phase).not.toBe('final');
      expect(dossier.anomalies).toEqual([]);
    }
  });
});

describe('taking back is an anomaly', () => {
  function refused(...said: readonly Said[]): void {
    const before = dossierOf(...said.slice(0, -1));
    const after = dossierOf(...said);
    expect(after.anomalies).toEqual([
      ...before.anomalies,
      { code: 'out-of-place', kind: 'step-undone', log: 'a', seq: said.length },
    ]);
    expect({ ...after, trail: before.trail, anomalies: before.anomalies }).toEqual(before);
    expect(after.trail.slice(0, -1)).toEqual(before.trail);
  }

  test('where it is not the last step', () => {
    refused(...IN_PROGRESS, SAMPLES['signature-requested'], SAMPLES['result-issued'], undoOf(3));
  });

  test('where it was taken back before', () => {
    refused(...IN_PROGRESS, SAMPLES['result-issued'], undoOf(3), undoOf(3));
  });

  test('of a taking back', () => {
    refused(...IN_PROGRESS, SAMPLES['result-issued'], undoOf(3), undoOf(4));
  });

  test('of a note', () => {
    refused(...IN_PROGRESS, SAMPLES['fee-collected'], undoOf(3));
  });

  test('of what did not count', () => {
    refused(...IN_PROGRESS, SAMPLES.received, undoOf(3));
  });

  test('of what nobody ever wrote', () => {
    refused(...IN_PROGRESS, undoOf(99));
  });

  test('of itself', () => {
    refused(...IN_PROGRESS, undoOf(3));
  });

  test('of the step of another log with the same place', () => {
    const facts = logOf(...IN_PROGRESS, SAMPLES['result-issued']);
    const undo = { ...undoOf(3), payload: { ...undoOf(3).payload, undoes: { log: 'b', seq: 3 } } };
    const dossier = projected([...facts, placed(undo, { lamport: 9, log: 'a', seq: 4 })]);
    expect(dossier).toMatchObject({ status: 'result-ready', anomalies: [{ kind: 'step-undone' }] });
  });

  // What a number was given for, what went with a batch, and what the head voided stay.
  const never = [
    'filed',
    'received',
    'carried-over',
    'transfer-sent',
    'transfer-received',
    'transfer-rejected',
    'transfer-recalled',
    'voided',
  ] as const;

  test('of a kind that is never taken back, even where it was the last step', () => {
    const kinds = TRANSITION_KINDS.filter((kind) => !transitionOf(kind).isUndoable);
    expect(kinds.toSorted()).toEqual(never.toSorted());
    for (const kind of never) {
      for (const from of transitionOf(kind).from) {
        const said = [...saidUpTo(from), SAMPLES[kind]];
        refused(...said, undoOf(said.length));
      }
    }
  });
});
