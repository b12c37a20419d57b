import { appointmentFor, type NoLimitPublished } from '../appointment.ts';
import type { LocalMoment } from '../plain-date.ts';
import type { Procedure } from '../procedure.ts';
import { ok, type Result } from '../result.ts';
import type { CalendarEndsTooSoon } from '../working-calendar.ts';
import type { CountingRules } from './counting-rules.ts';

/** When a limit ends as the province published it (the slip promises this) and as the law gives it. */
export type LegalDue = { readonly local: LocalMoment; readonly statutory: LocalMoment };

/**
 * Both ends of the limit of what was received at `receivedAt`. Where only one of the two names a limit it stands for both.
 * Refuses as {@link appointmentFor} does, for either.
 */
export function legalDueFor(
  { limit, statutoryLimit = limit }: Pick<Procedure, 'limit' | 'statutoryLimit'>,
  receivedAt: LocalMoment,
  rules: CountingRules,
): Result<LegalDue, CalendarEndsTooSoon | NoLimitPublished> {
  const local = appointmentFor(limit.kind === 'none' ? statutoryLimit : limit, receivedAt, rules);
  if (!local.ok) return local;
  const statutory = appointmentFor(statutoryLimit.kind === 'none' ? limit : statutoryLimit, receivedAt, rules);
  return statutory.ok ? ok({ local: local.value.at, statutory: statutory.value.at }) : statutory;
}
