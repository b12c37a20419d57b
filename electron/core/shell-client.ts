import { randomInt } from 'node:crypto';
import type { FilePurpose, FolderPurpose, ShellReply, ShellRequest } from '../contract/envelope.ts';

/** Main has nothing to do for this but to ask the operating system. */
const TIMEOUT_MS = 10_000;
const MOST_FIRST_ID = 2 ** 47;

/** The core's way to the operating system, through main: to its key store and its dialogs. */
export class ShellClient {
  readonly #post: (request: ShellRequest) => void;
  readonly #waiting = new Map<number, (data: string | null) => void>();
  // Anywhere: a core that died may have left a dialog open, and what it answers must not pass for an answer to this one.
  #lastId = randomInt(MOST_FIRST_ID);

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

  /** Whether there is a key store. Nothing is wrapped to find out. */
  async hasKeyStore(): Promise<boolean> {
    return (await this.#ask('has-key-store', '')) !== null;
  }

  /** Path of the folder the clerk chose; null when none was. Waits as long as the clerk does. */
  async chooseFolder(purpose: FolderPurpose): Promise<string | null> {
    const data = await this.#ask(purpose === 'keep' ? 'choose-folder' : 'find-folder', '');
    return data === null ? null : Buffer.from(data, 'base64').toString();
  }

  /** Path of the file the clerk chose; null when none was. Waits as long as the clerk does. */
  async chooseFile(purpose: FilePurpose): Promise<string | null> {
    const data = await this.#ask('find-file', Buffer.from(purpose).toString('base64'));
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
      // A shell that keeps silent is a shell without a key store; a clerk may think as long as it takes.
      const isOfClerk = ask === 'choose-folder' || ask === 'find-folder' || ask === 'find-file';
      const timer = isOfClerk ? undefined : setTimeout(() => answer(null), TIMEOUT_MS);
      this.#waiting.set(id, answer);
      this.#post({ type: 'shell-request', id, ask, data });
    });
  }
}
