import type { ShellReply, ShellRequest } from '../contract/envelope.ts';

/** Main has nothing to do for this but to ask the operating system. */
const TIMEOUT_MS = 10_000;

/** The core's way to the key store of the operating system, through main. */
export class ShellClient {
  readonly #post: (request: ShellRequest) => void;
  readonly #waiting = new Map<number, (data: string | null) => void>();
  #lastId = 0;

  constructor(post: (request: ShellRequest) => void) {
    this.#post = post;
  }

  /** The secret as only this user of this computer can read it; null when there is no key store. */
  wrap(secret: string): Promise<string | null> {
    return this.#ask('wrap-secret', Buffer.from(secret).toString('base64'));
  }

  /** The secret again; null when the key store is gone or cannot read this. */
  async unwrap(wrapped: string): Promise<string | null> {
    const data = await this.#ask('unwrap-secret', wrapped);
    return data === null ? null : Buffer.from(data, 'base64').toString();
  }

  take(reply: ShellReply): void {
    this.#waiting.get(reply.id)?.(reply.data);
  }

  #ask(ask: ShellRequest['ask'], data: string): Promise<string | null> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      const answer = (answered: string | null): void => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(answered);
      };
      // A shell that keeps silent is a shell without a key store.
      const timer = setTimeout(() => answer(null), TIMEOUT_MS);
      this.#waiting.set(id, answer);
      this.#post({ type: 'shell-request', id, ask, data });
    });
  }
}
