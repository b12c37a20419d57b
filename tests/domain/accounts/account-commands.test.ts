import { describe, expect, test } from 'vitest';
import {
  changeRoles,
  closeAccount,
  openAccount,
  openFirstAdministrator,
  renameAccount,
  reopenAccount,
} from '../../../domain/accounts/account-commands.ts';
import type { AccountId } from '../../../domain/accounts/account-id.ts';
import type { AccountCircumstances } from '../../../domain/accounts/administration.ts';
import { ROLES } from '../../../domain/accounts/role.ts';
import { refusalOf, valueOf } from '../fixtures.ts';
import {
  accountIdOf,
  closed,
  MO,
  NOW,
  opened,
  PAO,
  peopleWith,
  projected,
  SINH,
  standInGiven,
  WEEK,
} from './people.ts';

const NEW = accountIdOf('00000000000d');

function by(actor: AccountId, accounts = peopleWith()): AccountCircumstances {
  return { actor, accounts, now: NOW };
}

const NOT_PERMITTED = { code: 'not-permitted', permission: 'administer' };

describe('the first administrator', () => {
  test('gets all roles, by an account that opens itself', () => {
    const { subject, payload } = valueOf(openFirstAdministrator({ id: MO, name: '  Đinh Thị  Mơ' }, []));
    expect(subject).toBe(`account/${MO}`);
    expect(payload).toEqual({ accountId: MO, name: 'Đinh Thị Mơ', roles: ROLES, by: MO });
  });

  test('is opened only while there is no account, not even a closed one', () => {
    const former = [projected([opened(PAO, 'Hà Văn Páo', ['counter-clerk']), closed(PAO)])];
    expect(refusalOf(openFirstAdministrator({ id: MO, name: 'Mơ' }, former)).code).toBe('account-exists');
  });

  test('has a name', () => {
    expect(refusalOf(openFirstAdministrator({ id: MO, name: ' \t' }, [])).code).toBe('name-missing');
  });
});

describe('opening an account', () => {
  test('says who opened it', () => {
    const { kind, payload } = valueOf(openAccount({ id: NEW, name: 'Lò Thị Nga', roles: ['specialist'] }, by(MO)));
    expect(kind).toBe('account-opened');
    expect(payload).toEqual({ accountId: NEW, name: 'Lò Thị Nga', roles: ['specialist'], by: MO });
  });

  test('is an administrator’s act alone, and not of who stands in for one', () => {
    const wish = { id: NEW, name: 'Lò Thị Nga', roles: ['specialist'] } as const;
    expect(refusalOf(openAccount(wish, by(PAO)))).toEqual(NOT_PERMITTED);
    expect(refusalOf(openAccount(wish, by(NEW)))).toEqual(NOT_PERMITTED);
    const absence = peopleWith({ [MO]: [standInGiven(MO, { standInId: PAO, ...WEEK })] });
    expect(refusalOf(openAccount(wish, by(PAO, absence)))).toEqual(NOT_PERMITTED);
  });

  test('is refused without a name, without a role, and under an id that is used', () => {
    expect(refusalOf(openAccount({ id: NEW, name: ' ', roles: ['leader'] }, by(MO))).code).toBe('name-missing');
    expect(refusalOf(openAccount({ id: NEW, name: 'Nga', roles: [] }, by(MO))).code).toBe('no-roles');
    expect(refusalOf(openAccount({ id: PAO, name: 'Nga', roles: ['leader'] }, by(MO))).code).toBe('account-exists');
  });

  test('is refused under the name of an open account, however it was typed', () => {
    const typed = ' hà  văn PÁO'.normalize('NFD');
    expect(refusalOf(openAccount({ id: NEW, name: typed, roles: ['leader'] }, by(MO))).code).toBe('name-taken');
  });

  test('is not refused under a name that differs in a mark, or that a closed account had', () => {
    expect(openAccount({ id: NEW, name: 'Hà Văn Pao', roles: ['leader'] }, by(MO)).ok).toBe(true);
    const without = peopleWith({ [PAO]: [closed(PAO)] });
    expect(openAccount({ id: NEW, name: 'Hà Văn Páo', roles: ['leader'] }, by(MO, without)).ok).toBe(true);
  });
});

describe('changing an account', () => {
  test('gives other roles, each once', () => {
    const { payload } = valueOf(changeRoles({ accountId: PAO, roles: ['leader', 'specialist', 'leader'] }, by(MO)));
    expect(payload).toEqual({ roles: ['specialist', 'leader'] });
  });

  test('gives another name; its own in other letters too, never one that is taken', () => {
    expect(valueOf(renameAccount({ accountId: PAO, name: 'HÀ VĂN PÁO' }, by(MO))).payload.name).toBe('HÀ VĂN PÁO');
    expect(refusalOf(renameAccount({ accountId: PAO, name: 'Vàng A Sình' }, by(MO))).code).toBe('name-taken');
    expect(refusalOf(renameAccount({ accountId: PAO, name: '' }, by(MO))).code).toBe('name-missing');
  });

  test('is an administrator’s act alone, also of one’s own account', () => {
    expect(refusalOf(changeRoles({ accountId: PAO, roles: ROLES }, by(PAO)))).toEqual(NOT_PERMITTED);
    expect(refusalOf(renameAccount({ accountId: PAO, name: 'Páo' }, by(PAO)))).toEqual(NOT_PERMITTED);
    expect(refusalOf(closeAccount({ accountId: MO, reason: 'x' }, by(PAO)))).toEqual(NOT_PERMITTED);
    expect(refusalOf(reopenAccount({ accountId: MO }, by(PAO)))).toEqual(NOT_PERMITTED);
  });

  test('is refused for an account that is closed, or that nobody opened', () => {
    const without = by(MO, peopleWith({ [PAO]: [closed(PAO)] }));
    expect(refusalOf(changeRoles({ accountId: PAO, roles: ['leader'] }, without)).code).toBe('account-closed');
    expect(refusalOf(renameAccount({ accountId: PAO, name: 'Páo' }, without)).code).toBe('account-closed');
    expect(refusalOf(closeAccount({ accountId: PAO, reason: 'x' }, without)).code).toBe('account-closed');
    expect(refusalOf(closeAccount({ accountId: NEW, reason: 'x' }, without)).code).toBe('account-unknown');
    expect(refusalOf(reopenAccount({ accountId: NEW }, without)).code).toBe('account-unknown');
  });

  test('leaves no account without a role and closes none without a reason', () => {
    expect(refusalOf(changeRoles({ accountId: PAO, roles: [] }, by(MO))).code).toBe('no-roles');
    expect(refusalOf(closeAccount({ accountId: PAO, reason: ' ' }, by(MO))).code).toBe('reason-missing');
    expect(valueOf(closeAccount({ accountId: PAO, reason: ' Nghỉ hưu ' }, by(MO))).payload).toEqual({
      reason: 'Nghỉ hưu',
    });
  });
});

describe('a closed account', () => {
  const without = peopleWith({ [PAO]: [closed(PAO)] });

  test('is opened again by an administrator', () => {
    expect(valueOf(reopenAccount({ accountId: PAO }, by(MO, without)))).toEqual({
      kind: 'account-reopened',
      subject: `account/${PAO}`,
      payload: {},
    });
    expect(refusalOf(reopenAccount({ accountId: SINH }, by(MO, without))).code).toBe('account-open');
  });

  test('stays closed while somebody else has its name', () => {
    const accounts = [...without, projected([opened(NEW, 'Hà Văn Páo', ['leader'])])];
    expect(refusalOf(reopenAccount({ accountId: PAO }, by(MO, accounts))).code).toBe('name-taken');
  });

  test('administers nothing any more', () => {
    const accounts = peopleWith({ [MO]: [closed(MO)] });
    expect(refusalOf(openAccount({ id: NEW, name: 'Nga', roles: ['leader'] }, by(MO, accounts)))).toEqual(
      NOT_PERMITTED,
    );
  });
});

describe('the last account that can administer', () => {
  test('is neither closed nor stripped', () => {
    expect(refusalOf(closeAccount({ accountId: MO, reason: 'x' }, by(MO))).code).toBe('last-administrator');
    expect(refusalOf(changeRoles({ accountId: MO, roles: ['leader'] }, by(MO))).code).toBe('last-administrator');
  });

  test('may take on other roles beside', () => {
    expect(changeRoles({ accountId: MO, roles: ['leader', 'administrator'] }, by(MO)).ok).toBe(true);
  });

  test('may go as soon as another open one can administer', () => {
    const second = projected([opened(NEW, 'Lò Thị Nga', ['administrator'])]);
    expect(closeAccount({ accountId: MO, reason: 'x' }, by(MO, [...peopleWith(), second])).ok).toBe(true);
    const gone = projected([opened(NEW, 'Lò Thị Nga', ['administrator']), closed(NEW)]);
    expect(refusalOf(closeAccount({ accountId: MO, reason: 'x' }, by(MO, [...peopleWith(), gone]))).code).toBe(
      'last-administrator',
    );
  });
});
