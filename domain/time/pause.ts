import { dateOf, daysBetween, type LocalMoment } from '../plain-date.ts';
import { type WorkingCalendar, workingDaysBetween } from '../working-calendar.ts';

/** A time during which the limit stands still (tạm dừng tính thời hạn): from the request to its completion. */
export type Pause = { readonly from: LocalMoment; readonly until: LocalMoment };

/**
 * Working days a pause takes: those after the day of the request, up to and including the day of completion. A pause
 * within one day takes none, a reversed one neither.
 *
 * Source: our own rule, the texts are silent.
 */
export function pausedWorkingDays(calendar: WorkingCalendar, pause: Pause): number {
  return workingDaysBetween(calendar, dateOf(pause.from), dateOf(pause.until));
}

/** Calendar days a pause takes, by the same rule. */
export function pausedCalendarDays(pause: Pause): number {
  return Math.max(daysBetween(dateOf(pause.from), dateOf(pause.until)), 0);
}

/** The same pauses in order and without overlap: time is never paused twice. Reversed ones are left out. */
export function mergePauses(pauses: readonly Pause[]): readonly Pause[] {
  const merged: Pause[] = [];
  const inOrder = pauses.filter(({ from, until }) => from < until).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  for (const pause of inOrder) {
    const last = merged.at(-1);
    if (!last || pause.from > last.until) merged.push(pause);
    else if (pause.until > last.until) merged[merged.length - 1] = { from: last.from, until: pause.until };
  }
  return merged;
}
