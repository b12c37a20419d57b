import { unreachable } from '../../domain/result.ts';
import { ASK_PAPER_STATUS, realTimeQuestion } from './escpos.ts';
import type { PrinterChannel } from './printer-channel.ts';
import { paperState, type PrinterState, realTimeState, StatusReader } from './printer-status.ts';

export type ConversationListener = {
  /** The answer to a GS r that was not asked here, or a byte that looks like one. */
  inTurn(byte: number): void;
  automatic(state: PrinterState): void;
  hungUp(): void;
  closed(isBroken: boolean): void;
};

type Expected = {
  readonly kind: 'real-time' | 'in-turn';
  /** Undefined: no answer will come. */
  readonly take: (byte: number | undefined) => void;
};

/** What a printer says over an open channel, taken apart, and the questions that may be put to it while no job runs. */
export class Conversation {
  readonly #channel: PrinterChannel;
  readonly #listener: Partial<ConversationListener>;
  readonly #reader = new StatusReader();
  #expected: Expected | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;

  constructor(channel: PrinterChannel, listener: Partial<ConversationListener>) {
    this.#channel = channel;
    this.#listener = listener;
    channel.listen({
      heard: (chunk) => this.#hear(chunk),
      hungUp: () => {
        this.end();
        listener.hungUp?.();
      },
      closed: (isBroken) => this.#closed(isBroken),
    });
  }

  /** Nothing more will be heard. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /**
   * The printer's state, asked by DLE EOT 1, 2 and 4; undefined when it says nothing within `timeoutMs`. One question
   * at a time: only the order tells the answers apart, and nothing may be sent before one has come (Epson TM-T81
   * specification, DLE EOT).
   */
  async askState(timeoutMs: number): Promise<PrinterState | undefined> {
    this.#startTimer(timeoutMs);
    const printer = await this.#ask(realTimeQuestion(1), 'real-time');
    if (printer === undefined) return undefined;
    const offlineCause = await this.#ask(realTimeQuestion(2), 'real-time');
    const paper = offlineCause === undefined ? undefined : await this.#ask(realTimeQuestion(4), 'real-time');
    clearTimeout(this.#timer);
    return realTimeState({ printer, offlineCause, paper });
  }

  /** What GS r 1 tells; undefined when nothing comes within `timeoutMs`. */
  async askPaper(timeoutMs: number): Promise<PrinterState | undefined> {
    this.#startTimer(timeoutMs);
    const answer = await this.#ask(ASK_PAPER_STATUS, 'in-turn');
    clearTimeout(this.#timer);
    return answer === undefined ? undefined : paperState(answer);
  }

  /** Waits for no answer any more. */
  end(): void {
    this.#isOver = true;
    this.#giveUp();
  }

  #startTimer(timeoutMs: number): void {
    clearTimeout(this.#timer);
    if (!this.#isOver) this.#timer = setTimeout(() => this.#giveUp(), timeoutMs);
  }

  #ask(question: Uint8Array, kind: Expected['kind']): Promise<number | undefined> {
    if (this.#isOver || this.#channel.isWriteOnly) return Promise.resolve(undefined);
    return new Promise((take) => {
      this.#expected = { kind, take };
      // A line that is unplugged tells of it only who writes to it.
      this.#channel.write(question).catch(() => this.#closed(true));
    });
  }

  #closed(isBroken: boolean): void {
    this.end();
    this.#listener.closed?.(isBroken);
  }

  #giveUp(): void {
    clearTimeout(this.#timer);
    this.#answer(undefined);
  }

  #answer(byte: number | undefined): void {
    const expected = this.#expected;
    this.#expected = undefined;
    expected?.take(byte);
  }

  #hear(chunk: Uint8Array): void {
    for (const message of this.#reader.read(chunk)) {
      switch (message.kind) {
        case 'real-time':
        case 'in-turn':
          if (this.#expected?.kind === message.kind) this.#answer(message.byte);
          else if (message.kind === 'in-turn') this.#listener.inTurn?.(message.byte);
          break;
        case 'automatic':
          this.#listener.automatic?.(message.state);
          break;
        default:
          unreachable(message);
      }
    }
  }
}
