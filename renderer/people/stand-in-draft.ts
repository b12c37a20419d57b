import type { AccountId } from '../../domain/accounts/account-id.ts';
import { addDays, type LocalMoment, momentOf, type PlainDate } from '../../domain/plain-date.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { dateText, parseTypedDate } from '../text/format.ts';

/** What stands in the fields that give a stand-in. */
export type StandInDraft = {
  readonly standInId: AccountId | undefined;
  /** Whole days, as typed; the last one still counts. */
  readonly from: string;
  readonly until: string;
  readonly reason: string;
};

export function emptyStandIn(today: PlainDate): StandInDraft {
  return { standInId: undefined, from: dateText(today), until: '', reason: '' };
}

/** The period in moments: from the first minute of the first day until just before the day after the last. */
export function standInPeriodOf(
  draft: Pick<StandInDraft, 'from' | 'until'>,
): Result<{ readonly from: LocalMoment; readonly until: LocalMoment }, 'not-a-date'> {
  const from = parseTypedDate(draft.from);
  const last = parseTypedDate(draft.until);
  if (!from || !last) return refuse('not-a-date');
  return ok({ from: momentOf(from, 0), until: momentOf(addDays(last, 1), 0) });
}
