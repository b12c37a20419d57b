import type { ElectronApplication } from 'playwright-core';
import type { CommandName, Output } from '../../electron/contract/commands.ts';
import { PUSH_TOPICS } from '../../electron/contract/pushes.ts';

/**
 * Puts answers of our own before those of the core of a running application: for states that take a broken disk, another
 * computer or a long time. Everything that has none is answered by the core.
 */
export class CannedAnswers {
  readonly #app: ElectronApplication;

  constructor(app: ElectronApplication) {
    this.#app = app;
  }

  async install(): Promise<void> {
    await this.#app.evaluate(({ ipcMain }) => {
      const channel = 'counter:call';
      const real = Reflect.get(ipcMain, '_invokeHandlers').get(channel);
      const canned = new Map<string, { readonly whole: boolean; readonly output: unknown }>();
      Reflect.set(globalThis, 'cannedAnswers', canned);
      ipcMain.removeHandler(channel);
      ipcMain.handle(channel, async (event, name: string, input: unknown) => {
        const answer = canned.get(name);
        if (answer?.whole) return { ok: true, output: answer.output };
        const envelope = await real(event, name, input);
        return answer && envelope.ok
          ? { ok: true, output: { ...envelope.output, ...Object(answer.output) } }
          : envelope;
      });
    });
  }

  /** Answers this instead of the core. */
  answer<N extends CommandName>(name: N, output: Output<N>): Promise<void> {
    return this.#put(name, true, output);
  }

  /** Changes a part of what the core answers. */
  patch<N extends CommandName>(name: N, part: Partial<Output<N>>): Promise<void> {
    return this.#put(name, false, part);
  }

  /** The core answers by itself again, and the window looks again. */
  async clear(): Promise<void> {
    await this.#app.evaluate(() => Reflect.get(globalThis, 'cannedAnswers').clear());
    await this.#lookAgain();
  }

  async #put(name: string, whole: boolean, output: unknown): Promise<void> {
    await this.#app.evaluate(
      (_electron, [key, isWhole, value]) =>
        Reflect.get(globalThis, 'cannedAnswers').set(key, { whole: isWhole, output: value }),
      [name, whole, output] as const,
    );
    await this.#lookAgain();
  }

  async #lookAgain(): Promise<void> {
    await this.#app.evaluate(({ BrowserWindow }, topics) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send('counter:push', { topics });
    }, PUSH_TOPICS);
  }
}
