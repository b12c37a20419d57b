import type { PlainDate } from './plain-date.ts';
import type { Procedure } from './procedure.ts';
import { foldText, initialsOf } from './search-text.ts';
import { isInForce } from './unit.ts';

/** One version of each procedure: of those in force on `day`, the one that came into force last. In the given order. */
export function proceduresInForce(all: readonly Procedure[], day: PlainDate): readonly Procedure[] {
  const byCode = new Map<string, Procedure>();
  for (const procedure of all) {
    if (!isInForce(procedure, day)) continue;
    const other = byCode.get(procedure.code);
    if (!other || isNewer(procedure, other)) byCode.set(procedure.code, procedure);
  }
  return [...byCode.values()];
}

/** The version of `code` in force on `day`; undefined when there is none. */
export function findProcedure(all: readonly Procedure[], code: string, day: PlainDate): Procedure | undefined {
  return proceduresInForce(
    all.filter((procedure) => procedure.code === code),
    day,
  )[0];
}

/**
 * The procedures that fit what a clerk typed, with or without marks, the best first; equals stay in the given order.
 * Fit by shortcut ("ks"), alias, initials, part of the code ("1193"), or words of the name. Nothing typed fits all.
 */
export function searchProcedures(procedures: readonly Procedure[], query: string): readonly Procedure[] {
  const typed = foldText(query);
  if (typed === '') return procedures;
  return procedures
    .map((procedure) => ({ procedure, rank: rankOf(procedure, typed) }))
    .filter(({ rank }) => rank < NO_FIT)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ procedure }) => procedure);
}

const NO_FIT = 8;

/** 0 fits best. */
function rankOf(procedure: Procedure, typed: string): number {
  if (procedure.shortcuts.includes(typed)) return 0;
  if (procedure.shortcuts.some((shortcut) => shortcut.startsWith(typed))) return 1;
  const alias = foldText(procedure.alias);
  if (alias.startsWith(typed)) return 2;
  const words = wordsOf(typed);
  if (startAllOf(words, wordsOf(alias))) return 3;
  if (initialsOf(alias).startsWith(typed)) return 4;
  // The names nearly all begin "Thủ tục đăng ký …": what clerks abbreviate may stand anywhere in them.
  if (initialsOf(procedure.name).includes(typed)) return 5;
  if (/^[\d.]+$/.test(typed)) return procedure.code.includes(typed) ? 6 : NO_FIT;
  return startAllOf(words, wordsOf(`${alias} ${foldText(procedure.name)}`)) ? 7 : NO_FIT;
}

function startAllOf(starts: readonly string[], words: readonly string[]): boolean {
  return starts.length > 0 && starts.every((start) => words.some((word) => word.startsWith(start)));
}

function wordsOf(folded: string): readonly string[] {
  return folded.split(/[^a-z0-9]+/).filter((word) => word !== '');
}

function isNewer(a: Procedure, b: Procedure): boolean {
  return a.effectiveFrom === b.effectiveFrom ? a.version > b.version : a.effectiveFrom > b.effectiveFrom;
}
