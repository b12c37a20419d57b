import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMUNE_PROCEDURES } from '../../../domain/catalogue/commune-procedures.ts';
import { addDays, dateOf, plainDate } from '../../../domain/plain-date.ts';
import { projectDossier } from '../../../domain/lifecycle/project-dossier.ts';
import { appointmentAsOf, wasPausedAt } from '../../../domain/report/as-of.ts';
import { identityTrouble } from '../../../domain/report/identity-trouble.ts';
import { onTimeOf, releaseOf } from '../../../domain/report/on-time-of.ts';
import { registerRows, registerTrouble } from '../../../domain/report/register-book.ts';
import { report06a, type ReportPeriod } from '../../../domain/report/report-06a.ts';
import type { ReportCounts } from '../../../domain/report/report-counts.ts';
import { momentOfFact } from '../../../domain/lifecycle/dossier-fact.ts';
import { dossiers, lives, manyDossiers } from './life.ts';

// A failure is run again with the seed that this line shows.
const seed = Number(process.env['PROPERTY_SEED'] ?? Date.now() % 2 ** 31);
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 300);
console.log(`report.property: PROPERTY_SEED=${seed} PROPERTY_RUNS=${numRuns}`);

const FIRST_DAY = plainDate('2020-02-01');

/** Two periods, the second following the first. */
const periods: fc.Arbitrary<readonly [ReportPeriod, ReportPeriod]> = fc
  .tuple(fc.nat(120), fc.nat(60), fc.nat(60))
  .map(([start, first, second]) => {
    const from = addDays(FIRST_DAY, start);
    const until = addDays(from, first);
    return [
      { from, until },
      { from: addDays(until, 1), until: addDays(until, 1 + second) },
    ] as const;
  });

function holds<T>(arbitrary: fc.Arbitrary<T>, rule: (value: T) => void): void {
  fc.assert(fc.property(arbitrary, rule), { seed, numRuns });
}

function totalsOf({ received, solved, pending }: ReportCounts): readonly number[] {
  return [...Object.values(received), ...Object.values(solved), ...Object.values(pending)];
}

describe('the report', () => {
  test('never breaks one of the identities of its columns', () => {
    holds(fc.tuple(manyDossiers, periods), ([many, [period]]) => {
      expect(identityTrouble(report06a(many, period, COMMUNE_PROCEDURES))).toEqual([]);
    });
  });

  test('has a total row that is the sum of its rows', () => {
    holds(fc.tuple(manyDossiers, periods), ([many, [period]]) => {
      const { rows, total } = report06a(many, period, COMMUNE_PROCEDURES);
      const sums = totalsOf(total).map((_, i) => rows.reduce((sum, row) => sum + (totalsOf(row.counts)[i] ?? 0), 0));
      expect(sums).toEqual(totalsOf(total));
    });
  });

  test('hands on what is pending: the next one has it carried, no more and no less', () => {
    holds(fc.tuple(manyDossiers, periods), ([many, [first, second]]) => {
      const before = report06a(many, first, COMMUNE_PROCEDURES).total;
      const after = report06a(many, second, COMMUNE_PROCEDURES).total;
      expect(after.received.carried).toBe(before.pending.total);
    });
  });

  test('of two periods together has the solved of both, and the pending of the later', () => {
    holds(fc.tuple(manyDossiers, periods), ([many, [first, second]]) => {
      const one = report06a(many, first, COMMUNE_PROCEDURES).total;
      const other = report06a(many, second, COMMUNE_PROCEDURES).total;
      const both = report06a(many, { from: first.from, until: second.until }, COMMUNE_PROCEDURES).total;
      expect(both.solved.late).toBe(one.solved.late + other.solved.late);
      expect(both.solved.total).toBe(one.solved.total + other.solved.total);
      expect(both.pending).toEqual(other.pending);
    });
  });

  test('does not change when more happens after its last day, as long as nothing is voided or taken back', () => {
    holds(fc.tuple(lives, periods), ([facts, [period]]) => {
      const known = facts.filter((fact) => dateOf(momentOfFact(fact)) <= period.until);
      const later = facts.slice(known.length);
      const rewrites = ['voided', 'step-undone', 'contradiction-settled', 'details-corrected'];
      fc.pre(later.every(({ kind }) => !rewrites.includes(kind)));
      const [then, now] = [projectDossier(known), projectDossier(facts)];
      fc.pre(then !== undefined && now !== undefined);
      // What was in an older list, or has no reception yet, tells of days before it.
      fc.pre(then?.intake !== undefined || now?.carriedOver === undefined);
      fc.pre(then?.intake !== undefined || then?.status !== 'intake-unknown');
      const of = (dossier: typeof then) =>
        dossier ? report06a([dossier], period, COMMUNE_PROCEDURES).total.pending : undefined;
      expect(of(now)).toEqual(of(then));
    });
  });
});

describe('whether the office kept its word', () => {
  test('is said of every dossier that is over and had an appointment, and of no other', () => {
    holds(dossiers, (dossier) => {
      const isSaid = onTimeOf(dossier).byRelease !== undefined;
      expect(isSaid).toBe(dossier.appointment !== undefined && releaseOf(dossier) !== undefined);
      if (dossier.status === 'voided' || dossier.pausedSince !== undefined) expect(isSaid).toBe(false);
    });
  });

  test('does not change with any number of apologies', () => {
    holds(dossiers, (dossier) => {
      expect(onTimeOf({ ...dossier, apologies: [] })).toEqual(onTimeOf(dossier));
    });
  });
});

describe('looking back from the end', () => {
  test('finds what the dossier says itself', () => {
    holds(dossiers, (dossier) => {
      const end = dossier.trail
        .map(({ at }) => at)
        .toSorted()
        .at(-1);
      if (end === undefined) return;
      expect(appointmentAsOf(dossier, end)).toBe(dossier.appointment?.at);
      if (dossier.pausedSince !== undefined) expect(wasPausedAt(dossier, end)).toBe(true);
    });
  });
});

describe('the register book', () => {
  test('has one line for each reception, in the order of the numbers, and sees no trouble where there is none', () => {
    holds(manyDossiers, (many) => {
      const rows = registerRows(many, { from: plainDate('2020-01-01'), until: plainDate('2022-12-31') });
      const received = many.filter(({ intake }) => intake !== undefined);
      expect(rows.map(({ dossierId }) => dossierId)).toEqual(received.map(({ id }) => id));
      expect(rows.map(({ isVoided }) => isVoided)).toEqual(received.map(({ status }) => status === 'voided'));
      expect(registerTrouble(rows).filter(({ code }) => code === 'register-number-twice')).toEqual([]);
    });
  });
});
