import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { MangoQuery } from 'rxdb/plugins/core';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { StoredEvent } from '../../domain/dossier-event.ts';
import { localMoment, plainDate } from '../../domain/plain-date.ts';
import { dossierIdOf, makeScanCode } from '../../domain/scan-code.ts';
import { ok } from '../../domain/result.ts';
import type { DossierViewName } from '../../sync/counter-store.ts';
import type { OpenCounterStore } from '../../sync/open-counter-store.ts';
import { openDossierTable } from '../../sync/store/dossier-table.ts';
import { openEventTable } from '../../sync/store/event-table.ts';
import { openSyncEvents } from '../../sync/store/sync-events.ts';
import { action, admit, foreignEvent, openTestStore, receivedFact, XUAN_VIEN } from '../support/store.ts';
import type { EventRow } from '../../sync/replication.ts';
import { idsOf, note, openEvents, openNotes, prepared, write } from './rx-fixtures.ts';

const READINGS = ['all', 'get', 'iterate'] as const;

/**
 * How SQLite carries out each thing that `act` reads by statements it prepares. With the values that were asked for: SQLite
 * looks at them when it has counted the rows.
 */
async function plansOf(store: OpenCounterStore, act: () => unknown): Promise<string[]> {
  const { db } = store.database;
  const prepare = db.prepare.bind(db);
  const asked: { readonly sql: string; readonly values: readonly unknown[] }[] = [];
  const watching = vi.spyOn(db, 'prepare').mockImplementation((sql: string) => {
    const statement = prepare<unknown[]>(sql);
    for (const way of READINGS) {
      const read = statement[way].bind(statement) as (...values: readonly unknown[]) => never;
      statement[way] = (...values: readonly unknown[]) => {
        asked.push({ sql, values });
        return read(...values);
      };
    }
    return statement;
  });
  await act();
  watching.mockRestore();
  return asked.map(({ sql, values }) => {
    const steps = prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
    return steps.map(({ detail }) => detail).join('; ');
  });
}

const LOG = 'other1.1';
const DOSSIER = dossierIdOf(
  makeScanCode({ unitCode: XUAN_VIEN.code, station: 1, yearOfCentury: 20, runningNumber: 1 }),
);
const DOSSIERS = 500;
const LONG_LOG = 2_400;

/** Enough rows of every kind that a scan of them would be the slower way, and what SQLite knows after it counted them. */
function fill(store: OpenCounterStore): void {
  const dossiers: string[] = [];
  store.commit(action(), (work) => {
    for (let i = 0; i < DOSSIERS; i++) {
      const phone = `09${String((i * 104_729) % 100_000_000).padStart(8, '0')}`;
      const fact = receivedFact(work.take({ of: 'scan-code', year: 2020 }), { phone });
      work.append(fact);
      dossiers.push(fact.dossierId);
    }
    return ok({});
  });
  const events: StoredEvent[] = [];
  for (let i = 0; i < LONG_LOG; i++) {
    // Every third one is about no dossier, as the first of a log is.
    const dossierId = i % 3 === 0 ? '' : (dossiers[i % DOSSIERS] ?? '');
    events.push(foreignEvent(LOG, { dossierId }, events.at(-1)));
  }
  admit(store, ...events);
  store.database.db.exec('ANALYZE');
}

const [NEW, COUNTED] = ['a new file', 'a file of many rows that SQLite has counted'];
const folder = mkdtempSync(path.join(os.tmpdir(), 'counter-test-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Filled by the first test that asks for it, and the same for all. */
function openFilledStore(): OpenCounterStore {
  const store = openTestStore({ folder });
  if (store.database.events.count() < LONG_LOG) fill(store);
  return store;
}

describe.each([NEW, COUNTED])('in %s', (moment) => {
  const open = () => (moment === NEW ? openTestStore() : openFilledStore());

  test.for<[string, MangoQuery<EventRow>, RegExp]>([
    ['one event, by its id', { selector: { id: { $eq: 'a:1' } } }, /^SEARCH event USING INDEX \w+ \(id=\?\)$/],
    [
      'some events, by their ids',
      { selector: { id: { $in: ['a:1', 'a:2'] } } },
      /^SEARCH event USING INDEX \w+ \(id=\?\)$/,
    ],
    [
      'the events of a dossier',
      { selector: { 'event.dossierId': { $eq: DOSSIER } } } as MangoQuery<EventRow>,
      /^SEARCH event USING INDEX event_of_dossier \(dossier_id=\?\)$/,
    ],
    [
      'the events of a dossier, in an order',
      {
        selector: { 'event.dossierId': { $eq: DOSSIER } },
        sort: [{ log: 'asc' }, { seq: 'asc' }],
      } as MangoQuery<EventRow>,
      /^SEARCH event USING INDEX event_of_dossier \(dossier_id=\?\)$/,
    ],
    [
      'the events of a dossier in one log, in its order',
      {
        selector: { log: { $eq: LOG }, 'event.dossierId': { $eq: DOSSIER } },
        sort: [{ seq: 'asc' }],
      } as MangoQuery<EventRow>,
      /^SEARCH event USING INDEX event_of_dossier \(dossier_id=\?\)$/,
    ],
    [
      'a place in a log',
      { selector: { log: { $eq: LOG }, seq: { $eq: 1 } } },
      /^SEARCH event USING INDEX \w+ \(log=\? AND seq=\?\)$/,
    ],
    [
      'a log after a place, in order and without sorting',
      { selector: { log: { $eq: LOG }, seq: { $gt: 1 } }, sort: [{ log: 'asc' }, { seq: 'asc' }], limit: 10 },
      /^SEARCH event USING INDEX \w+ \(log=\? AND seq>\?\)$/,
    ],
    [
      'a log backwards, without sorting',
      { selector: { log: { $eq: LOG } }, sort: [{ seq: 'desc' }], limit: 10 },
      /^SEARCH event USING INDEX \w+ \(log=\?\)$/,
    ],
  ])('RxDB looks up %s by an index', async ([, query, plan]) => {
    const store = open();
    const events = await openEvents(store);
    expect(await plansOf(store, () => idsOf(events, query))).toEqual([expect.stringMatching(plan)]);
    const counted = await plansOf(store, () => events.count(prepared(events, query)));
    expect(counted).toEqual([expect.stringMatching(/^SEARCH event USING (COVERING )?INDEX/)]);
  });

  test('RxDB looks up its own documents by an index', async () => {
    const store = open();
    const notes = await openNotes(store);
    await write(notes, ...Array.from({ length: 100 }, (_, i) => ({ document: note(`n${i}`) })));
    expect(await plansOf(store, () => idsOf(notes, { selector: { id: { $eq: 'n1' } } }))).toEqual([
      expect.stringMatching(/^SEARCH rx_document USING INDEX \w+ \(collection=\? AND id=\?\)$/),
    ]);
    const plans = await plansOf(store, async () => {
      const reopened = await openNotes(store);
      await reopened.findDocumentsById(['n1'], true);
      await reopened.getChangedDocumentsSince?.(10);
    });
    expect(plans).toEqual([
      expect.stringMatching(/^SEARCH rx_document USING INDEX \w+ \(collection=\? AND id=\?\)$/),
      expect.stringMatching(/^SEARCH rx_document USING INDEX rx_document_change \(collection=\? AND change_seq>\?\)$/),
    ]);
  });

  test.for<[string, string, RegExp]>([
    ['a dossier by its id', DOSSIER, /^SEARCH dossier USING (COVERING )?INDEX \w+ \(id=\?\)$/],
    ['dossiers by the end of a number', '00123', /INDEX dossier_number_tail \(number_tail>\? AND number_tail<\?\)/],
    ['dossiers by the end of a phone', '00123', /INDEX dossier_phone_tail \(phone_tail>\? AND phone_tail<\?\)/],
  ])('a scan finds %s by an index', async ([, scanned, plan]) => {
    const store = open();
    const asked = await plansOf(store, () => openDossierTable(store.database.db).search(scanned, 20));
    expect(asked).toContainEqual(expect.stringMatching(plan));
    // Nor does what then reads the rows it found.
    for (const one of asked) expect(one).not.toMatch(/SCAN (dossier|event)/);
  });

  test.for<[DossierViewName, RegExp]>([
    ['late', /^SEARCH dossier USING INDEX dossier_open \(appointment_at<\?\)/],
    ['due-today', /^SEARCH dossier USING INDEX dossier_open \(appointment_at>\? AND appointment_at<\?\)/],
    ['due-soon', /^SEARCH dossier USING INDEX dossier_open \(appointment_at>\? AND appointment_at<\?\)/],
    ['waiting-for-applicant', /^SCAN dossier USING INDEX dossier_open/],
    ['to-transfer', /^SCAN dossier USING INDEX dossier_open/],
    ['result-ready', /^SCAN dossier USING INDEX dossier_open/],
    ['waiting', /^SCAN dossier USING (COVERING )?INDEX dossier_open/],
    ['arrived', /^SCAN dossier USING (COVERING )?INDEX dossier_arrived/],
    ['today', /^SEARCH dossier USING (COVERING )?INDEX dossier_received/],
  ])('the list "%s" reads no more than its index holds', async ([view, plan]) => {
    const store = open();
    const asked = { now: localMoment('2020-04-20T08:00'), lastDaySoon: plainDate('2020-04-22') };
    const plans = await plansOf(store, () => {
      openDossierTable(store.database.db).list({ view, ...asked, limit: 200 });
    });
    expect(plans).toHaveLength(2);
    for (const one of plans) expect(one).toMatch(plan);
  });

  test('all lists are counted by what is open, has arrived and was received today', async () => {
    const store = open();
    const asked = { now: localMoment('2020-04-20T08:00'), lastDaySoon: plainDate('2020-04-22') };
    const [plan] = await plansOf(store, () => openDossierTable(store.database.db).count(asked));
    for (const part of (plan ?? '').split('; ').filter((step) => /dossier/.test(step))) {
      expect(part).toMatch(/^(SCAN|SEARCH) dossier USING (COVERING )?INDEX dossier_(open|arrived|received)/);
    }
  });

  test('the store reads the state of a dossier by an index', async () => {
    const store = open();
    const asked = await plansOf(store, () => openDossierTable(store.database.db).find(DOSSIER));
    expect(asked).toEqual([expect.stringMatching(/^SEARCH dossier USING INDEX \w+ \(id=\?\)$/)]);
  });

  test('what waits to be sent, what was set aside and what contradicts is found by an index', async () => {
    const store = open();
    const plans = await plansOf(store, () => {
      const lists = openSyncEvents(store.database);
      lists.unsent({}, 200);
      lists.refused(200);
      const dossiers = openDossierTable(store.database.db);
      dossiers.contradicted();
      dossiers.summaries([DOSSIER]);
    });
    expect(plans).toContainEqual(
      expect.stringMatching(/^SEARCH event USING INDEX \w+ \(log=\? AND seq>\? AND seq<\?\)$/),
    );
    expect(plans).toContainEqual(expect.stringMatching(/^SCAN dossier USING INDEX dossier_anomaly$/));
    expect(plans).toContainEqual(expect.stringMatching(/^SEARCH dossier USING INDEX \w+ \(id=\?\)/));
    for (const plan of plans) expect(plan).not.toMatch(/SCAN event/);
  });

  test('the store reads the events of a dossier, a log and an arrival by an index', async () => {
    const store = open();
    const { db, sequences } = store.database;
    const plans = await plansOf(store, () => {
      const events = openEventTable(db, sequences);
      events.findDocument(`${LOG}:1`);
      events.ofDossier(DOSSIER);
      events.after({ log: LOG, seq: 1 }, 10);
      events.changedSince(1, 10);
    });
    expect(plans).toEqual([
      expect.stringMatching(/^SEARCH event USING INDEX \w+ \(id=\?\)$/),
      expect.stringContaining('INDEX event_of_dossier (dossier_id=?)'),
      expect.stringMatching(/^SEARCH event USING INDEX \w+ \(log=\? AND seq>\?\)$/),
      expect.stringMatching(/^SEARCH event USING INDEX \w+ \(change_seq>\?\)$/),
    ]);
  });
});

test('a query that SQL answers parses only the documents that are asked for', async () => {
  const store = openFilledStore();
  const events = await openEvents(store);
  const parse = vi.spyOn(JSON, 'parse');
  const first = { selector: { log: { $eq: LOG } }, sort: [{ seq: 'asc' }], limit: 3 } as MangoQuery<EventRow>;
  const found = await events.query(prepared(events, first));
  expect(found.documents.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  // Twice each: as an event that can be read, and as the document.
  expect(parse.mock.calls.length).toBeLessThanOrEqual(6);
  parse.mockClear();
  expect((await events.count(prepared(events, { selector: { log: { $eq: LOG } } }))).count).toBe(LONG_LOG);
  expect(parse).not.toHaveBeenCalled();
  parse.mockRestore();
});
