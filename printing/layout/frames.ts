import type { BlockOf, Signer } from './slip-block.ts';
import type { TypeName } from './slip-metrics.ts';
import type { Cell, Column } from './slip-page.ts';
import { fullColumn, run, type SlipSheet } from './slip-sheet.ts';

/** What the slip is worth: white on black for a trial, in a frame for a copy. */
export function setStamp(sheet: SlipSheet, { look, title, detail }: BlockOf<'stamp'>): void {
  const { page } = sheet;
  if (look === 'frame') {
    return setFramed(sheet, 2, (inside) => {
      page.write([run(sheet, 'title', title)], inside);
      page.write([run(sheet, 'small', detail)], inside);
    });
  }
  const top = page.y;
  page.y += 6;
  page.write([run(sheet, 'title', title)], fullColumn(sheet, 'center'), true);
  page.write([run(sheet, 'caps', detail)], fullColumn(sheet, 'center'), true);
  page.y += 6;
  page.box({ x: 0, y: top, width: page.widthDots, height: page.y - top });
  page.y += 12;
}

/** Who gives the slip out: the bodies above, the body, its counter, and the short line below them. */
export function setHead(sheet: SlipSheet, { upper, body, counter }: BlockOf<'head'>): void {
  const { page } = sheet;
  for (const name of upper) page.write([run(sheet, 'caps', name)], fullColumn(sheet, 'center'));
  page.write([run(sheet, 'capsStrong', body)], fullColumn(sheet, 'center'));
  page.write([run(sheet, 'caps', counter)], fullColumn(sheet, 'center'));
  page.y += 4;
  const width = Math.round(page.widthDots / 4);
  page.box({ x: Math.floor((page.widthDots - width) / 2), y: page.y, width, height: 2 });
  page.y += 8;
}

/** Some letters reach a dot or two beyond what they are said to be wide: kept free at the edge of the paper. */
const OVERHANG = 2;

/** Side by side, with room to sign between what somebody is and what he is called. */
export function setSignatures(sheet: SlipSheet, { signers }: BlockOf<'signatures'>): void {
  const { page, metrics } = sheet;
  const half = Math.floor(page.widthDots / 2);
  const columns: readonly Column[] = [
    { x: OVERHANG, width: half - 6, align: 'center' },
    { x: half + 6 - OVERHANG, width: page.widthDots - half - 6, align: 'center' },
  ];
  const row = (type: TypeName, textOf: (signer: Signer) => string): readonly Cell[] =>
    signers.flatMap((signer, index) => {
      const column = columns[columns.length - signers.length + index];
      const text = textOf(signer);
      return column && text !== '' ? [{ column, paragraphs: [[run(sheet, type, text)]] }] : [];
    });
  page.writeCells(row('caps', ({ role }) => role));
  page.writeCells(row('small', () => '(ký, ghi rõ họ tên)'));
  page.y += metrics.signatureGapDots;
  page.writeCells(row('key', ({ name }) => name));
  page.y += 12;
}

/** Writes centred inside a frame of the given thickness in dots. */
export function setFramed(sheet: SlipSheet, thickness: number, write: (inside: Column) => void): void {
  const { page, metrics } = sheet;
  const x = metrics.marginDots;
  const width = page.widthDots - 2 * x;
  page.y += 4;
  const top = page.y;
  page.y += thickness + 4;
  write({ x: x + thickness + 6, width: width - 2 * (thickness + 6), align: 'center' });
  page.y += thickness + 6;
  page.frame({ x, y: top, width, height: page.y - top }, thickness);
  page.y += 8;
}
