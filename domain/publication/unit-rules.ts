import { type OfficeHours, parseMonthDay } from '../office-hours.ts';
import { isVnd } from '../fees/vnd.ts';
import type { TimeOfDayRule } from '../time/counting-rules.ts';
import type { UnitRules } from './publication-event.ts';

const LAST_MINUTE = 1_439;
const TIMES_OF_DAY: ReadonlySet<string> = new Set<TimeOfDayRule>(['half-day', 'same-clock-time', 'end-of-day']);

/**
 * Whether dates can be reckoned by these rules: each half of the day is open for a while, in order and before midnight; a
 * season begins and ends on a day of the year; an amount is one that can be paid.
 */
export function isSoundRules({ hours, seasons, timeOfDay, councilAmounts }: UnitRules): boolean {
  const amounts = Object.values(councilAmounts).flatMap((byRule) => Object.values(byRule));
  return (
    isSoundDay(hours) &&
    seasons.every((season) => isSoundDay(season.hours) && parseMonthDay(season.from) && parseMonthDay(season.until)) &&
    TIMES_OF_DAY.has(timeOfDay) &&
    amounts.every(isVnd)
  );
}

function isSoundDay({ morning, afternoon }: OfficeHours): boolean {
  const minutes = [morning.from, morning.until, afternoon.from, afternoon.until];
  const areMinutes = minutes.every((minute) => Number.isInteger(minute) && minute >= 0 && minute <= LAST_MINUTE);
  return (
    areMinutes && morning.from < morning.until && morning.until <= afternoon.from && afternoon.from < afternoon.until
  );
}
