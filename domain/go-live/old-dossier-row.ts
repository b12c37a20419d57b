import type { OfficeHoursBySeason } from '../office-hours.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Procedure } from '../procedure.ts';
import { foldText } from '../search-text.ts';
import { tidyCell } from './old-cell.ts';
import { findColumns, type OldColumns } from './old-columns.ts';
import type { OldDossier, OldDossiersRead, RowProblem, RowWarning, SkipReason } from './old-dossier.ts';
import { oldNumberForm, oldNumberKey } from './old-number.ts';
import { oldProcedures } from './old-procedure.ts';
import { readOldState } from './old-state.ts';
import { type ReadingRules, RowReader, USUAL_HOURS } from './row-reader.ts';
import type { Cells, Sheet } from './sheet.ts';

/**
 * Reads the open dossiers of the old system, every row into exactly one list: `accepted`, `toFix`, or `skipped` for what
 * is no open dossier (closed ones, blank rows, totals, a heading that is repeated, the numbers under it).
 *
 * `day`: the day of going live; a dossier received after it is to fix. `procedures`: the whole catalogue, all versions.
 * `hours`: for cells that give a day without a time; the usual ones where they are not given.
 *
 * To fix: no number, a number rounded by the spreadsheet, one that another open row has too, no name, neither procedure
 * nor code, a day of receipt that is missing, unreadable or in the future, a text longer than may be kept.
 */
export function readOldDossiers(
  sheet: Sheet,
  context: {
    readonly day: PlainDate;
    readonly procedures: readonly Procedure[];
    readonly hours?: OfficeHoursBySeason;
  },
): OldDossiersRead {
  const columns = findColumns(sheet.header);
  const rules: ReadingRules = {
    columns,
    day: context.day,
    hours: context.hours ?? USUAL_HOURS,
    procedureOf: oldProcedures(context.procedures),
  };
  const skipped: OldDossiersRead['skipped'][number][] = [];
  const read: ReadRow[] = [];
  for (const [index, cells] of sheet.rows.entries()) {
    const row = sheet.headerRow + 1 + index;
    const skip = skipOf(cells, columns);
    if (skip) skipped.push({ row, ...skip });
    else read.push(readRow(row, cells, rules));
  }
  return { columns, ...sorted(read), skipped };
}

type ReadRow = {
  readonly row: number;
  readonly dossier: OldDossier | undefined;
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly RowWarning[];
  /** Empty: no number. */
  readonly form: string;
  readonly number: string;
  readonly scanKey: string;
};

function readRow(row: number, cells: Cells, rules: ReadingRules): ReadRow {
  const reader = new RowReader(cells, rules);
  const dossier = reader.dossier();
  const number = reader.text('oldNumber');
  const scanKey = oldNumberKey(dossier?.oldScanText ?? '');
  return {
    row,
    dossier,
    problems: reader.problems,
    warnings: reader.warnings,
    form: oldNumberForm(number),
    number,
    scanKey,
  };
}

/** The second look: what only shows when all rows are known. */
function sorted(read: readonly ReadRow[]): Pick<OldDossiersRead, 'accepted' | 'toFix'> {
  const forms = countOf(read.map(({ form }) => form));
  const scanKeys = countOf(read.map(({ scanKey }) => scanKey));
  const accepted: OldDossiersRead['accepted'][number][] = [];
  const toFix: OldDossiersRead['toFix'][number][] = [];
  for (const { row, dossier, form, number, scanKey, ...noted } of read) {
    const problems: readonly RowProblem[] =
      form !== '' && isTwice(forms, form)
        ? [...noted.problems, { code: 'number-used-twice', column: 'oldNumber', value: number }]
        : noted.problems;
    if (!dossier || problems.length > 0) {
      toFix.push({ row, problems });
      continue;
    }
    const warnings: readonly RowWarning[] =
      scanKey !== '' && isTwice(scanKeys, scanKey)
        ? [...noted.warnings, { code: 'scan-text-used-twice', column: 'oldScanText', value: dossier.oldScanText ?? '' }]
        : noted.warnings;
    accepted.push({ row, dossier, warnings });
  }
  return { accepted, toFix };
}

function skipOf(cells: Cells, columns: OldColumns): { readonly why: SkipReason; readonly value?: string } | undefined {
  const filled = cells.map(tidyCell).filter((cell) => cell !== '');
  if (filled.length === 0) return { why: 'blank' };
  if (isHeading(cells, filled)) return { why: 'heading' };
  const total = filled.find((cell) => /^(?:tong(?: cong| so)?|cong)\b[^a-z]*(?:ho so)?[^a-z]*$/.test(foldText(cell)));
  // A sum stands alone or beside counts, never beside a number and a day of receipt.
  if (total !== undefined && !hasBoth(cells, columns)) return { why: 'total', value: total };
  const state = columns.state === undefined ? '' : tidyCell(cells[columns.state]);
  return readOldState(state) === 'not-open' ? { why: 'not-open', value: state } : undefined;
}

/** The header again, as at the top of a printed page, or the row of column numbers under it: "(1) (2) (3)". */
function isHeading(cells: Cells, filled: readonly string[]): boolean {
  if (Object.keys(findColumns(cells)).length >= 3) return true;
  const numbers = filled.map((cell) => Number(/^\(?(\d{1,2})\)?$/.exec(cell)?.[1] ?? Number.NaN));
  return numbers.length >= 3 && numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
}

function hasBoth(cells: Cells, { oldNumber, receivedAt }: OldColumns): boolean {
  return [oldNumber, receivedAt].every((index) => index !== undefined && tidyCell(cells[index]) !== '');
}

function countOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function isTwice(counts: ReadonlyMap<string, number>, key: string): boolean {
  return (counts.get(key) ?? 0) > 1;
}
