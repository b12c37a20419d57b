import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf, epochMsOf, localMoment, localMomentAt } from '../../domain/plain-date.ts';
import { backupsToGiveUp, backupsToKeep, type Kept } from '../../sync/store/backup-rotation.ts';

const RUNS = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 500) };
const HOUR_MS = 3_600_000;
const BEGIN = epochMsOf(localMoment('2020-04-20T08:00'));
/** 24 hours, 30 days, 12 months; then the newest of a log and the newest whole one. */
const MOST_OF_ONE_LOG = 24 + 30 + 12 + 1 + 1;

const backup = fc.record({
  at: fc.oneof(
    fc.integer({ min: 0, max: 400 * 24 }).map((hours) => BEGIN + hours * HOUR_MS),
    // A dead battery, a wrong year.
    fc.constantFrom(0, epochMsOf(localMoment('2099-01-01T00:00'))),
  ),
  log: fc.constantFrom('a.1', 'a.1.i000001'),
  isWhole: fc.boolean(),
});
const backups = fc
  .array(backup, { maxLength: 200 })
  .map((list) => list.map((made, i): Kept => ({ ...made, name: `b${i + 1}`, ordinal: i + 1 })));

function newest(list: readonly Kept[]): Kept | undefined {
  return list.toSorted((a, b) => b.ordinal - a.ordinal)[0];
}

describe('of any backups, whatever the clocks said', () => {
  test('the newest is kept, and the newest whole one, and the newest of each log', () => {
    fc.assert(
      fc.property(backups, (list) => {
        const keep = backupsToKeep(list);
        const musts = [newest(list), newest(list.filter(({ isWhole }) => isWhole))];
        for (const log of new Set(list.map((made) => made.log)))
          musts.push(newest(list.filter((made) => made.log === log)));
        for (const must of musts) if (must) expect(keep).toContain(must.name);
      }),
      RUNS,
    );
  });

  test('only so many are kept, and none that is not there', () => {
    fc.assert(
      fc.property(backups, (list) => {
        const keep = backupsToKeep(list);
        expect(keep.size).toBeLessThanOrEqual(MOST_OF_ONE_LOG + 1);
        const names = new Set(list.map(({ name }) => name));
        for (const name of keep) expect(names).toContain(name);
      }),
      RUNS,
    );
  });

  test('what is kept would be kept again: rotating twice ends nothing more, in whatever order they are listed', () => {
    fc.assert(
      fc.property(backups, (list) => {
        const once = list.filter(({ name }) => backupsToKeep(list).has(name));
        expect([...backupsToKeep(once.toReversed())].toSorted()).toEqual(once.map(({ name }) => name).toSorted());
      }),
      RUNS,
    );
  });

  test('the newest of each of the last 30 days that have one is kept', () => {
    fc.assert(
      fc.property(backups, (list) => {
        const keep = backupsToKeep(list);
        const days = new Map<string, Kept>();
        for (const made of list) days.set(dateOf(localMomentAt(made.at)), made);
        const last = [...days.values()].toSorted((a, b) => b.ordinal - a.ordinal).slice(0, 30);
        for (const made of last) expect(keep).toContain(made.name);
      }),
      RUNS,
    );
  });
});

describe('when the disk has no room for the next', () => {
  test('the two newest, the newest whole one and the newest of each log are never given up, all else is in the end', () => {
    fc.assert(
      fc.property(backups, (list) => {
        const given = new Set(backupsToGiveUp(list).map(({ name }) => name));
        const musts = [...list.slice(-2), newest(list.filter(({ isWhole }) => isWhole))];
        for (const log of new Set(list.map((made) => made.log)))
          musts.push(newest(list.filter((made) => made.log === log)));
        const stay = new Set(musts.flatMap((must) => must?.name ?? []));
        expect(list.filter(({ name }) => !given.has(name)).map(({ name }) => name)).toEqual(
          list.filter(({ name }) => stay.has(name)).map(({ name }) => name),
        );
      }),
      RUNS,
    );
  });

  test('hours go before days, days before months, and of each the oldest first', () => {
    const held = work(hours(BEGIN, 90 * 24));
    const given = backupsToGiveUp(held).map(({ at }) => localMomentAt(at));
    // Until 7 o'clock on 19 July: of its hours the two newest stay, and the last of 18 July stands for that day too.
    const ofHours = given.slice(0, 21);
    const ofDays = given.slice(21, -3);
    expect(ofHours).toEqual(ofHours.toSorted());
    expect([ofHours[0], ofHours.at(-1)]).toEqual(['2020-07-18T08:00', '2020-07-19T05:00']);
    expect(ofHours).not.toContain('2020-07-18T23:00');
    expect(ofDays).toEqual(ofDays.toSorted());
    expect([ofDays.length, ofDays[0], ofDays.at(-1)]).toEqual([28, '2020-06-20T23:00', '2020-07-18T23:00']);
    expect(given.slice(-3)).toEqual(['2020-04-30T23:00', '2020-05-31T23:00', '2020-06-30T23:00']);
  });
});

/** Makes a backup each hour, rotating after each, as the counter does. */
function work(moments: readonly number[]): readonly Kept[] {
  let held: readonly Kept[] = [];
  for (const [i, at] of moments.entries()) {
    const all = [...held, { name: `b${i + 1}`, ordinal: i + 1, at, log: 'a.1', isWhole: true }];
    const keep = backupsToKeep(all);
    held = all.filter(({ name }) => keep.has(name));
  }
  return held;
}

function hours(from: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => from + i * HOUR_MS);
}

test('after two years of hourly backups the last day, month and year are there', () => {
  const held = work(hours(BEGIN, 2 * 365 * 24));
  const last = BEGIN + (2 * 365 * 24 - 1) * HOUR_MS;
  const ages = held.map(({ at }) => (last - at) / HOUR_MS);
  expect(ages.filter((age) => age < 24)).toHaveLength(24);
  expect(ages.filter((age) => age < 30 * 24).length).toBeGreaterThanOrEqual(24 + 29 - 1);
  expect(Math.max(...ages)).toBeGreaterThan(300 * 24);
  expect(held.length).toBeLessThanOrEqual(MOST_OF_ONE_LOG);
});

test.each([
  ['back by ten years', epochMsOf(localMoment('2010-01-01T00:00'))],
  ['forward by ten years', epochMsOf(localMoment('2030-01-01T00:00'))],
])('a clock that is set %s ends none of the older days, and the new ones are kept', (_, wrong) => {
  const before = work(hours(BEGIN, 100 * 24));
  const held = work([...hours(BEGIN, 100 * 24), ...hours(wrong, 5)]);
  const days = (list: readonly Kept[]) => new Set(list.map(({ at }) => dateOf(localMomentAt(at))));
  const lost = [...days(before)].filter((day) => !days(held).has(day));
  // One day and one month make room for the wrong ones.
  expect(lost.length).toBeLessThanOrEqual(1);
  expect(held.filter(({ at }) => at >= wrong && at < wrong + 5 * HOUR_MS)).toHaveLength(5);
});

test('a clock that was far ahead and is right again goes on keeping what is new', () => {
  const ahead = hours(epochMsOf(localMoment('2099-01-01T00:00')), 24 * 40);
  const held = work([...ahead, ...hours(BEGIN, 48)]);
  const right = held.filter(({ at }) => at < BEGIN + 48 * HOUR_MS);
  expect(right.length).toBeGreaterThanOrEqual(24);
});
