import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, errors, type Page } from 'playwright-core';
import type { Runtime } from '../runtime.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A counter in a real window, on the built program. */
export type LaunchedCounter = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Ends it the way a person does; resolves when its processes are gone. */
  readonly close: () => Promise<void>;
};

export type LaunchOptions = {
  readonly dataFolder: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Where the built program stands. Absent: in this project. */
  readonly program?: string;
};

/** About one start in ten, the driver never attaches to the old stand-in runtime; alone it always comes up. */
const TRIES = 5;
const ATTACH_MS = 8_000;

/** Starts a counter on its own data. A start the driver could not attach to is ended and made again. */
export async function launchCounter(
  runtime: Pick<Runtime, 'bin' | 'args' | 'env'>,
  options: LaunchOptions,
): Promise<LaunchedCounter> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await launchOnce(runtime, options);
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || tries === TRIES) throw error;
      process.stderr.write(`the driver did not attach within ${ATTACH_MS} ms: starting again\n`);
    }
  }
}

async function launchOnce(...[runtime, options]: Parameters<typeof launchCounter>): Promise<LaunchedCounter> {
  const app = await _electron.launch({
    executablePath: runtime.bin,
    args: [...runtime.args, options.program ?? root],
    env: { ...inherited(), ...runtime.env, ...options.env, COUNTER_DATA: options.dataFolder },
    timeout: ATTACH_MS,
  });
  try {
    const page = await app.firstWindow({ timeout: ATTACH_MS });
    await page.waitForLoadState('domcontentloaded', { timeout: ATTACH_MS });
    return { app, page, close: () => app.close() };
  } catch (error) {
    app.process().kill('SIGKILL');
    throw error;
  }
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
