import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { say, seconds } from './console.ts';
import { type Outcome, simulate } from './simulate/simulate.ts';
import type { Tally } from './simulate/tally.ts';

// npm run simulate [-- --seed N] [--days 60] [--keep]
// A commune and the body above live through so many days of random work, legal and not. Exit code 1: something did not hold;
// the same seed shows it again. --keep leaves the files.

const SHOWN_DAYS = 10;

const { values: given } = parseArgs({
  options: {
    seed: { type: 'string', default: String(1 + (Math.floor(performance.timeOrigin) % 1_000_000)) },
    days: { type: 'string', default: '60' },
    keep: { type: 'boolean', default: false },
  },
});

function countFrom(name: 'seed' | 'days'): number {
  const count = Number(given[name]);
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`--${name} needs a whole number from 1`);
  return count;
}

function sum(counts: Iterable<number>): number {
  return [...counts].reduce((total, count) => total + count, 0);
}

function sayCounts(title: string, counts: ReadonlyMap<string, number>): void {
  say(`\n${title}`);
  for (const [name, count] of counts) say(`  ${String(count).padStart(6)}  ${name}`);
}

function lastLine({ tally, lost, duplicate }: Outcome, seed: number, days: number): string {
  const receptions = tally.of('reception') + tally.of('certification');
  const acts = sum([...tally.done()].filter(([name]) => name.startsWith('act ')).map(([, count]) => count));
  const refused = tally.refused();
  const tries = `${sum(refused.values())} tries refused by name (${refused.size} codes)`;
  return (
    `simulate: seed ${seed}, ${days} days, ${receptions} receptions, ${acts} acts, ${tries}, ` +
    `${lost.length} lost, ${duplicate.length} duplicate`
  );
}

async function run(): Promise<boolean> {
  const seed = countFrom('seed');
  const days = countFrom('days');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'simulate-'));
  const started = performance.now();
  const onDay = (day: number, tally: Tally): void => {
    if (day % SHOWN_DAYS === 0) say(`day ${day}: ${tally.acknowledged.length} receptions, ${seconds(started)}`);
  };
  try {
    const outcome = await simulate({ seed, days, folder, onDay });
    sayCounts('done', outcome.tally.done());
    sayCounts('refused', outcome.tally.refused());
    const troubles = outcome.tally.troubles();
    for (const trouble of troubles) say(`FAILED: ${trouble}`);
    say('');
    if (troubles.length > 0) say(`seed ${seed}: it did not hold, ${seconds(started)}`);
    say(lastLine(outcome, seed, days));
    return troubles.length === 0;
  } finally {
    if (given.keep) say(`kept in ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

if (!(await run())) process.exitCode = 1;
