import type { IpcMain, WebFrameMain } from 'electron';
import type { Fault, FaultCode, Reply, Request } from '../contract/envelope.ts';

export type Answer = { readonly ok: true; readonly output: unknown } | { readonly ok: false; readonly fault: Fault };

/** Longer than any command may take, shorter than a clerk's patience with a dead window. */
const TIMEOUT_MS = 30_000;

/** They wait for a dialog, in which a person may look for a file as long as it takes. */
const WAITING_FOR_A_PERSON: ReadonlySet<string> = new Set([
  'catalogue.read',
  'goLive.read',
  'report.saveTable',
  'found.save',
]);

/** Passes questions of the window to the core and finds for each reply the question it belongs to. */
export class Broker {
  readonly #post: (request: Request) => boolean;
  readonly #timeoutMs: number;
  readonly #inFlight = new Map<number, (answer: Answer) => void>();
  #lastId = 0;

  /** `post` answers false when there is no core to pass it to. */
  constructor(post: (request: Request) => boolean, timeoutMs = TIMEOUT_MS) {
    this.#post = post;
    this.#timeoutMs = timeoutMs;
  }

  /** Never rejects. Whether the command exists and its input is right, the core decides. */
  call(name: unknown, input: unknown): Promise<Answer> {
    if (typeof name !== 'string') return Promise.resolve(failure('unknown-command', 'the name is not a string'));
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      const timer = WAITING_FOR_A_PERSON.has(name)
        ? undefined
        : setTimeout(() => this.#settle(id, failure('timed-out', name)), this.#timeoutMs);
      this.#inFlight.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      if (!this.#post({ type: 'request', id, name, input })) this.#settle(id, failure('core-gone', name));
    });
  }

  /** A reply to a question that timed out has nobody left to hear it. */
  reply(reply: Reply): void {
    this.#settle(reply.id, reply.ok ? { ok: true, output: reply.output } : { ok: false, fault: reply.fault });
  }

  /** Whatever was in flight will never be answered. */
  coreGone(): void {
    for (const id of this.#inFlight.keys()) this.#settle(id, failure('core-gone', 'the core ended'));
  }

  #settle(id: number, answer: Answer): void {
    const settle = this.#inFlight.get(id);
    this.#inFlight.delete(id);
    settle?.(answer);
  }
}

function failure(code: FaultCode, detail: string): Answer {
  return { ok: false, fault: { code, detail } };
}

/** Answers `call` of the preload, for frames that `isOurs` only. */
export function serveWindow(ipc: IpcMain, broker: Broker, isOurs: (frame: WebFrameMain | null) => boolean): void {
  ipc.handle('counter:call', (event, name: unknown, input: unknown) => {
    if (!isOurs(event.senderFrame)) throw new Error('refused: not the window of the counter');
    return broker.call(name, input);
  });
}
