import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/**
 * How a printer treats one connection. `prints`: answers everything. `mute`: prints, answers nothing, hangs up when it is
 * through. `breaks-at-end`: all of it is on paper, and nobody hears. `resets`: breaks off after so many bytes of the job. `hangs`: stops reading after so many. `no-paper`: says so and
 * takes nothing.
 */
export type Mood =
  | { readonly kind: 'prints' | 'mute' | 'no-paper' | 'breaks-at-end' }
  | { readonly kind: 'resets' | 'hangs'; readonly afterBytes: number };

export type MoodyPrinter = {
  readonly port: number;
  /** For the connections from now on. */
  mood: Mood;
  /** What was said and taken on each connection, without the questions. */
  readonly taken: readonly Uint8Array[];
  /** Resolves when so many bytes of a job have been taken on one connection. */
  readonly untilTaken: (bytes: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

const WELL = 0x12;
const PAPER_OUT = 0x72;
const PAPER_THERE = 0;
const DLE = 0x10;
/** GS r 1, behind a job. */
const ASK_PAPER = Buffer.of(0x1d, 0x72, 0x01);

/** A thermal printer on this computer with moods; nothing is decoded. */
export async function startMoodyPrinter(): Promise<MoodyPrinter> {
  const printer = new Printer();
  await printer.listen();
  onTestFinished(() => printer.close());
  return printer;
}

class Printer implements MoodyPrinter {
  mood: Mood = { kind: 'prints' };
  readonly taken: Uint8Array[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #listeners: (() => void)[] = [];

  constructor() {
    this.#server = createServer({ allowHalfOpen: true }, (socket) => this.#serve(socket));
  }

  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async untilTaken(bytes: number): Promise<void> {
    while (!this.taken.some(({ length }) => length >= bytes)) {
      await new Promise<void>((resolve) => this.#listeners.push(resolve));
    }
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    if (this.#server.listening) await new Promise((resolve) => this.#server.close(resolve));
  }

  #serve(socket: Socket): void {
    const { mood } = this;
    const at = this.taken.push(new Uint8Array()) - 1;
    this.#sockets.add(socket);
    // What breaks off here breaks off there too.
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('data', (chunk) => {
      // Three bytes by themselves are a question that may be put at any time.
      if (chunk.length === 3 && chunk[0] === DLE) return answerState(socket, mood, chunk[2]);
      const taken = Buffer.concat([this.taken[at] ?? new Uint8Array(), chunk]);
      this.taken[at] = taken;
      if (taken.subarray(-3).equals(ASK_PAPER)) {
        if (mood.kind === 'prints') socket.write(Uint8Array.of(PAPER_THERE));
        if (mood.kind === 'breaks-at-end') socket.resetAndDestroy();
      }
      for (const heard of this.#listeners.splice(0)) heard();
      if (!('afterBytes' in mood) || taken.length < mood.afterBytes) return;
      if (mood.kind === 'resets') socket.resetAndDestroy();
      else socket.pause();
    });
    socket.on('end', () => socket.end());
  }
}

function answerState(socket: Socket, { kind }: Mood, which: number | undefined): void {
  if (kind !== 'mute') socket.write(Uint8Array.of(kind === 'no-paper' && which === 4 ? PAPER_OUT : WELL));
}

/** True when a job stands whole in what was taken. */
export function holds(taken: Uint8Array, job: Uint8Array): boolean {
  return Buffer.from(taken).includes(Buffer.from(job));
}
