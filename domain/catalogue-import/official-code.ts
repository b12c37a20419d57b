import { foldText } from '../search-text.ts';
import { plainText } from './plain-text.ts';
import type { RowNotes } from './row-note.ts';

export type OfficialCode = { readonly code: string; readonly localSuffix?: string };

/**
 * A procedure code (mã TTHC) taken apart: the national `N.NNNNNN`, and what a province appended to it
 * (`1.001193.000.00.00.H44`, `1.000948.H38`). A code that a spreadsheet made a number of gets its last zeros back.
 *
 * Refuses, into `notes`, a missing code, one that is not national (first digit 1, 2, 3 or 6), an appendix no province uses.
 */
export function parseOfficialCode(raw: unknown, notes: RowNotes): OfficialCode | undefined {
  const text = codeText(raw);
  if (text === '') return refused(notes, 'code-missing');
  const match = /^([1236]\.\d{6})(?:\.(.+))?$/.exec(text);
  if (!match?.[1]) return refused(notes, 'code-not-national', text);
  if (typeof raw === 'number') notes.warn('code-was-a-number', text);
  const suffix = match[2];
  if (suffix === undefined) return { code: match[1] };
  if (!/^(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}$/.test(suffix)) return refused(notes, 'code-suffix-unknown', text);
  return { code: match[1], localSuffix: suffix };
}

function codeText(raw: unknown): string {
  if (typeof raw === 'number') return raw > 0 && raw < 10 ? raw.toFixed(6) : String(raw);
  const text = plainText(raw).replace(/\s+/gu, '');
  return foldText(text).toUpperCase();
}

function refused(notes: RowNotes, code: Parameters<RowNotes['problem']>[0], value?: string): undefined {
  notes.problem(code, value);
  return undefined;
}
