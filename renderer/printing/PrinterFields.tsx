import './printer-fields.css';
import { Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PrinterChoice } from '../../electron/contract/print-views.ts';
import { Field } from '../parts/Field.tsx';
import { PRINTER_FIELDS, PRINTER_KIND_HINTS, PRINTER_KINDS } from '../text/printing.ts';
import type { PrinterDraft } from './printer-draft.ts';

type PrinterFieldsProps = {
  readonly printer: PrinterDraft;
  readonly error: string | undefined;
  readonly onPrinter: (printer: PrinterDraft) => void;
  /** How wide its paper is, or which model it is. */
  readonly children: ReactNode;
};

const KINDS: readonly PrinterChoice['kind'][] = ['virtual', 'tcp', 'device', 'none'];

/** Where slips go and what comes out there: the same in the set-up and on the printers' screen. */
export function PrinterFields({ printer, error, onPrinter, children }: PrinterFieldsProps) {
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
      <div className="printer-address" data-kind={printer.kind}>
        <Address printer={printer} error={error} onPrinter={onPrinter} />
        {children}
      </div>
    </div>
  );
}

function Address({ printer, error, onPrinter }: Omit<PrinterFieldsProps, 'children'>) {
  if (printer.kind === 'device') {
    return (
      <Field
        label={PRINTER_FIELDS.device}
        hint={PRINTER_FIELDS.deviceHint}
        value={printer.path}
        error={error}
        testId="printer-path"
        onText={(path) => onPrinter({ ...printer, path })}
      />
    );
  }
  const isTcp = printer.kind === 'tcp';
  return (
    <>
      <Field
        label={PRINTER_FIELDS.host}
        hint={PRINTER_FIELDS.hostHint}
        value={printer.host}
        disabled={!isTcp}
        error={isTcp ? error : undefined}
        testId="printer-host"
        onText={(host) => onPrinter({ ...printer, host })}
      />
      <Field
        label={PRINTER_FIELDS.port}
        value={printer.port}
        inputMode="numeric"
        disabled={!isTcp}
        testId="printer-port"
        onText={(port) => onPrinter({ ...printer, port })}
      />
    </>
  );
}
