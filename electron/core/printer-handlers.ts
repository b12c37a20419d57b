import { ok, refuse } from '../../domain/result.ts';
import { PRINTER_PROFILES } from '../../printing/send-to-printer.ts';
import type { Handlers } from '../contract/commands.ts';
import { appStateOf } from './app-handlers.ts';
import type { CounterSession } from './counter-session.ts';
import type { Machine } from './machine.ts';
import { parseFormPrinterChoice, parsePrinterChoice, parsePrinterSetting } from './printer-setting.ts';
import { orStorageRefusal } from './storage-refusal.ts';

type PrinterCommand = 'printer.models' | 'printer.choose' | 'printer.chooseForForms' | 'printer.ask';

/** Which printers there are, and how they are. What waits for one goes out as soon as it is chosen. */
export function printerHandlers(session: CounterSession, machine: Machine): Pick<Handlers, PrinterCommand> {
  return {
    'printer.models': () => PRINTER_PROFILES.map(({ id, paperWidthMm }) => ({ id, paperWidthMm })),
    'printer.choose': (typed) =>
      orStorageRefusal(() => {
        const { slipPrinter, kickSpools } = session.getEstablished();
        const choice = parsePrinterChoice(typed.choice);
        if (!choice) return refuse({ code: 'malformed' as const });
        slipPrinter.choose(parsePrinterSetting({ choice, modelId: typed.modelId }));
        kickSpools();
        return ok(appStateOf(session, machine));
      }),
    'printer.chooseForForms': (typed) =>
      orStorageRefusal(() => {
        const { formPrinter, kickSpools } = session.getEstablished();
        const choice = parseFormPrinterChoice(typed.choice);
        if (!choice) return refuse({ code: 'malformed' as const });
        formPrinter.choose(choice);
        kickSpools();
        return ok(appStateOf(session, machine));
      }),
    'printer.ask': ({ printer }) => {
      const { slipPrinter, formPrinter } = session.getEstablished();
      return printer === 'slip' ? slipPrinter.ask() : formPrinter.ask();
    },
  };
}
