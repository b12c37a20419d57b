import { randomInt } from 'node:crypto';
import type {
  DialogEnding,
  FilePurpose,
  FolderPurpose,
  ShellPage,
  ShellReply,
  ShellRequest,
} from '../contract/envelope.ts';

/** Main has nothing to do for this but to ask the operating system. */
const TIMEOUT_MS = 10_000;
/** A form of many pages takes its time. */
const TIMEOUTS_MS: { readonly [K in ShellRequest['ask']]?: number } = { 'render-pdf': 30_000 };
const OF_CLERK: ReadonlySet<ShellRequest['ask']> = new Set<ShellRequest['ask']>([
  'choose-folder',
  'find-folder',
  'find-file',
  'save-file',
  'print-page',
]);
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

  /** Path of the file the clerk wants something in, proposed to be called `name`; null when none was chosen. */
  async chooseFileToSave(name: string): Promise<string | null> {
    const data = await this.#ask('save-file', Buffer.from(name).toString('base64'));
    return data === null ? null : Buffer.from(data, 'base64').toString();
  }

  /** The page as a PDF; null when the shell cannot draw it. */
  async renderPdf(page: ShellPage): Promise<Uint8Array | null> {
    const data = await this.#ask('render-pdf', pageData(page));
    return data === null ? null : Uint8Array.from(Buffer.from(data, 'base64'));
  }

  /** Prints the page through the system's dialog; waits as long as the clerk does. */
  async printWithDialog(page: ShellPage): Promise<DialogEnding> {
    const data = await this.#ask('print-page', pageData(page));
    const said = data === null ? 'failed' : Buffer.from(data, 'base64').toString();
    return said === 'printed' || said === 'cancelled' ? said : 'failed';
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
      const timer = OF_CLERK.has(ask) ? undefined : setTimeout(() => answer(null), TIMEOUTS_MS[ask] ?? TIMEOUT_MS);
      this.#waiting.set(id, answer);
      this.#post({ type: 'shell-request', id, ask, data });
    });
  }
}

function pageData({ html, paper }: ShellPage): string {
  return Buffer.from(JSON.stringify({ html, paper } satisfies ShellPage)).toString('base64');
}
