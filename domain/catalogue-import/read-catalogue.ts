import { canonicalJson } from '../canonical-json.ts';
import type { PlainDate } from '../plain-date.ts';
import { proceduresInForce } from '../procedure-catalogue.ts';
import type { Procedure } from '../procedure.ts';
import { officialRowsOf } from './official-row.ts';
import { readRow, type RowReading } from './read-row.ts';
import { noteOf, type RowNote, type RowProblemCode, type RowWarningCode } from './row-note.ts';
import { noteNames } from './same-names.ts';

export type CatalogueContext = {
  /** Today: rows are held against the versions in force on it. */
  readonly day: PlainDate;
  /** From when rows hold that name no day of their own. */
  readonly effectiveFrom: PlainDate;
  /** Names the publication, e.g. `2026-07-01`. */
  readonly version: string;
  /** Every version known so far. */
  readonly known: readonly Procedure[];
};

/** A row that can be published as it is, once somebody has looked at its warnings. `row` counts from 1. */
export type AcceptedRow = {
  readonly row: number;
  readonly procedure: Procedure;
  readonly warnings: readonly RowNote<RowWarningCode>[];
};

/** A row that somebody has to put right. `row` counts from 1. */
export type RowProblem = {
  readonly row: number;
  /** National code, or what stood in its place. */
  readonly code?: string;
  readonly name?: string;
  readonly problems: readonly RowNote<RowProblemCode>[];
};

export type CatalogueReading = {
  readonly accepted: readonly AcceptedRow[];
  readonly toFix: readonly RowProblem[];
};

/**
 * Reads an official catalogue (danh mục thủ tục hành chính) as it comes: what the portal gives, or the records of a table.
 * Every row is in exactly one of the two lists, in the order of the file; nothing is guessed that a citizen would be promised
 * (code, limit, name), and nothing is dropped in silence. No input throws; what is no catalogue counts as one row to fix.
 */
export function readCatalogue(data: unknown, context: CatalogueContext): CatalogueReading {
  const rows = officialRowsOf(data);
  if (!rows) return { accepted: [], toFix: [{ row: 1, problems: [noteOf('not-a-catalogue')] }] };
  const knownByCode = knownVersions(context);
  const readings = Array.from(rows, (raw) => readRow(raw, { ...context, knownByCode }));
  noteCodesUsedTwice(readings);
  noteNames(readings, knownByCode);
  const accepted: AcceptedRow[] = [];
  const toFix: RowProblem[] = [];
  readings.forEach(({ procedure, notes, code: national, writtenCode, name }, index) => {
    const code = national ?? writtenCode;
    const row = index + 1;
    if (procedure && notes.problems.length === 0) accepted.push({ row, procedure, warnings: notes.warnings });
    else {
      const who = { ...(code === undefined ? {} : { code }), ...(name === undefined ? {} : { name }) };
      toFix.push({ row, ...who, problems: notes.problems });
    }
  });
  return { accepted, toFix };
}

/** The version in force today; of a procedure that is not in force, the last one there was or will be. */
function knownVersions({ known, day }: CatalogueContext): ReadonlyMap<string, Procedure> {
  const latest = known.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return new Map([...latest, ...proceduresInForce(known, day)].map((procedure) => [procedure.code, procedure]));
}

/** Rows of one code must say the same, word for word; otherwise nobody can tell which of them holds. */
function noteCodesUsedTwice(readings: readonly RowReading[]): void {
  const rowsOf = new Map<string, number[]>();
  readings.forEach(({ code }, index) => {
    if (code !== undefined) rowsOf.set(code, [...(rowsOf.get(code) ?? []), index + 1]);
  });
  for (const rows of rowsOf.values()) {
    if (rows.length === 1) continue;
    const ofCode = readings.filter((_, index) => rows.includes(index + 1));
    const contents = new Set(ofCode.map(({ procedure }) => canonicalJson(procedure)));
    const isRepeat = contents.size === 1 && ofCode[0]?.procedure !== undefined;
    ofCode.forEach(({ notes }, index) => {
      if (!isRepeat) notes.problem('code-used-twice', rows.join(', '));
      else if (index > 0) notes.warn('row-repeated', `${rows[0]}`);
    });
  }
}
