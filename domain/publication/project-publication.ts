import { compareEvents } from '../dossier-event.ts';
import type {
  OrderedPublicationFact,
  PublishedCalendars,
  PublishedProcedure,
  SetUnitRules,
} from './publication-event.ts';

type Of<K extends OrderedPublicationFact['kind']> = Extract<OrderedPublicationFact, { readonly kind: K }>;

/** The versions of one procedure. Of two that came into force on the same day the later in the order holds. */
export function projectProcedure(facts: readonly Of<'procedure-published'>[]): PublishedProcedure | undefined {
  const versions = inOrder(facts).map(({ payload }) => payload.procedure);
  const first = versions[0];
  return first && { code: first.code, versions };
}

export function projectCalendars(facts: readonly Of<'calendar-published'>[]): PublishedCalendars | undefined {
  const calendars = inOrder(facts).map(({ payload }) => payload);
  return calendars.length > 0 ? { calendars } : undefined;
}

/** The rules as they were set last. */
export function projectUnitRules(facts: readonly Of<'unit-rules-set'>[]): SetUnitRules | undefined {
  const last = inOrder(facts).at(-1);
  return last && { rules: last.payload };
}

function inOrder<F extends OrderedPublicationFact>(facts: readonly F[]): readonly F[] {
  const sorted = facts.toSorted(compareEvents);
  return sorted.filter((fact, i) => i === 0 || compareEvents(sorted[i - 1] ?? fact, fact) !== 0);
}
