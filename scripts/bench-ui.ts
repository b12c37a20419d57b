import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { measured, type Measurement, median, percentile, ratio, tableOf } from './bench/measurement.ts';
import { OUT, withPlace } from './bench/place.ts';
import { benchUi, type UiTimes } from './bench/ui-bench.ts';
import { buildIfStale } from './build.ts';
import { say, seconds } from './console.ts';
import { resolveRuntime } from './runtime.ts';

// What a clerk waits for at the real window, with few dossiers and with many.

const FEW = 1_000;
const MANY = 100_000;
const MOST_GROWTH = 2;
const LONGEST_TASK_MS = 50;
const MOST_MEGABYTES = 450;

function rowsOf(name: string, few: readonly number[], many: readonly number[]): readonly Measurement[] {
  return [
    measured(`${name}, ${FEW}: p95`, percentile(few, 0.95), 'ms'),
    measured(`${name}, ${MANY}: p95`, percentile(many, 0.95), 'ms'),
    ratio(`${name}: ${MANY} against ${FEW}, medians`, median(many) / median(few), { atMost: MOST_GROWTH }),
  ];
}

function atMost(row: Measurement, limit: number): Measurement {
  return { ...row, goal: `<= ${limit}`, ok: row.value <= limit };
}

function tableRows(few: UiTimes, many: UiTimes): readonly Measurement[] {
  return [
    ...rowsOf('start to first screen', few.starts, many.starts),
    ...rowsOf('scan to dossier on screen', few.scans, many.scans),
    ...rowsOf('letter to lines of the search', few.letters, many.letters),
    atMost(measured(`longest task while scrolling, ${MANY}`, many.longestWhileScrolling, 'ms'), LONGEST_TASK_MS),
    atMost(measured(`memory of all processes (PSS) after 100 scans, ${MANY}`, many.megabytes, 'MB'), MOST_MEGABYTES),
  ];
}

const started = performance.now();
mkdirSync(OUT, { recursive: true });
await buildIfStale();
const runtime = await resolveRuntime();
try {
  const few = await withPlace(FEW, (place, loaded) => benchUi(runtime, place, loaded));
  const many = await withPlace(MANY, (place, loaded) => benchUi(runtime, place, loaded));
  const measurements = tableRows(few, many);
  for (const line of tableOf(measurements)) say(line);
  writeFileSync(path.join(OUT, 'ui.json'), `${JSON.stringify(measurements, undefined, 2)}\n`);
  const missed = measurements.filter(({ ok }) => !ok);
  say(`bench:ui: ${measurements.length} values, ${missed.length} goals missed, ${seconds(started)}`);
  if (missed.length > 0) process.exitCode = 1;
} finally {
  runtime.stop();
}
