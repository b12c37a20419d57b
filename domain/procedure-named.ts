import type { Procedure } from './procedure.ts';
import { foldText } from './search-text.ts';

type Named = Pick<Procedure, 'code' | 'name' | 'alias' | 'shortcuts'>;

/** Fewer letters begin too much. */
const SHORTEST_BEGINNING = 3;
const SHORTEST_CODE_PART = 4;
/** "Thủ tục". */
const EVERY_NAME_BEGINS = /^thu tuc /;

/**
 * Whether a text that may as well be a person's name names a procedure: a shortcut, the beginning of its alias, two or more
 * words of its names, or a part of its code. Stricter than a search among procedures alone: initials are nobody's here.
 */
export function isNamedBy({ code, name, alias, shortcuts }: Named, text: string): boolean {
  const typed = foldText(text);
  if (/^[\d.]+$/.test(typed)) return typed.length >= SHORTEST_CODE_PART && code.includes(typed);
  if (shortcuts.includes(typed)) return true;
  const folded = foldText(alias);
  if (typed.length >= SHORTEST_BEGINNING && folded.startsWith(typed)) return true;
  const wanted = wordsOf(typed);
  const words = wordsOf(`${folded} ${foldText(name).replace(EVERY_NAME_BEGINS, '')}`);
  return wanted.length > 1 && wanted.every((each) => words.some((word) => word.startsWith(each)));
}

function wordsOf(folded: string): readonly string[] {
  return folded.split(/[^a-z0-9]+/).filter((word) => word !== '');
}
