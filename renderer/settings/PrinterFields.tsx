import { Radio, SegmentedControl } from '@mantine/core';
import type { PaperWidth, PrinterChoice } from '../../electron/contract/views.ts';
import { Field } from '../parts/Field.tsx';
import { PAPER_WIDTHS, PRINTER_FIELDS, PRINTER_KIND_HINTS, PRINTER_KINDS } from '../text/printing.ts';
import type { PrinterDraft } from './printer-draft.ts';

type PrinterFieldsProps = {
  readonly printer: PrinterDraft;
  readonly paperWidthMm: PaperWidth;
  readonly error: string | undefined;
  readonly onPrinter: (printer: PrinterDraft) => void;
  readonly onPaperWidth: (paperWidthMm: PaperWidth) => void;
};

const KINDS: readonly PrinterChoice['kind'][] = ['virtual', 'tcp', 'none'];
const WIDTHS: readonly PaperWidth[] = [80, 58];

/** Where slips go and how wide they are: the same in the set-up and in the settings. */
export function PrinterFields({ printer, paperWidthMm, error, onPrinter, onPaperWidth }: PrinterFieldsProps) {
  return (
    <div className="printer-fields">
      <fieldset className="choices">
        <legend>{PRINTER_FIELDS.kind}</legend>
        {KINDS.map((kind) => (
          <Radio
            key={kind}
            name="printer-kind"
            value={kind}
            label={PRINTER_KINDS[kind]}
            description={PRINTER_KIND_HINTS[kind]}
            checked={printer.kind === kind}
            data-testid={`printer-${kind}`}
            onChange={() => onPrinter({ ...printer, kind })}
          />
        ))}
      </fieldset>
      <div className="printer-address">
        <Field
          label={PRINTER_FIELDS.host}
          hint={PRINTER_FIELDS.hostHint}
          value={printer.host}
          disabled={printer.kind !== 'tcp'}
          error={printer.kind === 'tcp' ? error : undefined}
          testId="printer-host"
          onText={(host) => onPrinter({ ...printer, host })}
        />
        <Field
          label={PRINTER_FIELDS.port}
          value={printer.port}
          inputMode="numeric"
          disabled={printer.kind !== 'tcp'}
          testId="printer-port"
          onText={(port) => onPrinter({ ...printer, port })}
        />
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
      </div>
    </div>
  );
}
