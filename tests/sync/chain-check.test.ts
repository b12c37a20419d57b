import { describe, expect, test } from 'vitest';
import type { DossierId } from '../../domain/scan-code.ts';
import { applyCheck, checkRecentEvents, setAsideCount, setAsideEvents } from '../../sync/maintenance.ts';
import type { OpenCounterStore } from '../../sync/open-counter-store.ts';
import { checkChains, recentMarks } from '../../sync/store/chain-check.ts';
import { checkFile } from '../../sync/store/check-file.ts';
import { admit, foreignEvent, openTestStore, receiveSample, temporaryFolder } from '../support/store.ts';
import { counterFile, NO_JSON, OTHER_WORDS, resealed, rotEvent, tamper } from '../support/rot.ts';

const LOG = 'test1.1';

/** A closed counter: `log-opened`, then five dossiers at seq 2 to 6. */
async function closedCounter(): Promise<{ folder: string; file: string; ids: readonly DossierId[] }> {
  const folder = temporaryFolder();
  const store = openTestStore({ folder });
  const ids = Array.from({ length: 5 }, (_, i) => receiveSample(store, { name: `Người thứ ${i + 1}` }));
  await store.close();
  return { folder, file: counterFile(folder), ids };
}

function troublesIn(store: OpenCounterStore) {
  return checkChains(store.database.db).troubles;
}

describe('the check of the chains', () => {
  test('finds nothing in what the counter wrote, and counts every event', async () => {
    const { folder } = await closedCounter();
    const store = openTestStore({ folder });
    admit(store, foreignEvent('other.1', {}));
    expect(checkChains(store.database.db)).toEqual({ checked: 7, troubles: [] });
  });

  test('names an event that does not say what was hashed, with its dossier', async () => {
    const { folder, file, ids } = await closedCounter();
    rotEvent(file, { log: LOG, seq: 3 }, OTHER_WORDS);
    const store = openTestStore({ folder });
    expect(troublesIn(store)).toEqual([{ id: `${LOG}:3`, log: LOG, seq: 3, code: 'hash-differs', dossierId: ids[1] }]);
  });

  test('names an event that is no JSON any more, with the dossier it once had', async () => {
    const { folder, file, ids } = await closedCounter();
    rotEvent(file, { log: LOG, seq: 4 }, NO_JSON);
    const store = openTestStore({ folder });
    expect(troublesIn(store)).toEqual([{ id: `${LOG}:4`, log: LOG, seq: 4, code: 'unreadable', dossierId: ids[2] }]);
  });

  test('names an event whose dossier rotted by the dossier it came in for', async () => {
    const { folder, file, ids } = await closedCounter();
    const [id = ''] = ids;
    rotEvent(file, { log: LOG, seq: 2 }, [`"dossierId":"${id}"`, `"dossierId":"${id.slice(0, 13)}8"`]);
    const store = openTestStore({ folder });
    expect(troublesIn(store)).toMatchObject([{ seq: 2, code: 'hash-differs', dossierId: id }]);
  });

  test('names an event that was sealed again by its successor, which it does not lead to any more', async () => {
    const { folder, file } = await closedCounter();
    tamper(file, (db) => resealed(db, `${LOG}:3`, { actor: 'Ai đó' }));
    const store = openTestStore({ folder });
    expect(troublesIn(store)).toMatchObject([{ seq: 4, code: 'chain-broken' }]);
  });

  test('names the event behind one that is gone', async () => {
    const { folder, file } = await closedCounter();
    tamper(file, (db) => db.exec(`DELETE FROM event WHERE id = '${LOG}:3'`));
    const store = openTestStore({ folder });
    expect(troublesIn(store)).toMatchObject([{ seq: 4, code: 'chain-broken' }]);
  });

  test.each([
    ['lies behind the events', `UPDATE log_head SET seq = 5`],
    ['lies before them', `UPDATE log_head SET seq = 9`],
    ['has another hash', `UPDATE log_head SET hash = '${'a'.repeat(64)}'`],
    ['is gone', `DELETE FROM log_head`],
  ])('names a head that %s', async (_, sql) => {
    const { folder, file } = await closedCounter();
    tamper(file, (db) => db.exec(sql));
    const store = openTestStore({ folder });
    expect(troublesIn(store)).toMatchObject([{ log: LOG, code: 'head-differs' }]);
  });

  test('has nothing against what waits behind a gap', () => {
    const store = openTestStore();
    const first = foreignEvent('other.1', {});
    const second = foreignEvent('other.1', {}, first);
    const third = foreignEvent('other.1', {}, second);
    admit(store, third);
    expect(troublesIn(store)).toEqual([]);
    expect(checkChains(store.database.db, { after: recentMarks(store.database.db, 1) }).troubles).toEqual([]);
    admit(store, first);
    expect(troublesIn(store)).toEqual([]);
    admit(store, second);
    expect(store.vector()['other.1']?.seq).toBe(3);
    expect(troublesIn(store)).toEqual([]);
  });

  test('names a foreign event that does not continue its log, once', () => {
    const store = openTestStore();
    const first = foreignEvent('other.1', {});
    const elsewhere = foreignEvent('other.1', { actor: 'Ai đó' });
    admit(store, first, foreignEvent('other.1', {}, elsewhere));
    expect(troublesIn(store)).toMatchObject([{ log: 'other.1', seq: 2, code: 'chain-broken' }]);
  });

  test('of the recent part sees what rotted in it and nothing before', async () => {
    const { folder, file } = await closedCounter();
    rotEvent(file, { log: LOG, seq: 2 }, OTHER_WORDS);
    rotEvent(file, { log: LOG, seq: 6 }, OTHER_WORDS);
    const store = openTestStore({ folder });
    const { db } = store.database;
    const recent = checkChains(db, { after: recentMarks(db, 2) });
    expect(recent).toMatchObject({ checked: 2, troubles: [{ seq: 6, code: 'hash-differs' }] });
  });
});

describe('an event that is set aside', () => {
  test('is still there, is named, and its dossier is flagged and falls back to what the others say', async () => {
    const { folder, file, ids } = await closedCounter();
    rotEvent(file, { log: LOG, seq: 3 }, OTHER_WORDS);
    rotEvent(file, { log: LOG, seq: 4 }, NO_JSON);
    const store = openTestStore({ folder });
    const untouched = ids.filter((_, i) => i !== 1 && i !== 2).map((id) => store.findDossier(id));
    await applyCheck(
      store,
      checkFile({ folder }, () => undefined),
    );

    expect(store.database.events.count()).toBe(6);
    expect(setAsideCount(store)).toBe(2);
    expect(setAsideEvents(store, 10)).toEqual([
      { log: LOG, seq: 3, why: 'hash-differs', dossierId: ids[1] },
      { log: LOG, seq: 4, why: 'unreadable' },
    ]);
    const [, second, third] = ids;
    for (const id of [second, third]) {
      const page = store.searchDossiers(id ?? '', 1);
      expect(page.rows).toMatchObject([{ id, status: 'intake-unknown', hasAnomaly: true }]);
    }
    expect(ids.filter((_, i) => i !== 1 && i !== 2).map((id) => store.findDossier(id))).toEqual(untouched);
    const { rows } = store.listDossiers({
      view: 'waiting',
      now: '2020-04-20T08:00' as never,
      lastDaySoon: '2020-04-22' as never,
      limit: 10,
    });
    expect(rows.map(({ hasAnomaly }) => hasAnomaly)).toEqual([false, false, false]);
  });

  test('does not keep the counter from receiving, nor from reading its log up to there', async () => {
    const { folder, file } = await closedCounter();
    rotEvent(file, { log: LOG, seq: 4 }, NO_JSON);
    const store = openTestStore({ folder });
    await applyCheck(
      store,
      checkFile({ folder }, () => undefined),
    );
    receiveSample(store);
    expect(store.vector()[LOG]?.seq).toBe(7);
    expect(store.database.events.after({ log: LOG, seq: 0 }, 10).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(store.database.events.changedSince(0, 10)).toHaveLength(6);
  });

  test('is believed again when a later check of everything finds it sound: it was misread', async () => {
    const { folder, ids } = await closedCounter();
    const store = openTestStore({ folder });
    const before = store.searchDossiers(ids[1] ?? '', 1);
    const sound = checkFile({ folder }, () => undefined);
    const trouble = { id: `${LOG}:3`, log: LOG, seq: 3, dossierId: ids[1] ?? '', code: 'hash-differs' } as const;
    await applyCheck(store, { ...sound, troubles: [trouble] });
    expect(store.searchDossiers(ids[1] ?? '', 1).rows).toMatchObject([{ status: 'intake-unknown' }]);
    await applyCheck(
      store,
      checkFile({ folder }, () => undefined),
    );
    expect(setAsideCount(store)).toBe(0);
    expect(store.searchDossiers(ids[1] ?? '', 1)).toEqual(before);
  });

  test('at the start is found among the last ones, at once', async () => {
    const { folder, file, ids } = await closedCounter();
    rotEvent(file, { log: LOG, seq: 6 }, OTHER_WORDS);
    const store = openTestStore({ folder });
    expect(checkRecentEvents(store)).toMatchObject({ checked: 6, found: 1 });
    expect(store.searchDossiers(ids[4] ?? '', 1).rows).toMatchObject([{ hasAnomaly: true }]);
    expect(checkRecentEvents(store)).toMatchObject({ found: 1 });
    expect(setAsideCount(store)).toBe(1);
  });
});
