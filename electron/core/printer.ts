import { startVirtualPrinter, type VirtualPrinter } from '../../printing/virtual-printer.ts';
import type { CounterStore } from '../../sync/counter-store.ts';
import { parsePrinterSetting, type PrinterSetting } from './printer-setting.ts';

export type PrinterAddress = { readonly host: string; readonly port: number };

const SETTING = 'printer';

/** The printer this counter's slips go to, as the clerk chose it. */
export class Printer {
  readonly #store: CounterStore;
  readonly #slipFolder: string;
  #virtual: Promise<VirtualPrinter> | undefined;

  /** The virtual printer keeps its slips as pictures in `slipFolder`. */
  constructor(store: CounterStore, slipFolder: string) {
    this.#store = store;
    this.#slipFolder = slipFolder;
  }

  setting(): PrinterSetting {
    return parsePrinterSetting(this.#store.setting(SETTING));
  }

  choose(setting: PrinterSetting): void {
    this.#store.saveSetting(SETTING, setting);
  }

  /** Where bytes are to be sent now; undefined while there is no printer. Starts the virtual one when it is needed. */
  async address(): Promise<PrinterAddress | undefined> {
    const { choice } = this.setting();
    if (choice.kind === 'tcp') return { host: choice.host, port: choice.port };
    if (choice.kind === 'none') return undefined;
    this.#virtual ??= this.#startVirtual();
    const { host, port } = await this.#virtual;
    return { host, port };
  }

  async close(): Promise<void> {
    // One that never started needs no closing; the spool has heard of it.
    const virtual = await this.#virtual?.catch(() => undefined);
    this.#virtual = undefined;
    await virtual?.close();
  }

  #startVirtual(): Promise<VirtualPrinter> {
    const starting = startVirtualPrinter({ port: 0, folder: this.#slipFolder });
    // The next slip tries again; this one hears of the failure itself.
    starting.catch(() => (this.#virtual = undefined));
    return starting;
  }
}
