import type { Dossier } from '../dossier.ts';
import type { LocalMoment } from '../plain-date.ts';

/**
 * The appointment that counted at `at`, as far as is known now; before the first was given, that one. Undefined where none
 * was ever given.
 */
export function appointmentAsOf({ appointments }: Dossier, at: LocalMoment): LocalMoment | undefined {
  return (appointments.findLast(({ since }) => since <= at) ?? appointments[0])?.at;
}

/** Whether the limit stood still at `at`: from the minute of a request until before the minute of its completion. */
export function wasPausedAt({ pauses, pausedSince }: Dossier, at: LocalMoment): boolean {
  if (pausedSince !== undefined && pausedSince <= at) return true;
  return pauses.some(({ from, until }) => from <= at && at < until);
}
