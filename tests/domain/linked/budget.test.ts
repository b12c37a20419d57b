import { describe, expect, test } from 'vitest';
import { COMMUNE_PROCEDURES } from '../../../domain/catalogue/commune-procedures.ts';
import { BIRTH_WITH_HEALTH_CARD, BIRTH_WITH_RESIDENCE } from '../../../domain/catalogue/linked-birth-procedures.ts';
import { UPSTREAM_PROCEDURES } from '../../../domain/catalogue/upstream-procedures.ts';
import { UPSTREAM_SUCCESSORS } from '../../../domain/catalogue/upstream-successors.ts';
import { addLimits, budgetSum, budgetTrouble } from '../../../domain/linked/budget.ts';
import type { LinkedStep, ProcedureLimit } from '../../../domain/procedure.ts';

function step(budget: ProcedureLimit): LinkedStep {
  return { by: 'commune', name: '', budget };
}

describe('the budgets of the legs', () => {
  test('make up the limit of every linked procedure of the catalogue that has one', () => {
    const catalogue = [
      BIRTH_WITH_HEALTH_CARD,
      BIRTH_WITH_RESIDENCE,
      ...COMMUNE_PROCEDURES,
      ...UPSTREAM_PROCEDURES,
      ...UPSTREAM_SUCCESSORS,
    ];
    expect(catalogue.filter((procedure) => budgetTrouble(procedure)).map(({ alias }) => alias)).toEqual([]);
    expect(budgetSum(BIRTH_WITH_RESIDENCE.linkedSteps ?? [])).toEqual({ kind: 'working-days', days: 20 });
  });

  test('that do not make up the limit are named with their sum', () => {
    const linkedSteps = [step({ kind: 'working-days', days: 3 }), step({ kind: 'working-days', days: 4 })];
    expect(budgetTrouble({ limit: { kind: 'working-days', days: 8 }, linkedSteps })).toEqual({
      code: 'budgets-differ-from-limit',
      sum: { kind: 'working-days', days: 7 },
      limit: { kind: 'working-days', days: 8 },
    });
    expect(budgetTrouble({ limit: { kind: 'calendar-days', days: 7 }, linkedSteps })).toBeDefined();
    expect(budgetTrouble({ limit: { kind: 'working-days', days: 7 }, linkedSteps })).toBeUndefined();
  });

  test('have no sum where one is missing or of another kind, and then nothing can be wrong', () => {
    const days = step({ kind: 'working-days', days: 3 });
    for (const other of [step({ kind: 'none' }), step({ kind: 'hours', hours: 8 })]) {
      expect(budgetSum([days, other])).toBeUndefined();
      expect(budgetSum([other, days])).toBeUndefined();
      expect(budgetTrouble({ limit: { kind: 'working-days', days: 9 }, linkedSteps: [days, other] })).toBeUndefined();
    }
    expect(budgetSum([])).toBeUndefined();
    expect(budgetTrouble({ limit: { kind: 'none' } })).toBeUndefined();
  });

  test('add up within a kind: days, calendar days, hours', () => {
    expect(addLimits({ kind: 'calendar-days', days: 3 }, { kind: 'calendar-days', days: 4 })).toEqual({
      kind: 'calendar-days',
      days: 7,
    });
    expect(addLimits({ kind: 'hours', hours: 4 }, { kind: 'hours', hours: 2 })).toEqual({ kind: 'hours', hours: 6 });
    expect(addLimits({ kind: 'calendar-days', days: 3 }, { kind: 'working-days', days: 4 })).toBeUndefined();
  });
});
