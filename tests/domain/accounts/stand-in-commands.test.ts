import { describe, expect, test } from 'vitest';
import type { AccountId } from '../../../domain/accounts/account-id.ts';
import type { AccountCircumstances } from '../../../domain/accounts/administration.ts';
import { endStandIn, giveStandIn } from '../../../domain/accounts/stand-in-commands.ts';
import { localMoment } from '../../../domain/plain-date.ts';
import { refusalOf, valueOf } from '../fixtures.ts';
import { accountIdOf, closed, MO, NOW, PAO, peopleWith, SINH, standInGiven, WEEK } from './people.ts';

const WISH = { accountId: SINH, standInId: PAO, ...WEEK };
const GIVEN = peopleWith({ [SINH]: [standInGiven(SINH, { standInId: PAO, ...WEEK })] });
const NOT_PERMITTED = { code: 'not-permitted', permission: 'administer' };

function by(actor: AccountId, accounts = peopleWith(), now = NOW): AccountCircumstances {
  return { actor, accounts, now };
}

function refused(wish: Partial<typeof WISH>, circumstances = by(MO)): string {
  return refusalOf(giveStandIn({ ...WISH, ...wish }, circumstances)).code;
}

describe('giving a stand-in', () => {
  test('is an administrator’s act, or of the person who will be away; nobody else’s', () => {
    for (const actor of [MO, SINH]) {
      expect(valueOf(giveStandIn(WISH, by(actor)))).toEqual({
        kind: 'stand-in-given',
        subject: `account/${SINH}`,
        payload: { standInId: PAO, ...WEEK },
      });
    }
    expect(refusalOf(giveStandIn(WISH, by(PAO)))).toEqual(NOT_PERMITTED);
  });

  test('is refused for oneself and without a reason', () => {
    expect(refused({ standInId: SINH })).toBe('stand-in-self');
    expect(refused({ reason: '  ' })).toBe('reason-missing');
  });

  test('is refused when it would end before it begins, or is over already', () => {
    expect(refused({ until: localMoment('2020-04-20T07:59') })).toBe('stand-in-reversed');
    expect(refused({ until: NOW })).toBe('stand-in-reversed');
    expect(refused({ from: localMoment('2020-04-19T08:00'), until: NOW })).toBe('stand-in-over');
  });

  test('lasts 31 days at most', () => {
    expect(giveStandIn({ ...WISH, until: localMoment('2020-05-21T08:00') }, by(MO)).ok).toBe(true);
    expect(refusalOf(giveStandIn({ ...WISH, until: localMoment('2020-05-21T08:01') }, by(MO)))).toEqual({
      code: 'stand-in-too-long',
      atMostDays: 31,
    });
  });

  test('needs two open accounts', () => {
    expect(refused({}, by(MO, peopleWith({ [PAO]: [closed(PAO)] })))).toBe('account-closed');
    expect(refused({}, by(MO, peopleWith({ [SINH]: [closed(SINH)] })))).toBe('account-closed');
    expect(refused({}, by(SINH, peopleWith({ [SINH]: [closed(SINH)] })))).toBe('account-closed');
    expect(refused({ standInId: accountIdOf('0000000000ff') })).toBe('account-unknown');
  });

  test('is refused while the same person stands in already; before, after and to another person it is not', () => {
    expect(
      refused({ from: localMoment('2020-04-27T07:59'), until: localMoment('2020-05-04T08:00') }, by(MO, GIVEN)),
    ).toBe('stand-in-given-already');
    const next = { ...WISH, from: WEEK.until, until: localMoment('2020-05-04T08:00') };
    expect(giveStandIn(next, by(MO, GIVEN)).ok).toBe(true);
    expect(giveStandIn({ ...WISH, standInId: MO }, by(MO, GIVEN)).ok).toBe(true);
  });
});

describe('ending a stand-in', () => {
  const wish = { accountId: SINH, standInId: PAO };

  test('is an administrator’s act, or of the person who is back; not of who stands in', () => {
    for (const actor of [MO, SINH]) {
      expect(valueOf(endStandIn(wish, by(actor, GIVEN))).payload).toEqual({ standInId: PAO });
    }
    expect(refusalOf(endStandIn(wish, by(PAO, GIVEN)))).toEqual(NOT_PERMITTED);
  });

  test('is refused where nobody stands in, or no longer', () => {
    expect(refusalOf(endStandIn(wish, by(MO))).code).toBe('stand-in-not-given');
    expect(refusalOf(endStandIn(wish, by(MO, GIVEN, WEEK.until))).code).toBe('stand-in-not-given');
  });
});
