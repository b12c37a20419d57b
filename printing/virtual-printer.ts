import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { OneBitPicture } from './layout/one-bit-picture.ts';
import { pngOf } from './layout/png.ts';
import { UnknownByteError } from './virtual-printer/escpos-decoder.ts';
import { PrinterBody, SwitchedOffError, type VirtualCondition } from './virtual-printer/printer-body.ts';
import { PrinterConnection } from './virtual-printer/printer-connection.ts';

export { UnknownByteError } from './virtual-printer/escpos-decoder.ts';
export type { VirtualCondition } from './virtual-printer/printer-body.ts';

/** What came out of the virtual printer. */
export type PrintedSlip = OneBitPicture & {
  /** 1 for the first slip since the printer was started. */
  readonly number: number;
  readonly png: Uint8Array;
  /** Where the PNG was saved; absent when no folder was named. */
  readonly file?: string;
  /** False when the job ended, or broke off, without a cut. */
  readonly isCut: boolean;
};

export type VirtualPrinterOptions = {
  /** 127.0.0.1 unless named. */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly onSlip?: (slip: PrintedSlip) => void;
  /** A job with a byte the printer does not know; its connection is cut off. */
  readonly onBadJob?: (error: UnknownByteError) => void;
  /** Where slips are saved as PNG; made if missing. */
  readonly folder?: string;
  /** The printer was stopped, or prints again: by {@link VirtualPrinter.setCondition}, or because its paper ran out. */
  readonly onCondition?: (condition: VirtualCondition) => void;
  /** What it takes in while it does not print, for each connection; 1 MiB unless named. Real ones have 4 KB and more. */
  readonly bufferBytes?: number;
};

export type VirtualPrinter = {
  readonly host: string;
  readonly port: number;
  /**
   * Stops the printer or lets it go on. Stopped, it keeps what comes in, answers DLE EOT and nothing else; ready again,
   * it goes on where it stood.
   */
  setCondition(condition: VirtualCondition): void;
  /** The paper runs out after so many rows of dots more; `setCondition('ready')` puts in a new roll. */
  endPaperAfter(dots: number): void;
  /** Stops listening and cuts off jobs that are still running. */
  close(): Promise<void>;
};

/**
 * A thermal printer without paper: listens on TCP, understands ESC/POS strictly, answers status questions and hands
 * over every slip as a picture. A slip is saved before a status question behind it is answered.
 * Rejects when the port is taken or the folder cannot be made.
 */
export async function startVirtualPrinter(options: VirtualPrinterOptions): Promise<VirtualPrinter> {
  if (options.folder !== undefined) await mkdir(options.folder, { recursive: true });
  const printer = new TcpPrinter(options);
  return printer.listen();
}

class TcpPrinter {
  readonly #options: VirtualPrinterOptions;
  readonly #server: Server;
  readonly #body: PrinterBody;
  readonly #open = new Map<Socket, PrinterConnection>();
  readonly #running = new Set<Promise<void>>();
  #slips = 0;

  constructor(options: VirtualPrinterOptions) {
    this.#options = options;
    this.#body = new PrinterBody((condition) => {
      for (const connection of this.#open.values()) connection.tellOfChange();
      options.onCondition?.(condition);
    });
    // Half-open: the question behind a job is answered although the sender has nothing more to say.
    this.#server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => this.#accept(socket));
  }

  listen(): Promise<VirtualPrinter> {
    const host = this.#options.host ?? '127.0.0.1';
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#options.port, host, () => {
        this.#server.off('error', reject);
        const address = this.#server.address();
        const port = typeof address === 'object' && address ? address.port : this.#options.port;
        resolve({
          host,
          port,
          setCondition: (condition) => this.#body.setCondition(condition),
          endPaperAfter: (dots) => this.#body.endPaperAfter(dots),
          close: () => this.#close(),
        });
      });
    });
  }

  async #close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#body.switchOff();
    for (const socket of this.#open.keys()) socket.destroy();
    await Promise.all([...this.#running, closed]);
  }

  #accept(socket: Socket): void {
    const connection = new PrinterConnection({
      socket,
      body: this.#body,
      bufferBytes: this.#options.bufferBytes ?? 1_048_576,
      onSlip: (picture, isCut) => this.#deliver(picture, isCut),
    });
    this.#open.set(socket, connection);
    const job = connection
      .serve()
      .catch((error: unknown) => {
        if (error instanceof UnknownByteError) this.#options.onBadJob?.(error);
        else if (!(error instanceof SwitchedOffError))
          process.emitWarning(error instanceof Error ? error : String(error));
      })
      .finally(() => {
        socket.destroy();
        this.#open.delete(socket);
        this.#running.delete(job);
      });
    this.#running.add(job);
  }

  async #deliver(picture: OneBitPicture, isCut: boolean): Promise<void> {
    this.#slips += 1;
    const number = this.#slips;
    const png = pngOf(picture);
    const { folder, onSlip } = this.#options;
    const file = folder === undefined ? undefined : join(folder, fileName(number));
    if (file !== undefined) await writeFile(file, png);
    onSlip?.({ ...picture, number, png, isCut, ...(file === undefined ? {} : { file }) });
  }
}

// slip-20200428-083712-0001.png: in order of printing, run after run.
function fileName(number: number): string {
  const now = new Date().toISOString().replaceAll(/[-:]/g, '').slice(0, 15).replace('T', '-');
  return `slip-${now}-${String(number).padStart(4, '0')}.png`;
}
