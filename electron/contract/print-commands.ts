import type { DossierId } from '../../domain/scan-code.ts';
import type { Result } from '../../domain/result.ts';
import type {
  FormAsked,
  FormPrinterChoice,
  PrinterChoice,
  PrinterCondition,
  PrintJobRow,
  PrinterModel,
  ScannerChoice,
  SerialPort,
  SlipAsked,
} from './print-views.ts';
import type { PersonRefusal, StorageRefusal } from './refusals.ts';
import type { AppState } from './views.ts';

type Nothing = Record<string, never>;

/** Why a paper that was asked for cannot be: there is nothing it could say, or its dossier has no such form. */
export type PaperRefusal =
  | { readonly code: 'no-slip' }
  | { readonly code: 'no-such-form' }
  | { readonly code: 'too-many-rows' }
  | PersonRefusal
  | StorageRefusal;

/** Papers and the printers they come out of. */
export type PrintCommands = {
  'print.jobs': { input: Nothing; output: readonly PrintJobRow[] };
  /** A slip as a PNG data URL, drawn as the printer drew it. Null when there is no such job, or it is a form. */
  'print.picture': { input: { readonly jobId: number }; output: string | null };
  /** Prints the frozen slip of a reception, or the paper of any job, again: marked with its copy number. */
  'print.again': {
    input: { readonly dossierId: DossierId } | { readonly jobId: number };
    output: Result<{ readonly jobId: number }, PaperRefusal>;
  };
  'print.slip': { input: SlipAsked; output: Result<{ readonly jobId: number }, PaperRefusal> };
  /** `to` a file: whatever printer there is; the clerk is asked where. */
  'print.form': {
    input: { readonly asked: FormAsked; readonly to: 'printer' | 'file' };
    output: Result<{ readonly jobId: number }, PaperRefusal>;
  };
  /**
   * The person's word on a job: its paper is out; print it now; give it up. What is not in question stays as it is: a job that
   * is on its way cannot be sent, and one that is through cannot be given up. A paper that may be out already is printed as
   * its next copy, in a job of its own: no two papers bear the same copy number.
   */
  'print.settle': {
    input: { readonly jobId: number; readonly answer: 'paper-is-out' | 'print-now' | 'cancel' };
    output: Result<null, PersonRefusal | StorageRefusal>;
  };
  'printer.models': { input: Nothing; output: readonly PrinterModel[] };
  'printer.choose': {
    input: { readonly choice: PrinterChoice; readonly modelId: string };
    output: Result<AppState, { readonly code: 'malformed' } | StorageRefusal>;
  };
  'printer.chooseForForms': {
    input: { readonly choice: FormPrinterChoice };
    output: Result<AppState, { readonly code: 'malformed' } | StorageRefusal>;
  };
  /** Null where serial ports cannot be had at all. */
  'scanner.ports': { input: Nothing; output: readonly SerialPort[] | null };
  'scanner.choose': {
    input: { readonly choice: ScannerChoice };
    output: Result<AppState, { readonly code: 'malformed' } | StorageRefusal>;
  };
  /**
   * Waits for what the scanner at the serial port reads next; null when it read nothing for a while: ask again. May be the
   * text of a citizen's card: never to be logged or kept.
   */
  'scan.next': { input: Nothing; output: { readonly text: string } | null };
  /** Asks the printer itself how it is. Nothing is printed. */
  'printer.ask': { input: { readonly printer: 'slip' | 'form' }; output: PrinterCondition };
};
