import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { epochMsOf, momentOf, type PlainDate } from '../../domain/plain-date.ts';
import { Publications } from '../../electron/core/publications.ts';
import { receiveWithin } from '../../electron/core/reception.ts';
import { openCounterStore } from '../../sync/open-counter-store.ts';
import { BENCH_COUNTER, benchWatch, openBenchCore } from './bench-counter.ts';
import { intakeOf, type Loaded, nextWorkingDay } from './load-dossiers.ts';
import { measured, type Measurement, median, percentile, ratio, timed, timedAsync } from './measurement.ts';
import type { Place } from './place.ts';
import { RawReceptions, ReceptionReader } from './raw-reception.ts';
import { chanceFrom } from './seeded-chance.ts';

const WARM_UP = 300;
const RUNS = 900;
/** So many of ours, then the same rows as many times raw: often enough in turn to meet the same disk. */
const BLOCK = 30;
/** Below the five hundred numbers of a station's day. */
const A_DAY = 450;
/**
 * The wish is 1.3. Where a disk acknowledges a sync within a quarter of a millisecond, as virtual ones do, the rows alone are
 * written in little more, and what makes them a reception (rules, hashes, the fold, two witnesses) weighs half as much again.
 */
const MEDIAN_GOALS = { 'reception, whole core': 2, 'reception, store alone': 1.7 } as const;
const TAIL_GOAL = 3;

type Times = { readonly ours: number[]; readonly raw: number[] };

/** Durable receptions through the core as the window asks for them, in turn with the raw writing of the same rows. */
export async function benchCore(place: Place, loaded: Loaded, key: Uint8Array): Promise<readonly Measurement[]> {
  const days = daysFrom(loaded.lastDay);
  const chance = chanceFrom(11);
  const core = await openBenchCore(place.folder, momentOf(days(0), 480));
  const reader = new ReceptionReader(place.file, key);
  const raw = new RawReceptions(place.rawFile, key);
  const times: Times = { ours: [], raw: [] };
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    core.setClock(momentOf(days(run), 480));
    const command = { commandId: randomUUID(), form: intakeOf(chance) };
    const answer = await timedAsync(times.ours, () => core.ask('dossier.receive', command));
    if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
    writeBlock(run, { reader, raw, times });
  }
  raw.close();
  reader.close();
  await core.close();
  return resultOf('reception, whole core', place.size, times);
}

/** The store's commit with its witnesses alone, without contract, parsing and answer. */
export async function benchCommit(place: Place, loaded: Loaded, key: Uint8Array): Promise<readonly Measurement[]> {
  const days = daysFrom(loaded.lastDay, WARM_UP + RUNS);
  const chance = chanceFrom(13);
  const store = openCounterStore({ folder: path.dirname(place.file), key, watch: benchWatch(place.folder) });
  const identity = store.identity() ?? BENCH_COUNTER;
  const publications = new Publications(store);
  const reader = new ReceptionReader(place.file, key);
  const raw = new RawReceptions(place.rawFile, key);
  const times: Times = { ours: [], raw: [] };
  for (let run = 0; run < WARM_UP + RUNS; run += 1) {
    const now = momentOf(days(run), 480);
    const form = intakeOf(chance);
    const clock = { at: epochMsOf(now), clockQuality: 'free' } as const;
    const action = { commandId: randomUUID(), actor: BENCH_COUNTER.clerkName, clock };
    const reception = {
      identity,
      clerkName: identity.clerkName,
      publications,
      isTrial: false,
      printsForms: false,
      now,
      chance,
    };
    const done = timed(times.ours, () => store.commit(action, (work) => receiveWithin(work, form, reception)));
    if (!done.ok) throw new Error(`refused: ${JSON.stringify(done.refusal)}`);
    writeBlock(run, { reader, raw, times });
  }
  raw.close();
  reader.close();
  await store.close();
  return resultOf('reception, store alone', place.size, times);
}

type Yardstick = { readonly reader: ReceptionReader; readonly raw: RawReceptions; readonly times: Times };

/** After each block of ours, the same rows once more by the driver alone. */
function writeBlock(run: number, { reader, raw, times }: Yardstick): void {
  if (run % BLOCK !== BLOCK - 1) return;
  for (const rows of reader.last(BLOCK)) timed(times.raw, () => raw.write(rows));
}

function resultOf(what: keyof typeof MEDIAN_GOALS, size: number, { ours, raw }: Times): readonly Measurement[] {
  const mine = ours.slice(WARM_UP);
  const theirs = raw.slice(WARM_UP);
  const name = (part: string): string => `${what}, ${size}: ${part}`;
  return [
    measured(name('median'), median(mine), 'ms'),
    measured(name('p99'), percentile(mine, 0.99), 'ms'),
    measured(name('raw median'), median(theirs), 'ms'),
    measured(name('raw p99'), percentile(theirs, 0.99), 'ms'),
    ratio(name('median against raw (wish: 1.3)'), median(mine) / median(theirs), { atMost: MEDIAN_GOALS[what] }),
    ratio(name('p99 against raw'), percentile(mine, 0.99) / percentile(theirs, 0.99), { atMost: TAIL_GOAL }),
  ];
}

/** The day of each run, after the last day of the load. */
function daysFrom(lastDay: PlainDate, runsBefore = 0): (run: number) => PlainDate {
  return (run) => {
    let day = nextWorkingDay(lastDay);
    for (let left = run + runsBefore; left >= A_DAY; left -= A_DAY) day = nextWorkingDay(day);
    return day;
  };
}
