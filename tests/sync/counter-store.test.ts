import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { localMoment, plainDate } from '../../domain/plain-date.ts';
import { ok, refuse } from '../../domain/result.ts';
import { openCounterStore } from '../../sync/open-counter-store.ts';
import { isSealed } from '../../sync/wire/chain.ts';
import {
  action,
  admit,
  foreignEvent,
  handedOverFact,
  openTestStore,
  receivedFact,
  receiveSample,
  temporaryFolder,
} from '../support/store.ts';

const AT_EIGHT = { now: localMoment('2020-04-20T08:00'), lastDaySoon: plainDate('2020-04-22') };
const DAY_BEFORE = { now: localMoment('2020-04-19T08:00'), lastDaySoon: plainDate('2020-04-21') };
const YEAR_2020 = { of: 'scan-code', year: 2020 } as const;

describe('one action is one commit', () => {
  test('a refusal keeps nothing and uses no number', () => {
    const store = openTestStore();
    const result = store.commit(action('c-1'), (work) => {
      work.append(receivedFact(work.take(YEAR_2020)));
      return refuse({ code: 'no' });
    });
    expect(result).toEqual({ ok: false, refusal: { code: 'no' } });
    expect(store.listDossiers({ view: 'today', ...AT_EIGHT, limit: 10 }).total).toBe(0);
    expect(store.commit(action('c-1'), (work) => ok({ used: work.used(YEAR_2020) }))).toEqual(ok({ used: 0 }));
  });

  test('a throw in the middle keeps nothing and leaves the store usable', () => {
    const store = openTestStore();
    const before = store.vector();
    expect(() =>
      store.commit(action(), (work) => {
        work.append(receivedFact(work.take(YEAR_2020)));
        throw new Error('in the middle');
      }),
    ).toThrow('in the middle');
    expect(store.vector()).toEqual(before);
    expect(receiveSample(store)).toBe('08305012000001');
  });

  test('a command that was committed answers the same again and runs nothing', () => {
    const store = openTestStore();
    const first = store.commit(action('c-1'), (work) => ok({ number: work.take(YEAR_2020) }));
    const again = store.commit(action('c-1'), () => {
      throw new Error('must not run');
    });
    expect(again).toEqual(first);
  });

  test('listeners hear of a commit after it, and of a refusal never', () => {
    const store = openTestStore();
    const heard: string[] = [];
    store.onChange(({ what }) =>
      heard.push(`${what}:${store.listDossiers({ view: 'today', ...AT_EIGHT, limit: 1 }).total}`),
    );
    store.commit(action(), (work) => {
      work.append(receivedFact(1));
      return refuse({ code: 'no' });
    });
    receiveSample(store);
    expect(heard).toEqual(['dossiers:1']);
  });

  test('an event can neither be changed nor deleted in the file', () => {
    const store = openTestStore();
    expect(() => store.database.db.exec('DELETE FROM event')).toThrow('never deleted');
    expect(() => store.database.db.exec("UPDATE event SET doc = '{}'")).toThrow('never changed');
  });
});

describe('the log', () => {
  test('every event is sealed, and each follows the one before it', () => {
    const store = openTestStore();
    receiveSample(store);
    receiveSample(store);
    const events = store.database.events.after({ log: 'test1.1', seq: 0 }, 10);
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(events.every(isSealed)).toBe(true);
    expect(events[2]?.prev).toBe(events[1]?.hash);
    expect(store.vector()).toEqual({ 'test1.1': { seq: 3, hash: events[2]?.hash } });
  });

  test('an own event comes after everything seen, whatever its lamport', () => {
    const store = openTestStore();
    admit(store, foreignEvent('other.1', { lamport: 900 }));
    receiveSample(store);
    expect(store.database.events.after({ log: 'test1.1', seq: 1 }, 1)[0]?.lamport).toBe(901);
  });

  test('what comes before its turn is kept, and counts when the gap closes', () => {
    const store = openTestStore();
    const first = foreignEvent('other.1', {});
    const second = foreignEvent('other.1', { kind: 'from-tomorrow' }, first);
    admit(store, second);
    expect(store.vector()['other.1']).toBeUndefined();
    admit(store, first);
    expect(store.vector()['other.1']).toEqual({ seq: 2, hash: second.hash });
  });
});

describe('replicated events', () => {
  test('an unknown kind is kept byte for byte and leaves the dossier as it is', () => {
    const store = openTestStore();
    const id = receiveSample(store);
    const event = foreignEvent('other.1', { kind: 'from-tomorrow', dossierId: id, payload: { x: [1, 'ă'] } });
    admit(store, event);
    expect(store.findDossier(id)?.status).toBe('received');
    expect(store.database.events.after({ log: 'other.1', seq: 0 }, 1)).toEqual([event]);
  });

  test('a known kind in an impossible shape is kept and flagged, and blocks nothing', () => {
    const store = openTestStore();
    const id = receiveSample(store);
    admit(store, foreignEvent('other.1', { kind: 'result-handed-over', dossierId: id, payload: { receiver: 7 } }));
    expect(store.findDossier(id)?.status).toBe('received');
    expect(store.listDossiers({ view: 'waiting', ...AT_EIGHT, limit: 1 }).rows[0]?.hasAnomaly).toBe(true);
  });

  test('a hand-over whose reception is not here yet is shown, and joins it on arrival', () => {
    const store = openTestStore();
    const { kind, dossierId, payload } = receivedFact(7, { station: 2 });
    store.commit(action(), (work) => ok({ seq: work.append(handedOverFact(dossierId)).seq }));
    expect(store.findDossier(dossierId)).toMatchObject({ status: 'handed-over' });
    expect(store.findDossier(dossierId)?.intake).toBeUndefined();
    admit(store, foreignEvent('other.1', { kind, dossierId, payload: JSON.parse(JSON.stringify(payload)) }));
    expect(store.findDossier(dossierId)).toMatchObject({
      status: 'handed-over',
      intake: { registerBook: { number: 7 } },
    });
  });
});

describe('finding', () => {
  test('a name is found without marks, by its beginnings, in any order', () => {
    const store = openTestStore();
    const id = receiveSample(store, { name: 'Đặng Thị Hường' });
    receiveSample(store, { name: 'Nguyễn Văn Đức' });
    for (const query of ['huong', 'dang huong', 'HƯỜNG đặ', 'thi huo']) {
      expect(store.searchDossiers(query, 5).rows.map((row) => row.id)).toEqual([id]);
    }
    expect(store.searchDossiers('"; DROP TABLE event; --', 5).total).toBe(0);
  });

  test('a number tail, a phone tail and a whole scan code find their dossier', () => {
    const store = openTestStore();
    receiveSample(store, { phone: '0987000111' });
    const id = receiveSample(store, { phone: '0912345678' });
    const [row] = store.searchDossiers('0002', 5).rows;
    expect(row?.id).toBe(id);
    expect(store.searchDossiers('5678', 5).rows.map((found) => found.id)).toEqual([id]);
    expect(store.searchDossiers(row?.scanCode ?? '', 5).rows.map((found) => found.id)).toEqual([id]);
    expect(store.searchDossiers(row?.dossierNumber ?? '', 5).rows.map((found) => found.id)).toEqual([id]);
    expect(store.searchDossiers('12', 5).total).toBe(0);
  });

  test('lists: received today, due today, all that wait', () => {
    const store = openTestStore();
    const first = receiveSample(store);
    receiveSample(store);
    const count = (view: 'today' | 'due-today' | 'waiting', asked = AT_EIGHT) =>
      store.listDossiers({ view, ...asked, limit: 1 }).total;
    expect([count('today'), count('due-today'), count('waiting')]).toEqual([2, 2, 2]);
    expect([count('today', DAY_BEFORE), count('due-today', DAY_BEFORE)]).toEqual([0, 0]);
    store.commit(action(), (work) => ok({ seq: work.append(handedOverFact(first)).seq }));
    expect([count('today'), count('due-today'), count('waiting')]).toEqual([2, 1, 1]);
    expect(store.countDossiers(AT_EIGHT)).toMatchObject({ today: 2, 'due-today': 1, waiting: 1, late: 0 });
  });
});

describe('files that are not ours to open', () => {
  test('a database of a newer program is refused and not touched by a byte', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'counter.db');
    void openCounterStore({ folder }).close();
    const db = new Database(file);
    db.pragma('user_version = 99990');
    db.pragma('journal_mode = DELETE');
    db.close();
    const before = readFileSync(file);
    expect(() => openCounterStore({ folder })).toThrow(expect.objectContaining({ code: 'database-from-the-future' }));
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a database of another program is refused', () => {
    const folder = temporaryFolder();
    const db = new Database(path.join(folder, 'counter.db'));
    db.exec('CREATE TABLE theirs (x)');
    db.close();
    expect(() => openCounterStore({ folder })).toThrow(expect.objectContaining({ code: 'not-our-database' }));
  });

  test('a file that is no database may be an encrypted one: it is not opened without a key, and not touched', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'counter.db');
    writeFileSync(file, 'x'.repeat(8_192));
    expect(() => openCounterStore({ folder })).toThrow(expect.objectContaining({ code: 'key-needed' }));
    const key = new Uint8Array(32);
    expect(() => openCounterStore({ folder, key })).toThrow(expect.objectContaining({ code: 'damaged' }));
    expect(readFileSync(file, 'utf8')).toBe('x'.repeat(8_192));
  });

  test('a copy of the file opens with everything in it', () => {
    const store = openTestStore();
    receiveSample(store);
    const folder = temporaryFolder();
    store.database.db.pragma('wal_checkpoint(TRUNCATE)');
    copyFileSync(store.database.db.name, path.join(folder, 'counter.db'));
    const copy = openCounterStore({ folder });
    expect(copy.vector()).toEqual(store.vector());
    void copy.close();
  });
});
