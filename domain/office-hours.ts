import type { Brand } from './brand.ts';
import { parsePlainDate, type PlainDate } from './plain-date.ts';

/** Opening hours (giờ làm việc) of a counter, in minutes since midnight. Reception outside them is legal. */
export type OfficeHours = {
  readonly morning: { readonly from: number; readonly until: number };
  readonly afternoon: { readonly from: number; readonly until: number };
};

/** A day of any year, `MM-DD`. Sorts as text. */
export type MonthDay = Brand<string, 'MonthDay'>;

/** A part of every year with hours of its own (giờ mùa hè, giờ mùa đông), both days included; may run over New Year. */
export type OfficeSeason = {
  readonly from: MonthDay;
  readonly until: MonthDay;
  readonly hours: OfficeHours;
};

/** The hours of a unit through the year: `hours` wherever no season says otherwise. */
export type OfficeHoursBySeason = {
  readonly hours: OfficeHours;
  readonly seasons?: readonly OfficeSeason[];
};

export const DEFAULT_OFFICE_HOURS: OfficeHours = {
  morning: { from: 8 * 60, until: 12 * 60 },
  afternoon: { from: 13 * 60 + 30, until: 17 * 60 + 30 },
};

const A_LEAP_YEAR = '2000';

/** The day of the year named by `text` (`MM-DD`, 29 February included), or undefined. */
export function parseMonthDay(text: string): MonthDay | undefined {
  return parsePlainDate(`${A_LEAP_YEAR}-${text}`) && (text as MonthDay);
}

/** The opening hours on `date`, working day or not. Of two seasons that overlap the first named holds. */
export function officeHoursOn(rules: OfficeHoursBySeason, date: PlainDate): OfficeHours {
  const day = date.slice(5);
  const season = rules.seasons?.find(({ from, until }) =>
    from <= until ? from <= day && day <= until : from <= day || day <= until,
  );
  return season?.hours ?? rules.hours;
}
