import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { decodeMessage } from './decode-message.ts';
import { isInOfficeNetwork } from '../network/office-network.ts';
import { type IppAddress, isSecure } from './ipp-address.ts';
import type { IppMessage } from './ipp-message.ts';

export type ExchangeTimeouts = {
  /** For the connection, with TLS. */
  readonly connectMs: number;
  /** For the network to take some more of the question or the document. */
  readonly stallMs: number;
  /** For the whole answer, after the last byte of a question was taken; of a document, see `acceptMs`. */
  readonly answerMs: number;
  readonly acceptMs: number;
  /** How long an answer is still waited for when the wish to stop comes while a document is under way. */
  readonly cancelMs: number;
};

export type ExchangeEnd =
  | { readonly kind: 'answer'; readonly message: IppMessage }
  /** Answered by something, but not with IPP's "200". */
  | { readonly kind: 'http-status'; readonly status: number; readonly bytesSent: number; readonly isBegun: boolean }
  | {
      readonly kind: 'no-answer';
      readonly reason: 'unreachable' | 'timed-out' | 'not-ipp' | 'denied' | 'outside-office' | 'stopped';
      /** At least so many bytes of the document had left the program. */
      readonly bytesSent: number;
      /** False: not one byte of the document can have reached anybody. */
      readonly isBegun: boolean;
    };

export type Exchange = {
  readonly address: IppAddress;
  /** The encoded message. */
  readonly question: Uint8Array;
  /** Goes behind the message, byte for byte. */
  readonly document?: Uint8Array;
  readonly timeouts: ExchangeTimeouts;
  readonly signal?: AbortSignal;
};

type NoAnswer = Extract<ExchangeEnd, { kind: 'no-answer' }>;

/** Small enough that a stall is noticed, and `bytesSent` means something. */
const CHUNK_BYTES = 16_384;
/** The longest answers are lists of papers: some 50 KB. */
const MAX_ANSWER_BYTES = 1_048_576;

/** Asks one question on a connection of its own, once. Never rejects: every ending is one of the three. */
export function exchange(wish: Exchange): Promise<ExchangeEnd> {
  return new OneExchange(wish).run();
}

class OneExchange {
  readonly #wish: Exchange;
  readonly #request: ClientRequest;
  #resolve: ((end: ExchangeEnd) => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopTimer: NodeJS.Timeout | undefined;
  #isBegun = false;
  #bytesSent = 0;

  constructor(wish: Exchange) {
    this.#wish = wish;
    const { address, question, document } = wish;
    this.#request = (isSecure(address) ? httpsRequest : httpRequest)({
      host: address.host,
      port: address.port,
      path: address.path,
      method: 'POST',
      agent: false,
      headers: {
        'Content-Type': 'application/ipp',
        'Content-Length': question.length + (document?.length ?? 0),
        Accept: 'application/ipp',
      },
      // Judged by #trusts, before a byte of the question leaves.
      rejectUnauthorized: false,
    });
  }

  run(): Promise<ExchangeEnd> {
    const end = new Promise<ExchangeEnd>((resolve) => {
      this.#resolve = resolve;
    });
    const { signal, timeouts, address } = this.#wish;
    this.#startTimer(timeouts.connectMs, () => this.#break('timed-out'));
    this.#request.on('error', (error) => this.#break(reasonOf(error)));
    this.#request.once('response', (response) => this.#hear(response));
    this.#request.once('socket', (socket) => {
      socket.once(isSecure(address) ? 'secureConnect' : 'connect', () => this.#connected(socket));
    });
    signal?.addEventListener('abort', this.#stop, { once: true });
    if (signal?.aborted) this.#stop();
    return end;
  }

  #connected(socket: Socket): void {
    if (!trusts(socket)) return this.#break(socket instanceof TLSSocket ? 'denied' : 'outside-office');
    // A broken connection ends the exchange by the event of the request.
    this.#send().catch((error: NodeJS.ErrnoException) => this.#break(reasonOf(error)));
  }

  async #send(): Promise<void> {
    const { question, document = new Uint8Array(), timeouts } = this.#wish;
    const answerMs = document.length > 0 ? timeouts.acceptMs : timeouts.answerMs;
    await this.#write(question);
    for (let at = 0; at < document.length && this.#resolve; at += CHUNK_BYTES) {
      const chunk = document.subarray(at, at + CHUNK_BYTES);
      this.#isBegun = true;
      await this.#write(chunk);
      this.#bytesSent += chunk.length;
    }
    this.#request.end();
    this.#startTimer(answerMs, () => this.#break('timed-out'));
  }

  #write(bytes: Uint8Array): Promise<void> {
    this.#startTimer(this.#wish.timeouts.stallMs, () => this.#break('timed-out'));
    return new Promise((resolve, reject) => {
      this.#request.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  }

  #hear(response: IncomingMessage): void {
    const status = response.statusCode ?? 0;
    const progress = { bytesSent: this.#bytesSent, isBegun: this.#isBegun };
    if (status !== 200) return this.#finish({ kind: 'http-status', status, ...progress });
    const chunks: Uint8Array[] = [];
    let length = 0;
    response.on('data', (chunk: Uint8Array) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > MAX_ANSWER_BYTES) this.#break('not-ipp');
    });
    response.once('error', (error) => this.#break(reasonOf(error)));
    response.once('end', () => {
      const message = decodeMessage(Buffer.concat(chunks));
      if (message) this.#finish({ kind: 'answer', message });
      else this.#break('not-ipp');
    });
  }

  /** Before the document nothing is lost by breaking off; after its first byte an answer is worth waiting for. */
  readonly #stop = (): void => {
    if (!this.#isBegun) return this.#break('stopped');
    this.#stopTimer = setTimeout(() => this.#break('stopped'), this.#wish.timeouts.cancelMs);
  };

  #break(reason: NoAnswer['reason']): void {
    this.#finish({ kind: 'no-answer', reason, bytesSent: this.#bytesSent, isBegun: this.#isBegun });
  }

  #finish(end: ExchangeEnd): void {
    if (!this.#resolve) return;
    this.#resolve(end);
    this.#resolve = undefined;
    clearTimeout(this.#timer);
    clearTimeout(this.#stopTimer);
    this.#wish.signal?.removeEventListener('abort', this.#stop);
    this.#request.destroy();
  }

  #startTimer(ms: number, onTime: () => void): void {
    clearTimeout(this.#timer);
    if (this.#resolve) this.#timer = setTimeout(onTime, ms);
  }
}

function reasonOf({ code = '' }: NodeJS.ErrnoException): NoAnswer['reason'] {
  if (code === 'ETIMEDOUT') return 'timed-out';
  // Bytes that are no HTTP; a handshake that is none.
  if (code.startsWith('HPE_') || code === 'EPROTO' || code.startsWith('ERR_SSL')) return 'not-ipp';
  return 'unreachable';
}

/**
 * Office printers sign their certificates themselves, and nobody there can install another: inside the office's own network
 * any is taken (TLS then keeps listeners out, not impostors). An address outside must have one that this system trusts, and
 * nothing leaves the office unencrypted: what is printed is about citizens.
 */
function trusts(socket: Socket): boolean {
  return (socket instanceof TLSSocket && socket.authorized) || isInOfficeNetwork(socket.remoteAddress ?? '');
}
