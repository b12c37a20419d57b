import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectDossier } from '../../../domain/lifecycle/project-dossier.ts';
import { type ControlHop } from '../../../domain/linked/control-hop.ts';
import { controlSheetOf } from '../../../domain/linked/control-sheet.ts';
import { contradictionsOf } from '../../../domain/linked/stage-holder.ts';
import { stepDatesOf } from '../../../domain/linked/step-dates.ts';
import { courseOf, type OrderedFact } from '../../../domain/lifecycle/course.ts';
import { RULES, valueOf } from '../fixtures.ts';
import { dossiers, lives } from '../report/life.ts';

// A failure is run again with the seed that this line shows.
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 300);
console.log(`linked.property: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

function holds<T>(arbitrary: fc.Arbitrary<T>, rule: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, rule), { seed, numRuns });
}

function hopsOf(facts: readonly OrderedFact[]): readonly ControlHop[] {
  const dossier = projectDossier(facts);
  return (dossier && controlSheetOf({ dossier, facts })?.hops) ?? [];
}

/** What a hop says apart from what may still be filled in or marked. */
function fixedOf({ place, given, received }: ControlHop): unknown {
  return { place, given, receivedBy: received.by };
}

describe('the legs of any dossier', () => {
  test('have dates or none, are judged exactly when they have ended and were due, and follow one another', () => {
    holds(dossiers, (dossier) => {
      const dates = stepDatesOf(dossier, RULES);
      const hasLegs = dossier.intake?.procedure.linkedSteps !== undefined && dossier.status !== 'voided';
      expect(dates !== undefined).toBe(hasLegs);
      if (!dates) return;
      const { legs, present } = valueOf(dates);
      for (const leg of legs) {
        expect(leg.class !== undefined).toBe(leg.endedAt !== undefined && leg.dueAt !== undefined);
      }
      const starts = legs.flatMap(({ startedAt }) => startedAt ?? []);
      expect(starts).toEqual(starts.toSorted());
      expect(present.every((index) => legs[index]?.endedAt === undefined)).toBe(true);
    });
  });
});

describe('the control sheet of any dossier', () => {
  test('is only added to: what one fact more changes is marks, classes, and who took what was under way', () => {
    holds(lives, (facts) => {
      for (let length = 1; length < facts.length; length += 1) {
        const before = hopsOf(facts.slice(0, length));
        if (before.length === 0) continue;
        const after = hopsOf(facts.slice(0, length + 1));
        // Only undoing an arrival puts its hop behind the one it had been joined to.
        if (facts[length]?.kind === 'step-undone') continue;
        expect(after.slice(0, before.length).map(fixedOf)).toEqual(before.map(fixedOf));
      }
    });
  });

  test('marks every hop that does not count, and no other', () => {
    holds(lives, (facts) => {
      const notCounted = new Set(
        courseOf(facts).steps.flatMap(({ fact, verdict }) => (verdict === 'applied' ? [] : [fact.seq])),
      );
      const counted = new Set(courseOf(facts).effective.map(({ seq }) => seq));
      for (const { place, mark } of hopsOf(facts)) {
        if (mark !== undefined && mark !== 'rejected') expect(notCounted.has(place.seq)).toBe(true);
        else expect(counted.has(place.seq)).toBe(true);
      }
    });
  });
});

describe('the contradictions of any dossier', () => {
  test('are its anomalies, one for one, each against a fact that counts', () => {
    holds(lives, (facts) => {
      const dossier = projectDossier(facts);
      if (!dossier) return;
      const contradictions = contradictionsOf(dossier);
      expect(contradictions.map(({ place }) => place.seq)).toEqual(dossier.anomalies.map(({ seq }) => seq));
      const counted = new Set(courseOf(facts).effective.map(({ seq }) => seq));
      for (const { against } of contradictions) if (against) expect(counted.has(against.seq)).toBe(true);
    });
  });
});
