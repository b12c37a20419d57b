import { describe, expect, test } from 'vitest';
import { ok, refuse } from '../../domain/result.ts';
import { type DossierId, dossierIdOf, makeScanCode } from '../../domain/scan-code.ts';
import type { StoredEvent } from '../../domain/dossier-event.ts';
import { documentOf } from '../../sync/store/counter-database.ts';
import type { OpenCounterStore } from '../../sync/open-counter-store.ts';
import { action, admit, foreignEvent, handedOverFact, openTestStore, receivedFact } from '../support/store.ts';

const FOREIGN = 'other.1';

function idOf(runningNumber: number): DossierId {
  return dossierIdOf(makeScanCode({ unitCode: '08305', station: 2, yearOfCentury: 20, runningNumber }));
}

/** Hand-overs of one dossier, one after the other: all but the first are anomalies of it. */
function handOvers(dossierId: DossierId, count: number): readonly StoredEvent[] {
  const { kind, payload } = handedOverFact(dossierId);
  const body = { kind, dossierId, payload: JSON.parse(JSON.stringify(payload)) };
  const events: StoredEvent[] = [];
  for (let n = 0; n < count; n += 1) events.push(foreignEvent(FOREIGN, body, events.at(-1)));
  return events;
}

/** The quickest of a few: what else the computer does only makes it slower. */
function quickestMs(act: () => void): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const started = performance.now();
      act();
      return performance.now() - started;
    }),
  );
}

describe('a dossier is folded once in each transaction', () => {
  test('so that 600 events of one take about ten times as long as 60, not a hundred times', () => {
    const id = idOf(1);
    const few = handOvers(id, 60);
    const many = handOvers(id, 600);
    const took = (events: readonly StoredEvent[]) => quickestMs(() => admit(openTestStore(), ...events));
    took(few);
    expect(took(many) / took(few)).toBeLessThan(25);
  });

  test('and stands in the lists when the transaction is through, with every event', () => {
    const store = openTestStore();
    admit(store, ...handOvers(idOf(1), 5), ...otherDossiers(3));
    expect(store.findDossier(idOf(1))?.anomalies).toHaveLength(4);
    expect(store.searchDossiers(idOf(1), 1).rows).toMatchObject([{ status: 'handed-over', hasAnomaly: true }]);
    expect(store.searchDossiers(idOf(12), 1).rows).toMatchObject([{ status: 'handed-over' }]);
  });

  test('and is up to date for whoever reads it inside the transaction', () => {
    const store = openTestStore();
    const seen = store.commit(action(), (work) => {
      const fact = receivedFact(work.take({ of: 'scan-code', year: 2020 }));
      work.append(fact);
      const received = work.findDossier(fact.dossierId)?.status ?? '';
      work.append(handedOverFact(fact.dossierId));
      const handedOver = work.findDossier(fact.dossierId)?.status ?? '';
      const listed = store.searchDossiers(fact.dossierId, 1).rows[0]?.status ?? '';
      return ok({ received, handedOver, listed });
    });
    expect(seen).toEqual(ok({ received: 'received', handedOver: 'handed-over', listed: 'handed-over' }));
  });

  test('and nothing of a transaction that was refused is folded in the next one', () => {
    const store = openTestStore();
    const fact = receivedFact(7);
    const refused = store.commit(action(), (work) => {
      work.append(fact);
      return refuse({ code: 'changed-my-mind' });
    });
    expect(refused.ok).toBe(false);
    store.saveSetting('other', { one: 1 });
    expect(store.findDossier(fact.dossierId)).toBeUndefined();
  });
});

describe('a dossier that cannot be folded', () => {
  test('keeps no event out, is named, and is right again as soon as it can be', () => {
    const store = openTestStore();
    const fact = receivedFact(7);
    breakTable(store);
    store.commit(action(), (work) => {
      work.append(fact);
      return ok({});
    });
    expect(store.database.events.count()).toBe(2);
    expect(troubles(store)).toEqual(['not-projected']);
    mendTable(store);
    store.commit(action(), (work) => {
      work.append(handedOverFact(fact.dossierId));
      return ok({});
    });
    expect(store.findDossier(fact.dossierId)).toMatchObject({ status: 'handed-over', intake: { station: 1 } });
    expect(troubles(store)).toEqual([]);
  });

  test('does not take another one of the same transaction with it', () => {
    const store = openTestStore();
    breakTable(store, `WHEN new.id = '${idOf(1)}'`);
    admit(store, ...handOvers(idOf(1), 2), ...otherDossiers(2));
    expect(store.findDossier(idOf(1))).toBeUndefined();
    expect(store.findDossier(idOf(11))?.status).toBe('handed-over');
    expect(troubles(store)).toEqual(['not-projected', 'not-projected']);
  });
});

function otherDossiers(count: number): readonly StoredEvent[] {
  return Array.from({ length: count }, (_, n) => {
    const { kind, dossierId, payload } = handedOverFact(idOf(11 + n));
    return foreignEvent(`other.${n + 2}`, { kind, dossierId, payload: JSON.parse(JSON.stringify(payload)) });
  });
}

/** As a defect of ours would: every write of a dossier fails. */
function breakTable({ database }: OpenCounterStore, when = ''): void {
  database.db.exec(`CREATE TRIGGER broken BEFORE INSERT ON dossier ${when} BEGIN SELECT RAISE(ABORT, 'broken'); END`);
}

function mendTable({ database }: OpenCounterStore): void {
  database.db.exec('DROP TRIGGER broken');
}

function troubles({ database }: OpenCounterStore): readonly unknown[] {
  return database.db.prepare('SELECT code FROM event_trouble ORDER BY event_id').pluck().all();
}

test('an event of a dossier is listed with its trouble, and read without it', () => {
  const store = openTestStore();
  const [event] = handOvers(idOf(1), 1);
  if (!event) throw new Error('there is one');
  store.database.transactions.run(() => ok(store.database.admit(documentOf(event, 'foreign'))));
  store.database.transactions.run(() => ok(store.database.events.noteTrouble(`${FOREIGN}:1`, 'chain-broken')));
  expect(store.database.events.ofDossier(idOf(1))).toEqual([{ id: `${FOREIGN}:1`, event, trouble: 'chain-broken' }]);
});
