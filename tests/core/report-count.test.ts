import { expect, test } from 'vitest';
import { localMoment, plainDate } from '../../domain/plain-date.ts';
import { makeScanCode, dossierIdOf } from '../../domain/scan-code.ts';
import { openLog } from '../../electron/core/log.ts';
import { ReportCount } from '../../electron/core/report-count.ts';
import { station, temporaryFolder } from '../support/store.ts';

const APRIL = { from: plainDate('2020-04-01'), until: plainDate('2020-04-30') };
const NOON = localMoment('2020-04-30T12:00');
const MANY = 400;

/** A store that takes a while for each of its dossiers. */
function slowCount(findDossier: () => undefined = takeTime) {
  const id = dossierIdOf(makeScanCode({ unitCode: '08305', station: station(1), yearOfCentury: 20, runningNumber: 1 }));
  const told: number[] = [];
  const count = new ReportCount({
    source: { dossierIds: () => Array.from({ length: MANY }, () => id), findDossier },
    log: openLog(temporaryFolder(), () => 0),
    tell: () => told.push(count.view().running?.done ?? MANY),
  });
  return { count, told };
}

function takeTime(): undefined {
  const begun = performance.now();
  while (performance.now() - begun < 0.5);
}

async function aTurn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

async function ended(count: ReportCount): Promise<void> {
  while (count.view().running) await aTurn();
}

test('others have their turn long before a long count is at its end', async () => {
  const { count } = slowCount();
  count.begin(APRIL, [], NOON);
  await aTurn();
  expect(count.view().running?.done).toBeLessThan(MANY);
  await ended(count);
  expect(count.view()).toMatchObject({ counted: { at: NOON, report: { period: APRIL } } });
});

test('a count that is stopped leaves no report, and says that it was stopped', async () => {
  const { count } = slowCount();
  count.begin(APRIL, [], NOON);
  await aTurn();
  count.stop();
  await aTurn();
  expect(count.view()).toEqual({ ended: 'stopped' });
});

test('a count that is stopped leaves the report before it as it was', async () => {
  const { count } = slowCount();
  count.begin(APRIL, [], NOON);
  await ended(count);
  const before = count.report();
  count.begin({ from: APRIL.from, until: APRIL.from }, [], NOON);
  count.stop();
  await aTurn();
  expect(count.report()).toBe(before);
});

test('of two counts the one that was begun last goes on alone', async () => {
  const { count } = slowCount();
  const may = { from: plainDate('2020-05-01'), until: plainDate('2020-05-31') };
  count.begin(APRIL, [], NOON);
  await aTurn();
  count.begin(may, [], NOON);
  await ended(count);
  await aTurn();
  expect(count.report()?.period).toEqual(may);
  expect(count.view().running).toBeUndefined();
});

test('a store that fails ends the count and not the program', async () => {
  const { count } = slowCount(() => {
    throw new Error('the file is closed');
  });
  count.begin(APRIL, [], NOON);
  await ended(count);
  expect(count.view()).toEqual({ ended: 'failed' });
});
