import type { FormPrinterChoice, PrinterChoice } from '../../electron/contract/print-views.ts';

/** The slip printer as it stands in the fields. */
export type PrinterDraft = {
  readonly kind: PrinterChoice['kind'];
  readonly host: string;
  readonly port: string;
  readonly path: string;
};

/** The form printer as it stands in the fields. */
export type FormPrinterDraft = { readonly kind: FormPrinterChoice['kind']; readonly uri: string };

/** Where thermal printers listen for raw bytes. */
const RAW_PRINTING_PORT = '9100';

export function emptyPrinterDraft(kind: PrinterChoice['kind']): PrinterDraft {
  return { kind, host: '', port: RAW_PRINTING_PORT, path: '' };
}

export function printerDraftOf(choice: PrinterChoice): PrinterDraft {
  const empty = emptyPrinterDraft(choice.kind);
  if (choice.kind === 'tcp') return { ...empty, host: choice.host, port: String(choice.port) };
  return choice.kind === 'device' ? { ...empty, path: choice.path } : empty;
}

/** A port that is no number becomes 0, which the core refuses. */
export function printerChoiceOf({ kind, ...typed }: PrinterDraft): PrinterChoice {
  if (kind === 'device') return { kind, path: typed.path.trim() };
  if (kind !== 'tcp') return { kind };
  const port = typed.port.trim();
  return { kind, host: typed.host.trim(), port: /^\d{1,5}$/.test(port) ? Number(port) : 0 };
}

export function formPrinterDraftOf(choice: FormPrinterChoice): FormPrinterDraft {
  return { kind: choice.kind, uri: choice.kind === 'ipp' ? choice.uri : '' };
}

export function formPrinterChoiceOf({ kind, uri }: FormPrinterDraft): FormPrinterChoice {
  return kind === 'ipp' ? { kind, uri: uri.trim() } : { kind };
}
