import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { benchGrowth } from './bench/growth.ts';
import { type Measurement, tableOf } from './bench/measurement.ts';
import { OUT, protectPlace, withPlace } from './bench/place.ts';
import { benchProcess } from './bench/process-bench.ts';
import { benchReads } from './bench/read-bench.ts';
import { benchCommit, benchCore } from './bench/reception-bench.ts';
import { say, seconds } from './console.ts';

const FEW = 20_000;
const MANY = 100_000;

/** `--sizes 1k,20k,100k`: how many dossiers the counters hold. */
function sizesFrom(args: readonly string[]): readonly number[] {
  const at = args.indexOf('--sizes');
  const text = at < 0 ? '1k,20k,100k' : (args[at + 1] ?? '');
  return text.split(',').map((size) => {
    const match = /^(\d+)(k?)$/.exec(size);
    if (!match) throw new Error(`not a size: "${size}"; say for example --sizes 1k,20k`);
    return Number(match[1]) * (match[2] === 'k' ? 1_000 : 1);
  });
}

async function benchSize(size: number): Promise<readonly Measurement[]> {
  const inCore = await withPlace(size, async (place, loaded) => {
    // Reads first, from the file as it was loaded; receptions into an encrypted one, as a set-up makes it.
    const reads = await benchReads(place, loaded);
    const key = await protectPlace(place);
    return [...(await benchCore(place, loaded, key)), ...(await benchCommit(place, loaded, key)), ...reads];
  });
  return [...inCore, ...(await withPlace(size, benchProcess))];
}

function benchFewAndMany(): Promise<readonly Measurement[]> {
  return withPlace(FEW, (few, fewLoaded) =>
    withPlace(MANY, (many, manyLoaded) =>
      benchGrowth({ place: few, loaded: fewLoaded }, { place: many, loaded: manyLoaded }),
    ),
  );
}

const started = performance.now();
const sizes = sizesFrom(process.argv.slice(2));
mkdirSync(OUT, { recursive: true });
const measurements: Measurement[] = [];
const take = (more: readonly Measurement[]): void => {
  for (const line of tableOf(more)) say(line);
  measurements.push(...more);
};
for (const size of sizes) take(await benchSize(size));
if (sizes.includes(FEW) && sizes.includes(MANY)) take(await benchFewAndMany());
writeFileSync(path.join(OUT, 'store.json'), `${JSON.stringify(measurements, undefined, 2)}\n`);
const missed = measurements.filter(({ ok }) => !ok);
say(`bench: ${measurements.length} values, ${missed.length} goals missed, ${seconds(started)}`);
if (missed.length > 0) process.exitCode = 1;
