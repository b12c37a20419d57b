import type { Fault, FromCore, Reply, ToCore } from '../contract/envelope.ts';
import type { Push } from '../contract/pushes.ts';

export type CallAnswer =
  { readonly ok: true; readonly output: unknown } | { readonly ok: false; readonly fault: Fault };

const TIMEOUT_MS = 30_000;
const MOST_WAITING = 200;

type Waiting = { readonly answer: (answer: CallAnswer) => void; readonly timer: NodeJS.Timeout };

/**
 * Between the window and the core: numbers what is asked, gives each answer to its question, and answers by itself when the
 * core is gone (`core-gone`) or silent for 30 s (`timed-out`). Questions asked before the core is ready wait for it.
 */
export class Broker {
  readonly #post: (message: ToCore) => boolean;
  readonly #waiting = new Map<number, Waiting>();
  #early: ToCore[] = [];
  #isReady = false;
  #lastId = 0;

  constructor(post: (message: ToCore) => boolean) {
    this.#post = post;
  }

  ask(name: string, input: unknown): Promise<CallAnswer> {
    if (this.#waiting.size >= MOST_WAITING)
      return Promise.resolve(faultOf('core-failed', 'too many questions at once'));
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((answer) => {
      const timer = setTimeout(() => this.#finish(id, faultOf('timed-out', name)), TIMEOUT_MS);
      this.#waiting.set(id, { answer, timer });
      const request: ToCore = { type: 'request', id, name, input };
      if (!this.#isReady) this.#early.push(request);
      else if (!this.#post(request)) this.#finish(id, faultOf('core-gone', name));
    });
  }

  /** Takes what concerns the window; answers the push to pass on, if it was one. */
  take(message: FromCore): Push | undefined {
    if (message.type === 'push') return message.push;
    if (message.type === 'reply') this.#finish(message.id, answerOf(message));
    if (message.type === 'ready') this.#open();
    return undefined;
  }

  /** The core is gone: whatever was asked of it stays unanswered. What waits for the next one keeps waiting. */
  coreGone(): void {
    this.#isReady = false;
    const early = new Set(this.#early.flatMap((message) => (message.type === 'request' ? [message.id] : [])));
    for (const id of this.#waiting.keys()) {
      if (!early.has(id)) this.#finish(id, faultOf('core-gone', ''));
    }
  }

  #open(): void {
    this.#isReady = true;
    const early = this.#early;
    this.#early = [];
    for (const message of early) this.#post(message);
  }

  #finish(id: number, answer: CallAnswer): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(id);
    waiting.answer(answer);
  }
}

function answerOf(reply: Reply): CallAnswer {
  return reply.ok ? { ok: true, output: reply.output } : { ok: false, fault: reply.fault };
}

function faultOf(code: Fault['code'], detail: string): CallAnswer {
  return { ok: false, fault: { code, detail } };
}
