import type { OfficeHoursBySeason } from '../office-hours.ts';
import type { WorkingCalendar } from '../working-calendar.ts';

/**
 * What minute of its day an appointment falls on, as the unit has chosen. Persisted.
 *
 * `half-day`: what came before noon at the end of a morning, the rest at the end of an afternoon.
 * `same-clock-time`: the minute of the receipt, moved into the opening hours.
 * `end-of-day`: the close of the office.
 */
export type TimeOfDayRule = 'half-day' | 'same-clock-time' | 'end-of-day';

/** By what the time of a limit is counted in a unit. */
export type CountingRules = OfficeHoursBySeason & {
  readonly calendar: WorkingCalendar;
  /** Absent: `half-day`. */
  readonly timeOfDay?: TimeOfDayRule;
};
