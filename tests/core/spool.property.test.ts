import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DossierId } from '../../domain/scan-code.ts';
import { openTestCounter, receive, type TestCounter } from '../support/counter.ts';
import { holds, type Mood, type MoodyPrinter, startMoodyPrinter } from '../support/moody-printer.ts';

type Step =
  | { readonly kind: 'receive' }
  | { readonly kind: 'again'; readonly which: number }
  | { readonly kind: 'settle'; readonly which: number; readonly answer: 'print-now' | 'paper-is-out' | 'cancel' };

const SEED = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 1_000_000);
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 8);

const mood: fc.Arbitrary<Mood> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Mood>({ kind: 'prints' }) },
  { weight: 1, arbitrary: fc.constant<Mood>({ kind: 'no-paper' }) },
  { weight: 2, arbitrary: fc.constant<Mood>({ kind: 'breaks-at-end' }) },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 50_000 }).map((afterBytes): Mood => ({ kind: 'resets', afterBytes })),
  },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant<Step>({ kind: 'receive' }),
  fc.nat(20).map((which): Step => ({ kind: 'again', which })),
  fc
    .tuple(fc.nat(20), fc.constantFrom('print-now', 'paper-is-out', 'cancel'))
    .map(([which, answer]): Step => ({ kind: 'settle', which, answer })),
);
const work = fc.array(fc.tuple(mood, step), { minLength: 4, maxLength: 14 });

test(`no two slips that came out bear the same copy number, whatever the printer does (seed ${SEED})`, async () => {
  let printed = 0;
  await fc.assert(
    fc.asyncProperty(work, async (steps) => {
      const printer = await startMoodyPrinter();
      const choice = { kind: 'tcp', host: '127.0.0.1', port: printer.port } as const;
      const counter = await openTestCounter({ setUp: { printer: choice } });
      const received: DossierId[] = [];
      for (const [next, what] of steps) {
        printer.mood = next;
        await take(counter, what, received);
        await settled(counter);
      }
      const out = emitted(counter.folder, printer);
      printed += out.length;
      expect(new Set(out).size).toBe(out.length);
      await counter.close();
    }),
    { seed: SEED, numRuns: RUNS, endOnFailure: true },
  );
  expect(printed).toBeGreaterThan(RUNS);
}, 120_000);

async function take({ call }: TestCounter, what: Step, received: DossierId[]): Promise<void> {
  if (what.kind === 'receive') {
    received.push((await receive(call)).dossier.id);
    return;
  }
  if (what.kind === 'again') {
    const dossierId = received[what.which % Math.max(1, received.length)];
    if (dossierId) await call('print.again', { dossierId });
    return;
  }
  const jobs = await call('print.jobs', {});
  const job = jobs[what.which % Math.max(1, jobs.length)];
  if (job) await call('print.settle', { jobId: job.id, answer: what.answer });
}

/** Until the printer was tried: what waits behind a job that met trouble waits with it. */
async function settled(counter: TestCounter): Promise<void> {
  await counter.until(async () => {
    const jobs = await counter.call('print.jobs', {});
    const waiting = jobs.filter(({ state }) => state === 'queued');
    const isTried = waiting.length === 0 || waiting.some(({ trouble }) => trouble !== undefined);
    return isTried && jobs.every(({ state }) => state !== 'sending');
  });
}

/** Which paper and copy each whole job was that the printer took. */
function emitted(folder: string, { taken }: MoodyPrinter): readonly string[] {
  const db = new Database(path.join(folder, 'counter', 'counter.db'), { readonly: true });
  const jobs = db
    .prepare<[], { name: string; artifact: Uint8Array; raster_bytes: number }>(
      `SELECT paper_key || ' ' || copy_no AS name, artifact, raster_bytes FROM print_job WHERE artifact IS NOT NULL`,
    )
    .all()
    .map(({ name, artifact, raster_bytes }) => ({ name, bytes: inflateRawSync(artifact).subarray(raster_bytes) }));
  db.close();
  return taken.flatMap((each) => jobs.filter(({ bytes }) => holds(each, bytes)).map(({ name }) => name));
}
