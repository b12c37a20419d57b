import type { DossierFormName, DossierSlipName } from '../../domain/dossier-papers.ts';
import type { LocalMoment, PlainDate } from '../../domain/plain-date.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { BatchCode } from '../../domain/transfer/batch-code.ts';

/**
 * Where slips go. `virtual` draws them on the screen; `none` keeps them until somebody chooses. `device`: a file of the system
 * behind which a printer is, `/dev/usb/lp0`, `COM3`, `\\localhost\POS80`.
 */
export type PrinterChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'virtual' }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'device'; readonly path: string };

/** Where official forms go. `system`: through the system's own print dialog. `none`: into a file. */
export type FormPrinterChoice =
  { readonly kind: 'none' } | { readonly kind: 'system' } | { readonly kind: 'ipp'; readonly uri: string };

export type PaperWidth = 58 | 80;

/** A model of thermal printer that can be chosen. */
export type PrinterModel = { readonly id: string; readonly paperWidthMm: PaperWidth };

export type PrinterView = {
  readonly choice: PrinterChoice;
  readonly modelId: string;
  readonly paperWidthMm: PaperWidth;
  readonly formChoice: FormPrinterChoice;
  /** Jobs that wait for a printer. */
  readonly waiting: number;
  /** Jobs of which nobody knows whether the paper came out, or that failed: a person must look. */
  readonly needsAttention: number;
};

/**
 * `queued`: waits for a printer. `sending`: bytes are leaving. `confirmed`: the printer said that it is through. `sent`: all
 * bytes taken, no answer. `unknown`: broken off after the first byte, the paper may be out. `failed`: nothing came out.
 * `cancelled`: a person gave it up.
 */
export type PrintJobState = 'queued' | 'sending' | 'confirmed' | 'sent' | 'unknown' | 'failed' | 'cancelled';

/** What a paper is, in the order of the glossary. */
export type PaperName =
  | 'receipt-slip'
  | 'hand-over-slip'
  | 'supplement-slip'
  | 'fee-receipt'
  | 'batch-list'
  | 'test-slip'
  | 'form-receipt-slip'
  | 'form-supplement-request'
  | 'form-intake-refusal'
  | 'form-apology'
  | 'form-stop-notice'
  | 'form-control-sheet'
  | 'form-register-book'
  | 'form-batch-list'
  | 'form-procedure-notice'
  | 'form-procedure-list'
  | 'form-scanner-sheet';

export type PrintJobRow = {
  readonly id: number;
  readonly printer: 'slip' | 'form' | 'file';
  readonly paper: PaperName;
  /** Number of the dossier, code of the batch or of the procedure, or name of the book; empty where there is none. */
  readonly about: string;
  readonly dossierId?: DossierId;
  readonly applicantName: string;
  readonly copyNo: number;
  readonly state: PrintJobState;
  readonly trouble?: PrintTrouble;
  readonly at: LocalMoment;
  readonly attempts: number;
};

/** What is wrong, as far as it is known. */
export const PRINT_TROUBLES = [
  'no-printer',
  'printer-unreachable',
  'printer-broke-off',
  'render-failed',
  'interrupted',
  'waited-too-long',
  /** Of the printer itself. */
  'paper-out',
  'cover-open',
  'offline',
  'printer-error',
  'toner-out',
  'needs-person',
  /** Of what is behind a device file. */
  'not-a-device',
  'no-access',
  'printer-busy',
  /** Not an address of the office's own network. */
  'outside-office',
  /** Of an office printer. */
  'format-not-supported',
  'paper-not-supported',
  'not-accepting',
  'not-ipp',
  'denied',
  'given-up-by-printer',
  /** Of the system's print dialog, or of a file that cannot be written. */
  'system-print-failed',
  'file-not-written',
] as const;
export type PrintTrouble = (typeof PRINT_TROUBLES)[number];

/** What a printer says of itself when it is asked. `silent`: it takes bytes and answers no question. */
export type PrinterCondition =
  | { readonly kind: 'ready'; readonly paperLow: boolean }
  | { readonly kind: 'silent' }
  | { readonly kind: 'trouble'; readonly trouble: PrintTrouble };

/** How slips and cards are scanned: by a scanner that types like a keyboard, or by one at a serial port. */
export type ScannerChoice = { readonly kind: 'keyboard' } | { readonly kind: 'serial'; readonly path: string };

export type ScannerView = {
  readonly choice: ScannerChoice;
  /** Of a serial port. `absent`: this installation cannot open any. `no-port`: nothing is plugged in there; it is tried again. */
  readonly state?: 'opening' | 'open' | 'no-port' | 'absent';
};

/** A serial port by its name, with what its plug says of itself. */
export type SerialPort = { readonly path: string; readonly maker: string | undefined };

/** A slip that is printed because somebody asks for it. */
export type SlipAsked =
  | { readonly slip: DossierSlipName; readonly dossierId: DossierId }
  | { readonly slip: 'batch-list'; readonly code: BatchCode }
  | { readonly slip: 'test' };

/** An official form that somebody asks for. */
export type FormAsked =
  | { readonly form: DossierFormName; readonly dossierId: DossierId }
  | { readonly form: 'batch-list'; readonly code: BatchCode }
  | { readonly form: 'register-book'; readonly book: string; readonly from: PlainDate; readonly until: PlainDate }
  | { readonly form: 'procedure-notice'; readonly code: string; readonly version: string }
  | { readonly form: 'procedure-list' }
  | { readonly form: 'scanner-sheet' };
