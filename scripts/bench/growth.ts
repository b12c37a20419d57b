import { momentOf } from '../../domain/plain-date.ts';
import { type DossierId, scanCodeOf } from '../../domain/scan-code.ts';
import { type BenchCore, openBenchCore } from './bench-counter.ts';
import type { Loaded } from './load-dossiers.ts';
import { type Measurement, median, ratio, timedAsync } from './measurement.ts';
import type { Place } from './place.ts';
import { chanceFrom, pick } from './seeded-chance.ts';

const RUNS = 2_000;
const GOAL = 1.5;

export type LoadedPlace = { readonly place: Place; readonly loaded: Loaded };
type Read = (core: BenchCore, id: DossierId) => Promise<(times: number[]) => Promise<unknown>>;

/** What is timed of each read; what it needs to know is asked for before. */
const POINT_READS: Readonly<Record<string, Read>> = {
  'find by scan code': (core, id) => {
    const text = scanCodeOf(id);
    return Promise.resolve((times) => timedAsync(times, () => core.ask('dossier.scan', { text })));
  },
  'find by dossier number': async (core, id) => {
    const dossier = await core.ask('dossier.get', { id });
    const query = dossier?.intake?.dossierNumber ?? '';
    return (times) => timedAsync(times, () => core.ask('dossier.find', { query, limit: 50 }));
  },
};

/** How much longer it takes to read one dossier among many: in turn with the same among few. */
export async function benchGrowth(few: LoadedPlace, many: LoadedPlace): Promise<readonly Measurement[]> {
  const cores = await Promise.all([open(few), open(many)]);
  const measurements: Measurement[] = [];
  for (const [name, read] of Object.entries(POINT_READS)) {
    const chance = chanceFrom(23);
    const times: readonly [number[], number[]] = [[], []];
    for (let run = 0; run < RUNS; run += 1) {
      for (const [i, { loaded }] of [few, many].entries()) {
        const timeIt = await read(cores[i] ?? cores[0], pick(chance, loaded.ids));
        await timeIt(times[i] ?? times[0]);
      }
    }
    const growth = median(times[1]) / median(times[0]);
    measurements.push(ratio(`${name}: growth ${few.place.size} to ${many.place.size}`, growth, { atMost: GOAL }));
  }
  for (const core of cores) await core.close();
  return measurements;
}

function open({ place, loaded }: LoadedPlace): Promise<BenchCore> {
  return openBenchCore(place.folder, momentOf(loaded.lastDay, 480));
}
