import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { OneBitPicture } from './layout/one-bit-picture.ts';
import { pngOf } from './layout/png.ts';
import { EscposDecoder, type PrinterAct, UnknownByteError } from './virtual-printer/escpos-decoder.ts';

export { UnknownByteError } from './virtual-printer/escpos-decoder.ts';

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
};

export type VirtualPrinter = {
  readonly host: string;
  readonly port: number;
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
  readonly #running = new Map<Socket, Promise<void>>();
  #slips = 0;

  constructor(options: VirtualPrinterOptions) {
    this.#options = options;
    // Half-open: the question behind a job is answered although the sender has nothing more to say.
    this.#server = createServer({ allowHalfOpen: true }, (socket) => this.#accept(socket));
  }

  listen(): Promise<VirtualPrinter> {
    const host = this.#options.host ?? '127.0.0.1';
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#options.port, host, () => {
        this.#server.off('error', reject);
        const address = this.#server.address();
        const port = typeof address === 'object' && address ? address.port : this.#options.port;
        resolve({ host, port, close: () => this.#close() });
      });
    });
  }

  async #close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const socket of this.#running.keys()) socket.destroy();
    await Promise.all([...this.#running.values(), closed]);
  }

  #accept(socket: Socket): void {
    const job = this.#work(socket)
      .catch((error: unknown) => {
        if (error instanceof UnknownByteError) this.#options.onBadJob?.(error);
        else process.emitWarning(error instanceof Error ? error : String(error));
      })
      .finally(() => {
        socket.destroy();
        this.#running.delete(socket);
      });
    this.#running.set(socket, job);
  }

  // One chunk after the other: a printer does nothing out of turn.
  async #work(socket: Socket): Promise<void> {
    const decoder = new EscposDecoder();
    for await (const chunk of chunksOf(socket)) await this.#perform(decoder.push(chunk), socket);
    await this.#perform(decoder.end(), socket);
    await new Promise<void>((resolve) => socket.end(resolve));
  }

  async #perform(acts: readonly PrinterAct[], socket: Socket): Promise<void> {
    for (const act of acts) {
      if (act.kind === 'reply') socket.write(Uint8Array.of(act.byte));
      else await this.#deliver(act.picture, act.isCut);
    }
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

/** What arrives, until the sender is done or gone: a connection that breaks ends the job like any other ending. */
async function* chunksOf(socket: Socket): AsyncGenerator<Uint8Array> {
  try {
    yield* socket;
  } catch (error) {
    if (!isBrokenConnection(error)) throw error;
  }
}

function isBrokenConnection(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

// slip-20200428-083712-0001.png: in order of printing, run after run.
function fileName(number: number): string {
  const now = new Date().toISOString().replaceAll(/[-:]/g, '').slice(0, 15).replace('T', '-');
  return `slip-${now}-${String(number).padStart(4, '0')}.png`;
}
