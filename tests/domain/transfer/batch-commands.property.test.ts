import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTransition, transitionOf } from '../../../domain/lifecycle/transition.ts';
import { hasItem, unansweredItems } from '../../../domain/transfer/transfer-batch.ts';
import { DOSSIERS, type Move, TwoStations, type View } from './two-stations.ts';

// A failure is run again with the seed that this line shows.
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 200);
console.log(`batch-commands.property: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

const dossier = fc.constantFrom(...DOSSIERS);
const batch = fc.nat({ max: 3 });

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), direction: fc.constantFrom('up', 'down') }) },
  { weight: 15, arbitrary: fc.record({ do: fc.constant('add' as const), batch, dossier }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), batch, dossier }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('close' as const), batch }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('abandon' as const), batch }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('receive' as const),
      batch,
      without: fc.subarray(DOSSIERS, { maxLength: 2 }),
      and: dossier,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('happen' as const),
      kind: fc.constantFrom('upstream-result-issued' as const, 'withdrawn' as const),
      dossier,
    }),
  },
);

const day = (moves: fc.Arbitrary<Move>) =>
  fc.array(fc.tuple(fc.constantFrom<0 | 1>(0, 1), moves), { minLength: 8, maxLength: 60 });

/** The two computers see each other after every move. */
function together(rule: (counter: TwoStations, view: View) => void): void {
  fc.assert(
    fc.property(day(move), (moves) => {
      const counter = new TwoStations();
      for (const [at, each] of moves) {
        counter.move(at, each);
        counter.sync();
        rule(counter, counter.view(0));
      }
    }),
    { seed, numRuns },
  );
}

/** They see each other now and then, and at the end. */
function apart(rule: (counter: TwoStations, view: View) => void): void {
  const orSync = fc.oneof({ weight: 8, arbitrary: move }, fc.constant<Move>({ do: 'sync' }));
  fc.assert(
    fc.property(day(orSync), (moves) => {
      const counter = new TwoStations();
      for (const [at, each] of moves) counter.move(at, each);
      counter.sync();
      rule(counter, counter.view(0));
    }),
    { seed, numRuns },
  );
}

function takenBackFrom(counter: TwoStations, code: string): readonly string[] {
  return DOSSIERS.filter((id) =>
    counter.dossierFacts(0, id).some((fact) => fact.kind === 'transfer-recalled' && fact.payload.batch === code),
  );
}

function sentWith(counter: TwoStations, code: string): readonly string[] {
  return DOSSIERS.filter((id) =>
    counter.dossierFacts(0, id).some((fact) => fact.kind === 'transfer-sent' && fact.payload.batch === code),
  );
}

describe('whatever is asked of two computers that see each other', () => {
  test('no dossier is ever on two lists that are open or coming down', () => {
    together((_, { batches }) => {
      const kept = batches.filter(
        ({ state, direction }) => state === 'open' || (state === 'closed' && direction === 'down'),
      );
      const twice = DOSSIERS.filter((id) => kept.filter((each) => hasItem(each, id)).length > 1);
      expect(twice).toEqual([]);
    });
  });

  test('no dossier is ever under way with two batches', () => {
    together((_, { batches }) => {
      const underWay = batches.filter(({ state }) => state === 'closed');
      const carrying = (id: string) => underWay.filter((each) => unansweredItems(each).some((i) => i.dossierId === id));
      expect(DOSSIERS.filter((id) => carrying(id).length > 1)).toEqual([]);
    });
  });

  test('the list of a batch that left is exactly what was sent with it', () => {
    together((counter, { batches }) => {
      for (const { code, direction, closing, items } of batches) {
        const expected = direction === 'up' && closing ? items.map((each) => each.dossierId).toSorted() : [];
        expect(sentWith(counter, code)).toEqual(expected);
      }
    });
  });

  test('every dossier is in the state that the table gives its last step, and nothing is out of place', () => {
    together((counter, { dossiers, batches }) => {
      for (const { id, status, anomalies } of dossiers) {
        const last = counter.dossierFacts(0, id).findLast(({ kind }) => isTransition(kind));
        expect(status).toBe(last && isTransition(last.kind) ? transitionOf(last.kind).to : undefined);
        expect(anomalies).toEqual([]);
      }
      expect(batches.flatMap(({ anomalies }) => anomalies)).toEqual([]);
    });
  });
});

describe('whatever is asked of two computers that seldom see each other', () => {
  test('both then know the same', () => {
    apart((counter, view) => {
      const other = counter.view(1);
      expect(other.dossiers).toEqual(view.dossiers);
      expect(new Map(other.batches.map((each) => [each.code, each]))).toEqual(
        new Map(view.batches.map((each) => [each.code, each])),
      );
    });
  });

  test('whatever was sent with a batch and not taken back stands on its list', () => {
    apart((counter, { batches }) => {
      for (const each of batches) {
        const listed = new Set<string>(each.items.map((line) => line.dossierId));
        for (const id of takenBackFrom(counter, each.code)) listed.add(id);
        expect(sentWith(counter, each.code).filter((id) => !listed.has(id))).toEqual([]);
      }
    });
  });

  test('a dossier on its way up can still be signed for', () => {
    apart((_, { dossiers, batches }) => {
      for (const { status, transfer, id } of dossiers) {
        if (status !== 'in-transfer-up') continue;
        const its = batches.find(({ code }) => code === transfer?.batch);
        expect(its?.state).toBe('closed');
        expect(its && unansweredItems(its).map((line) => line.dossierId)).toContain(id);
      }
    });
  });
});
