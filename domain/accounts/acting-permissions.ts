import type { LocalMoment } from '../plain-date.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Account } from './account.ts';
import type { AccountId } from './account-id.ts';
import { may, type Permission, permissionsOf } from './role.ts';

/** An account, as it is named beside what was done in its place. */
export type NamedAccount = { readonly id: AccountId; readonly name: string };

/** A permission, and whose it is when it is not the account's own. */
export type ActingPermission = { readonly permission: Permission; readonly standInFor?: NamedAccount };

/** Who acts, and in whose place. Both names belong beside the act. */
export type ActingPerson = {
  readonly accountId: AccountId;
  readonly name: string;
  readonly standInFor?: NamedAccount;
};

export type NotPermitted = { readonly code: 'not-permitted'; readonly permission: Permission };

/**
 * What the account's person may do at `now`: what the own roles permit, then what those permit for whom the person stands
 * in. Only a person's own permissions are passed on, never those that were passed on to that person, and never that of an
 * administrator: who could give roles for an hour could keep them. A closed account may do nothing, and nobody stands in
 * for it.
 */
export function actingPermissions(
  account: Account,
  accounts: readonly Account[],
  now: LocalMoment,
): readonly ActingPermission[] {
  if (account.state === 'closed') return [];
  const own = permissionsOf(account.roles).map((permission) => ({ permission }));
  const passedOn = accounts
    .filter((absent) => absent.state === 'open' && standsInFor(account, absent, now))
    .flatMap(({ id, name, roles }) =>
      permissionsOf(roles)
        .filter((permission) => permission !== 'administer')
        .map((permission) => ({ permission, standInFor: { id, name } })),
    );
  return [...own, ...passedOn];
}

/** Who acts when the account's person does what needs `permission`: in the own name wherever that is possible. */
export function actAs(
  account: Account,
  accounts: readonly Account[],
  { permission, now }: { readonly permission: Permission; readonly now: LocalMoment },
): Result<ActingPerson, NotPermitted> {
  const acting = actingPermissions(account, accounts, now).find((each) => each.permission === permission);
  if (!acting) return refuse({ code: 'not-permitted', permission });
  const { standInFor } = acting;
  return ok({ accountId: account.id, name: account.name, ...(standInFor ? { standInFor } : {}) });
}

/** Whether the account is open and its own roles give `permission`. */
export function isOpenWith(account: Account, permission: Permission): boolean {
  return account.state === 'open' && may(account, permission);
}

function standsInFor(account: Account, absent: Account, now: LocalMoment): boolean {
  return absent.standIns.some(({ standInId, from, until }) => standInId === account.id && from <= now && now < until);
}
