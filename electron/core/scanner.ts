import { isDevicePath } from '../../printing/send-to-printer.ts';
import type { CounterStore } from '../../sync/counter-store.ts';
import type { ScannerChoice, ScannerView } from '../contract/print-views.ts';
import { openSerialScanner, type SerialScanner } from './serial-scanner.ts';

const SETTING = 'scanner';
/** The window asks again before main gives an answer up. */
const LONGEST_POLL_MS = 20_000;
/** What nobody fetched by then was scanned for nobody. */
const KEPT_MS = 2_000;

type Settings = Pick<CounterStore, 'setting' | 'saveSetting'>;

/** A port that can be heard, without spaces around; undefined for what is none. */
export function parseScannerChoice(value: unknown): ScannerChoice | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined;
  if (value.kind === 'keyboard') return { kind: 'keyboard' };
  if (value.kind !== 'serial' || !('path' in value) || typeof value.path !== 'string') return undefined;
  const path = value.path.trim();
  // A share is a printer's, never a scanner's.
  return isDevicePath(path, process.platform) && !path.startsWith('\\\\') ? { kind: 'serial', path } : undefined;
}

/**
 * The scanner of this counter, where it is at a serial port; one that types like a keyboard is the window's affair. What it
 * reads is handed to whoever asks next, once, and kept nowhere: it may be a citizen's card.
 */
export class Scanner {
  readonly #settings: Settings;
  readonly #tell: () => void;
  #serial: SerialScanner | undefined;
  #asker: ((text: string | null) => void) | undefined;
  /** Gone by itself: it may be a citizen's card. */
  #unheard: { readonly text: string; readonly timer: NodeJS.Timeout } | undefined;
  /** One port after the other: two that are open at once would both be heard. */
  #turn: Promise<void> = Promise.resolve();
  #isClosed = false;

  /** `tell`: its state is another. */
  constructor(settings: Settings, tell: () => void) {
    this.#settings = settings;
    this.#tell = tell;
  }

  view(): ScannerView {
    const choice = this.#choice();
    const state = this.#serial?.state();
    return { choice, ...(state === undefined || state === 'closed' ? {} : { state }) };
  }

  /** Begins to listen, if there is a port to listen to. */
  open(): void {
    const choice = this.#choice();
    if (choice.kind !== 'serial') return;
    this.#serial = openSerialScanner(choice.path, {
      onText: (text) => this.#hear(text),
      onState: () => this.#tell(),
    });
  }

  choose(choice: ScannerChoice): Promise<void> {
    this.#settings.saveSetting(SETTING, choice);
    this.#turn = this.#turn.then(async () => {
      await this.#closePort();
      if (!this.#isClosed) this.open();
    });
    return this.#turn;
  }

  /** What was scanned next; null when nothing was for a while, or somebody else asks. */
  next(): Promise<string | null> {
    this.#answer(null);
    const text = this.#unheard?.text;
    this.#forget();
    if (text !== undefined) return Promise.resolve(text);
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#answer(null), LONGEST_POLL_MS);
      timer.unref();
      this.#asker = (text) => {
        clearTimeout(timer);
        resolve(text);
      };
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#answer(null);
    this.#forget();
    await this.#turn;
    await this.#closePort();
  }

  #choice(): ScannerChoice {
    return parseScannerChoice(this.#settings.setting(SETTING)) ?? { kind: 'keyboard' };
  }

  #hear(text: string): void {
    this.#forget();
    if (this.#asker) this.#answer(text);
    else this.#unheard = { text, timer: setTimeout(() => this.#forget(), KEPT_MS).unref() };
  }

  #forget(): void {
    clearTimeout(this.#unheard?.timer);
    this.#unheard = undefined;
  }

  #answer(text: string | null): void {
    const asker = this.#asker;
    this.#asker = undefined;
    asker?.(text);
  }

  async #closePort(): Promise<void> {
    const serial = this.#serial;
    this.#serial = undefined;
    await serial?.close();
  }
}
