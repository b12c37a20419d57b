import { type Account, projectAccount } from '../../../domain/accounts/account.ts';
import type { AccountFact, OrderedAccountFact, StandInGiven } from '../../../domain/accounts/account-event.ts';
import { type AccountId, accountSubject, parseAccountId } from '../../../domain/accounts/account-id.ts';
import type { Role } from '../../../domain/accounts/role.ts';
import { localMoment } from '../../../domain/plain-date.ts';

export function accountIdOf(text: string): AccountId {
  const id = parseAccountId(text);
  if (!id) throw new Error(`not an account id: ${text}`);
  return id;
}

export const MO = accountIdOf('00000000000a');
export const PAO = accountIdOf('00000000000b');
export const SINH = accountIdOf('00000000000c');

export const NOW = localMoment('2020-04-20T08:00');

/** A week from now on. */
export const WEEK = {
  from: NOW,
  until: localMoment('2020-04-27T08:00'),
  reason: 'Nghỉ phép',
};

/** Facts in the order in which one machine wrote them. */
export function inOneLog(facts: readonly AccountFact[]): readonly OrderedAccountFact[] {
  return facts.map((fact, i) => ({ ...fact, lamport: i + 1, log: 'a', seq: i + 1, actor: 'Đinh Thị Mơ' }));
}

export function opened(id: AccountId, name: string, roles: readonly Role[]): AccountFact {
  return { kind: 'account-opened', subject: accountSubject(id), payload: { accountId: id, name, roles, by: id } };
}

export function closed(id: AccountId): AccountFact {
  return { kind: 'account-closed', subject: accountSubject(id), payload: { reason: 'Chuyển công tác' } };
}

export function reopened(id: AccountId): AccountFact {
  return { kind: 'account-reopened', subject: accountSubject(id), payload: {} };
}

export function standInGiven(id: AccountId, payload: StandInGiven): AccountFact {
  return { kind: 'stand-in-given', subject: accountSubject(id), payload };
}

export function projected(facts: readonly AccountFact[]): Account {
  const account = projectAccount(inOneLog(facts));
  if (!account) throw new Error('no account');
  return account;
}

/** Administrator, clerk and leader of one small commune. */
export function peopleWith(more: Readonly<Record<AccountId, readonly AccountFact[]>> = {}): readonly Account[] {
  return [
    projected([opened(MO, 'Đinh Thị Mơ', ['administrator']), ...(more[MO] ?? [])]),
    projected([opened(PAO, 'Hà Văn Páo', ['counter-clerk']), ...(more[PAO] ?? [])]),
    projected([opened(SINH, 'Vàng A Sình', ['leader']), ...(more[SINH] ?? [])]),
  ];
}
