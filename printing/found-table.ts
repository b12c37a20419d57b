import type { LookUpColumn } from '../domain/look-up.ts';
import { csvLines, csvText } from './tables/csv-text.ts';
import { foundCells, foundHead, type FoundLine } from './tables/found-cells.ts';

/** The beginning of a CSV file that a Vietnamese Excel opens by a double click: its mark and the names of the columns. */
export function foundTableHead(columns: readonly LookUpColumn[]): string {
  return csvText([foundHead(columns)]);
}

/** More lines of it. */
export function foundTableLines(lines: readonly FoundLine[], columns: readonly LookUpColumn[]): string {
  return csvLines(lines.map((line) => foundCells(line, columns)));
}
