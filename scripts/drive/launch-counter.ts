import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { Runtime } from '../runtime.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A counter in a real window, on the built program. */
export type LaunchedCounter = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Ends it the way a person does; resolves when its processes are gone. */
  readonly close: () => Promise<void>;
};

export async function launchCounter(
  runtime: Pick<Runtime, 'bin' | 'args' | 'env'>,
  options: { readonly dataFolder: string; readonly env?: Readonly<Record<string, string>> },
): Promise<LaunchedCounter> {
  const app = await _electron.launch({
    executablePath: runtime.bin,
    args: [...runtime.args, root],
    env: { ...inherited(), ...runtime.env, ...options.env, COUNTER_DATA: options.dataFolder },
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  return { app, page, close: () => app.close() };
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
