import path from 'node:path';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { CounterStore, PrinterRole } from '../../sync/counter-store.ts';
import { fileDestination } from './file-destination.ts';
import { FormPrinter } from './form-printer.ts';
import type { Log } from './log.ts';
import type { PaperDrawing } from './paper-drawing.ts';
import type { ShellClient } from './shell-client.ts';
import { SlipPrinter } from './slip-printer.ts';
import { type Destination, Spool } from './spool.ts';

/** The printers of a counter and what waits for them. */
export type Printing = {
  readonly slipPrinter: SlipPrinter;
  readonly formPrinter: FormPrinter;
  /** One for each printer, and one for what goes into a file: none waits for another. */
  readonly spools: Readonly<Record<PrinterRole, Spool>>;
  /** Something was put into a spool: it goes out now. */
  readonly kickSpools: () => void;
  /** Takes no further paper and lets what is under way come to its end, if that is soon. */
  readonly stopPrinting: () => Promise<void>;
};

export function openPrinting(
  store: Pick<CounterStore, 'setting' | 'saveSetting' | 'printJobs'>,
  parts: {
    readonly folder: string;
    readonly drawing: PaperDrawing;
    readonly shell: ShellClient;
    readonly now: () => LocalMoment;
    readonly log: Log;
  },
): Printing {
  const { folder, drawing, shell, now, log } = parts;
  const slipPrinter = new SlipPrinter(store, { slipFolder: path.join(folder, 'slips'), drawing });
  const formPrinter = new FormPrinter(store, { drawing, shell });
  const spoolOf = (role: PrinterRole, destination: () => Promise<Destination | undefined>): Spool =>
    new Spool({ role, jobs: store.printJobs, destination, now, log });
  const spools = {
    slip: spoolOf('slip', () => slipPrinter.destination()),
    form: spoolOf('form', () => formPrinter.destination()),
    file: spoolOf('file', () => fileDestination({ drawing, shell })),
  };
  return {
    slipPrinter,
    formPrinter,
    spools,
    kickSpools: () => {
      for (const spool of Object.values(spools)) spool.kick();
    },
    stopPrinting: async () => {
      await Promise.all(Object.values(spools).map((spool) => spool.stop()));
      await slipPrinter.close();
    },
  };
}
