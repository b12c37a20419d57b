import type { PrinterProfile } from '../device/printer-profile.ts';
import type { SlipMetrics, TypeName } from './slip-metrics.ts';
import type { Column, SlipPage } from './slip-page.ts';
import type { TextRun } from './wrap-text.ts';

/** The paper a slip is set on. The head need not reach its edges. */
export type Paper = { readonly widthMm: 58 | 80; readonly widthDots: number; readonly dotsPerMm: number };

export function paperOf({ paperWidthMm, widthDots, dotsPerMm }: PrinterProfile): Paper {
  return { widthMm: paperWidthMm, widthDots, dotsPerMm };
}

/** What each kind of block is set with: the page, and the sizes that fit it. */
export type SlipSheet = { readonly page: SlipPage; readonly metrics: SlipMetrics; readonly paper: Paper };

export function run({ metrics }: SlipSheet, type: TypeName, text: string): TextRun {
  return { text, style: metrics.type[type] };
}

/** The whole width between the margins. */
export function fullColumn({ page, metrics }: SlipSheet, align: Column['align']): Column {
  const { marginDots } = metrics;
  return { x: marginDots, width: page.widthDots - 2 * marginDots, align };
}

/** Between two rows of a table. */
export function hairline({ page, metrics }: SlipSheet): void {
  page.y += 3;
  for (let x = metrics.marginDots; x < page.widthDots - metrics.marginDots; x += 6) {
    page.box({ x, y: page.y, width: 2, height: 1 });
  }
  page.y += 3;
}
