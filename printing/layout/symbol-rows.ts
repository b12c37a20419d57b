import { groupedScanCode } from '../../domain/scan-code.ts';
import type { BlockOf } from './slip-block.ts';
import type { Column } from './slip-page.ts';
import { fullColumn, run, type SlipSheet } from './slip-sheet.ts';
import { barsOf, QR_QUIET_DOTS, qrOf } from './symbols.ts';

/** The bars alone in their row, the sixteen digits in fours below them: what a scanner cannot read, a person types. */
export function setBars(sheet: SlipSheet, { code }: BlockOf<'bars'>): void {
  const { page, metrics } = sheet;
  const bars = barsOf(code, { heightDots: metrics.barHeightDots, roomDots: page.widthDots });
  page.y += 8;
  page.symbol(bars, { x: Math.floor((page.widthDots - bars.widthDots) / 2), y: page.y }, `Code 128 ${code}`);
  page.y += bars.heightDots + 2;
  page.write([run(sheet, 'digits', groupedScanCode(code))], fullColumn(sheet, 'center'));
}

/** The QR code on the left with its blank around it; beside it what to do with the slip. */
export function setQr(sheet: SlipSheet, { code, lookUpCode, hint }: BlockOf<'qr'>): void {
  const { page, metrics } = sheet;
  const qr = qrOf(code);
  const top = page.y + QR_QUIET_DOTS;
  page.symbol(qr, { x: QR_QUIET_DOTS, y: top }, `QR ${code}`);
  const textX = qr.widthDots + 2 * QR_QUIET_DOTS;
  const beside: Column = { x: textX, width: page.widthDots - textX - metrics.marginDots, align: 'left' };
  page.y = top - 8;
  if (lookUpCode !== undefined) {
    page.write([run(sheet, 'body', 'Mã tra cứu:')], beside);
    page.write([run(sheet, 'lookUp', lookUpCode)], beside);
  }
  page.write([run(sheet, 'small', hint)], beside);
  page.y = Math.max(page.y + 4, top + qr.heightDots + QR_QUIET_DOTS);
}
