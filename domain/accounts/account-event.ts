import type { OrderKey } from '../dossier-event.ts';
import type { LocalMoment } from '../plain-date.ts';
import type { AccountId, AccountSubject } from './account-id.ts';
import type { Role } from './role.ts';

// Everything that can happen to an account. Members are added, never renamed. No passphrase and nothing made of one ever
// stands in an event: events travel to other machines.

/** An account (tài khoản) was opened for a person. */
export type AccountOpened = {
  readonly accountId: AccountId;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The account that opened it; the first administrator's is opened by itself. */
  readonly by: AccountId;
};

/** Replaces all roles. */
export type AccountRolesChanged = { readonly roles: readonly Role[] };

export type AccountRenamed = { readonly name: string };

export type AccountClosed = { readonly reason: string };

/** Somebody may act for the account's person (làm thay) from `from` until just before `until`. */
export type StandInGiven = {
  /** The account of who acts instead. */
  readonly standInId: AccountId;
  readonly from: LocalMoment;
  readonly until: LocalMoment;
  readonly reason: string;
};

/** That person no longer acts for the account's, whatever was given before. */
export type StandInEnded = { readonly standInId: AccountId };

type Fact<Kind extends string, Payload> = {
  readonly kind: Kind;
  readonly subject: AccountSubject;
  readonly payload: Payload;
};

/** Everything about accounts that this program can read. */
export type AccountFact =
  | Fact<'account-opened', AccountOpened>
  | Fact<'account-roles-changed', AccountRolesChanged>
  | Fact<'account-renamed', AccountRenamed>
  | Fact<'account-closed', AccountClosed>
  | Fact<'account-reopened', { readonly [name: string]: never }>
  | Fact<'stand-in-given', StandInGiven>
  | Fact<'stand-in-ended', StandInEnded>;

/** An account's fact with its place in the order, and the name of who acted. */
export type OrderedAccountFact = AccountFact & OrderKey & { readonly actor: string };
