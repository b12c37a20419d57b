import { unreachable } from '../../domain/result.ts';
import {
  askPrinter,
  type PrinterAddress,
  type PrinterProfile,
  profileOf,
  type SendOutcome,
  sendToPrinter,
} from '../../printing/send-to-printer.ts';
import { startVirtualPrinter, type VirtualPrinter } from '../../printing/virtual-printer.ts';
import type { CounterStore, PrintArtifact } from '../../sync/counter-store.ts';
import type { PrinterCondition, PrintTrouble } from '../contract/print-views.ts';
import type { PaperDrawing } from './paper-drawing.ts';
import { parsePrinterSetting, type PrinterSetting } from './printer-setting.ts';
import type { Destination, Ending } from './spool.ts';

const SETTING = 'printer';

/** The thermal printer this counter's slips come out of, as the clerk chose it. */
export class SlipPrinter {
  readonly #store: Pick<CounterStore, 'setting' | 'saveSetting'>;
  readonly #slipFolder: string;
  readonly #drawing: PaperDrawing;
  #virtual: Promise<VirtualPrinter> | undefined;

  /** The virtual printer keeps its slips as pictures in `slipFolder`. */
  constructor(
    store: Pick<CounterStore, 'setting' | 'saveSetting'>,
    { slipFolder, drawing }: { readonly slipFolder: string; readonly drawing: PaperDrawing },
  ) {
    this.#store = store;
    this.#slipFolder = slipFolder;
    this.#drawing = drawing;
  }

  setting(): PrinterSetting {
    return parsePrinterSetting(this.#store.setting(SETTING));
  }

  profile(): PrinterProfile {
    return profileOf(this.setting().modelId);
  }

  choose(setting: PrinterSetting): void {
    this.#store.saveSetting(SETTING, setting);
  }

  /** Undefined while there is no printer. Starts the virtual one when it is needed. */
  async destination(): Promise<Destination | undefined> {
    const profile = this.profile();
    const address = await this.#address();
    if (!address) return undefined;
    return {
      draw: (job) => this.#drawing.drawSlip(job, profile),
      fits: ({ drawnFor }) => drawnFor === profile.id,
      send: async ({ bytes }: PrintArtifact, { isAfterBrokenJob }) =>
        endingOf(await sendToPrinter({ address, profile, bytes, afterBrokenJob: isAfterBrokenJob })),
    };
  }

  /** How the printer is by its own word. */
  async ask(): Promise<PrinterCondition> {
    const address = await this.#address();
    if (!address) return { kind: 'trouble', trouble: 'no-printer' };
    const said = await askPrinter({ address, profile: this.profile() });
    switch (said.kind) {
      case 'ready':
        return said;
      case 'silent':
        return said;
      case 'not-ready':
        return { kind: 'trouble', trouble: CONDITIONS[said.reason] };
      case 'refused':
        return { kind: 'trouble', trouble: REFUSALS[said.reason] };
      default:
        return unreachable(said);
    }
  }

  async close(): Promise<void> {
    // One that never started needs no closing; the spool has heard of it.
    const virtual = await this.#virtual?.catch(() => undefined);
    this.#virtual = undefined;
    await virtual?.close();
  }

  async #address(): Promise<PrinterAddress | undefined> {
    const { choice } = this.setting();
    if (choice.kind === 'none') return undefined;
    if (choice.kind !== 'virtual') return choice;
    this.#virtual ??= this.#startVirtual();
    const { host, port } = await this.#virtual;
    return { kind: 'tcp', host, port };
  }

  #startVirtual(): Promise<VirtualPrinter> {
    const starting = startVirtualPrinter({ port: 0, folder: this.#slipFolder });
    // The next slip tries again; this one hears of the failure itself.
    starting.catch(() => (this.#virtual = undefined));
    return starting;
  }
}

const CONDITIONS = {
  'paper-out': 'paper-out',
  'cover-open': 'cover-open',
  offline: 'offline',
  error: 'printer-error',
} satisfies Record<Extract<SendOutcome, { kind: 'not-ready' }>['reason'], PrintTrouble>;

const REFUSALS = {
  unreachable: 'printer-unreachable',
  'timed-out': 'printer-unreachable',
  'not-a-device': 'not-a-device',
  'no-access': 'no-access',
  busy: 'printer-busy',
  'outside-office': 'outside-office',
} satisfies Record<Extract<SendOutcome, { kind: 'refused' }>['reason'], PrintTrouble>;

/** What will be no other at the next try. */
const FINAL: ReadonlySet<PrintTrouble> = new Set(['not-a-device', 'outside-office']);

function endingOf(outcome: SendOutcome): Ending {
  switch (outcome.kind) {
    case 'confirmed':
    case 'sent':
      return { state: outcome.kind };
    case 'not-ready':
      return { state: 'queued', trouble: CONDITIONS[outcome.reason] };
    case 'refused': {
      const trouble = REFUSALS[outcome.reason];
      return { state: FINAL.has(trouble) ? 'failed' : 'queued', trouble };
    }
    case 'unknown': {
      const trouble = outcome.reason ? CONDITIONS[outcome.reason] : 'printer-broke-off';
      return { state: 'unknown', trouble, bytesSent: outcome.bytesSent };
    }
    default:
      return unreachable(outcome);
  }
}
