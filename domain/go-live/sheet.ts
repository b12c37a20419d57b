import { ok, refuse, type Result } from '../result.ts';
import { findColumns } from './old-columns.ts';

/** The cells of one row as text; cells at its end may be absent. */
export type Cells = readonly string[];

/** A sheet of open dossiers as the old system wrote it out. */
export type Sheet = {
  readonly header: Cells;
  /** What stands below the header, blank rows too. */
  readonly rows: readonly Cells[];
  /** The row of the header, counted from 1 as a spreadsheet shows it: `rows[0]` stands in the next one. */
  readonly headerRow: number;
};

/** At most this many rows below the header. */
export const MOST_ROWS = 20_000;

/** What stands further to the right is not read. */
export const MOST_COLUMNS = 256;

/** A header is looked for in this many rows: above it stand the name of the office, a title, the day. */
const ROWS_TO_THE_HEADER = 30;

/** Gathers rows from the top, with no more memory than a sheet may take whatever blank rows the source claims to have. */
export class RowGatherer {
  readonly rows: Cells[] = [];
  #next = 0;

  /** Adds the next row, or the one at `index` from 0 when it lies further down. False: more rows than a sheet may have. */
  add(cells: Cells, index = this.#next): boolean {
    const at = Math.max(index, this.#next);
    this.#next = at + 1;
    if (isBlank(cells)) return true;
    if (at >= MOST_ROWS + ROWS_TO_THE_HEADER) return false;
    while (this.rows.length < at) this.rows.push([]);
    this.rows.push(cells);
    return true;
  }
}

export function isBlank(cells: Cells): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** How many columns of an old dossier the best row for a header names. */
export function knownColumns(rows: readonly Cells[]): number {
  return Math.max(0, ...rows.slice(0, ROWS_TO_THE_HEADER).map(countColumns));
}

/**
 * The sheet that `rows` are, its header found: near the top the row that names the most columns of an old dossier, else
 * the first with more than one cell filled.
 * Refuses `empty` when nothing stands below the header, `too-many-rows` when more than {@link MOST_ROWS} do.
 */
export function sheetFrom(rows: readonly Cells[]): Result<Sheet, { readonly code: 'empty' | 'too-many-rows' }> {
  const at = headerIndex(rows);
  const below = rows.slice(at + 1);
  if (below.every(isBlank)) return refuse({ code: 'empty' });
  if (below.length > MOST_ROWS) return refuse({ code: 'too-many-rows' });
  return ok({ header: rows[at] ?? [], rows: below, headerRow: at + 1 });
}

function headerIndex(rows: readonly Cells[]): number {
  const near = rows.slice(0, ROWS_TO_THE_HEADER);
  const most = knownColumns(near);
  // One word may stand in a title by chance.
  if (most > 1) return near.findIndex((cells) => countColumns(cells) === most);
  const first = near.findIndex((cells) => cells.filter((cell) => cell.trim() !== '').length > 1);
  return first >= 0 ? first : near.findIndex((cells) => !isBlank(cells));
}

function countColumns(cells: Cells): number {
  return Object.keys(findColumns(cells)).length;
}
