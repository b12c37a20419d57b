import type { CashList } from '../domain/fees/cash-list.ts';
import type { RegisterRow } from '../domain/report/register-book.ts';
import type { Report06a } from '../domain/report/report-06a.ts';
import { unreachable } from '../domain/result.ts';
import { cashListCells } from './tables/cash-list-cells.ts';
import { type Cells, csvText } from './tables/csv-text.ts';
import { registerCells } from './tables/register-cells.ts';
import { report06aCells } from './tables/report-06a-cells.ts';

/** What is saved for a spreadsheet, as data. */
export type SavedTable =
  | { readonly table: 'register'; readonly rows: readonly RegisterRow[] }
  | { readonly table: 'report-06a'; readonly report: Report06a; readonly unitName: string }
  | { readonly table: 'cash-list'; readonly list: CashList; readonly unitName: string };

/** The table as a CSV file that a Vietnamese Excel opens by a double click. */
export function savedTableText(saved: SavedTable): string {
  return csvText(cellsOf(saved));
}

function cellsOf(saved: SavedTable): readonly Cells[] {
  switch (saved.table) {
    case 'register':
      return registerCells(saved.rows);
    case 'report-06a':
      return report06aCells(saved.report, saved.unitName);
    case 'cash-list':
      return cashListCells(saved.list, saved.unitName);
    default:
      return unreachable(saved);
  }
}
