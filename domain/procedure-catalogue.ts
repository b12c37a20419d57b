import type { PlainDate } from './plain-date.ts';
import type { Procedure } from './procedure.ts';
import { foldText, initialsOf } from './search-text.ts';
import { isInForce } from './unit.ts';

/** The version of each procedure that holds on `day`: the one that came into force last. In the order given. */
export function proceduresInForce(all: readonly Procedure[], day: PlainDate): readonly Procedure[] {
  const newest = new Map<string, Procedure>();
  for (const procedure of all.filter((candidate) => isInForce(candidate, day))) {
    const known = newest.get(procedure.code);
    if (!known || known.effectiveFrom < procedure.effectiveFrom) newest.set(procedure.code, procedure);
  }
  return [...newest.values()];
}

export function findProcedure(all: readonly Procedure[], code: string, day: PlainDate): Procedure | undefined {
  return proceduresInForce(
    all.filter((procedure) => procedure.code === code),
    day,
  )[0];
}

/**
 * What the clerk means by a few letters without marks: a shortcut before the short name, the short name before the
 * official one, a code last. Every word typed must be found. An empty query answers everything in the order given.
 */
export function searchProcedures(procedures: readonly Procedure[], query: string): readonly Procedure[] {
  const typed = foldText(query);
  if (typed === '') return procedures;
  return procedures
    .map((procedure) => ({ procedure, rank: rankOf(procedure, typed) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ procedure }) => procedure);
}

const NOT_FOUND = 8;

/** 0 is best. The sort is stable: equal ranks keep the order given. */
function rankOf(procedure: Procedure, typed: string): number {
  const alias = foldText(procedure.alias);
  const tests: readonly boolean[] = [
    procedure.shortcuts.includes(typed),
    alias === typed,
    procedure.shortcuts.some((shortcut) => shortcut.startsWith(typed)),
    alias.startsWith(typed),
    initialsOf(procedure.alias).startsWith(typed),
    hasWords(alias, typed),
    hasWords(foldText(procedure.name), typed) || initialsOf(procedure.name).includes(typed),
    procedure.code.includes(typed),
  ];
  const found = tests.indexOf(true);
  return found === -1 ? NOT_FOUND : found;
}

function hasWords(text: string, typed: string): boolean {
  const words = text.split(/[^a-z0-9]+/);
  return typed.split(' ').every((part) => words.some((word) => word.startsWith(part)));
}
