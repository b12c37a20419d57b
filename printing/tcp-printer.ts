import { connect, type Socket } from 'node:net';
import { ASK_PAPER_STATUS, endOfBrokenJob, saysPaperEnded, StatusReader } from './device/escpos.ts';
import type { PrinterProfile } from './device/printer-profile.ts';

export type SendTimeouts = {
  /** For the connection. */
  readonly connectMs: number;
  /** For the network to take some more of the job. */
  readonly stallMs: number;
  /** For the printer's answer after the last byte. */
  readonly replyMs: number;
  /** How long a connection without an answer is left open, for a printer that is still at work. */
  readonly lingerMs: number;
};

export type SendRequest = {
  readonly host: string;
  readonly port: number;
  /** A job that ends with GS r 1; without it nothing can be confirmed. */
  readonly bytes: Uint8Array;
  /** Set when the job before on this printer ended `unknown`: first ends what it may have left half done. */
  readonly afterBrokenJob?: PrinterProfile;
  readonly timeouts?: Partial<SendTimeouts>;
};

export type SendOutcome =
  /** The printer answered the question behind the last byte: everything before it was worked off. */
  | { readonly kind: 'confirmed' }
  /** The network took every byte; the printer said nothing that could be trusted. */
  | { readonly kind: 'sent' }
  /** Provably nothing was accepted: sending again cannot print twice. */
  | { readonly kind: 'refused'; readonly reason: 'unreachable' | 'timed-out' }
  /** Broken off after the first byte. At least `bytesSent` of the job had left the program. */
  | { readonly kind: 'unknown'; readonly bytesSent: number };

const TIMEOUTS: SendTimeouts = { connectMs: 5_000, stallMs: 15_000, replyMs: 10_000, lingerMs: 30_000 };
/** Small enough that a stall is noticed, and `bytesSent` means something. */
const CHUNK_BYTES = 16_384;

/**
 * Sends a job to a network printer once, on a connection of its own. Never tries twice and never rejects for what the
 * network or the printer does: every ending is one of the four outcomes.
 */
export async function sendToPrinter(request: SendRequest): Promise<SendOutcome> {
  const timeouts = { ...TIMEOUTS, ...request.timeouts };
  const connection = await openConnection(request, timeouts.connectMs);
  if ('kind' in connection) return connection;
  const prelude = request.afterBrokenJob ? endOfBrokenJob(request.afterBrokenJob) : new Uint8Array();
  return new Delivery(connection.socket, timeouts).run(prelude, request.bytes);
}

type Refused = Extract<SendOutcome, { kind: 'refused' }>;

function openConnection(
  { host, port }: SendRequest,
  connectMs: number,
): Promise<{ readonly socket: Socket } | Refused> {
  return new Promise((resolve) => {
    // Half-open: a printer that stops talking may well go on listening.
    const socket = connect({ host, port, allowHalfOpen: true, noDelay: true });
    const refuse = (reason: Refused['reason']) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ kind: 'refused', reason });
    };
    const timer = setTimeout(() => refuse('timed-out'), connectMs);
    const onError = (error: NodeJS.ErrnoException) => refuse(error.code === 'ETIMEDOUT' ? 'timed-out' : 'unreachable');
    socket.once('error', onError);
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.off('error', onError);
      resolve({ socket });
    });
  });
}

/** One job on one open connection, from the first byte to the outcome. */
class Delivery {
  readonly #socket: Socket;
  readonly #timeouts: SendTimeouts;
  readonly #reader = new StatusReader();
  #resolve: ((outcome: SendOutcome) => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #bytesTaken = 0;
  #isAsked = false;
  #isAllTaken = false;
  #hungUpEarly = false;
  #spokeUnasked = false;

  constructor(socket: Socket, timeouts: SendTimeouts) {
    this.#socket = socket;
    this.#timeouts = timeouts;
  }

  run(prelude: Uint8Array, job: Uint8Array): Promise<SendOutcome> {
    const outcome = new Promise<SendOutcome>((resolve) => {
      this.#resolve = resolve;
    });
    this.#socket.on('data', (chunk) => this.#hear(chunk));
    this.#socket.on('end', () => this.#hungUp());
    this.#socket.on('error', () => this.#breakOff());
    this.#socket.on('close', () =>
      this.#isAllTaken && !this.#hungUpEarly ? this.#finish({ kind: 'sent' }) : this.#breakOff(),
    );
    this.#send(prelude, job).catch(() => this.#breakOff());
    return outcome;
  }

  async #send(prelude: Uint8Array, job: Uint8Array): Promise<void> {
    const questionAt = endsWithQuestion(job) ? job.length - ASK_PAPER_STATUS.length : job.length;
    await this.#write(prelude);
    this.#bytesTaken = 0;
    await this.#write(job.subarray(0, questionAt));
    // The question goes by itself, so that what came before it is known to be no answer.
    this.#isAsked = questionAt < job.length;
    await this.#write(job.subarray(questionAt));
    this.#isAllTaken = true;
    this.#socket.end();
    this.#startTimer(this.#timeouts.replyMs, () =>
      this.#hungUpEarly ? this.#breakOff() : this.#finish({ kind: 'sent' }),
    );
  }

  async #write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      const chunk = bytes.subarray(at, at + CHUNK_BYTES);
      this.#startTimer(this.#timeouts.stallMs, () => this.#breakOff());
      await new Promise<void>((resolve, reject) => {
        this.#socket.write(chunk, (error) => (error ? reject(error) : resolve()));
      });
      this.#bytesTaken += chunk.length;
    }
  }

  #hear(chunk: Uint8Array): void {
    const answers = this.#reader.read(chunk);
    const answer = answers.at(0);
    if (answer === undefined) return;
    if (!this.#isAsked) this.#spokeUnasked = true;
    else if (!this.#spokeUnasked) this.#finish(saysPaperEnded(answer) ? { kind: 'sent' } : { kind: 'confirmed' });
  }

  #hungUp(): void {
    if (!this.#isAllTaken) this.#hungUpEarly = true;
  }

  #breakOff(): void {
    this.#finish({ kind: 'unknown', bytesSent: this.#bytesTaken });
    this.#socket.destroy();
  }

  #finish(outcome: SendOutcome): void {
    clearTimeout(this.#timer);
    if (!this.#resolve) return;
    this.#resolve(outcome);
    this.#resolve = undefined;
    // Closed by us now, a printer that still speaks would get a reset and lose what it has not read yet.
    this.#socket.unref();
    setTimeout(() => this.#socket.destroy(), this.#timeouts.lingerMs).unref();
  }

  #startTimer(ms: number, onTime: () => void): void {
    clearTimeout(this.#timer);
    // The answer may be here before the network tells that the question has left.
    if (this.#resolve) this.#timer = setTimeout(onTime, ms);
  }
}

function endsWithQuestion(job: Uint8Array): boolean {
  return ASK_PAPER_STATUS.every((byte, index) => job.at(index - ASK_PAPER_STATUS.length) === byte);
}
