import { dateOf, type LocalMoment } from '../../domain/plain-date.ts';
import { lastDayDueSoon } from '../../domain/time/due-soon.ts';
import type { AskedAt } from '../../sync/counter-store.ts';
import type { EstablishedCounter } from './counter-session.ts';

/** The minute at which something is asked, and the last day that is soon from there. */
export function askedAt({ publications }: Pick<EstablishedCounter, 'publications'>, now: LocalMoment): AskedAt {
  return { now, lastDaySoon: lastDayDueSoon(dateOf(now), publications.calendar()) };
}
