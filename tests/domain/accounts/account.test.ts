import { describe, expect, test } from 'vitest';
import { type Account, projectAccount } from '../../../domain/accounts/account.ts';
import type { AccountFact } from '../../../domain/accounts/account-event.ts';
import { accountSubject } from '../../../domain/accounts/account-id.ts';
import type { Role } from '../../../domain/accounts/role.ts';
import { closed, inOneLog, MO, opened, PAO, projected, reopened, SINH, standInGiven, WEEK } from './people.ts';

const subject = accountSubject(MO);
const OPENED = opened(MO, 'Đinh Thị Mơ', ['counter-clerk']);
const GIVEN = standInGiven(MO, { standInId: PAO, ...WEEK });
const ENDED: AccountFact = { kind: 'stand-in-ended', subject, payload: { standInId: PAO } };

function renamed(name: string): AccountFact {
  return { kind: 'account-renamed', subject, payload: { name } };
}

function rolesChanged(...roles: readonly Role[]): AccountFact {
  return { kind: 'account-roles-changed', subject, payload: { roles } };
}

function codes(account: Account): readonly string[] {
  return account.anomalies.map(({ code, seq }) => `${seq} ${code}`);
}

describe('an account', () => {
  test('is open with its name and roles once it was opened', () => {
    expect(projected([OPENED])).toEqual({
      id: MO,
      name: 'Đinh Thị Mơ',
      roles: ['counter-clerk'],
      state: 'open',
      standIns: [],
      anomalies: [],
    });
  });

  test('is not there while its opening is not known, whatever else is', () => {
    expect(projectAccount([])).toBeUndefined();
    expect(projectAccount(inOneLog([renamed('Đinh Thị Mỡ'), rolesChanged('administrator')]))).toBeUndefined();
  });

  test('has the last name and the last roles it was given', () => {
    const account = projected([OPENED, rolesChanged('leader'), renamed('Đinh Mơ'), rolesChanged('administrator')]);
    expect(account).toMatchObject({ name: 'Đinh Mơ', roles: ['administrator'], anomalies: [] });
  });

  test('may be closed and opened again', () => {
    expect(projected([OPENED, closed(MO)])).toMatchObject({ state: 'closed', anomalies: [] });
    expect(projected([OPENED, closed(MO), reopened(MO)])).toMatchObject({ state: 'open', anomalies: [] });
  });

  test('knows who stands in until that is ended; ending concerns that person alone', () => {
    const other = standInGiven(MO, { standInId: SINH, ...WEEK });
    expect(projected([OPENED, GIVEN, other]).standIns.map(({ standInId }) => standInId)).toEqual([PAO, SINH]);
    expect(projected([OPENED, GIVEN, other, ENDED]).standIns).toEqual([{ standInId: SINH, ...WEEK }]);
  });
});

describe('what does not fit its place is flagged, never dropped and never refused:', () => {
  test('a second opening, which changes nothing', () => {
    const account = projected([OPENED, opened(MO, 'Ai đó', ['administrator'])]);
    expect(account).toMatchObject({ name: 'Đinh Thị Mơ', roles: ['counter-clerk'] });
    expect(codes(account)).toEqual(['2 second-opening']);
  });

  test('what was said before the opening, which does not count', () => {
    const account = projected([rolesChanged('administrator'), closed(MO), OPENED]);
    expect(account).toMatchObject({ roles: ['counter-clerk'], state: 'open' });
    expect(codes(account)).toEqual(['1 before-opening', '2 before-opening']);
  });

  test('a second closing, and an opening of what is open', () => {
    expect(codes(projected([OPENED, closed(MO), closed(MO)]))).toEqual(['3 second-closing']);
    expect(codes(projected([OPENED, reopened(MO)]))).toEqual(['2 reopened-while-open']);
  });

  test('a role taken away while the account was closed elsewhere: it does not come back when it is opened again', () => {
    const account = projected([opened(MO, 'Mơ', ['administrator']), closed(MO), rolesChanged('leader'), reopened(MO)]);
    expect(account).toMatchObject({ state: 'open', roles: ['leader'] });
    expect(codes(account)).toEqual(['3 changed-while-closed']);
  });

  test('a name and a stand-in given while the account was closed elsewhere', () => {
    expect(codes(projected([OPENED, closed(MO), renamed('Mơ'), GIVEN]))).toEqual([
      '3 changed-while-closed',
      '4 changed-while-closed',
    ]);
  });

  test('standing in for oneself, and the end of a stand-in that nobody gave', () => {
    const account = projected([OPENED, standInGiven(MO, { standInId: MO, ...WEEK }), ENDED, GIVEN, ENDED, ENDED]);
    expect(account.standIns).toEqual([]);
    expect(codes(account)).toEqual(['2 stand-in-self', '3 stand-in-not-given', '6 stand-in-not-given']);
  });
});
