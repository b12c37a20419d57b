import { expect, test } from 'vitest';
import type { Account } from '../../../domain/accounts/account.ts';
import type { AccountId } from '../../../domain/accounts/account-id.ts';
import { actAs, actingPermissions } from '../../../domain/accounts/acting-permissions.ts';
import type { Permission } from '../../../domain/accounts/role.ts';
import { localMoment } from '../../../domain/plain-date.ts';
import { refusalOf, valueOf } from '../fixtures.ts';
import { closed, MO, NOW, PAO, peopleWith, SINH, standInGiven, WEEK } from './people.ts';

// Páo stands in for Sình, and Mơ for Páo.
const FOR_SINH = [standInGiven(SINH, { standInId: PAO, ...WEEK })];
const ABSENCES = { [SINH]: FOR_SINH, [PAO]: [standInGiven(PAO, { standInId: MO, ...WEEK })] };
const PEOPLE = peopleWith(ABSENCES);

function acting(id: AccountId, permission: Permission, { people = PEOPLE, now = NOW } = {}) {
  return actAs(accountOf(id, people), people, { permission, now });
}

function accountOf(id: AccountId, people: readonly Account[]): Account {
  const account = people.find((each) => each.id === id);
  if (!account) throw new Error(`no account ${id}`);
  return account;
}

test('who has the permission acts in the own name', () => {
  expect(valueOf(acting(PAO, 'receive'))).toEqual({ accountId: PAO, name: 'Hà Văn Páo' });
});

test('who stands in acts in the own name for the other person, and both are named', () => {
  expect(valueOf(acting(PAO, 'sign'))).toEqual({
    accountId: PAO,
    name: 'Hà Văn Páo',
    standInFor: { id: SINH, name: 'Vàng A Sình' },
  });
});

test('who has no such permission is refused, and told which', () => {
  expect(refusalOf(acting(PAO, 'administer'))).toEqual({ code: 'not-permitted', permission: 'administer' });
});

test('a stand-in begins and ends to the minute; the last minute is no longer in it', () => {
  const isAllowed = (now: string): boolean => acting(PAO, 'sign', { now: localMoment(now) }).ok;
  expect(isAllowed('2020-04-20T07:59')).toBe(false);
  expect(isAllowed('2020-04-20T08:00')).toBe(true);
  expect(isAllowed('2020-04-27T07:59')).toBe(true);
  expect(isAllowed('2020-04-27T08:00')).toBe(false);
});

test('what was passed on to a person is not passed on further', () => {
  expect(valueOf(acting(MO, 'receive')).standInFor?.id).toBe(PAO);
  expect(refusalOf(acting(MO, 'sign')).code).toBe('not-permitted');
});

test('nobody stands in for a closed account, and a closed account does nothing', () => {
  const withoutSinh = peopleWith({ ...ABSENCES, [SINH]: [...FOR_SINH, closed(SINH)] });
  expect(acting(PAO, 'sign', { people: withoutSinh }).ok).toBe(false);
  const withoutPao = peopleWith({ ...ABSENCES, [PAO]: [closed(PAO)] });
  expect(acting(PAO, 'receive', { people: withoutPao }).ok).toBe(false);
  expect(actingPermissions(accountOf(PAO, withoutPao), withoutPao, NOW)).toEqual([]);
});

test('what a person may do is listed, the own first', () => {
  expect(actingPermissions(accountOf(PAO, PEOPLE), PEOPLE, NOW)).toEqual([
    { permission: 'receive' },
    { permission: 'sign', standInFor: { id: SINH, name: 'Vàng A Sình' } },
  ]);
});
