import { tidyText } from '../typed-text.ts';
import { epochMsOf, type LocalMoment } from '../plain-date.ts';
import { ok, refuse } from '../result.ts';
import type { StandInGiven } from './account-event.ts';
import { type AccountId, accountSubject } from './account-id.ts';
import {
  type AccountCircumstances,
  type AccountRefusal,
  type Decision,
  openAccountOf,
  ownOrAdministered,
} from './administration.ts';

/** A longer absence is a change of roles, not a stand-in. Calendar days. */
export const LONGEST_STAND_IN_DAYS = 31;

const MS_PER_DAY = 24 * 60 * 60_000;

/**
 * Lets somebody act for the account's person. Both accounts are open; an administrator gives it, or the person who will be
 * away. At most {@link LONGEST_STAND_IN_DAYS} days, never over already, once at a time for the same two people.
 */
export function giveStandIn(
  wish: { readonly accountId: AccountId } & StandInGiven,
  by: AccountCircumstances,
): Decision<'stand-in-given'> {
  const { accountId, standInId, from, until } = wish;
  const absent = ownOrAdministered(accountId, by);
  if (!absent.ok) return absent;
  const standIn = openAccountOf(standInId, by.accounts);
  if (!standIn.ok) return standIn;
  if (standInId === accountId) return refuse({ code: 'stand-in-self' });
  const untimely = timeRefusal(wish, by.now);
  if (untimely) return refuse(untimely);
  const isGiven = absent.value.standIns.some(
    (given) => given.standInId === standInId && given.from < until && from < given.until,
  );
  if (isGiven) return refuse({ code: 'stand-in-given-already' });
  const reason = tidyText(wish.reason);
  if (reason === '') return refuse({ code: 'reason-missing' });
  return ok({
    kind: 'stand-in-given',
    subject: accountSubject(accountId),
    payload: { standInId, from, until, reason },
  });
}

/** Ends what {@link giveStandIn} gave, before its time or before it began. Refuses `stand-in-not-given` when it is over. */
export function endStandIn(
  wish: { readonly accountId: AccountId; readonly standInId: AccountId },
  by: AccountCircumstances,
): Decision<'stand-in-ended'> {
  const absent = ownOrAdministered(wish.accountId, by);
  if (!absent.ok) return absent;
  const isGiven = absent.value.standIns.some(({ standInId, until }) => standInId === wish.standInId && by.now < until);
  if (!isGiven) return refuse({ code: 'stand-in-not-given' });
  return ok({
    kind: 'stand-in-ended',
    subject: accountSubject(wish.accountId),
    payload: { standInId: wish.standInId },
  });
}

function timeRefusal({ from, until }: StandInGiven, now: LocalMoment): AccountRefusal | undefined {
  if (until <= from) return { code: 'stand-in-reversed' };
  if (until <= now) return { code: 'stand-in-over' };
  if (epochMsOf(until) - epochMsOf(from) > LONGEST_STAND_IN_DAYS * MS_PER_DAY) {
    return { code: 'stand-in-too-long', atMostDays: LONGEST_STAND_IN_DAYS };
  }
  return undefined;
}
