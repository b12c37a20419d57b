import { compareEvents, type OrderKey } from '../dossier-event.ts';
import { unreachable } from '../result.ts';
import type { OrderedAccountFact, StandInGiven } from './account-event.ts';
import type { AccountId } from './account-id.ts';
import { type Role, tidyRoles } from './role.ts';

/** An account (tài khoản) as its events make it. */
export type Account = {
  readonly id: AccountId;
  readonly name: string;
  readonly roles: readonly Role[];
  /** `closed`: its person may not sign in, and nobody stands in for that person. */
  readonly state: 'open' | 'closed';
  /** Who may stand in for this account's person, past and to come; what was ended is left out. */
  readonly standIns: readonly StandInGiven[];
  /** Facts that do not fit their place: kept and shown, never dropped. */
  readonly anomalies: readonly AccountAnomaly[];
};

export type AccountAnomaly = {
  readonly code:
    | 'before-opening'
    | 'second-opening'
    | 'second-closing'
    | 'reopened-while-open'
    /** The account had been closed elsewhere; what was said counts all the same. */
    | 'changed-while-closed'
    | 'stand-in-self'
    | 'stand-in-not-given';
  readonly log: string;
  readonly seq: number;
};

/**
 * The state of one account, folded over its events. Total: a fact that makes no sense in its place is noted as an
 * anomaly, never refused. Undefined while its opening is not known here. The order of arrival and repetition change nothing.
 */
export function projectAccount(facts: readonly OrderedAccountFact[]): Account | undefined {
  const ordered = inOrder(facts);
  const opening = ordered.find((fact) => fact.kind === 'account-opened');
  if (!opening) return undefined;
  const place = ordered.indexOf(opening);
  const { accountId: id, name, roles } = opening.payload;
  let account: Account = { id, name, roles: tidyRoles(roles), state: 'open', standIns: [], anomalies: [] };
  for (const early of ordered.slice(0, place)) account = flagged(account, 'before-opening', early);
  for (const fact of ordered.slice(place + 1)) account = apply(account, fact);
  return account;
}

function inOrder(facts: readonly OrderedAccountFact[]): readonly OrderedAccountFact[] {
  const sorted = facts.toSorted(compareEvents);
  return sorted.filter((fact, i) => i === 0 || compareEvents(sorted[i - 1] ?? fact, fact) !== 0);
}

function apply(account: Account, fact: OrderedAccountFact): Account {
  switch (fact.kind) {
    case 'account-opened':
      return flagged(account, 'second-opening', fact);
    case 'account-closed':
      return account.state === 'closed' ? flagged(account, 'second-closing', fact) : { ...account, state: 'closed' };
    case 'account-reopened':
      return account.state === 'open' ? flagged(account, 'reopened-while-open', fact) : { ...account, state: 'open' };
    case 'account-roles-changed':
      // Also while closed: a role that was taken away must not come back when the account is opened again.
      return { ...flaggedIfClosed(account, fact), roles: tidyRoles(fact.payload.roles) };
    case 'account-renamed':
      return { ...flaggedIfClosed(account, fact), name: fact.payload.name };
    case 'stand-in-given':
      if (fact.payload.standInId === account.id) return flagged(account, 'stand-in-self', fact);
      return { ...flaggedIfClosed(account, fact), standIns: [...account.standIns, fact.payload] };
    case 'stand-in-ended': {
      const standIns = account.standIns.filter(({ standInId }) => standInId !== fact.payload.standInId);
      if (standIns.length === account.standIns.length) return flagged(account, 'stand-in-not-given', fact);
      return { ...account, standIns };
    }
    default:
      return unreachable(fact);
  }
}

function flaggedIfClosed(account: Account, fact: OrderKey): Account {
  return account.state === 'closed' ? flagged(account, 'changed-while-closed', fact) : account;
}

function flagged(account: Account, code: AccountAnomaly['code'], { log, seq }: OrderKey): Account {
  return { ...account, anomalies: [...account.anomalies, { code, log, seq }] };
}
