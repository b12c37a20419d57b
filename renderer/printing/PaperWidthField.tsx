import { SegmentedControl } from '@mantine/core';
import type { PaperWidth } from '../../electron/contract/print-views.ts';
import { PAPER_WIDTHS, PRINTER_FIELDS } from '../text/printing.ts';

type PaperWidthFieldProps = {
  readonly paperWidthMm: PaperWidth;
  readonly onPaperWidth: (paperWidthMm: PaperWidth) => void;
};

const WIDTHS: readonly PaperWidth[] = [80, 58];

/** The roll that is in the printer. */
export function PaperWidthField({ paperWidthMm, onPaperWidth }: PaperWidthFieldProps) {
  return (
    <div>
      <span className="label">{PRINTER_FIELDS.paper}</span>
      <SegmentedControl
        aria-label={PRINTER_FIELDS.paper}
        data={WIDTHS.map((width) => ({ value: String(width), label: PAPER_WIDTHS[width] }))}
        value={String(paperWidthMm)}
        data-testid="paper-width"
        onChange={(value) => onPaperWidth(value === '58' ? 58 : 80)}
      />
    </div>
  );
}
