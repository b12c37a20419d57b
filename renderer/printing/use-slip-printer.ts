import { useState } from 'react';
import type { PrinterView } from '../../electron/contract/print-views.ts';
import { attempt } from '../bridge.ts';
import { PRINTER_FIELDS, PRINTING_SCREEN } from '../text/printing.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';
import { type PrinterDraft, printerChoiceOf, printerDraftOf } from './printer-draft.ts';

export type SlipPrinterSettings = {
  readonly draft: PrinterDraft;
  readonly modelId: string;
  /** What stands in the fields is not what is printed on. */
  readonly isChanged: boolean;
  readonly error: string | undefined;
  readonly note: string | undefined;
  readonly trouble: Trouble | undefined;
  readonly change: (draft: PrinterDraft) => void;
  readonly changeModel: (modelId: string) => void;
  readonly save: () => Promise<void>;
};

/** Where slips go from now on. */
export function useSlipPrinter(printer: PrinterView, onChanged: () => void): SlipPrinterSettings {
  const [draft, setDraft] = useState(() => printerDraftOf(printer.choice));
  const [modelId, setModel] = useState(printer.modelId);
  const [error, setError] = useState<string>();
  const [note, setNote] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const choice = printerChoiceOf(draft);
  const forget = (): void => {
    setError(undefined);
    setNote(undefined);
  };
  const save = async (): Promise<void> => {
    forget();
    const answer = await attempt('printer.choose', { choice, modelId });
    setTrouble(answer.ok ? undefined : troubleOfFault(answer.refusal));
    if (!answer.ok) return;
    if (answer.value.ok) {
      setNote(PRINTING_SCREEN.saved);
      onChanged();
    } else if (answer.value.refusal.code === 'storage-failed') setTrouble(storageTrouble(answer.value.refusal));
    else setError(draft.kind === 'device' ? PRINTER_FIELDS.malformedDevice : PRINTER_FIELDS.malformed);
  };
  return {
    draft,
    modelId,
    isChanged: JSON.stringify(choice) !== JSON.stringify(printer.choice) || modelId !== printer.modelId,
    error,
    note,
    trouble,
    change: (next) => {
      forget();
      setDraft(next);
    },
    changeModel: (next) => {
      forget();
      setModel(next);
    },
    save,
  };
}
