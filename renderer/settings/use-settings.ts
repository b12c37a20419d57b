import { useState } from 'react';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { PaperWidth, PrinterView, PrintJobRow } from '../../electron/contract/views.ts';
import { attempt } from '../bridge.ts';
import { PRINTER_FIELDS } from '../text/printing.ts';
import { SETTINGS } from '../text/settings.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';
import { type PrinterDraft, printerChoiceOf, printerDraftOf } from './printer-draft.ts';

export type PrinterSettings = {
  readonly draft: PrinterDraft;
  readonly paperWidthMm: PaperWidth;
  readonly error: string | undefined;
  readonly note: string | undefined;
  readonly trouble: Trouble | undefined;
  readonly change: (draft: PrinterDraft) => void;
  readonly changePaper: (paperWidthMm: PaperWidth) => void;
  readonly save: () => Promise<void>;
};

/** Where slips go from now on. */
export function usePrinterSettings(printer: PrinterView, onChanged: () => void): PrinterSettings {
  const [draft, setDraft] = useState(() => printerDraftOf(printer.choice));
  const [paperWidthMm, setPaperWidth] = useState(printer.paperWidthMm);
  const [error, setError] = useState<string>();
  const [note, setNote] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const forget = (): void => {
    setError(undefined);
    setNote(undefined);
  };
  const save = async (): Promise<void> => {
    forget();
    const answer = await attempt('printer.choose', { choice: printerChoiceOf(draft), paperWidthMm });
    setTrouble(answer.ok ? undefined : troubleOfFault(answer.refusal));
    if (!answer.ok) return;
    if (answer.value.ok) {
      setNote(SETTINGS.saved);
      onChanged();
    } else if (answer.value.refusal.code === 'storage-failed') setTrouble(storageTrouble(answer.value.refusal));
    else setError(PRINTER_FIELDS.malformed);
  };
  return {
    draft,
    paperWidthMm,
    error,
    note,
    trouble,
    change: (next) => {
      forget();
      setDraft(next);
    },
    changePaper: (next) => {
      forget();
      setPaperWidth(next);
    },
    save,
  };
}

const NOTHING = {};
const TOPICS: readonly PushTopic[] = ['print'];

export type PrintQueue = {
  readonly jobs: readonly PrintJobRow[] | undefined;
  readonly trouble: Trouble | undefined;
  readonly settle: (jobId: number, answer: 'paper-is-out' | 'print-now') => Promise<void>;
};

/** What was printed and what waits, newest first. */
export function usePrintQueue(): PrintQueue {
  const { latest, fault, askAgain } = useAnswer('print.jobs', NOTHING, TOPICS);
  const [trouble, setTrouble] = useState<Trouble>();
  return {
    jobs: latest?.toSorted((a, b) => b.id - a.id),
    trouble: (fault && troubleOfFault(fault)) ?? trouble,
    settle: async (jobId, answer) => {
      const done = await attempt('print.settle', { jobId, answer });
      if (!done.ok) setTrouble(troubleOfFault(done.refusal));
      else setTrouble(done.value.ok ? undefined : storageTrouble(done.value.refusal));
      askAgain();
    },
  };
}
