import { describe, expect, test } from 'vitest';
import type { OrderedFact } from '../../../domain/lifecycle/course.ts';
import { isBeforeReception } from '../../../domain/lifecycle/transition.ts';
import { placed, projected, type Said, SAMPLES, saidUpTo, settlementOf, undoOf } from './samples.ts';

/** A fact of a computer `b` that never saw the reception: its place in the order is the smallest there is. */
function early(said: Said, seq = 1): OrderedFact {
  return placed(said, { lamport: 1, log: 'b', seq });
}

/** Facts of log `a`, all later in the order than those of {@link early}. */
function late(...said: readonly Said[]): readonly OrderedFact[] {
  return said.map((each, i) => placed(each, { lamport: 10 + i, log: 'a', seq: i + 1 }));
}

describe('what can only follow a reception', () => {
  test('joins it whatever its place in the order', () => {
    const dossier = projected([early(SAMPLES['result-handed-over']), ...late(SAMPLES.received)]);
    expect(dossier).toMatchObject({
      status: 'handed-over',
      anomalies: [],
      intake: { log: 'a' },
      handOver: { log: 'b' },
    });
    expect(dossier.trail.map(({ kind }) => kind)).toEqual(['received', 'result-handed-over']);
  });

  test.each(['processing-started', 'withdrawn', 'voided', 'fee-collected', 'details-corrected'] as const)(
    'so does %s',
    (kind) => {
      const dossier = projected([early(SAMPLES[kind]), ...late(SAMPLES.received)]);
      expect(dossier.anomalies).toEqual([]);
      expect(dossier.trail.map((entry) => entry.kind)).toEqual(['received', kind]);
    },
  );

  test('joins an open dossier of the old system as well', () => {
    const dossier = projected([early(SAMPLES['result-issued']), ...late(SAMPLES['carried-over'])]);
    expect(dossier).toMatchObject({ status: 'result-ready', anomalies: [] });
  });

  test('keeps the order among its like', () => {
    const facts = [early(SAMPLES['processing-started'], 1), early(SAMPLES['result-issued'], 2)];
    const dossier = projected([...facts, ...late(SAMPLES.received, SAMPLES['result-handed-over'])]);
    expect(dossier.anomalies).toEqual([]);
    expect(dossier.trail.map(({ kind }) => kind)).toEqual([
      'received',
      'processing-started',
      'result-issued',
      'result-handed-over',
    ]);
  });

  test('is taken back after the reception too, where it was taken back before it was known', () => {
    const undo = undoOf(1);
    const ofB: Said = { ...undo, payload: { ...undo.payload, undoes: { log: 'b', seq: 1 } } };
    const dossier = projected([early(SAMPLES['result-handed-over']), early(ofB, 2), ...late(SAMPLES.received)]);
    expect(dossier).toMatchObject({ status: 'received', anomalies: [] });
    expect(dossier.trail[1]).toMatchObject({ kind: 'result-handed-over', verdict: 'undone' });
  });

  test('joins the first reception, and a second one is an anomaly all the same', () => {
    const dossier = projected([
      early(SAMPLES['result-handed-over']),
      placed(SAMPLES.received, { lamport: 5, log: 'c', seq: 1 }),
      ...late(SAMPLES.received),
    ]);
    expect(dossier).toMatchObject({ status: 'handed-over', intake: { log: 'c' } });
    expect(dossier.anomalies).toEqual([{ code: 'second-reception', kind: 'received', log: 'a', seq: 1 }]);
  });
});

describe('what was done before the reception', () => {
  const guidedByB: Said = {
    kind: 'step-undone',
    payload: { ...undoOf(1).payload, undoes: { log: 'b', seq: 1 } },
  };

  test('keeps its place', () => {
    for (const said of [SAMPLES.filed, SAMPLES['supplement-guided']]) {
      const dossier = projected([early(said), ...late(SAMPLES.received)]);
      expect(dossier).toMatchObject({ status: 'received', anomalies: [] });
      expect(dossier.trail.map(({ kind }) => kind)).toEqual([said.kind, 'received']);
    }
  });

  test.each(['supplement-guided', 'intake-refused'] as const)('keeps it with its undo: %s', (kind) => {
    const dossier = projected([early(SAMPLES[kind]), early(guidedByB, 2), ...late(SAMPLES.received)]);
    expect(dossier).toMatchObject({ status: 'received', anomalies: [] });
    expect(dossier.guidance ?? dossier.intakeRefusal).toBeUndefined();
    expect(dossier.trail.map((entry) => entry.kind)).toEqual([kind, 'step-undone', 'received']);
  });

  test('keeps it with its settlement: one that was let count does not undo the reception', () => {
    const settled: Said = {
      kind: 'contradiction-settled',
      payload: { ...settlementOf(2, true).payload, of: { log: 'b', seq: 2 } },
    };
    const dossier = projected([
      early(SAMPLES.filed, 1),
      early(SAMPLES.filed, 2),
      early(settled, 3),
      ...late(SAMPLES.received),
    ]);
    expect(dossier).toMatchObject({ status: 'received', anomalies: [] });
    expect(dossier.trail.at(-1)?.kind).toBe('received');
  });

  test('is an anomaly where it stands after the reception in the order', () => {
    for (const kind of ['filed', 'supplement-guided', 'intake-refused'] as const) {
      const dossier = projected(late(SAMPLES.received, SAMPLES[kind]));
      expect(dossier).toMatchObject({ status: 'received', anomalies: [{ code: 'out-of-place', kind }] });
    }
  });

  test('does not take back the slip that the citizen has: what was refused elsewhere is received all the same', () => {
    const refused = [early(SAMPLES['intake-refused']), ...late(SAMPLES.received)];
    expect(projected(refused)).toMatchObject({ status: 'received', anomalies: [], intake: { log: 'a' } });
  });

  test('is filing, guidance, refusal of intake, and the reception itself', () => {
    const before = Object.values(SAMPLES).filter(({ kind }) => isBeforeReception(kind));
    expect(before.map(({ kind }) => kind)).toEqual([
      'filed',
      'supplement-guided',
      'intake-refused',
      'received',
      'carried-over',
    ]);
  });
});

describe('steps that other computers took at the same time', () => {
  test('lose against an end that is earlier in the order', () => {
    const said = [...saidUpTo('in-progress'), SAMPLES.withdrawn, SAMPLES['result-issued']];
    expect(projected(late(...said))).toMatchObject({ status: 'withdrawn', anomalies: [{ kind: 'result-issued' }] });
  });

  test('do not send a dossier again with the batch that the body above sent it back with', () => {
    const sentBack = [...saidUpTo('in-transfer-up'), SAMPLES['transfer-rejected']];
    const again = projected(late(...sentBack, SAMPLES['transfer-sent']));
    expect(again).toMatchObject({ status: 'awaiting-transfer-up', anomalies: [{ kind: 'transfer-sent' }] });
    const next: Said = {
      kind: 'transfer-sent',
      payload: { ...SAMPLES['transfer-sent'].payload, batch: 'BG-08305-200423-1001' },
    };
    expect(projected(late(...sentBack, next))).toMatchObject({ status: 'in-transfer-up', anomalies: [] });
  });
});

describe('the steps that a hand-over on another computer came before in the order', () => {
  const WAY = ['processing-started', 'signature-requested', 'result-issued'] as const;
  const overtaken = [
    early(SAMPLES['result-handed-over']),
    ...late(SAMPLES.received, ...WAY.map((kind) => SAMPLES[kind])),
  ];

  test('count, give the dossier its result, and leave it handed over', () => {
    const dossier = projected(overtaken);
    expect(dossier).toMatchObject({
      status: 'handed-over',
      anomalies: [],
      result: { isRefusal: false },
      lastUndoable: { kind: 'result-handed-over', log: 'b' },
    });
  });

  test('are where the dossier stands when the hand-over is taken back', () => {
    const undo = placed(
      { ...SAMPLES['step-undone'], payload: { ...SAMPLES['step-undone'].payload, undoes: { log: 'b', seq: 1 } } },
      { lamport: 99, log: 'b', seq: 2 },
    );
    expect(projected([...overtaken, undo])).toMatchObject({ status: 'result-ready', anomalies: [] });
  });

  test('are an anomaly where they lead elsewhere', () => {
    const dossier = projected([early(SAMPLES['result-handed-over']), ...late(SAMPLES.received, SAMPLES.voided)]);
    expect(dossier).toMatchObject({ status: 'handed-over', anomalies: [{ code: 'out-of-place', kind: 'voided' }] });
  });
});
