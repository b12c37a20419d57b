import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventId } from '../../../domain/dossier-event.ts';
import type { BatchFact, OrderedBatchFact } from '../../../domain/transfer/batch-event.ts';
import { projectBatch, unansweredItems } from '../../../domain/transfer/transfer-batch.ts';
import { abandoned, added, closed, dossierId, opened, placed, removed, scanned, signedFor } from './batches.ts';

// A failure is run again with the seed that this line shows.
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 500);
console.log(`transfer-batch.property: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

const DOSSIERS = [1, 2, 3, 4].map(dossierId);
const dossier = fc.constantFrom(...DOSSIERS);
const some = fc.array(dossier, { maxLength: 5 });

const fact: fc.Arbitrary<BatchFact> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(opened('up'), opened('down'), abandoned()) },
  { weight: 3, arbitrary: dossier.map((id) => added(id)) },
  dossier.map(removed),
  { weight: 2, arbitrary: some.map((ids) => closed(ids)) },
  fc.tuple(some, some).map(([ids, rejected]) => signedFor(ids, rejected)),
  fc.tuple(some, some, some).map(([ids, missing, extra]) => scanned(ids, { missing, extra })),
);

// Few logs and small numbers, so that ties are the rule.
const place = fc.record({
  lamport: fc.integer({ min: 1, max: 6 }),
  log: fc.constantFrom('a', 'b', 'c'),
  seq: fc.integer({ min: 1, max: 5 }),
});
const ordered = fc.tuple(fact, place).map(([said, at]): OrderedBatchFact => placed(said, at));

/** Everything that was ever written: an event id stands for one fact. */
const world = fc.uniqueArray(ordered, { selector: eventId, maxLength: 14 });

function holds<T>(arbitrary: fc.Arbitrary<T>, rule: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, rule), { seed, numRuns });
}

describe('the state of a batch', () => {
  test('is the same on machines that hold the same events, whatever the order and however often they came', () => {
    const arrivals = world.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.shuffledSubarray(all)),
    );
    holds(arrivals, ([all, shuffled, again]) => {
      expect(projectBatch([...shuffled, ...again])).toEqual(projectBatch(all));
    });
  });

  test('is known exactly when an opening is', () => {
    holds(world, (all) => {
      expect(projectBatch(all) !== undefined).toBe(all.some(({ kind }) => kind === 'batch-opened'));
    });
  });

  test('never refuses an event, and notes only events that there are', () => {
    holds(world, (all) => {
      const ids = new Set(all.map(eventId));
      expect(projectBatch(all)?.anomalies.filter((anomaly) => !ids.has(eventId(anomaly))) ?? []).toEqual([]);
    });
  });

  test('has each dossier once on the list and at most one word about it', () => {
    holds(world, (all) => {
      const batch = projectBatch(all);
      if (!batch) return;
      const words = [
        ...batch.accepted,
        ...batch.rejected.map(({ dossierId: id }) => id),
        ...batch.discrepancies.missing,
      ];
      expect(new Set(words).size).toBe(words.length);
      expect(new Set(batch.items.map((item) => item.dossierId)).size).toBe(batch.items.length);
    });
  });

  test('is "received" exactly when a receipt and a word about every dossier is known', () => {
    holds(world, (all) => {
      const batch = projectBatch(all);
      if (!batch) return;
      const isAnswered = batch.receipt !== undefined && unansweredItems(batch).length === 0;
      expect(batch.state === 'received').toBe(isAnswered);
    });
  });

  test('once closed lists everything that any closing sent', () => {
    holds(world, (all) => {
      const batch = projectBatch(all);
      if (!batch?.closing) return;
      const early = new Set(batch.anomalies.filter(({ code }) => code === 'before-opening').map(eventId));
      const listed = new Set(batch.items.map((item) => item.dossierId));
      const sent = all.flatMap((each) =>
        each.kind === 'batch-closed' && !early.has(eventId(each)) ? each.payload.items : [],
      );
      expect(sent.filter(({ dossierId: id }) => !listed.has(id))).toEqual([]);
    });
  });
});
