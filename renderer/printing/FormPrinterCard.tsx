import './printer-fields.css';
import { Radio } from '@mantine/core';
import type { FormPrinterChoice, PrinterView } from '../../electron/contract/print-views.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Field } from '../parts/Field.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { FORM_PRINTER_KIND_HINTS, FORM_PRINTER_KINDS, PRINTER_FIELDS, PRINTING_SCREEN } from '../text/printing.ts';
import { PrinterSaid } from './PrinterSaid.tsx';
import { useFormPrinter } from './use-form-printer.ts';
import { usePrinterCondition } from './use-printer-condition.ts';

type CardProps = { readonly printer: PrinterView; readonly onChanged: () => void };

const KINDS: readonly FormPrinterChoice['kind'][] = ['ipp', 'system', 'none'];

/** The office printer for the official forms. */
export function FormPrinterCard({ printer, onChanged }: CardProps) {
  const settings = useFormPrinter(printer, onChanged);
  const condition = usePrinterCondition('form');
  const { draft } = settings;
  return (
    <section className="card" data-testid="form-printer">
      <h2>{PRINTING_SCREEN.formPrinter}</h2>
      <div className="printer-fields">
        <fieldset className="choices">
          <legend>{PRINTER_FIELDS.formKind}</legend>
          {KINDS.map((kind) => (
            <Radio
              key={kind}
              name="form-printer-kind"
              value={kind}
              label={FORM_PRINTER_KINDS[kind]}
              description={FORM_PRINTER_KIND_HINTS[kind]}
              checked={draft.kind === kind}
              data-testid={`form-printer-${kind}`}
              onChange={() => settings.change({ ...draft, kind })}
            />
          ))}
        </fieldset>
        <Field
          label={PRINTER_FIELDS.uri}
          hint={PRINTER_FIELDS.uriHint}
          value={draft.uri}
          disabled={draft.kind !== 'ipp'}
          error={draft.kind === 'ipp' ? settings.error : undefined}
          testId="form-printer-uri"
          onText={(uri) => settings.change({ ...draft, uri })}
        />
      </div>
      <div className="printer-acts">
        <ActionButton testId="form-printer-save" onClick={() => void settings.save()}>
          {PRINTING_SCREEN.save}
        </ActionButton>
        <ActionButton
          variant="default"
          testId="form-printer-ask"
          loading={condition.isAsking}
          disabled={settings.isChanged || draft.kind !== 'ipp'}
          onClick={() => void condition.ask()}
        >
          {PRINTING_SCREEN.ask}
        </ActionButton>
        <output className="soft" data-testid="form-printer-note">
          {settings.note}
        </output>
        {settings.isChanged && draft.kind === 'ipp' && <span className="soft">{PRINTING_SCREEN.saveFirst}</span>}
      </div>
      <PrinterSaid condition={condition} />
      {settings.trouble && <TroubleNotice trouble={settings.trouble} />}
    </section>
  );
}
