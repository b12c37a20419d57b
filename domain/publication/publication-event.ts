import type { OrderKey } from '../dossier-event.ts';
import type { OfficeSeason, OfficeHours } from '../office-hours.ts';
import type { Procedure } from '../procedure.ts';
import type { CalendarData } from '../time/calendar-data.ts';
import type { TimeOfDayRule } from '../time/counting-rules.ts';

// What a unit publishes for itself: versions of procedures, its calendar, its own rules. Insert-only: a change is a new
// event, and a dossier keeps what was in force on its day.

/** One version of one procedure. */
export type ProcedurePublished = { readonly procedure: Procedure };

/** A calendar that takes the place of the one before it for every date that is computed from now on. */
export type CalendarPublished = { readonly calendar: CalendarData; readonly reason: string };

/** How a unit counts and what its council set, as a whole. */
export type UnitRules = {
  readonly hours: OfficeHours;
  readonly seasons: readonly OfficeSeason[];
  readonly timeOfDay: TimeOfDayRule;
  /** đồng by procedure code and rule id, as the provincial council set them. */
  readonly councilAmounts: { readonly [code: string]: { readonly [ruleId: string]: number } };
};

export const CALENDAR_SUBJECT = 'calendar';
export const UNIT_RULES_SUBJECT = 'unit-rules';
const PROCEDURE_PREFIX = 'procedure/';

export type ProcedureSubject = `procedure/${string}`;

export function procedureSubject(code: string): ProcedureSubject {
  return `${PROCEDURE_PREFIX}${code}`;
}

export type PublicationFact =
  | { readonly kind: 'procedure-published'; readonly subject: ProcedureSubject; readonly payload: ProcedurePublished }
  | {
      readonly kind: 'calendar-published';
      readonly subject: typeof CALENDAR_SUBJECT;
      readonly payload: CalendarPublished;
    }
  | { readonly kind: 'unit-rules-set'; readonly subject: typeof UNIT_RULES_SUBJECT; readonly payload: UnitRules };

export type OrderedPublicationFact = PublicationFact & OrderKey & { readonly actor: string };

/** Every version of one procedure that was published here, in the order. */
export type PublishedProcedure = { readonly code: string; readonly versions: readonly Procedure[] };
/** Every calendar that was published here; the last one holds. */
export type PublishedCalendars = { readonly calendars: readonly CalendarPublished[] };
export type SetUnitRules = { readonly rules: UnitRules };
