import type { Socket } from 'node:net';
import { unreachable } from '../../domain/result.ts';
import type { OneBitPicture } from '../layout/one-bit-picture.ts';
import { EscposDecoder, type PrinterAct } from './escpos-decoder.ts';
import type { PrinterBody } from './printer-body.ts';
import { RealTimeScanner } from './real-time-scanner.ts';

type ConnectionParts = {
  readonly socket: Socket;
  readonly body: PrinterBody;
  /** How much is taken in while the printer is stopped or slower than the network. */
  readonly bufferBytes: number;
  readonly onSlip: (picture: OneBitPicture, isCut: boolean) => Promise<void>;
};

/** One sender's connection: what comes in is worked off in order, what is asked in real time is answered at once. */
export class PrinterConnection {
  readonly #parts: ConnectionParts;
  readonly #decoder = new EscposDecoder();
  readonly #scanner = new RealTimeScanner();
  #heldBytes = 0;
  #tellsOfChanges = false;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    // A connection that breaks ends the reading; nobody is there to hear of it.
    parts.socket.on('error', () => undefined);
  }

  /** Ends when everything that came in is worked off; rejects with `UnknownByteError` and `SwitchedOffError`. */
  async serve(): Promise<void> {
    const { socket, bufferBytes } = this.#parts;
    let work = Promise.resolve();
    for await (const chunk of chunksOf(socket)) {
      for (const about of this.#scanner.scan(chunk)) this.#say(this.#parts.body.realTimeStatus(about));
      this.#heldBytes += chunk.length;
      work = work.then(() => this.#workOff(chunk));
      // Ends the reading; the reason comes out below.
      work.catch(() => socket.destroy());
      if (this.#heldBytes > bufferBytes) await work;
    }
    await work;
    await this.#perform(this.#decoder.end());
    if (socket.writable) await new Promise<void>((resolve) => socket.end(resolve));
  }

  tellOfChange(): void {
    if (this.#tellsOfChanges) this.#say(...this.#parts.body.automaticStatus());
  }

  async #workOff(chunk: Uint8Array): Promise<void> {
    await this.#perform(this.#decoder.push(chunk));
    this.#heldBytes -= chunk.length;
  }

  // One after the other: a printer does nothing out of turn, and nothing at all while it is stopped.
  async #perform(acts: readonly PrinterAct[]): Promise<void> {
    const { body, onSlip } = this.#parts;
    for (const act of acts) {
      await body.untilItPrints();
      switch (act.kind) {
        case 'paper':
          await body.usePaper(act.dots);
          break;
        case 'slip':
          await onSlip(act.picture, act.isCut);
          break;
        case 'paper-status':
          this.#say(body.paperStatus());
          break;
        case 'automatic-status':
          this.#tellsOfChanges = act.isOn;
          this.tellOfChange();
          break;
        default:
          unreachable(act);
      }
    }
  }

  #say(...bytes: readonly number[]): void {
    if (this.#parts.socket.writable) this.#parts.socket.write(Uint8Array.from(bytes));
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
  return (
    error instanceof Error && ('syscall' in error || ('code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'))
  );
}
