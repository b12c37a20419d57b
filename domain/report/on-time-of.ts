import type { Dossier } from '../dossier.ts';
import { factsOfState } from '../lifecycle/dossier-state.ts';
import type { LocalMoment } from '../plain-date.ts';
import { type OnTimeBy, onTimeBy } from '../time/on-time.ts';

/**
 * Whether the office kept its word, by the release of the result and by the hand-over, against the appointment that counts:
 * moved by pauses and by the law, never by an apology. A dossier that was withdrawn or stopped is judged by that moment.
 *
 * What ends while the limit stands still is judged by the minute at which it came to stand: nothing of it has passed since.
 * Absent parts: not done yet, or no appointment is known. A voided dossier has neither.
 */
export function onTimeOf(dossier: Dossier): OnTimeBy {
  const { appointment, handOver, status } = dossier;
  if (!appointment) return {};
  const releasedAt = releaseOf(dossier);
  const handedOverAt = status === 'handed-over' ? handOver?.handedOverAt : undefined;
  return onTimeBy({
    dueAt: appointment.at,
    ...(releasedAt === undefined ? {} : { releasedAt: whenLimitStood(dossier, releasedAt) }),
    ...(handedOverAt === undefined ? {} : { handedOverAt: whenLimitStood(dossier, handedOverAt) }),
  });
}

/**
 * When the office was done with a dossier: its result was released, else handed over; or it was withdrawn or stopped. Of one
 * that was taken over with its result ready nobody here knows when that was.
 * Undefined while it is open, and for a voided one.
 */
export function releaseOf(dossier: Dossier): LocalMoment | undefined {
  const { status, result, handOver, ending, carriedOver } = dossier;
  if (status === 'withdrawn' || status === 'stopped') return ending?.at;
  // A step that a person let count may have led on from a result: then it is open, whatever result it once had.
  if (status !== 'handed-over' && factsOfState(status).clock !== 'stopped') return undefined;
  if (result) return result.releasedAt;
  return carriedOver?.stands === 'result-ready' ? undefined : handOver?.handedOverAt;
}

function whenLimitStood({ pauses }: Dossier, doneAt: LocalMoment): LocalMoment {
  const last = pauses.at(-1);
  return last?.until === doneAt && last.from < doneAt ? last.from : doneAt;
}
