import type { LinkedStep, Procedure, ProcedureLimit } from '../procedure.ts';

/** The legs of a linked procedure do not add up to its limit. */
export type BudgetTrouble = {
  readonly code: 'budgets-differ-from-limit';
  readonly sum: ProcedureLimit;
  readonly limit: ProcedureLimit;
};

/** Two limits of the same kind as one. Undefined where they cannot be added. */
export function addLimits(a: ProcedureLimit, b: ProcedureLimit): ProcedureLimit | undefined {
  if (a.kind === 'working-days' && b.kind === 'working-days') return { kind: a.kind, days: a.days + b.days };
  if (a.kind === 'calendar-days' && b.kind === 'calendar-days') return { kind: a.kind, days: a.days + b.days };
  if (a.kind === 'hours' && b.kind === 'hours') return { kind: a.kind, hours: a.hours + b.hours };
  return undefined;
}

/** What the legs may take together. Undefined without legs, and where a leg has no budget or one of another kind. */
export function budgetSum(steps: readonly LinkedStep[]): ProcedureLimit | undefined {
  const [first, ...others] = steps.map(({ budget }) => budget);
  if (!first || first.kind === 'none') return undefined;
  return others.reduce<ProcedureLimit | undefined>((sum, budget) => sum && addLimits(sum, budget), first);
}

/** Undefined when the legs make up the limit, and when that cannot be told. */
export function budgetTrouble({
  limit,
  linkedSteps = [],
}: Pick<Procedure, 'limit' | 'linkedSteps'>): BudgetTrouble | undefined {
  const sum = budgetSum(linkedSteps);
  if (!sum || isSameLimit(sum, limit)) return undefined;
  return { code: 'budgets-differ-from-limit', sum, limit };
}

function isSameLimit(a: ProcedureLimit, b: ProcedureLimit): boolean {
  if (a.kind === 'hours') return b.kind === 'hours' && a.hours === b.hours;
  if (a.kind === 'same-day') return b.kind === 'same-day';
  if (a.kind === 'none') return b.kind === 'none';
  return a.kind === b.kind && a.days === b.days;
}
