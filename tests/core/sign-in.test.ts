import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Account } from '../../domain/accounts/account.ts';
import type { AccountId } from '../../domain/accounts/account-id.ts';
import type { JsonObject } from '../../domain/dossier-event.ts';
import { SignIn } from '../../electron/core/sign-in.ts';
import { accountIdOf, closed, MO, NOW, PAO, peopleWith, SINH, standInGiven, WEEK } from '../domain/accounts/people.ts';
import { refusalOf, valueOf } from '../domain/fixtures.ts';

const CHEAP = { n: 16, r: 1, p: 1 };
const MINUTE_MS = 60_000;
const NOBODY = accountIdOf('0000000000ff');
const PASSPHRASES = new Map([
  [MO, 'chủ tịch xã'],
  [PAO, '482915'],
]);

class Counter {
  people: readonly Account[] = peopleWith();
  readonly verifiers = new Map<string, JsonObject>();
  readonly lockOuts = new Map<string, JsonObject>();
  nowMs = 0;
  signIn = this.start();

  start(cost = CHEAP): SignIn {
    return new SignIn({
      accounts: () => this.people,
      verifiers: { find: (id) => this.verifiers.get(id), put: (id, row) => this.verifiers.set(id, row) },
      lockOuts: { find: (key) => this.lockOuts.get(key), put: (key, row) => this.lockOuts.set(key, row) },
      monotonicMs: () => this.nowMs,
      randomBytes,
      cost,
    });
  }

  /** `accountId` signs in with the right passphrase. */
  async enter(accountId: AccountId): Promise<Account> {
    return valueOf(await this.signIn.signIn({ accountId, passphrase: PASSPHRASES.get(accountId) ?? '' }));
  }

  async set(accountId: AccountId, passphrase: string, oldPassphrase?: string) {
    const old = oldPassphrase === undefined ? {} : { oldPassphrase };
    return this.signIn.setPassphrase({ accountId, passphrase, now: NOW, ...old });
  }

  async wrong(accountId: AccountId, count = 1) {
    const refusals = [];
    for (let i = 0; i < count; i += 1) {
      refusals.push(refusalOf(await this.signIn.signIn({ accountId, passphrase: 'không phải' })));
    }
    return refusals;
  }
}

/** A counter where the administrator and the clerk have a passphrase, and nobody is signed in. */
async function openedCounter(): Promise<Counter> {
  const counter = new Counter();
  valueOf(await counter.set(MO, PASSPHRASES.get(MO) ?? ''));
  await counter.enter(MO);
  valueOf(await counter.set(PAO, PASSPHRASES.get(PAO) ?? ''));
  counter.signIn.signOut();
  counter.lockOuts.clear();
  return counter;
}

describe('signing in', () => {
  test('with the right passphrase makes the account the current one, until it signs out', async () => {
    const counter = await openedCounter();
    expect(counter.signIn.current()).toBeUndefined();
    expect((await counter.enter(PAO)).name).toBe('Hà Văn Páo');
    expect(counter.signIn.current()?.id).toBe(PAO);
    counter.signIn.signOut();
    expect(counter.signIn.current()).toBeUndefined();
  });

  test('does not outlive the program', async () => {
    const counter = await openedCounter();
    await counter.enter(PAO);
    expect(counter.start().current()).toBeUndefined();
  });

  test('with a wrong passphrase is refused and leaves whoever is signed in', async () => {
    const counter = await openedCounter();
    await counter.enter(PAO);
    expect(await counter.wrong(MO)).toEqual([{ code: 'wrong-passphrase', waitMs: 0 }]);
    expect(counter.signIn.current()?.id).toBe(PAO);
  });

  test('takes the place of who was signed in before', async () => {
    const counter = await openedCounter();
    await counter.enter(PAO);
    await counter.enter(MO);
    expect(counter.signIn.current()?.id).toBe(MO);
  });

  test('tells an account that has no passphrase on this computer, and takes no try for it', async () => {
    const counter = await openedCounter();
    expect(await counter.wrong(SINH)).toEqual([{ code: 'no-passphrase' }]);
    expect(counter.lockOuts.size).toBe(0);
  });

  test('is over as soon as the account is closed, and does not come back when it is opened again', async () => {
    const counter = await openedCounter();
    await counter.enter(PAO);
    const open = counter.people;
    counter.people = peopleWith({ [PAO]: [closed(PAO)] });
    expect(counter.signIn.current()).toBeUndefined();
    counter.people = open;
    expect(counter.signIn.current()).toBeUndefined();
  });

  test('is refused when the account is closed while the passphrase is looked at', async () => {
    const counter = await openedCounter();
    const trying = counter.signIn.signIn({ accountId: PAO, passphrase: '482915' });
    await Promise.resolve();
    counter.people = peopleWith({ [PAO]: [closed(PAO)] });
    expect(refusalOf(await trying).code).toBe('wrong-passphrase');
    expect(counter.signIn.current()).toBeUndefined();
  });

  test('makes an outdated verifier anew, and leaves one of today', async () => {
    const counter = await openedCounter();
    const before = counter.verifiers.get(PAO);
    await counter.enter(PAO);
    expect(counter.verifiers.get(PAO)).toBe(before);
    counter.signIn = counter.start({ ...CHEAP, n: 64 });
    await counter.wrong(PAO);
    expect(counter.verifiers.get(PAO)).toBe(before);
    await counter.enter(PAO);
    expect(counter.verifiers.get(PAO)).toMatchObject({ n: 64 });
    await counter.enter(PAO);
  });
});

describe('an account that does not exist, or is closed,', () => {
  test('is answered, counted and made to wait like any other', async () => {
    const counter = await openedCounter();
    counter.people = peopleWith({ [SINH]: [closed(SINH)] });
    const known = await counter.wrong(PAO, 6);
    expect(await counter.wrong(NOBODY, 6)).toEqual(known);
    expect(counter.signIn.waitMs(SINH)).toBe(MINUTE_MS);
  });

  test('leaves one row at most behind, however many are tried', async () => {
    const counter = await openedCounter();
    for (const id of ['1', '2', '3']) await counter.wrong(accountIdOf(id.repeat(12)));
    expect([...counter.lockOuts.keys()]).toEqual(['unknown']);
  });

  test('takes as long as any other', async () => {
    const counter = await openedCounter();
    const cost = { n: 2 ** 14, r: 8, p: 1 };
    counter.signIn = counter.start(cost);
    await counter.enter(PAO);
    const took = async (id: AccountId): Promise<number> => {
      const before = performance.now();
      await counter.wrong(id);
      return performance.now() - before;
    };
    const known = [await took(PAO), await took(PAO), await took(PAO)];
    const unknown = [await took(NOBODY), await took(NOBODY), await took(NOBODY)];
    // Without the same work, it would be a hundredth.
    expect(Math.max(...unknown)).toBeGreaterThan(Math.min(...known) / 4);
  });
});

describe('the lock-out', () => {
  test('refuses even the right passphrase until the wait is over, which then takes all tries back', async () => {
    const counter = await openedCounter();
    const refusals = await counter.wrong(PAO, 5);
    expect(refusals.at(-1)).toEqual({ code: 'wrong-passphrase', waitMs: MINUTE_MS });
    counter.nowMs += 20_000;
    const right = { accountId: PAO, passphrase: '482915' };
    expect(refusalOf(await counter.signIn.signIn(right))).toEqual({ code: 'must-wait', waitMs: 40_000 });
    counter.nowMs += 40_000;
    await counter.enter(PAO);
    expect(counter.lockOuts.get(PAO)).toEqual({ failures: 0, waitMs: 0 });
  });

  test('counts tries made at the same time', async () => {
    const counter = await openedCounter();
    const tries = Array.from({ length: 20 }, () => counter.signIn.signIn({ accountId: PAO, passphrase: '111111' }));
    const refusals = (await Promise.all(tries)).map(refusalOf);
    expect(refusals.filter(({ code }) => code === 'wrong-passphrase')).toHaveLength(5);
  });

  test('is ended for another by who administers, not for oneself and not by others', async () => {
    const counter = await openedCounter();
    await counter.wrong(PAO, 5);
    const clear = (accountId: AccountId) => counter.signIn.clearLockOut({ accountId, now: NOW });
    expect(refusalOf(clear(PAO)).code).toBe('not-signed-in');
    await counter.enter(MO);
    expect(refusalOf(clear(MO)).code).toBe('own-account');
    valueOf(clear(PAO));
    await counter.enter(PAO);
    expect(refusalOf(clear(MO))).toEqual({ code: 'not-permitted', permission: 'administer' });
  });
});

describe('the first passphrase on a computer', () => {
  test('is an administrator’s, set by whoever opened the counter', async () => {
    const counter = new Counter();
    expect(refusalOf(await counter.set(PAO, '482915')).code).toBe('not-signed-in');
    valueOf(await counter.set(MO, 'chủ tịch xã'));
    expect(counter.signIn.current()).toBeUndefined();
    await counter.enter(MO);
  });

  test('is set only while nobody has one there: also not after the administrator who had one left', async () => {
    const counter = await openedCounter();
    expect(refusalOf(await counter.set(MO, 'cướp quyền')).code).toBe('not-signed-in');
    counter.people = peopleWith({
      [MO]: [closed(MO)],
      [SINH]: [{ kind: 'account-roles-changed', subject: `account/${SINH}`, payload: { roles: ['administrator'] } }],
    });
    expect(refusalOf(await counter.set(SINH, 'cướp quyền')).code).toBe('not-signed-in');
  });

  test('is not set anew because the one that is there cannot be read', async () => {
    const counter = await openedCounter();
    counter.verifiers.clear();
    counter.verifiers.set(MO, { algorithm: 'newer' });
    expect(refusalOf(await counter.set(MO, 'cướp quyền')).code).toBe('not-signed-in');
  });
});

describe('setting a passphrase', () => {
  test('of one’s own asks for the old one', async () => {
    const counter = await openedCounter();
    await counter.enter(PAO);
    expect(refusalOf(await counter.set(PAO, '739164')).code).toBe('old-passphrase-missing');
    expect(refusalOf(await counter.set(PAO, '739164', '000000')).code).toBe('wrong-passphrase');
    valueOf(await counter.set(PAO, '739164', '482915'));
    valueOf(await counter.signIn.signIn({ accountId: PAO, passphrase: '739164' }));
    expect(refusalOf(await counter.signIn.signIn({ accountId: PAO, passphrase: '482915' })).code).toBe(
      'wrong-passphrase',
    );
  });

  test('of one’s own asks an administrator too, and lets nobody at an unwatched screen guess without end', async () => {
    const counter = await openedCounter();
    await counter.enter(MO);
    expect(refusalOf(await counter.set(MO, 'mật khẩu mới')).code).toBe('old-passphrase-missing');
    for (let i = 0; i < 5; i += 1) await counter.set(MO, 'mật khẩu mới', `lần thứ ${i}`);
    expect(refusalOf(await counter.set(MO, 'mật khẩu mới', 'chủ tịch xã')).code).toBe('must-wait');
  });

  test('of another is an administrator’s act, and not of who stands in for one; it ends that account’s wait', async () => {
    const counter = await openedCounter();
    await counter.enter(PAO);
    expect(refusalOf(await counter.set(SINH, '739164'))).toEqual({ code: 'not-permitted', permission: 'administer' });
    counter.people = peopleWith({ [MO]: [standInGiven(MO, { standInId: PAO, ...WEEK })] });
    expect(refusalOf(await counter.set(SINH, '739164'))).toEqual({ code: 'not-permitted', permission: 'administer' });
    await counter.enter(MO);
    await counter.wrong(SINH, 5);
    valueOf(await counter.set(SINH, '864201'));
    expect(valueOf(await counter.signIn.signIn({ accountId: SINH, passphrase: '864201' })).id).toBe(SINH);
  });

  test('is refused for an account that is closed, or that nobody opened', async () => {
    const counter = await openedCounter();
    await counter.enter(MO);
    counter.people = peopleWith({ [PAO]: [closed(PAO)] });
    expect(refusalOf(await counter.set(PAO, '739164')).code).toBe('account-closed');
    expect(refusalOf(await counter.set(NOBODY, '739164')).code).toBe('account-unknown');
  });

  test('that is too short or too long is refused before a try is taken', async () => {
    const counter = await openedCounter();
    await counter.enter(PAO);
    expect(refusalOf(await counter.set(PAO, '12345', 'sai'))).toEqual({ code: 'too-short', atLeast: 6 });
    expect(refusalOf(await counter.set(PAO, 'x'.repeat(201), 'sai'))).toEqual({ code: 'too-long', atMost: 200 });
    expect(counter.lockOuts.get(PAO)).toMatchObject({ failures: 0 });
  });
});

describe('who acts', () => {
  test('is nobody while nobody is signed in', () => {
    expect(refusalOf(new Counter().signIn.actAs('receive', NOW)).code).toBe('not-signed-in');
  });

  test('is who is signed in, in the own name or standing in for somebody', async () => {
    const counter = await openedCounter();
    await counter.enter(PAO);
    expect(valueOf(counter.signIn.actAs('receive', NOW))).toEqual({ accountId: PAO, name: 'Hà Văn Páo' });
    expect(refusalOf(counter.signIn.actAs('sign', NOW))).toEqual({ code: 'not-permitted', permission: 'sign' });
    counter.people = peopleWith({ [SINH]: [standInGiven(SINH, { standInId: PAO, ...WEEK })] });
    expect(valueOf(counter.signIn.actAs('sign', NOW)).standInFor).toEqual({ id: SINH, name: 'Vàng A Sình' });
  });
});

test('no refusal carries what was typed, a name or a verifier', async () => {
  const counter = await openedCounter();
  const refusals = [
    ...(await counter.wrong(PAO, 6)),
    refusalOf(await counter.set(PAO, 'bí mật lắm')),
    refusalOf(await counter.set(PAO, 'ngắn')),
  ];
  const said = JSON.stringify(refusals);
  for (const word of ['không phải', 'bí mật lắm', 'ngắn', 'Páo', 'scrypt']) expect(said).not.toContain(word);
});
