import { randomInt } from 'node:crypto';
import { expect } from 'vitest';
import { chanceFrom } from '../../scripts/bench/seeded-chance.ts';

const FULL_RUN = 200;

/** How often the core is killed: few times among all the other tests, `CRASH_RUNS` in `npm run test:crash`. */
export const KILLS = Number(process.env['CRASH_RUNS'] ?? 40);

/** As many as `inFullRun` where the core is killed 200 times, and as much more or fewer as it is killed. */
export function runsOf(inFullRun: number): number {
  return Math.max(10, Math.round((inFullRun * KILLS) / FULL_RUN));
}

/** Everything random of a proof; prints its seed first, which `CRASH_SEED` gives back. */
export function chanceOf(name: string): () => number {
  const seed = Number(process.env['CRASH_SEED'] ?? randomInt(2 ** 31));
  process.stdout.write(`${name}: seed ${seed} (CRASH_SEED)\n`);
  return chanceFrom(seed);
}

/** Prints the one line of a proof, and fails it when anything was lost or is there twice. */
export function report(
  name: string,
  counts: string,
  harm: { readonly lost: number; readonly duplicate: number } = { lost: 0, duplicate: 0 },
): void {
  process.stdout.write(`${name}: ${counts}, ${harm.lost} lost, ${harm.duplicate} duplicate\n`);
  expect(harm).toEqual({ lost: 0, duplicate: 0 });
}
