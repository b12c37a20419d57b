import type { LocalMoment } from '../plain-date.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Account } from './account.ts';
import type { AccountFact } from './account-event.ts';
import type { AccountId } from './account-id.ts';
import { actAs, type NotPermitted } from './acting-permissions.ts';

/** Why an account stays as it is. */
export type AccountRefusal =
  | NotPermitted
  | { readonly code: 'account-exists' }
  | { readonly code: 'account-unknown' }
  | { readonly code: 'account-closed' }
  | { readonly code: 'account-open' }
  | { readonly code: 'name-missing' }
  | { readonly code: 'name-taken' }
  | { readonly code: 'no-roles' }
  | { readonly code: 'reason-missing' }
  | { readonly code: 'last-administrator' }
  | { readonly code: 'stand-in-self' }
  | { readonly code: 'stand-in-reversed' }
  | { readonly code: 'stand-in-too-long'; readonly atMostDays: number }
  | { readonly code: 'stand-in-over' }
  | { readonly code: 'stand-in-given-already' }
  | { readonly code: 'stand-in-not-given' };

/** Who decides, among which accounts of the unit, and when. */
export type AccountCircumstances = {
  readonly actor: AccountId;
  readonly accounts: readonly Account[];
  readonly now: LocalMoment;
};

/** What a command about accounts answers: the one fact it wants to become true, or why not. */
export type Decision<Kind extends AccountFact['kind']> = Result<Extract<AccountFact, { kind: Kind }>, AccountRefusal>;

/** Refuses who does not administer at that moment, in the own name or standing in for somebody. */
export function administers({ actor, accounts, now }: AccountCircumstances): Result<unknown, NotPermitted> {
  const account = accounts.find(({ id }) => id === actor);
  if (!account) return refuse({ code: 'not-permitted', permission: 'administer' });
  return actAs(account, accounts, { permission: 'administer', now });
}

/** The open account that an administrator wants to change. */
export function administered(accountId: AccountId, by: AccountCircumstances): Result<Account, AccountRefusal> {
  const permitted = administers(by);
  return permitted.ok ? openAccountOf(accountId, by.accounts) : permitted;
}

/** The open account that its own person or an administrator wants to change. */
export function ownOrAdministered(accountId: AccountId, by: AccountCircumstances): Result<Account, AccountRefusal> {
  return by.actor === accountId ? openAccountOf(accountId, by.accounts) : administered(accountId, by);
}

/** Refuses `account-unknown` and `account-closed`. */
export function openAccountOf(accountId: AccountId, accounts: readonly Account[]): Result<Account, AccountRefusal> {
  const account = accounts.find(({ id }) => id === accountId);
  if (!account) return refuse({ code: 'account-unknown' });
  return account.state === 'open' ? ok(account) : refuse({ code: 'account-closed' });
}
