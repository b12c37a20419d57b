import { dateOf, type LocalMoment } from '../plain-date.ts';

/** Before its day (trước hạn), on it and in time (đúng hạn), after it (quá hạn). Persisted. */
export type OnTimeClass = 'early' | 'on-time' | 'late';

/** `early` when done on a day before the day of `dueAt`, `late` from the minute after `dueAt` on. */
export function onTimeClass(dueAt: LocalMoment, doneAt: LocalMoment): OnTimeClass {
  if (doneAt > dueAt) return 'late';
  return dateOf(doneAt) < dateOf(dueAt) ? 'early' : 'on-time';
}

/** Both comparisons: absent what has not happened. */
export type OnTimeBy = {
  /** When the result was ready at the counter. Reports go by this: a citizen who comes late does not make the office late. */
  readonly byRelease?: OnTimeClass;
  readonly byHandOver?: OnTimeClass;
};

/** Judges the release of the result and its hand-over, each against `dueAt`: the appointment after all pauses. */
export function onTimeBy(dossier: {
  readonly dueAt: LocalMoment;
  readonly releasedAt?: LocalMoment;
  readonly handedOverAt?: LocalMoment;
}): OnTimeBy {
  const { dueAt, releasedAt, handedOverAt } = dossier;
  return {
    ...(releasedAt === undefined ? {} : { byRelease: onTimeClass(dueAt, releasedAt) }),
    ...(handedOverAt === undefined ? {} : { byHandOver: onTimeClass(dueAt, handedOverAt) }),
  };
}
