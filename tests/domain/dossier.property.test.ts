import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeFacts, type OrderedFact, projectDossier } from '../../domain/dossier.ts';
import { eventId } from '../../domain/dossier-event.ts';
import { momentOf, plainDate } from '../../domain/plain-date.ts';
import { dossierIdOf } from '../../domain/scan-code.ts';
import { HANDED_OVER, RECEIVED } from './fixtures.ts';

// A failure is run again with the seed that this line shows.
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 500);
console.log(`dossier.property: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

const dossierId = dossierIdOf(RECEIVED.scanCode);

// Few logs and small numbers, so that ties and clashes are the rule. `minute` makes every fact tell itself apart.
const fact: fc.Arbitrary<OrderedFact> = fc
  .record({
    lamport: fc.integer({ min: 1, max: 4 }),
    log: fc.constantFrom('a', 'b', 'c'),
    seq: fc.integer({ min: 1, max: 5 }),
    isReception: fc.boolean(),
    minute: fc.integer({ min: 0, max: 1_439 }),
  })
  .map(({ lamport, log, seq, isReception, minute }): OrderedFact => {
    const at = momentOf(plainDate('2020-04-20'), minute);
    const by = { dossierId, lamport, log, seq, actor: `Cán bộ ${log}` };
    return isReception
      ? { ...by, kind: 'received', payload: { ...RECEIVED, receivedAt: at } }
      : { ...by, kind: 'result-handed-over', payload: { ...HANDED_OVER, handedOverAt: at } };
  });

/** Everything that was ever written: an event id stands for one fact. */
const world = fc.uniqueArray(fact, { selector: eventId, maxLength: 12 });

/** What some machines hold of one world, each in its own order of arrival. */
const machines = world.chain((all) =>
  fc.tuple(fc.shuffledSubarray(all), fc.shuffledSubarray(all), fc.shuffledSubarray(all)),
);

function holds<T>(arbitrary: fc.Arbitrary<T>, rule: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, rule), { seed, numRuns });
}

describe('merging what two machines hold', () => {
  test('does not depend on which machine asks', () => {
    holds(machines, ([a, b]) => {
      expect(mergeFacts(a, b)).toEqual(mergeFacts(b, a));
    });
  });

  test('does not depend on who met first', () => {
    holds(machines, ([a, b, c]) => {
      expect(mergeFacts(mergeFacts(a, b), c)).toEqual(mergeFacts(a, mergeFacts(b, c)));
    });
  });

  test('changes nothing the second time', () => {
    holds(machines, ([a, b]) => {
      const once = mergeFacts(a, b);
      expect(mergeFacts(once, b)).toEqual(once);
      expect(mergeFacts(once, once)).toEqual(once);
    });
  });

  test('holds exactly what either holds', () => {
    holds(machines, ([a, b]) => {
      const ids = new Set([...a, ...b].map(eventId));
      const merged = mergeFacts(a, b).map(eventId);
      expect(merged).toHaveLength(ids.size);
      expect(new Set(merged)).toEqual(ids);
    });
  });
});

describe('the state of a dossier', () => {
  test('is the same on machines that hold the same events, whatever the order and however often they came', () => {
    const arrivals = world.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.shuffledSubarray(all)),
    );
    holds(arrivals, ([all, shuffled, again]) => {
      expect(projectDossier([...shuffled, ...again])).toEqual(projectDossier(all));
    });
  });

  test('never refuses an event and never drops one', () => {
    holds(world, (all) => {
      const dossier = projectDossier(all);
      const kept = (dossier?.intake ? 1 : 0) + (dossier?.handOver ? 1 : 0) + (dossier?.anomalies.length ?? 0);
      expect(kept).toBe(all.length);
    });
  });

  test('says "handed-over" exactly when a hand-over is known', () => {
    holds(world, (all) => {
      const isHandedOver = all.some((each) => each.kind === 'result-handed-over');
      expect(projectDossier(all)?.status === 'handed-over').toBe(isHandedOver);
    });
  });

  test('never goes back when more is learned', () => {
    holds(machines, ([a, b]) => {
      if (projectDossier(a)?.status !== 'handed-over') return;
      expect(projectDossier(mergeFacts(a, b))?.status).toBe('handed-over');
    });
  });
});
