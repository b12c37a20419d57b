import { describe, expect, test } from 'vitest';
import { openFirstAdministrator } from '../../domain/accounts/account-commands.ts';
import { type AccountId, accountSubject, parseAccountId } from '../../domain/accounts/account-id.ts';
import { ok } from '../../domain/result.ts';
import type { KnownFact } from '../../domain/subject-fact.ts';
import type { OpenCounterStore } from '../../sync/open-counter-store.ts';
import { compareProjectionsIn, mendProjectionsIn } from '../../sync/rebuild-projections.ts';
import { documentOf } from '../../sync/store/counter-database.ts';
import {
  action,
  admit,
  foreignEvent,
  openTestStore,
  receivedFact,
  receiveSample,
  temporaryFolder,
} from '../support/store.ts';

const quietly = (): void => undefined;

function accountId(text: string): AccountId {
  const id = parseAccountId(text);
  if (!id) throw new Error(`no account id: ${text}`);
  return id;
}

const LAN = accountId('a1b2c3d4e5f6');

function write(store: OpenCounterStore, ...facts: readonly KnownFact[]): void {
  store.commit(action(), (work) => {
    for (const fact of facts) work.append(fact);
    return ok({});
  });
}

function opening(id: AccountId, name: string): KnownFact {
  const fact = openFirstAdministrator({ id, name }, []);
  if (!fact.ok) throw new Error('it is the first');
  return fact.value;
}

function troubles({ database }: OpenCounterStore): readonly unknown[] {
  return database.db.prepare('SELECT event_id, code FROM event_trouble ORDER BY event_id').all();
}

describe('what events say of anything that is no dossier', () => {
  test('stands in the same commit, and for whoever asks inside it', () => {
    const store = openTestStore();
    const seen = store.commit(action(), (work) => {
      work.append(opening(LAN, 'Hà Thị Lan'));
      return ok({ names: work.listSubjects('account').map(({ name }) => name) });
    });
    expect(seen).toEqual(ok({ names: ['Hà Thị Lan'] }));
    expect(store.findSubject('account', accountSubject(LAN))).toMatchObject({ name: 'Hà Thị Lan', state: 'open' });
    expect(store.findSubject('batch', accountSubject(LAN))).toBeUndefined();
  });

  test('is folded from what other machines wrote as well', () => {
    const store = openTestStore();
    write(store, opening(LAN, 'Hà Thị Lan'));
    admit(
      store,
      foreignEvent('other.1', {
        dossierId: accountSubject(LAN),
        kind: 'account-renamed',
        lamport: 9,
        payload: { name: 'Hà Thị Lan Anh' },
      }),
    );
    expect(store.listSubjects('account')).toMatchObject([{ name: 'Hà Thị Lan Anh' }]);
  });

  test.each([
    ['is about another one than its subject', { kind: 'account-opened', dossierId: 'account/ffffffffffff' }],
    ['is about a dossier', { kind: 'account-opened', dossierId: '08305012000001' }],
    ['lacks what it must say', { kind: 'account-renamed', dossierId: accountSubject(LAN) }],
  ])('counts for nothing where an event %s, and is named', (_what, body) => {
    const store = openTestStore();
    const payload = body.kind === 'account-opened' ? { accountId: LAN, name: 'Kẻ lạ', roles: ['administrator'] } : {};
    admit(store, foreignEvent('other.1', { ...body, payload }));
    expect(store.listSubjects('account')).toEqual([]);
    expect(troubles(store)).toEqual([{ event_id: 'other.1:1', code: 'unreadable' }]);
  });
});

describe('the caches of subjects and money', () => {
  test.each([
    ['a subject that says something else', `UPDATE subject SET state = json_set(state, '$.name', 'Ai đó')`],
    ['a subject that is gone', 'DELETE FROM subject'],
    [
      'a subject that no event speaks of',
      `INSERT INTO subject SELECT 'account/ffffffffffff', kind, is_open, state FROM subject`,
    ],
    ['money of nobody', `INSERT INTO payment VALUES ('08305012000099', 'a', 1, '2020-04-20', '')`],
  ])('are found to differ by %s, and are right again after the repair', async (_what, tampering) => {
    const folder = temporaryFolder();
    const store = openTestStore({ folder });
    write(store, opening(LAN, 'Hà Thị Lan'));
    receiveSample(store);
    store.database.db.exec(tampering);
    await store.close();
    const report = compareProjectionsIn({ folder }, quietly);
    expect(report.differing).toHaveLength(1);
    await mendProjectionsIn({ folder }, report, quietly);
    expect(compareProjectionsIn({ folder }, quietly)).toMatchObject({ differing: [], strayNames: [] });
  });
});

test('a file whose caches an older program folded is folded anew when it is opened, once', async () => {
  const folder = temporaryFolder();
  const store = openTestStore({ folder });
  const id = receiveSample(store, { name: 'Đinh Thị Mơ' });
  store.database.db.exec(`DELETE FROM dossier; DELETE FROM setting WHERE key = 'folds'`);
  await store.close();
  const again = openTestStore({ folder });
  expect(again.findDossier(id)).toMatchObject({ applicant: { name: 'Đinh Thị Mơ' } });
  again.database.db.exec('DELETE FROM dossier');
  await again.close();
  // What is wrong since then is for the check to find.
  expect(openTestStore({ folder }).findDossier(id)).toBeUndefined();
});

describe('what another station writes', () => {
  const STATION_TWO = {
    unitCode: '08305',
    organisationCode: '000.05.22.H44',
    station: 2,
    machine: 'm',
    appVersion: '0',
  };
  const opened = () => foreignEvent('other.1', { payload: STATION_TWO });
  const reception = (change: object) => {
    const { dossierId, payload } = receivedFact(7);
    const body = { ...JSON.parse(JSON.stringify(payload)), ...change };
    return { dossierId, kind: 'received', payload: body };
  };

  test.each([
    ['no whole number', 1.5],
    ['a number beyond all', 1e308],
    ['a huge whole number', 2 ** 60],
  ])('of a register book with %s keeps nothing else out and moves no counter', (_what, number) => {
    const store = openTestStore();
    const first = opened();
    const odd = foreignEvent('other.1', reception({ registerBook: { book: '2020-01', number } }), first);
    const good = foreignEvent('other.1', reception({}), odd);
    store.database.transactions.run(() =>
      ok([first, odd, good].forEach((event) => store.database.admitReplicated(documentOf(event, 'foreign')))),
    );
    expect(store.vector()['other.1']?.seq).toBe(3);
    expect(store.used({ of: 'register-book', year: 2020 })).toBe(0);
    expect(store.used({ of: 'scan-code', year: 2020 })).toBe(0);
  });

  test('of this station’s numbers is not believed, what this station’s own former log says is', () => {
    const store = openTestStore();
    const first = opened();
    const theirs = foreignEvent('other.1', reception({}), first);
    const mine = foreignEvent('former.1', { payload: { ...STATION_TWO, station: 1 } });
    const ours = foreignEvent('former.1', reception({}), mine);
    const admitAll = (...events: readonly ReturnType<typeof opened>[]) =>
      store.database.transactions.run(() =>
        ok(events.forEach((event) => store.database.admitReplicated(documentOf(event, 'foreign')))),
      );
    admitAll(first, theirs);
    expect(store.used({ of: 'scan-code', year: 2020 })).toBe(0);
    admitAll(mine, ours);
    expect(store.used({ of: 'scan-code', year: 2020 })).toBe(7);
    expect(store.used({ of: 'register-book', year: 2020 })).toBe(7);
  });
});

test('an own fact that could not be read back is not done at all', () => {
  const store = openTestStore();
  const fact = receivedFact(7);
  if (fact.kind !== 'received') throw new Error('it is a reception');
  const odd = { ...fact, payload: { ...fact.payload, receivedAt: '2020-04-20T24:00' as never } };
  expect(() => write(store, odd)).toThrow('read back');
  expect(store.database.events.count()).toBe(1);
});
