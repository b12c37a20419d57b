import { describe, expect, test } from 'vitest';
import { openFirstAdministrator } from '../../domain/accounts/account-commands.ts';
import { type AccountId, accountSubject, parseAccountId } from '../../domain/accounts/account-id.ts';
import { ok } from '../../domain/result.ts';
import type { KnownFact } from '../../domain/subject-fact.ts';
import type { OpenCounterStore } from '../../sync/open-counter-store.ts';
import { compareProjectionsIn, mendProjectionsIn } from '../../sync/rebuild-projections.ts';
import { action, admit, foreignEvent, openTestStore, receiveSample, temporaryFolder } from '../support/store.ts';

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
