import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appointmentFor } from '../../../domain/appointment.ts';
import { WORKING_CALENDAR } from '../../../domain/catalogue/working-calendar-2018-2026.ts';
import {
  addDays,
  dateOf,
  daysBetween,
  epochMsOf,
  type LocalMoment,
  localMomentAt,
  momentOf,
  plainDate,
  weekdayOf,
} from '../../../domain/plain-date.ts';
import type { ProcedureLimit } from '../../../domain/procedure.ts';
import { appointmentAfterPauses } from '../../../domain/time/appointment-after-pauses.ts';
import { calendarData, parseCalendar } from '../../../domain/time/calendar-data.ts';
import type { CountingRules } from '../../../domain/time/counting-rules.ts';
import { mergePauses, type Pause, pausedWorkingDays } from '../../../domain/time/pause.ts';
import { workingMinutesBetween } from '../../../domain/time/working-time.ts';
import {
  addWorkingDays,
  isWorkingDay,
  type WorkingCalendar,
  workingDaysBetween,
} from '../../../domain/working-calendar.ts';
import { valueOf } from '../fixtures.ts';
import { SEASONAL_RULES } from './rules.ts';

// A failure is run again with the seed that this line shows.
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 500);
console.log(`appointment.property: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

const FIRST_DAY = plainDate('2020-03-01');
const LAST_DAY = addDays(FIRST_DAY, 500);
const MINUTES_PER_DAY = 1_440;

/** Sixty days of which many are off, or worked at a weekend, then ordinary weeks; receipts and pauses fall into them. */
const madeUp: fc.Arbitrary<WorkingCalendar> = fc
  .array(fc.constantFrom('ordinary', 'ordinary', 'off', 'worked'), { minLength: 60, maxLength: 60 })
  .map((kinds) => {
    const days = kinds.map((kind, index) => ({ kind, date: addDays(FIRST_DAY, index) }));
    return {
      version: 'made up',
      from: FIRST_DAY,
      until: LAST_DAY,
      daysOff: new Map(days.filter(({ kind }) => kind === 'off').map(({ date }) => [date, 'Nghỉ'] as const)),
      makeUpDays: new Set(
        days.filter(({ kind, date }) => kind === 'worked' && weekdayOf(date) >= 5).map(({ date }) => date),
      ),
    };
  });

const calendar = fc.oneof(madeUp, fc.constant(WORKING_CALENDAR));

/** 16 April, when the summer hours begin, lies among the days of the receipts. */
const rules: fc.Arbitrary<CountingRules> = fc
  .record({
    calendar,
    timeOfDay: fc.constantFrom('half-day' as const, 'same-clock-time' as const, 'end-of-day' as const),
    isSeasonal: fc.boolean(),
  })
  .map(({ isSeasonal, ...rest }) => ({ ...(isSeasonal ? SEASONAL_RULES : { hours: SEASONAL_RULES.hours }), ...rest }));

const workingDays = fc.integer({ min: 1, max: 30 }).map((days): ProcedureLimit => ({ kind: 'working-days', days }));
const limit: fc.Arbitrary<ProcedureLimit> = fc.oneof(
  workingDays,
  fc.integer({ min: 1, max: 60 }).map((days): ProcedureLimit => ({ kind: 'calendar-days', days })),
  fc.integer({ min: 1, max: 240 }).map((quarters): ProcedureLimit => ({ kind: 'hours', hours: quarters / 4 })),
  fc
    .integer({ min: 0, max: MINUTES_PER_DAY - 1 })
    .map((cutOffMinute): ProcedureLimit => ({ kind: 'same-day', cutOffMinute })),
);

const sinceStart = (max: number) => fc.integer({ min: 0, max: max * MINUTES_PER_DAY - 1 });
const moment = sinceStart(50).map(momentAfterStart);

/** Of one or two days more often than not: whether dossiers overtake one another is decided there. */
const twoReceipts = fc
  .tuple(sinceStart(50), fc.oneof(sinceStart(2), sinceStart(10)))
  .map(([first, gap]) => [momentAfterStart(first), momentAfterStart(first + gap)] as const);

const pause: fc.Arbitrary<Pause> = fc
  .tuple(sinceStart(50), fc.integer({ min: -2 * MINUTES_PER_DAY, max: 15 * MINUTES_PER_DAY }))
  .map(([from, length]) => ({ from: momentAfterStart(from), until: momentAfterStart(Math.max(from + length, 0)) }));

function momentAfterStart(minutes: number): LocalMoment {
  return momentOf(addDays(FIRST_DAY, Math.floor(minutes / MINUTES_PER_DAY)), minutes % MINUTES_PER_DAY);
}

function dueAt(each: ProcedureLimit, receivedAt: LocalMoment, by: CountingRules): LocalMoment {
  return valueOf(appointmentFor(each, receivedAt, by)).at;
}

function movedAt(
  given: { readonly limit: ProcedureLimit; readonly receivedAt: LocalMoment },
  pauses: readonly Pause[],
  by: CountingRules,
): LocalMoment {
  const appointmentAt = dueAt(given.limit, given.receivedAt, by);
  return valueOf(appointmentAfterPauses({ ...given, appointmentAt }, pauses, by)).at;
}

function holds<T>(arbitrary: fc.Arbitrary<T>, rule: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, rule), { seed, numRuns });
}

describe('an appointment', () => {
  test('is never before its receipt is over and always on a working day, while the office is open', () => {
    holds(fc.tuple(limit, moment, rules), ([each, receivedAt, by]) => {
      const at = dueAt(each, receivedAt, by);
      expect(at >= receivedAt).toBe(true);
      expect(isWorkingDay(by.calendar, dateOf(at))).toBe(true);
      const aMinuteBefore = localMomentAt(epochMsOf(at) - 60_000);
      const aMinuteAfter = localMomentAt(epochMsOf(at) + 60_000);
      expect(workingMinutesBetween(by, aMinuteBefore, aMinuteAfter)).toBeGreaterThan(0);
    });
  });

  test('leaves the office its whole limit', () => {
    holds(fc.tuple(limit, moment, rules), ([each, receivedAt, by]) => {
      const at = dueAt(each, receivedAt, by);
      const [received, due] = [dateOf(receivedAt), dateOf(at)];
      if (each.kind === 'working-days') {
        expect(workingDaysBetween(by.calendar, received, due)).toBe(each.days);
        expect(daysBetween(received, due)).toBeGreaterThanOrEqual(each.days);
      }
      if (each.kind === 'calendar-days') expect(daysBetween(received, due)).toBeGreaterThanOrEqual(each.days);
      if (each.kind === 'hours') expect(workingMinutesBetween(by, receivedAt, at)).toBe(each.hours * 60);
    });
  });

  test('is never earlier for what was received later, to the minute', () => {
    holds(fc.tuple(limit, twoReceipts, rules), ([each, [earlier, later], by]) => {
      expect(dueAt(each, earlier, by) <= dueAt(each, later, by)).toBe(true);
    });
  });

  test('is never earlier for a longer limit', () => {
    holds(fc.tuple(fc.integer({ min: 1, max: 30 }), moment, rules), ([count, receivedAt, by]) => {
      const due = (days: number, kind: 'working-days' | 'calendar-days') => dueAt({ kind, days }, receivedAt, by);
      expect(due(count, 'working-days') < due(count + 1, 'working-days')).toBe(true);
      expect(due(count, 'calendar-days') <= due(count + 1, 'calendar-days')).toBe(true);
      expect(dateOf(due(count, 'calendar-days')) <= dateOf(due(count, 'working-days'))).toBe(true);
    });
  });

  test('does not depend on the time zone of the machine', () => {
    const zone = process.env['TZ'];
    try {
      holds(fc.tuple(limit, moment, pause, rules), ([each, receivedAt, one, by]) => {
        const offsets = new Set<number>();
        const answers = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Kiritimati', 'UTC'].map((name) => {
          process.env['TZ'] = name;
          offsets.add(new Date(0).getTimezoneOffset());
          const received = localMomentAt(epochMsOf(receivedAt));
          return [dueAt(each, received, by), movedAt({ limit: each, receivedAt: received }, [one], by)];
        });
        // Else this process does not hear of the zones and the test says nothing.
        expect(offsets.size).toBe(4);
        expect(new Set(answers.map((answer) => answer.join())).size).toBe(1);
      });
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

describe('pauses', () => {
  test('of n working days in all move a limit of working days by n and keep the half-day', () => {
    holds(
      fc.tuple(workingDays, moment, fc.array(pause, { maxLength: 4 }), calendar),
      ([each, receivedAt, all, used]) => {
        const by = { calendar: used, hours: SEASONAL_RULES.hours };
        const before = dueAt(each, receivedAt, by);
        const after = movedAt({ limit: each, receivedAt }, all, by);
        const n = mergePauses(all).reduce((sum, one) => sum + pausedWorkingDays(used, one), 0);
        expect(workingDaysBetween(used, dateOf(before), dateOf(after))).toBe(n);
        expect(after.slice(11)).toBe(before.slice(11));
      },
    );
  });

  test('leave after the completion what was left at the request', () => {
    holds(fc.tuple(fc.integer({ min: 1, max: 30 }), moment, pause, rules), ([days, receivedAt, one, by]) => {
      const [received, asked, completed] = [dateOf(receivedAt), dateOf(one.from), dateOf(one.until)];
      const left = days - workingDaysBetween(by.calendar, received, asked);
      if (one.from < receivedAt || one.until < one.from || left < 1) return;
      const after = movedAt({ limit: { kind: 'working-days', days }, receivedAt }, [one], by);
      expect(dateOf(after)).toBe(valueOf(addWorkingDays(by.calendar, completed, left)));
    });
  });

  test('leave a limit of hours its working time to the minute', () => {
    holds(fc.tuple(fc.integer({ min: 1, max: 60 }), moment, pause, rules), ([hours, receivedAt, one, by]) => {
      const each: ProcedureLimit = { kind: 'hours', hours };
      if (one.from < receivedAt || one.until < one.from || one.from > dueAt(each, receivedAt, by)) return;
      const after = movedAt({ limit: each, receivedAt }, [one], by);
      const worked = workingMinutesBetween(by, receivedAt, one.from) + workingMinutesBetween(by, one.until, after);
      expect(worked).toBe(hours * 60);
    });
  });

  test('give the same date in any order, taken together or twice', () => {
    const some = fc.array(pause, { maxLength: 5 });
    const inTwoOrders = some.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.shuffledSubarray(all)),
    );
    holds(fc.tuple(limit, moment, inTwoOrders, rules), ([each, receivedAt, [all, shuffled, again], by]) => {
      const given = { limit: each, receivedAt };
      expect(movedAt(given, [...shuffled, ...again], by)).toBe(movedAt(given, all, by));
      expect(movedAt(given, mergePauses(shuffled), by)).toBe(movedAt(given, all, by));
    });
  });

  test('never bring a date forward, and one more never does either', () => {
    holds(
      fc.tuple(limit, moment, fc.array(pause, { maxLength: 3 }), pause, rules),
      ([each, receivedAt, all, one, by]) => {
        const given = { limit: each, receivedAt };
        const fewer = movedAt(given, all, by);
        expect(fewer >= dueAt(each, receivedAt, by)).toBe(true);
        expect(movedAt(given, [...all, one], by) >= fewer).toBe(true);
      },
    );
  });
});

test('a calendar survives being written as JSON and read again, and is written the same way each time', () => {
  const named = fc
    .tuple(madeUp, fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined }))
    .map(([each, index]): WorkingCalendar => ({
      ...each,
      ...(index === undefined ? {} : { provisionalFrom: addDays(FIRST_DAY, index) }),
    }));
  holds(named, (each) => {
    const data = calendarData(each);
    const again = valueOf(parseCalendar(JSON.parse(JSON.stringify(data))));
    expect(again).toEqual(each);
    expect(calendarData(again)).toEqual(data);
  });
});
