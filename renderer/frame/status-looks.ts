import type { PrinterChoice, PrinterView } from '../../electron/contract/print-views.ts';
import type { SyncView } from '../../electron/contract/views.ts';
import type { Tone } from '../parts/Notice.tsx';
import type { ShapeName } from '../parts/Shape.tsx';
import { PRINTER_STATUS } from '../text/printing.ts';

type Look = { readonly tone: Tone; readonly shape: ShapeName };

/** How the connection to the server looks: in the status bar and on the screen of the morning alike. */
export function syncLook({ status, quarantined }: SyncView): Look {
  const shape = status === 'refused' ? 'octagon' : status === 'in-sync' ? 'check' : 'arrow';
  return { tone: status === 'refused' || quarantined > 0 ? 'bad' : 'plain', shape };
}

/** The same of the printer, in words. */
export function printerStatus(printer: PrinterView): Look & { readonly text: string } {
  if (printer.needsAttention > 0) {
    return { tone: 'bad', shape: 'octagon', text: PRINTER_STATUS.needsAttention(printer.needsAttention) };
  }
  if (printer.waiting > 0) return { tone: 'soon', shape: 'triangle', text: PRINTER_STATUS.waiting(printer.waiting) };
  const { choice } = printer;
  return { tone: 'plain', shape: choice.kind === 'none' ? 'arrow' : 'check', text: printerName(choice) };
}

function printerName(choice: PrinterChoice): string {
  if (choice.kind === 'tcp') return PRINTER_STATUS.tcp(choice.host);
  return choice.kind === 'device' ? PRINTER_STATUS.device(choice.path) : PRINTER_STATUS[choice.kind];
}
