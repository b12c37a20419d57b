import type { SubmittedPaper } from '../../domain/submitted-paper.ts';
import type { SlipMetrics } from './slip-metrics.ts';
import type { Column, SlipPage } from './slip-page.ts';
import type { TextRun } from './wrap-text.ts';

/** The papers handed in, one row each: number, name, sheets in original, sheets in copy. */
export function papersTable(page: SlipPage, metrics: SlipMetrics, papers: readonly SubmittedPaper[]): void {
  const { body, key, small } = metrics.type;
  const columns = columnsOf(page, metrics);
  const row = (cells: readonly [TextRun, TextRun, TextRun, TextRun]) =>
    page.writeCells(cells.map((run, index) => ({ runs: [run], column: columns[index] ?? columns[0] })));

  row([
    { text: 'STT', style: small },
    { text: 'Tên giấy tờ', style: small },
    { text: 'Bản chính', style: small },
    { text: 'Bản sao', style: small },
  ]);
  for (const [index, paper] of papers.entries()) {
    hairline(page, metrics);
    row([
      { text: `(${index + 1})`, style: body },
      { text: paper.name, style: body },
      { text: sheets(paper.originals), style: key },
      { text: sheets(paper.copies), style: key },
    ]);
  }
}

function columnsOf(page: SlipPage, metrics: SlipMetrics): readonly [Column, Column, Column, Column] {
  const { marginDots, countColumnDots } = metrics;
  const right = page.widthDots - marginDots;
  const nameX = marginDots + Math.round(metrics.type.body.sizeDots * 2);
  const originalsX = right - 2 * countColumnDots;
  return [
    { x: marginDots, width: nameX - marginDots - 4, align: 'left' },
    { x: nameX, width: originalsX - nameX - 6, align: 'left' },
    { x: originalsX, width: countColumnDots, align: 'center' },
    { x: originalsX + countColumnDots, width: countColumnDots, align: 'center' },
  ];
}

function hairline(page: SlipPage, { marginDots }: SlipMetrics): void {
  page.y += 3;
  for (let x = marginDots; x < page.widthDots - marginDots; x += 6) page.box({ x, y: page.y, width: 2, height: 1 });
  page.y += 3;
}

function sheets(count: number): string {
  return count === 0 ? '–' : String(count);
}
