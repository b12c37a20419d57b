import { useState } from 'react';
import type { PrinterView } from '../../electron/contract/print-views.ts';
import { attempt } from '../bridge.ts';
import { PRINTER_FIELDS, PRINTING_SCREEN } from '../text/printing.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';
import { type FormPrinterDraft, formPrinterChoiceOf, formPrinterDraftOf } from './printer-draft.ts';

export type FormPrinterSettings = {
  readonly draft: FormPrinterDraft;
  readonly isChanged: boolean;
  readonly error: string | undefined;
  readonly note: string | undefined;
  readonly trouble: Trouble | undefined;
  readonly change: (draft: FormPrinterDraft) => void;
  readonly save: () => Promise<void>;
};

/** Where forms go from now on. */
export function useFormPrinter(printer: PrinterView, onChanged: () => void): FormPrinterSettings {
  const [draft, setDraft] = useState(() => formPrinterDraftOf(printer.formChoice));
  const [error, setError] = useState<string>();
  const [note, setNote] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const choice = formPrinterChoiceOf(draft);
  const forget = (): void => {
    setError(undefined);
    setNote(undefined);
  };
  const save = async (): Promise<void> => {
    forget();
    const answer = await attempt('printer.chooseForForms', { choice });
    setTrouble(answer.ok ? undefined : troubleOfFault(answer.refusal));
    if (!answer.ok) return;
    if (answer.value.ok) {
      const { formChoice } = answer.value.value.printer;
      // As it was understood: with the port and the path that were left out.
      setDraft(formPrinterDraftOf(formChoice));
      setNote(PRINTING_SCREEN.saved);
      onChanged();
    } else if (answer.value.refusal.code === 'storage-failed') setTrouble(storageTrouble(answer.value.refusal));
    else setError(PRINTER_FIELDS.malformedUri);
  };
  return {
    draft,
    isChanged: JSON.stringify(choice) !== JSON.stringify(printer.formChoice),
    error,
    note,
    trouble,
    change: (next) => {
      forget();
      setDraft(next);
    },
    save,
  };
}
