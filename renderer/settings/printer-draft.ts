import type { PrinterChoice } from '../../electron/contract/views.ts';

/** The printer as it stands in the fields. */
export type PrinterDraft = { readonly kind: PrinterChoice['kind']; readonly host: string; readonly port: string };

/** Where thermal printers listen for raw bytes. */
const RAW_PRINTING_PORT = '9100';

export function emptyPrinterDraft(kind: PrinterChoice['kind']): PrinterDraft {
  return { kind, host: '', port: RAW_PRINTING_PORT };
}

export function printerDraftOf(choice: PrinterChoice): PrinterDraft {
  return choice.kind === 'tcp'
    ? { kind: 'tcp', host: choice.host, port: String(choice.port) }
    : emptyPrinterDraft(choice.kind);
}

/** A port that is no number becomes 0, which the core refuses. */
export function printerChoiceOf(draft: PrinterDraft): PrinterChoice {
  if (draft.kind !== 'tcp') return { kind: draft.kind };
  const port = draft.port.trim();
  return { kind: 'tcp', host: draft.host.trim(), port: /^\d{1,5}$/.test(port) ? Number(port) : 0 };
}
