import { describe, expect, test } from 'vitest';
import { HANDED_OVER, RECEIVED } from '../fixtures.ts';
import { at, dossierOf, type Said, SAMPLES, saidUpTo, settlementOf, undoOf } from './samples.ts';

const IN_PROGRESS = [SAMPLES.received, SAMPLES['processing-started']];
const WITHDRAWN = [...IN_PROGRESS, SAMPLES.withdrawn];

function handedOverTo(name: string): Said {
  const payload = { ...HANDED_OVER, receiver: { ...HANDED_OVER.receiver, name } };
  return { kind: 'result-handed-over', payload };
}

describe('a contradiction that is let count', () => {
  test('counts now: here a hand-over of what was withdrawn elsewhere', () => {
    const open = [...WITHDRAWN, SAMPLES['result-handed-over']];
    expect(dossierOf(...open)).toMatchObject({ status: 'withdrawn', anomalies: [{ seq: 4 }] });
    const dossier = dossierOf(...open, settlementOf(4, true));
    expect(dossier).toMatchObject({ status: 'handed-over', anomalies: [] });
    expect(dossier.handOver).toMatchObject({ ...HANDED_OVER, seq: 4 });
    expect(dossier.ending).toBeUndefined();
  });

  test('stands in the trail twice: where it did not fit, and where it took effect', () => {
    const { trail } = dossierOf(...WITHDRAWN, SAMPLES['result-handed-over'], settlementOf(4, true));
    expect(trail.slice(3).map(({ kind, seq, verdict, to }) => [kind, seq, verdict, to])).toEqual([
      ['result-handed-over', 4, 'settled', 'withdrawn'],
      ['contradiction-settled', 5, undefined, 'withdrawn'],
      ['result-handed-over', 4, undefined, 'handed-over'],
    ]);
  });

  test('takes effect after what happened between', () => {
    const dossier = dossierOf(
      ...IN_PROGRESS,
      SAMPLES['payment-duty-met'],
      SAMPLES['payment-duty-notified'],
      settlementOf(3, true),
    );
    expect(dossier).toMatchObject({ status: 'in-progress', anomalies: [] });
    expect(dossier.pausedSince).toBeUndefined();
    expect(dossier.appointments).toHaveLength(2);
  });

  test('may be a note', () => {
    const dossier = dossierOf(...WITHDRAWN, SAMPLES['apology-issued'], settlementOf(4, true));
    expect(dossier).toMatchObject({ status: 'withdrawn', anomalies: [], ending: { kind: 'withdrawn' } });
    expect(dossier.apologies).toHaveLength(1);
  });

  test('may be taken back as the last step', () => {
    const settled = [...WITHDRAWN, SAMPLES['result-handed-over'], settlementOf(4, true)];
    expect(dossierOf(...settled).lastUndoable).toEqual({ kind: 'result-handed-over', log: 'a', seq: 4 });
    const dossier = dossierOf(...settled, undoOf(4));
    expect(dossier).toMatchObject({ status: 'withdrawn', anomalies: [], ending: { kind: 'withdrawn' } });
    expect(dossier.handOver).toBeUndefined();
  });

  test('ends a wait that it leads out of', () => {
    const said = [...saidUpTo('awaiting-supplement'), SAMPLES['result-issued']];
    const dossier = dossierOf(...said, settlementOf(said.length, true));
    expect(dossier).toMatchObject({ status: 'result-ready', anomalies: [] });
    expect(dossier.pausedSince).toBeUndefined();
    expect(dossier.pauses).toEqual([{ from: at('21T14:00'), until: at('22T09:00') }]);
  });

  test('a second hand-over takes the place of the first', () => {
    const dossier = dossierOf(SAMPLES.received, handedOverTo('A'), handedOverTo('B'), settlementOf(3, true));
    expect(dossier).toMatchObject({ status: 'handed-over', anomalies: [], handOver: { receiver: { name: 'B' } } });
  });

  test('a second reception takes the place of the first, and its date counts', () => {
    const second: Said = { kind: 'received', payload: { ...RECEIVED, sets: 2, receivedAt: at('20T08:30') } };
    const dossier = dossierOf(SAMPLES.received, second, settlementOf(2, true));
    expect(dossier).toMatchObject({ status: 'received', anomalies: [], intake: { sets: 2, seq: 2 } });
    expect(dossier.appointments.map(({ since }) => since)).toEqual([RECEIVED.receivedAt, at('20T08:30')]);
  });

  test('never takes the result out of the citizen’s hand: the step is known, the dossier stays handed over', () => {
    const handedOver = [SAMPLES.received, SAMPLES['result-handed-over']];
    const late = dossierOf(...handedOver, SAMPLES['result-issued'], settlementOf(3, true));
    expect(late).toMatchObject({ status: 'handed-over', anomalies: [], result: { number: '15/KS' } });
    const asked = dossierOf(...handedOver, SAMPLES['supplement-requested'], settlementOf(3, true));
    expect(asked).toMatchObject({ status: 'handed-over', supplementsAsked: 1 });
    expect(asked.pausedSince).toBeUndefined();
    const withdrawn = dossierOf(...handedOver, SAMPLES.withdrawn, settlementOf(3, true));
    expect(withdrawn.status).toBe('handed-over');
    expect(withdrawn.ending).toBeUndefined();
    expect(withdrawn.handOver).toMatchObject(HANDED_OVER);
  });

  test('a taking back that came too late is settled, but takes nothing back', () => {
    const dossier = dossierOf(
      ...IN_PROGRESS,
      SAMPLES['signature-requested'],
      SAMPLES['result-issued'],
      undoOf(3),
      settlementOf(5, true),
    );
    expect(dossier).toMatchObject({ status: 'result-ready', anomalies: [] });
    expect(dossier.trail.map(({ verdict }) => verdict)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'settled',
      undefined,
    ]);
  });
});

describe('a contradiction that is not let count', () => {
  test('is no anomaly any more and changes nothing', () => {
    const before = dossierOf(...WITHDRAWN);
    const after = dossierOf(...WITHDRAWN, SAMPLES['result-handed-over'], settlementOf(4, false));
    expect({ ...after, trail: before.trail }).toEqual(before);
    expect(after.trail.map(({ verdict }) => verdict)).toEqual([undefined, undefined, undefined, 'settled', undefined]);
  });

  test('leaves the other contradictions', () => {
    const dossier = dossierOf(SAMPLES.received, SAMPLES.received, SAMPLES.received, settlementOf(2, false));
    expect(dossier.anomalies).toEqual([{ code: 'second-reception', kind: 'received', log: 'a', seq: 3 }]);
  });
});

describe('a settlement is an anomaly', () => {
  test.each([true, false])('the second time (accepts: %s), and settles nothing', (accepts) => {
    const once = [...WITHDRAWN, SAMPLES['result-handed-over'], settlementOf(4, false)];
    const dossier = dossierOf(...once, settlementOf(4, accepts));
    expect(dossier.status).toBe('withdrawn');
    expect(dossier.anomalies).toEqual([{ code: 'out-of-place', kind: 'contradiction-settled', log: 'a', seq: 6 }]);
  });

  test('where the fact fitted, was taken back, or was never written', () => {
    for (const seq of [2, 3, 99]) {
      const dossier = dossierOf(...IN_PROGRESS, SAMPLES['result-issued'], undoOf(3), settlementOf(seq, true));
      expect(dossier.status, `${seq}`).toBe('in-progress');
      expect(dossier.anomalies, `${seq}`).toMatchObject([{ kind: 'contradiction-settled', seq: 5 }]);
    }
  });

  test('and may itself be settled', () => {
    const wrong = [...WITHDRAWN, settlementOf(99, true)];
    const dossier = dossierOf(...wrong, settlementOf(4, true));
    expect(dossier).toMatchObject({ status: 'withdrawn', anomalies: [] });
  });
});
