import { describe, expect, test } from 'vitest';
import { compareEvents, eventId } from '../../domain/dossier-event.ts';
import { mergeFacts, type OrderedFact } from '../../domain/lifecycle/course.ts';
import { projectDossier } from '../../domain/lifecycle/project-dossier.ts';
import { localMoment } from '../../domain/plain-date.ts';
import { dossierIdOf } from '../../domain/scan-code.ts';
import { HANDED_OVER, RECEIVED } from './fixtures.ts';

const dossierId = dossierIdOf(RECEIVED.scanCode);

function received(lamport: number, log: string): OrderedFact {
  return { kind: 'received', dossierId, payload: RECEIVED, lamport, log, seq: 1, actor: `Cán bộ ${log}` };
}

function handedOver(lamport: number, log: string, time = '16:05'): OrderedFact {
  const payload = { ...HANDED_OVER, handedOverAt: localMoment(`2020-04-20T${time}`) };
  return { kind: 'result-handed-over', dossierId, payload, lamport, log, seq: 2, actor: `Cán bộ ${log}` };
}

describe('the state of a dossier', () => {
  test('is nothing without events', () => {
    expect(projectDossier([])).toBeUndefined();
  });

  test('is "received" after its reception, with who received it and where', () => {
    const dossier = projectDossier([received(1, 'a')]);
    expect(dossier?.status).toBe('received');
    expect(dossier?.intake).toEqual({ ...RECEIVED, actor: 'Cán bộ a', log: 'a', seq: 1 });
    expect(dossier?.handOver).toBeUndefined();
  });

  test('is "handed-over" after the hand-over', () => {
    expect(projectDossier([received(1, 'a'), handedOver(2, 'a')])?.status).toBe('handed-over');
  });

  test('is "handed-over" already where the reception is not known yet, and the reception joins later', () => {
    const alone = projectDossier([handedOver(1, 'b')]);
    expect(alone?.status).toBe('handed-over');
    expect(alone?.intake).toBeUndefined();
    const joined = projectDossier([handedOver(1, 'b'), received(5, 'a')]);
    expect(joined?.status).toBe('handed-over');
    expect(joined?.intake?.log).toBe('a');
    expect(joined?.anomalies).toEqual([]);
  });

  test('keeps the first hand-over and shows the second as an anomaly', () => {
    const dossier = projectDossier([received(1, 'a'), handedOver(3, 'b', '17:00'), handedOver(2, 'c', '16:00')]);
    expect(dossier?.handOver?.handedOverAt).toBe('2020-04-20T16:00');
    expect(dossier?.anomalies).toEqual([{ code: 'second-hand-over', kind: 'result-handed-over', log: 'b', seq: 2 }]);
  });

  test('keeps the first reception and shows the second as an anomaly', () => {
    const dossier = projectDossier([received(2, 'b'), received(1, 'a')]);
    expect(dossier?.intake?.log).toBe('a');
    expect(dossier?.anomalies).toEqual([{ code: 'second-reception', kind: 'received', log: 'b', seq: 1 }]);
  });

  test('is the same when an event arrives twice', () => {
    const facts = [received(1, 'a'), handedOver(2, 'a')];
    expect(projectDossier([...facts, ...facts])).toEqual(projectDossier(facts));
  });
});

describe('the order of events', () => {
  test('is by cause, then by log, then by place in the log, whatever a clock said', () => {
    const keys = [
      { lamport: 2, log: 'a', seq: 9 },
      { lamport: 1, log: 'b', seq: 2 },
      { lamport: 1, log: 'b', seq: 1 },
      { lamport: 1, log: 'a', seq: 10 },
    ];
    expect(keys.toSorted(compareEvents).map(eventId)).toEqual(['a:10', 'b:1', 'b:2', 'a:9']);
  });

  test('a merge holds each event once', () => {
    const merged = mergeFacts([received(1, 'a'), handedOver(2, 'a')], [handedOver(2, 'a'), received(1, 'b')]);
    expect(merged.map(eventId)).toEqual(['a:1', 'b:1', 'a:2']);
  });
});
