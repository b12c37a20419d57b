import { COUNTER_PROCEDURES } from '../../domain/catalogue/counter-procedures.ts';
import { WORKING_CALENDAR } from '../../domain/catalogue/working-calendar-2018-2026.ts';
import { DEFAULT_OFFICE_HOURS } from '../../domain/office-hours.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { findProcedure, proceduresInForce } from '../../domain/procedure-catalogue.ts';
import { CALENDAR_SUBJECT, UNIT_RULES_SUBJECT, type UnitRules } from '../../domain/publication/publication-event.ts';
import { parseCalendar } from '../../domain/time/calendar-data.ts';
import type { CountingRules } from '../../domain/time/counting-rules.ts';
import type { WorkingCalendar } from '../../domain/working-calendar.ts';
import type { CounterStore } from '../../sync/counter-store.ts';

type Source = Pick<CounterStore, 'findSubject' | 'listSubjects' | 'onChange'>;

const SHIPPED_RULES: UnitRules = {
  hours: DEFAULT_OFFICE_HOURS,
  seasons: [],
  timeOfDay: 'half-day',
  councilAmounts: {},
};

/** What holds at this counter: what came with the program, and what was published here since. Read anew after a change. */
export class Publications {
  readonly #source: Source;
  #read:
    { readonly all: readonly Procedure[]; readonly calendar: WorkingCalendar; readonly rules: UnitRules } | undefined;

  constructor(source: Source) {
    this.#source = source;
    source.onChange(() => {
      this.#read = undefined;
    });
  }

  /** Every version of every procedure, the shipped ones first. */
  all(): readonly Procedure[] {
    return this.#get().all;
  }

  inForce(day: PlainDate): readonly Procedure[] {
    return proceduresInForce(this.all(), day);
  }

  find(code: string, day: PlainDate): Procedure | undefined {
    return findProcedure(this.all(), code, day);
  }

  calendar(): WorkingCalendar {
    return this.#get().calendar;
  }

  unitRules(): UnitRules {
    return this.#get().rules;
  }

  counting(): CountingRules {
    const { hours, seasons, timeOfDay } = this.unitRules();
    return { calendar: this.calendar(), hours, seasons, timeOfDay };
  }

  #get() {
    this.#read ??= {
      all: [...COUNTER_PROCEDURES, ...this.#source.listSubjects('procedure').flatMap(({ versions }) => versions)],
      calendar: this.#publishedCalendar() ?? WORKING_CALENDAR,
      rules: this.#source.findSubject('unit-rules', UNIT_RULES_SUBJECT)?.rules ?? SHIPPED_RULES,
    };
    return this.#read;
  }

  /** The last one that can be read: one from a newer program may say what this one cannot. */
  #publishedCalendar(): WorkingCalendar | undefined {
    const published = this.#source.findSubject('calendar', CALENDAR_SUBJECT)?.calendars ?? [];
    return published
      .toReversed()
      .map(({ calendar }) => parseCalendar(calendar))
      .find((parsed) => parsed.ok)?.value;
  }
}
