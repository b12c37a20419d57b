/**
 * `absent`: this installation cannot open serial ports. `no-port`: nothing is plugged in at that name, or another program
 * holds it; it is tried again. `closed`: by {@link SerialScanner.close}.
 */
export type SerialScannerState = 'opening' | 'open' | 'no-port' | 'absent' | 'closed';

/** A port as the system names it, with what its plug says of itself. */
export type SerialPortName = { readonly path: string; readonly maker: string | undefined };

export type SerialScannerEvents = {
  /** One line, as it was scanned. Personal where a card was scanned: never to be logged or kept. */
  readonly onText: (text: string) => void;
  readonly onState: (state: SerialScannerState) => void;
};

export type SerialScanner = {
  readonly state: () => SerialScannerState;
  /** Resolves when the port is let go. */
  readonly close: () => Promise<void>;
};

/** What is used of the package, which is optional: its native part does not exist for every machine. */
type SerialPackage = typeof import('serialport');
type Port = InstanceType<SerialPackage['SerialPort']>;

const BAUD_RATE = 9_600;
/** The square code of a citizen card has at most 300 bytes. */
const LONGEST_LINE_BYTES = 1_024;
/** Scanners that are set up to send no CR: a pause ends the line. */
const SILENCE_MS = 250;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 10_000;
const CR = 0x0d;
const LF = 0x0a;

/** The ports of this machine, as far as the system tells them; undefined where serial ports cannot be had at all. */
export async function serialPorts(): Promise<readonly SerialPortName[] | undefined> {
  const serial = await loadPackage();
  if (!serial) return undefined;
  // A Linux without its device manager tells none; they can still be opened by name.
  const ports = await serial.SerialPort.list().catch(() => []);
  return ports.map(({ path, manufacturer }) => ({ path, maker: manufacturer }));
}

/**
 * Hears the scanner at the port `path` until closed. A port that is not there, or that is unplugged, is tried again with
 * growing pauses; nothing is ever thrown for it.
 */
export function openSerialScanner(path: string, events: SerialScannerEvents): SerialScanner {
  return new ReopeningScanner(path, events);
}

class ReopeningScanner implements SerialScanner {
  readonly #path: string;
  readonly #events: SerialScannerEvents;
  #state: SerialScannerState = 'opening';
  #port: Port | undefined;
  #retryMs = FIRST_RETRY_MS;
  #retry: NodeJS.Timeout | undefined;

  constructor(path: string, events: SerialScannerEvents) {
    this.#path = path;
    this.#events = events;
    void this.#open();
  }

  state(): SerialScannerState {
    return this.#state;
  }

  async close(): Promise<void> {
    clearTimeout(this.#retry);
    const port = this.#port;
    this.#port = undefined;
    this.#become('closed');
    if (port?.isOpen) await new Promise<void>((resolve) => port.close(() => resolve()));
  }

  async #open(): Promise<void> {
    const serial = await loadPackage();
    if (this.#state === 'closed') return;
    if (!serial) {
      this.#become('absent');
      return;
    }
    const port = new serial.SerialPort({ path: this.#path, baudRate: BAUD_RATE, autoOpen: false });
    const lines = new LineReader((text) => this.#port === port && this.#events.onText(text));
    this.#port = port;
    port.on('data', (chunk: Buffer) => lines.take(chunk));
    port.on('error', () => this.#lost(port));
    port.on('close', () => this.#lost(port));
    port.open((error) => {
      if (error) this.#lost(port);
      else if (this.#port === port) this.#opened();
      // It was closed while it opened.
      else port.close();
    });
  }

  #opened(): void {
    this.#retryMs = FIRST_RETRY_MS;
    this.#become('open');
  }

  // `error` and `close` may both come for one port that was unplugged.
  #lost(port: Port): void {
    if (this.#port !== port) return;
    this.#port = undefined;
    if (port.isOpen) port.close();
    this.#become('no-port');
    this.#retry = setTimeout(() => void this.#open(), this.#retryMs);
    // A counter that is closing does not wait for a scanner.
    this.#retry.unref();
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
  }

  #become(state: SerialScannerState): void {
    if (this.#state === state || this.#state === 'closed') return;
    this.#state = state;
    this.#events.onState(state);
  }
}

/** Cuts what comes in pieces into lines: CR, LF, both, or a pause. What is longer than a line may be is dropped. */
export class LineReader {
  readonly #onLine: (text: string) => void;
  readonly #decoder = new TextDecoder();
  #bytes: number[] = [];
  #isTooLong = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(onLine: (text: string) => void) {
    this.#onLine = onLine;
  }

  take(chunk: Uint8Array): void {
    clearTimeout(this.#timer);
    for (const byte of chunk) {
      if (byte === CR || byte === LF) this.#end();
      else this.#add(byte);
    }
    if (this.#bytes.length > 0 || this.#isTooLong) this.#timer = setTimeout(() => this.#end(), SILENCE_MS).unref();
  }

  #add(byte: number): void {
    if (this.#bytes.length < LONGEST_LINE_BYTES) this.#bytes.push(byte);
    else this.#isTooLong = true;
  }

  #end(): void {
    const bytes = this.#bytes;
    const isWhole = !this.#isTooLong;
    this.#bytes = [];
    this.#isTooLong = false;
    const text = isWhole ? readableText(this.#decoder.decode(Uint8Array.from(bytes))) : '';
    if (text !== '') this.#onLine(text);
  }
}

/** Without control signs at its ends, as some scanners put them around a code. Noise of a plug has them in the middle. */
function readableText(text: string): string {
  const bare = text.replace(/^[\p{Cc}\s]+|[\p{Cc}\s]+$/gu, '');
  return /\p{Cc}/u.test(bare) ? '' : bare;
}

let loaded: Promise<SerialPackage | undefined> | undefined;

/** Only when a port is wanted: it is native code that most counters never need. */
function loadPackage(): Promise<SerialPackage | undefined> {
  // Not to be found, or made for another machine: either way there is none.
  loaded ??= import('serialport').catch(() => undefined);
  return loaded;
}
