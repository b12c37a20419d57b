import { tidyText } from '../typed-text.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Account } from './account.ts';
import { type AccountId, accountSubject } from './account-id.ts';
import { isOpenWith } from './acting-permissions.ts';
import { type AccountCircumstances, administered, administers, type Decision } from './administration.ts';
import { type Role, ROLES, tidyRoles } from './role.ts';

/**
 * Opens the account of who sets the counter up, with all roles. `who`: those who can sign in on this computer. Refuses
 * `account-exists` as soon as there is anybody: from then on an administrator opens them.
 */
export function openFirstAdministrator(
  wish: { readonly id: AccountId; readonly name: string },
  who: readonly Account[],
): Decision<'account-opened'> {
  const name = tidyText(wish.name);
  if (who.length > 0) return refuse({ code: 'account-exists' });
  if (name === '') return refuse({ code: 'name-missing' });
  return ok({
    kind: 'account-opened',
    subject: accountSubject(wish.id),
    payload: { accountId: wish.id, name, roles: ROLES, by: wish.id },
  });
}

/** Opens an account. Refuses `not-permitted`, `account-exists` (the id), `name-missing`, `name-taken` and `no-roles`. */
export function openAccount(
  wish: { readonly id: AccountId; readonly name: string; readonly roles: readonly Role[] },
  by: AccountCircumstances,
): Decision<'account-opened'> {
  const permitted = administers(by);
  if (!permitted.ok) return permitted;
  if (by.accounts.some(({ id }) => id === wish.id)) return refuse({ code: 'account-exists' });
  const name = freeName(wish.name, wish.id, by.accounts);
  if (!name.ok) return name;
  const roles = tidyRoles(wish.roles);
  if (roles.length === 0) return refuse({ code: 'no-roles' });
  return ok({
    kind: 'account-opened',
    subject: accountSubject(wish.id),
    payload: { accountId: wish.id, name: name.value, roles, by: by.actor },
  });
}

/** Replaces all roles. Refuses also `no-roles`, and `last-administrator` when nobody would be left to administer. */
export function changeRoles(
  wish: { readonly accountId: AccountId; readonly roles: readonly Role[] },
  by: AccountCircumstances,
): Decision<'account-roles-changed'> {
  const account = administered(wish.accountId, by);
  if (!account.ok) return account;
  const roles = tidyRoles(wish.roles);
  if (roles.length === 0) return refuse({ code: 'no-roles' });
  if (!roles.includes('administrator') && isLastAdministrator(account.value, by.accounts)) {
    return refuse({ code: 'last-administrator' });
  }
  return ok({ kind: 'account-roles-changed', subject: accountSubject(wish.accountId), payload: { roles } });
}

/** Corrects or changes the name that stands beside the person's acts from now on. */
export function renameAccount(
  wish: { readonly accountId: AccountId; readonly name: string },
  by: AccountCircumstances,
): Decision<'account-renamed'> {
  const account = administered(wish.accountId, by);
  if (!account.ok) return account;
  const name = freeName(wish.name, wish.accountId, by.accounts);
  if (!name.ok) return name;
  return ok({ kind: 'account-renamed', subject: accountSubject(wish.accountId), payload: { name: name.value } });
}

/** Closes the account of who leaves. Refuses also `last-administrator` and `reason-missing`. */
export function closeAccount(
  wish: { readonly accountId: AccountId; readonly reason: string },
  by: AccountCircumstances,
): Decision<'account-closed'> {
  const account = administered(wish.accountId, by);
  if (!account.ok) return account;
  if (isLastAdministrator(account.value, by.accounts)) return refuse({ code: 'last-administrator' });
  const reason = tidyText(wish.reason);
  if (reason === '') return refuse({ code: 'reason-missing' });
  return ok({ kind: 'account-closed', subject: accountSubject(wish.accountId), payload: { reason } });
}

/** Opens a closed account again. Refuses also `account-open`, and `name-taken` when somebody has the name meanwhile. */
export function reopenAccount(
  wish: { readonly accountId: AccountId },
  by: AccountCircumstances,
): Decision<'account-reopened'> {
  const permitted = administers(by);
  if (!permitted.ok) return permitted;
  const account = by.accounts.find(({ id }) => id === wish.accountId);
  if (!account) return refuse({ code: 'account-unknown' });
  if (account.state === 'open') return refuse({ code: 'account-open' });
  const name = freeName(account.name, account.id, by.accounts);
  if (!name.ok) return name;
  return ok({ kind: 'account-reopened', subject: accountSubject(account.id), payload: {} });
}

/** Somebody standing in for an administrator does not count: that ends by itself. */
function isLastAdministrator(account: Account, accounts: readonly Account[]): boolean {
  const others = accounts.filter(({ id }) => id !== account.id);
  return isOpenWith(account, 'administer') && !others.some((other) => isOpenWith(other, 'administer'));
}

/** Names that differ only in capitals are one name to who reads a slip; names that differ in a mark are two people's. */
function freeName(
  typed: string,
  id: AccountId,
  accounts: readonly Account[],
): Result<string, { readonly code: 'name-missing' | 'name-taken' }> {
  const name = tidyText(typed);
  if (name === '') return refuse({ code: 'name-missing' });
  const isTaken = accounts.some(
    (other) => other.state === 'open' && other.id !== id && other.name.toLowerCase() === name.toLowerCase(),
  );
  return isTaken ? refuse({ code: 'name-taken' }) : ok(name);
}
