/** A number is written as one, with the comma of a Vietnamese Excel; a text is never taken for a formula. */
export type Cells = readonly (string | number)[];

const BYTE_ORDER_MARK = '\uFEFF';
/** Keeps numbers together on paper; in a sheet nobody would find them by it. */
const NO_BREAK = '\u00a0';

/**
 * A table as a Vietnamese Excel opens it by a double click: UTF-8 with its mark, semicolons, lines that end as in Windows.
 * Each row is one line. A text that a spreadsheet would take for a formula has an apostrophe before it.
 */
export function csvText(rows: readonly Cells[]): string {
  return BYTE_ORDER_MARK + csvLines(rows);
}

/** More rows of the same file. */
export function csvLines(rows: readonly Cells[]): string {
  return rows.map((cells) => `${cells.map(cellText).join(';')}\r\n`).join('');
}

function cellText(cell: string | number): string {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const line = cell.replace(/\s*[\r\n]+\s*/g, ' ').replaceAll(NO_BREAK, ' ');
  const tamed = /^\s*[=+\-@]/.test(line) || line.startsWith('\t') ? `'${line}` : line;
  return /[";]/.test(tamed) || tamed !== tamed.trim() ? `"${tamed.replaceAll('"', '""')}"` : tamed;
}
