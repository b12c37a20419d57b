import { Conversation } from './conversation.ts';
import { ASK_PAPER_STATUS, AUTOMATIC_STATUS_OFF, AUTOMATIC_STATUS_ON, endOfBrokenJob } from './escpos.ts';
import { type PrinterChannel, type Refused, refused, type RefusedReason } from './printer-channel.ts';
import type { PrinterProfile } from './printer-profile.ts';
import { paperState, type PrinterState, type PrinterTrouble } from './printer-status.ts';

export type SendTimeouts = {
  /** For the connection. */
  readonly connectMs: number;
  /** For the answers to the real-time questions, all together. */
  readonly statusMs: number;
  /** For the printer to take some more of the job. */
  readonly stallMs: number;
  /** For the printer's answer after the last byte. */
  readonly replyMs: number;
  /** How long a connection without an answer is left open, for a printer that is still at work. */
  readonly lingerMs: number;
};

export type SendOutcome =
  /** The printer answered the question behind the last byte: everything before it was worked off. */
  | { readonly kind: 'confirmed' }
  /** The system took every byte; the printer said nothing that could be trusted. */
  | { readonly kind: 'sent' }
  /** Asked before, the printer said that it would not print: no byte of the job has left. */
  | { readonly kind: 'not-ready'; readonly reason: PrinterTrouble }
  /** Provably no byte of the job was accepted: sending again cannot print twice. */
  | Refused
  /**
   * Some of the job was accepted and it is not known whether the slip came out whole. At least `bytesSent` of it had left
   * the program; `reason` is what the printer said of itself last.
   */
  | { readonly kind: 'unknown'; readonly bytesSent: number; readonly reason?: PrinterTrouble };

export type PrinterWay = {
  readonly channel: PrinterChannel;
  readonly profile: PrinterProfile;
  readonly timeouts: SendTimeouts;
};

export type PrintBytes = {
  /** A job that ends with GS r 1; without it nothing can be confirmed. */
  readonly bytes: Uint8Array;
  readonly afterBrokenJob: boolean;
};

/** For a printer that has answered and only has to close, too. */
const SHORT_LINGER_MS = 1_000;

/** For a printer that no answer is expected from: time to print a slip, or to break off. */
const UNASKED_MS = 3_000;

/** One job on one open channel, from the question whether the printer is ready to the outcome. */
export class Delivery {
  readonly #way: PrinterWay;
  readonly #conversation: Conversation;
  readonly #outcome: Promise<SendOutcome>;
  #resolve: ((outcome: SendOutcome) => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** It answers at any time, so the channel stays open for one more question. */
  #canBeAsked = false;
  #hasBegun = false;
  #bytesTaken = 0;
  #isQuestionAsked = false;
  #isAllTaken = false;
  #isAskedAgain = false;
  #hungUpEarly = false;
  #spokeUnasked = false;
  #trouble: PrinterTrouble | undefined;
  /** Paper or cover stopped the job: what comes out afterwards is a slip in two pieces. */
  #interruption: PrinterTrouble | undefined;

  constructor(way: PrinterWay) {
    this.#way = way;
    this.#outcome = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    this.#conversation = new Conversation(way.channel, {
      inTurn: (byte) => this.#hearAnswer(byte),
      automatic: (state) => this.#note(state),
      hungUp: () => this.#hungUp(),
      closed: (isBroken) => (isBroken || !this.#isAllTaken ? this.#breakOff() : this.#conclude()),
    });
  }

  run(job: PrintBytes): Promise<SendOutcome> {
    this.#send(job).catch(() => this.#breakOff());
    return this.#outcome;
  }

  async #send({ bytes, afterBrokenJob }: PrintBytes): Promise<void> {
    const { channel, profile, timeouts } = this.#way;
    const state = profile.status.realTime ? await this.#conversation.askState(timeouts.statusMs) : undefined;
    if (state?.trouble) return this.#finish({ kind: 'not-ready', reason: state.trouble });
    this.#canBeAsked = state !== undefined;
    if (afterBrokenJob) await this.#write(endOfBrokenJob(profile));
    if (this.#hearsAutomatic) await this.#write(AUTOMATIC_STATUS_ON);
    await this.#writeJob(bytes);
    this.#startTimer(timeouts.stallMs, () => this.#breakOff());
    if (!this.#canBeAsked) await channel.endWriting();
    this.#isAllTaken = true;
    if (channel.isWriteOnly) this.#conclude();
    else this.#startTimer(this.#patienceMs, () => void this.#askAgain());
  }

  async #writeJob(job: Uint8Array): Promise<void> {
    const questionAt = endsWithQuestion(job) ? job.length - ASK_PAPER_STATUS.length : job.length;
    if (!this.#resolve) return;
    this.#hasBegun = true;
    await this.#write(job.subarray(0, questionAt));
    // The question goes by itself, so that what came before it is known to be no answer.
    this.#isQuestionAsked = questionAt < job.length;
    await this.#write(job.subarray(questionAt));
  }

  async #write(bytes: Uint8Array): Promise<void> {
    const { channel, timeouts } = this.#way;
    for (let at = 0; at < bytes.length && this.#resolve; at += channel.chunkBytes) {
      const chunk = bytes.subarray(at, at + channel.chunkBytes);
      this.#startTimer(timeouts.stallMs, () => this.#breakOff('timed-out'));
      await channel.write(chunk);
      if (this.#hasBegun) this.#bytesTaken += chunk.length;
    }
  }

  /** How long the outcome may wait for a word from the printer. */
  get #patienceMs(): number {
    const { replyMs } = this.#way.timeouts;
    return this.#isQuestionAsked ? replyMs : Math.min(replyMs, UNASKED_MS);
  }

  get #hearsAutomatic(): boolean {
    return this.#canBeAsked && this.#way.profile.status.automatic;
  }

  #note({ trouble }: PrinterState): void {
    this.#trouble = trouble;
    if (this.#hasBegun && (trouble === 'paper-out' || trouble === 'cover-open')) this.#interruption ??= trouble;
  }

  #hearAnswer(byte: number): void {
    if (!this.#isQuestionAsked) this.#spokeUnasked = true;
    else if (this.#spokeUnasked) return;
    else if (paperState(byte).trouble) void this.#askAgain();
    else if (this.#interruption) this.#conclude();
    else this.#finish({ kind: 'confirmed' });
  }

  /** The last word on a job that nothing has confirmed. */
  async #askAgain(): Promise<void> {
    if (this.#isAskedAgain) return;
    this.#isAskedAgain = true;
    clearTimeout(this.#timer);
    const state = this.#canBeAsked ? await this.#conversation.askState(this.#way.timeouts.statusMs) : undefined;
    if (state) this.#note(state);
    this.#conclude();
  }

  #hungUp(): void {
    if (!this.#hasBegun) this.#breakOff();
    else if (!this.#isAllTaken) this.#hungUpEarly = true;
    else if (this.#canBeAsked) this.#conclude();
  }

  /** Every byte was taken and no answer confirms the job. */
  #conclude(): void {
    const reason = this.#interruption ?? this.#trouble;
    if (this.#hungUpEarly) this.#breakOff();
    else if (reason) this.#finish({ kind: 'unknown', bytesSent: this.#bytesTaken, reason });
    else this.#finish({ kind: 'sent' });
  }

  #breakOff(reason: Extract<RefusedReason, 'unreachable' | 'timed-out'> = 'unreachable'): void {
    const trouble = this.#interruption ?? this.#trouble;
    if (!this.#hasBegun) this.#finish(refused(reason), 'cut-off');
    else {
      const bytesSent = this.#bytesTaken;
      this.#finish({ kind: 'unknown', bytesSent, ...(trouble ? { reason: trouble } : {}) }, 'cut-off');
    }
  }

  #finish(outcome: SendOutcome, leave: 'release' | 'cut-off' = 'release'): void {
    const resolve = this.#resolve;
    if (!resolve) return;
    this.#resolve = undefined;
    clearTimeout(this.#timer);
    this.#conversation.end();
    const { channel, timeouts } = this.#way;
    if (leave === 'cut-off') {
      void channel.cutOff().then(() => resolve(outcome));
      return;
    }
    // Best effort: a printer that goes on telling of itself disturbs no later job.
    if (this.#hasBegun && this.#hearsAutomatic) channel.write(AUTOMATIC_STATUS_OFF).catch(() => undefined);
    const isDone = outcome.kind === 'confirmed' || outcome.kind === 'not-ready';
    void channel.release(isDone ? SHORT_LINGER_MS : timeouts.lingerMs).then(() => resolve(outcome));
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
