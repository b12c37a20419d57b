import type { BlockOf, SheetRow } from './slip-block.ts';
import type { TypeName } from './slip-metrics.ts';
import type { Cell, Column } from './slip-page.ts';
import { fullColumn, hairline, run, type SlipSheet } from './slip-sheet.ts';

type Columns = {
  readonly number: Column;
  readonly name: Column;
  readonly originals: Column;
  readonly copies: Column;
};

/** One row each: number, name, sheets in original, sheets in copy. */
export function setSheets(sheet: SlipSheet, { label, nameHead, rows, total }: BlockOf<'sheets'>): void {
  const { page } = sheet;
  page.write([run(sheet, 'body', label)], fullColumn(sheet, 'left'));
  const columns = columnsOf(sheet);
  const cell = (column: Column, type: TypeName, ...texts: readonly string[]): Cell => ({
    column,
    paragraphs: texts.map((text) => [run(sheet, type, text)]),
  });
  page.writeCells([
    cell(columns.number, 'small', 'STT'),
    cell(columns.name, 'small', nameHead),
    cell(columns.originals, 'small', 'Bản chính'),
    cell(columns.copies, 'small', 'Bản sao'),
  ]);
  const counts = ({ originals, copies }: Pick<SheetRow, 'originals' | 'copies'>) => [
    cell(columns.originals, 'key', sheetsOf(originals)),
    cell(columns.copies, 'key', sheetsOf(copies)),
  ];
  for (const row of rows) {
    hairline(sheet);
    page.writeCells([
      cell(columns.number, 'body', row.number),
      cell(columns.name, 'body', row.name, ...row.details),
      ...counts(row),
    ]);
  }
  if (total) {
    hairline(sheet);
    page.writeCells([cell(columns.name, 'key', total.name), ...counts(total)]);
  }
  page.y += 6;
}

/** What a citizen has to do, numbered, with the remark to each below it. */
export function setList(sheet: SlipSheet, { label, items }: BlockOf<'list'>): void {
  const { page, metrics } = sheet;
  page.write([run(sheet, 'body', label)], fullColumn(sheet, 'left'));
  const { number, name } = columnsOf(sheet);
  const text: Column = { ...name, width: page.widthDots - metrics.marginDots - name.x };
  for (const [index, item] of items.entries()) {
    hairline(sheet);
    const note = item.note === '' ? [] : [[run(sheet, 'body', item.note)]];
    page.writeCells([
      { column: number, paragraphs: [[run(sheet, 'body', `(${index + 1})`)]] },
      { column: text, paragraphs: [[run(sheet, 'value', item.text)], ...note] },
    ]);
  }
  page.y += 6;
}

/** Names on the left, amounts of money on the right. */
export function setAmounts(sheet: SlipSheet, { label, rows }: BlockOf<'amounts'>): void {
  const { page } = sheet;
  page.write([run(sheet, 'body', label)], fullColumn(sheet, 'left'));
  const { x, width } = fullColumn(sheet, 'left');
  const amountWidth = Math.max(0, ...rows.map((row) => page.widthOf(run(sheet, 'key', row.amount))));
  const name: Column = { x: x + 12, width: width - amountWidth - 24, align: 'left' };
  const amount: Column = { x: x + width - amountWidth, width: amountWidth, align: 'right' };
  for (const row of rows) {
    if (row.tone !== 'plain') hairline(sheet);
    const strong = row.tone === 'total';
    page.writeCells([
      { column: name, paragraphs: [[run(sheet, strong ? 'key' : 'body', row.name)]] },
      { column: amount, paragraphs: [[run(sheet, strong ? 'key' : 'value', row.amount)]] },
    ]);
  }
  page.y += 6;
}

function columnsOf({ page, metrics }: SlipSheet): Columns {
  const { marginDots, countColumnDots } = metrics;
  const right = page.widthDots - marginDots;
  const nameX = marginDots + Math.round(metrics.type.body.sizeDots * 2);
  const originalsX = right - 2 * countColumnDots;
  return {
    number: { x: marginDots, width: nameX - marginDots - 4, align: 'left' },
    name: { x: nameX, width: originalsX - nameX - 6, align: 'left' },
    originals: { x: originalsX, width: countColumnDots, align: 'center' },
    copies: { x: originalsX + countColumnDots, width: countColumnDots, align: 'center' },
  };
}

function sheetsOf(count: number): string {
  return count === 0 ? '–' : String(count);
}
