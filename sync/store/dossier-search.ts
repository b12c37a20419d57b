import { oldNumberKey } from '../../domain/go-live/old-number.ts';
import { parseDossierId, parseScanCode } from '../../domain/scan-code.ts';
import { foldText } from '../../domain/search-text.ts';
import type { WritableDb } from './sqlite.ts';

/** Row numbers of what a search finds, the newest first: a little more than is counted. */
const MATCHES = {
  id: 'SELECT row FROM dossier WHERE id = @id',
  tail: `SELECT row FROM dossier WHERE number_tail >= @tail AND number_tail < @after
    UNION SELECT row FROM dossier WHERE phone_tail <> '' AND phone_tail >= @tail AND phone_tail < @after
    UNION SELECT row FROM dossier WHERE id_tail <> '' AND id_tail >= @tail AND id_tail < @after
    UNION SELECT row FROM dossier WHERE old_number <> '' AND old_number = @old
    ORDER BY row DESC`,
  old: `SELECT row FROM dossier WHERE old_number <> '' AND old_number = @old
    UNION SELECT row FROM dossier WHERE old_scan <> '' AND old_scan = @old ORDER BY row DESC`,
  words: 'SELECT rowid FROM dossier_name WHERE dossier_name MATCH @words ORDER BY rowid DESC',
} as const;

/** Fewest digits that are looked up as the tail of a number or a phone. */
const SHORTEST_TAIL = 3;

export function openMatches(db: WritableDb, by: keyof typeof MATCHES) {
  return db.prepare<object, number>(`${MATCHES[by]} LIMIT @most`).pluck();
}

export type Search = { readonly by: keyof typeof MATCHES; readonly parameters: Readonly<Record<string, string>> };

/** A whole scan code or id finds one dossier; other digits are a tail; everything else is a name. */
export function searchOf(query: string): Search | undefined {
  const compact = query.replace(/[\s.-]/gu, '');
  const scanCode = parseScanCode(compact);
  const id = scanCode.ok ? parseDossierId(scanCode.value.slice(0, 14)) : parseDossierId(compact);
  if (id) return { by: 'id', parameters: { id } };
  if (/^\d+$/.test(compact)) return compact.length < SHORTEST_TAIL ? undefined : tailSearch(compact, query);
  const isNumber = /^[\p{L}\d.]+-\d{6}-\d{4}$/u.test(query.trim());
  if (isNumber) return tailSearch(query.replace(/\D/g, ''), query);
  // An old system's number is one word with digits in it; no part of a name is.
  if (/^\S*\d\S*$/.test(query.trim())) return { by: 'old', parameters: { old: oldNumberKey(query) } };
  const words = foldText(query).match(/[a-z0-9]+/g);
  return words ? { by: 'words', parameters: { words: words.map((word) => `"${word}"*`).join(' ') } } : undefined;
}

function tailSearch(digits: string, query: string): Search {
  const tail = reversed(digits);
  // ":" is the character after "9".
  return { by: 'tail', parameters: { tail, after: `${tail}:`, old: oldNumberKey(query) } };
}

/** Digits backwards: a tail is a prefix. */
export function reversed(digits: string): string {
  return digits.split('').toReversed().join('');
}
