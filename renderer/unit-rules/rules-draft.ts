import { parseVnd } from '../../domain/fees/vnd.ts';
import { type MonthDay, type OfficeHours, parseMonthDay } from '../../domain/office-hours.ts';
import type { UnitRules } from '../../domain/publication/publication-event.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { countText } from '../text/format.ts';
import type { RULES_ERRORS } from '../text/unit-rules.ts';

/** Four times as typed, in their order through the day. */
export type HoursDraft = readonly [string, string, string, string];

export type SeasonDraft = {
  /** Tells one season from another while they are typed. */
  readonly key: string;
  readonly from: string;
  readonly until: string;
  readonly hours: HoursDraft;
};

/** The rules of the unit as they are typed. */
export type RulesDraft = {
  readonly hours: HoursDraft;
  readonly seasons: readonly SeasonDraft[];
  readonly timeOfDay: UnitRules['timeOfDay'];
  /** By {@link amountKey}. Empty: not known. */
  readonly amounts: { readonly [key: string]: string };
};

export type RulesError = keyof typeof RULES_ERRORS;
/** By the place of the field: `hours.0`, `<season>.from`, `<season>.2`, {@link amountKey}. */
export type RulesErrors = { readonly [place: string]: RulesError };

export function amountKey(code: string, ruleId: string): string {
  return `${code} ${ruleId}`;
}

export function draftOf(rules: UnitRules): RulesDraft {
  return {
    hours: hoursDraft(rules.hours),
    seasons: rules.seasons.map(({ from, until, hours }, i) => ({
      key: `season-${i}`,
      from: dayText(from),
      until: dayText(until),
      hours: hoursDraft(hours),
    })),
    timeOfDay: rules.timeOfDay,
    amounts: Object.fromEntries(
      Object.entries(rules.councilAmounts).flatMap(([code, byRule]) =>
        Object.entries(byRule).map(([ruleId, vnd]) => [amountKey(code, ruleId), countText(vnd)] as const),
      ),
    ),
  };
}

/** What was typed as rules, or what is wrong with each field. */
export function rulesOf(draft: RulesDraft): Result<UnitRules, RulesErrors> {
  const reader = new DraftReader();
  const rules: UnitRules = {
    hours: reader.hours('hours', draft.hours),
    seasons: draft.seasons.map(({ key, from, until, hours }) => ({
      from: reader.day(`${key}.from`, from),
      until: reader.day(`${key}.until`, until),
      hours: reader.hours(key, hours),
    })),
    timeOfDay: draft.timeOfDay,
    councilAmounts: reader.amounts(draft.amounts),
  };
  return Object.keys(reader.errors).length === 0 ? ok(rules) : refuse(reader.errors);
}

/** "7:30", "07:30", "7h30", "7 giờ 30", "7": minutes since midnight, or undefined. */
export function parseClock(typed: string): number | undefined {
  const match = /^(\d{1,2})(?:\s*(?::|h|giờ|\.)\s*(\d{2})?)?$/iu.exec(typed.normalize('NFC').trim());
  if (!match) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

/** "16/4", "16-04": a day of the year, or undefined. */
export function parseDayOfYear(typed: string): MonthDay | undefined {
  const match = /^(\d{1,2})[/.\-\s](\d{1,2})$/.exec(typed.trim());
  const [, day = '', month = ''] = match ?? [];
  return match ? parseMonthDay(`${month.padStart(2, '0')}-${day.padStart(2, '0')}`) : undefined;
}

class DraftReader {
  readonly errors: { [place: string]: RulesError } = {};

  hours(place: string, typed: HoursDraft): OfficeHours {
    const minutes = typed.map((text, i) => this.#read(`${place}.${i}`, parseClock(text), 'not-a-time') ?? 0);
    const [a = 0, b = 0, c = 0, d = 0] = minutes;
    // The afternoon may begin when the morning ends; nothing else takes no time.
    const isLate = [false, b <= a, c < b, d <= c];
    for (const [i, late] of isLate.entries()) if (late) this.errors[`${place}.${i}`] ??= 'out-of-order';
    return { morning: { from: a, until: b }, afternoon: { from: c, until: d } };
  }

  day(place: string, typed: string): MonthDay {
    // What stands where no day could be read is never used: the rules that bear it are refused.
    return this.#read(place, parseDayOfYear(typed), 'not-a-day') ?? ('' as MonthDay);
  }

  amounts(typed: RulesDraft['amounts']): UnitRules['councilAmounts'] {
    const amounts: { [code: string]: { [ruleId: string]: number } } = {};
    for (const [key, text] of Object.entries(typed)) {
      if (text.trim() === '') continue;
      const vnd = this.#read(key, parseVnd(text), 'not-an-amount');
      const [code = '', ruleId = ''] = key.split(' ');
      if (vnd !== undefined) amounts[code] = { ...amounts[code], [ruleId]: vnd };
    }
    return amounts;
  }

  #read<T>(place: string, value: T | undefined, error: RulesError): T | undefined {
    if (value === undefined) this.errors[place] = error;
    return value;
  }
}

function hoursDraft({ morning, afternoon }: OfficeHours): HoursDraft {
  return [clock(morning.from), clock(morning.until), clock(afternoon.from), clock(afternoon.until)];
}

function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

function dayText(day: MonthDay): string {
  return `${Number(day.slice(3))}/${Number(day.slice(0, 2))}`;
}
