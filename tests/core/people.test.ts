import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Call } from '../../electron/contract/commands.ts';
import type { AccountId } from '../../domain/accounts/account-id.ts';
import type { Role } from '../../domain/accounts/role.ts';
import { get, intake, openTestCounter, receive, refusalOf, SET_UP } from '../support/counter.ts';
import { act, refusedAct, SIGNED } from '../support/life.ts';

const PASSPHRASE = 'bốn năm sáu';

async function openAccount(call: Call, name: string, roles: readonly Role[]): Promise<AccountId> {
  return get(await call('account.open', { name, roles, passphrase: PASSPHRASE })).id;
}

async function signIn(call: Call, accountId: AccountId, passphrase = PASSPHRASE): Promise<void> {
  get(await call('account.signIn', { accountId, passphrase }));
}

describe('the set-up', () => {
  test('makes a first administrator with every role, who is signed in', async () => {
    const { call } = await openTestCounter();
    expect((await call('app.state', {})).people).toMatchObject({
      signedIn: { name: 'Hà Thị Lan', permissions: ['receive', 'process', 'sign', 'head', 'administer'] },
      accounts: [{ name: 'Hà Thị Lan', hasPassphrase: true }],
    });
    expect(await call('account.list', {})).toMatchObject([{ name: 'Hà Thị Lan', state: 'open', waitMs: 0 }]);
  });

  test('of a trial makes one person, to whom nobody has to sign in', async () => {
    const { call } = await openTestCounter({ setUp: false });
    const { people } = get(await call('trial.start', {}));
    expect(people?.signedIn).toMatchObject({ name: 'Cán bộ dùng thử' });
    await receive(call);
  });
});

describe('nobody signed in', () => {
  test('nothing can be read or done, until somebody is; the state says who may', async () => {
    const { call, ask, restart } = await openTestCounter({ signsIn: false });
    await receive(call);
    await restart();
    for (const [name, input] of [
      ['dossier.list', { view: 'today', limit: 1 }],
      ['dossier.receive', { commandId: randomUUID(), form: intake() }],
      ['account.list', {}],
      ['backup.now', {}],
    ] as const) {
      expect(await ask(name, input)).toMatchObject({ ok: false, fault: { code: 'not-signed-in' } });
    }
    const { people } = await call('app.state', {});
    expect(people?.signedIn).toBeUndefined();
    const [first] = people?.accounts ?? [];
    if (!first) throw new Error('there is an account');
    await signIn(call, first.id, SET_UP.accountPassphrase);
    expect((await call('dossier.list', { view: 'today', limit: 1 })).total).toBe(1);
  });

  test('is how it is after signing out', async () => {
    const { call, ask } = await openTestCounter({ signsIn: false });
    expect((await call('account.signOut', {})).people?.signedIn).toBeUndefined();
    expect(await ask('account.list', {})).toMatchObject({ ok: false, fault: { code: 'not-signed-in' } });
  });
});

describe('a role', () => {
  test('is what the core goes by: a clerk receives and does not void, a head voids, an administrator does neither', async () => {
    const { call, ask } = await openTestCounter();
    const { dossier } = await receive(call);
    const clerk = await openAccount(call, 'Đinh Văn Hùng', ['counter-clerk']);
    const head = await openAccount(call, 'Hà Văn Sáu', ['head-of-counter']);
    const administrator = await openAccount(call, 'Lò Thị Mai', ['administrator']);
    const voiding = { kind: 'voided', reason: 'Nhập sai' } as const;

    await signIn(call, clerk);
    await receive(call);
    expect(await refusedAct(call, dossier.id, voiding)).toEqual({ code: 'not-permitted', permission: 'head' });
    expect(await ask('account.open', { name: 'X', roles: [], passphrase: PASSPHRASE })).toMatchObject({
      fault: { code: 'not-permitted', detail: 'administer' },
    });
    expect((await call('dossier.sides', { id: dossier.id }))?.acts).not.toContain('voided');

    await signIn(call, administrator);
    expect(await ask('dossier.receive', { commandId: randomUUID(), form: intake() })).toMatchObject({
      fault: { code: 'not-permitted', detail: 'receive' },
    });

    await signIn(call, head);
    expect((await act(call, dossier.id, voiding)).status).toBe('voided');
  });

  test('decides whether a hand-over may make the result on the way', async () => {
    const { call } = await openTestCounter();
    const { dossier } = await receive(call);
    await signIn(call, await openAccount(call, 'Đinh Văn Hùng', ['counter-clerk']));
    const receiver = { relation: 'applicant', name: 'Nguyễn Thị Đào', idNumber: '' } as const;
    const input = { commandId: randomUUID(), dossierId: dossier.id, receiver };
    expect(refusalOf(await call('dossier.handOver', input))).toEqual({ code: 'result-not-ready', status: 'received' });
  });
});

describe('every event', () => {
  test('carries its person, and for whom that person stood in', async () => {
    const { call, setClock } = await openTestCounter();
    const { dossier } = await receive(call);
    const head = await openAccount(call, 'Hà Văn Sáu', ['head-of-counter']);
    const clerk = await openAccount(call, 'Đinh Văn Hùng', ['counter-clerk']);
    const standIn = { kind: 'give-stand-in', standInId: clerk, reason: 'Đi họp' } as const;
    const span = { from: '2020-04-20T08:00', until: '2020-04-22T00:00' };
    get(await call('account.change', { accountId: head, change: { ...standIn, ...span } }));
    await signIn(call, clerk);
    expect((await call('app.state', {})).people?.signedIn).toMatchObject({ standsInFor: ['Hà Văn Sáu'] });
    const voided = await act(call, dossier.id, { kind: 'voided', reason: 'Nhập sai' });
    expect(voided.trail).toMatchObject([
      { kind: 'received', actor: 'Hà Thị Lan' },
      { kind: 'voided', actor: 'Đinh Văn Hùng', account: clerk, standsInFor: head },
    ]);
    // The day after, the same person may not.
    setClock('2020-04-22T08:00');
    const next = (await receive(call)).dossier;
    expect(await refusedAct(call, next.id, { kind: 'voided', reason: 'Nhập sai' })).toEqual({
      code: 'not-permitted',
      permission: 'head',
    });
  });
});

describe('an account', () => {
  test('that is closed signs in no more, and what its person is signed in to ends', async () => {
    const { call, ask } = await openTestCounter({ signsIn: false });
    const me = (await call('app.state', {})).people?.signedIn?.id;
    const other = await openAccount(call, 'Lò Thị Mai', ['administrator']);
    await signIn(call, other);
    if (!me) throw new Error('somebody is signed in');
    get(await call('account.change', { accountId: me, change: { kind: 'close', reason: 'Chuyển công tác' } }));
    expect(
      refusalOf(await call('account.signIn', { accountId: me, passphrase: SET_UP.accountPassphrase })),
    ).toMatchObject({ code: 'wrong-passphrase' });
    expect(
      refusalOf(await call('account.change', { accountId: other, change: { kind: 'close', reason: 'Nghỉ' } })),
    ).toEqual({ code: 'last-administrator' });
    expect((await ask('account.list', {})).ok).toBe(true);
  });

  test('waits after five wrong passphrases, also after the next start', async () => {
    const { call, restart } = await openTestCounter({ signsIn: false });
    const clerk = await openAccount(call, 'Đinh Văn Hùng', ['counter-clerk']);
    for (let tried = 1; tried <= 5; tried += 1) {
      expect(refusalOf(await call('account.signIn', { accountId: clerk, passphrase: 'sai sai' })).code).toBe(
        'wrong-passphrase',
      );
    }
    await restart();
    expect(refusalOf(await call('account.signIn', { accountId: clerk, passphrase: PASSPHRASE })).code).toBe(
      'must-wait',
    );
    const first = (await call('app.state', {})).people?.accounts.find(({ id }) => id !== clerk);
    if (!first) throw new Error('there is an administrator');
    await signIn(call, first.id, SET_UP.accountPassphrase);
    get(await call('account.change', { accountId: clerk, change: { kind: 'clear-lock-out' } }));
    await signIn(call, clerk);
  });

  test('travels with the counter’s events, its passphrase never', async () => {
    const { call, folder, close } = await openTestCounter();
    await openAccount(call, 'Đinh Văn Hùng', ['counter-clerk']);
    await close();
    const { openCounterStore } = await import('../../sync/open-counter-store.ts');
    const store = openCounterStore({ folder: `${folder}/counter` });
    const docs = store.database.db.prepare("SELECT doc FROM event WHERE doc LIKE '%account%'").pluck().all().join('\n');
    await store.close();
    expect(docs).toContain('Đinh Văn Hùng');
    expect(docs).not.toMatch(/scrypt|hash"?:"[A-Za-z0-9+/]{20,}=|bốn năm sáu/);
  });
});

test('a released result is signed by who released it, in the account’s name', async () => {
  const { call } = await openTestCounter();
  const { dossier } = await receive(call);
  await act(call, dossier.id, { kind: 'processing-started', specialist: '' });
  await signIn(call, await openAccount(call, 'Đinh Văn Hùng', ['specialist']));
  const ready = await act(call, dossier.id, { kind: 'result-issued', result: { ...SIGNED, date: '2020-04-20' } });
  expect(ready.trail.at(-1)).toMatchObject({ kind: 'result-issued', actor: 'Đinh Văn Hùng' });
});

describe('an administrator who forgot the passphrase', () => {
  test('is let in by the recovery code of the data, and by nothing else', async () => {
    const { call, restart } = await openTestCounter({
      keyStore: new Map(),
      setUp: { protection: { kind: 'key-store' } },
      signsIn: false,
    });
    const made = await call('key.newRecoveryCode', {});
    if (!made) throw new Error('the file has a key');
    const { code: recoveryCode } = get(made);
    const clerk = await openAccount(call, 'Đinh Văn Hùng', ['counter-clerk']);
    await restart();
    const me = (await call('app.state', {})).people?.accounts.find(({ id }) => id !== clerk);
    if (!me) throw new Error('there is an administrator');
    const wish = { accountId: me.id, recoveryCode, passphrase: 'bảy tám chín' };
    const wrong = `${recoveryCode.slice(0, -1)}${recoveryCode.endsWith('2') ? '3' : '2'}`;
    expect(refusalOf(await call('account.recover', { ...wish, recoveryCode: wrong })).code).toBe('malformed');
    expect(refusalOf(await call('account.recover', { ...wish, accountId: clerk }))).toEqual({
      code: 'not-an-administrator',
    });
    expect(get(await call('account.recover', wish)).people?.signedIn?.id).toBe(me.id);
    await restart();
    await signIn(call, me.id, 'bảy tám chín');
  });

  test('has no such way where the data has no key', async () => {
    const { call } = await openTestCounter();
    const me = (await call('app.state', {})).people?.signedIn?.id;
    if (!me) throw new Error('somebody is signed in');
    const wish = { accountId: me, recoveryCode: 'AAAAA', passphrase: 'bảy tám chín' };
    expect(refusalOf(await call('account.recover', wish))).toEqual({ code: 'no-recovery-code' });
  });
});

test('two administrators who closed each other on two computers do not leave a counter that nobody can look after', async () => {
  const { call, folder, close, restart } = await openTestCounter({ signsIn: false });
  const me = (await call('app.state', {})).people?.signedIn?.id;
  const other = await openAccount(call, 'Lò Thị Mai', ['administrator']);
  get(await call('account.change', { accountId: other, change: { kind: 'close', reason: 'Nghỉ' } }));
  await close();
  const { openCounterStore } = await import('../../sync/open-counter-store.ts');
  const { admit, foreignEvent } = await import('../support/store.ts');
  const store = openCounterStore({ folder: `${folder}/counter` });
  const closing = { dossierId: `account/${me}`, kind: 'account-closed', lamport: 90, payload: { reason: 'Nghỉ' } };
  admit(store, foreignEvent('other.1', closing));
  await store.close();
  await restart();
  expect((await call('app.state', {})).people?.accounts).toEqual([]);
  const { people } = get(await call('account.first', { name: 'Đinh Thị Mơ', passphrase: PASSPHRASE }));
  expect(people?.signedIn).toMatchObject({ name: 'Đinh Thị Mơ' });
});
