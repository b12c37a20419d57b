import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { projectRoot } from '../../scripts/console.ts';
import { launchCounter as launch, type LaunchOptions } from '../../scripts/drive/launch-counter.ts';
import { resolveRuntime, type Runtime } from '../../scripts/runtime.ts';

/** The real application in a real window. */
export type CounterApp = {
  readonly app: ElectronApplication;
  readonly window: Page;
  /** Ends it as a person does; resolves when its processes are gone. */
  readonly close: () => Promise<void>;
};

export type CounterAppOptions = LaunchOptions & {
  /** Switches of Chromium. */
  readonly args?: readonly string[];
};

let prepared: Promise<Runtime> | undefined;

afterAll(async () => (await prepared)?.stop());

/** An Electron that can be started, and a `dist/` no older than the sources. Found and built once in each test file. */
export function preparedRuntime(): Promise<Runtime> {
  prepared ??= build().then(() => resolveRuntime());
  return prepared;
}

/** Starts the application on its own data. Close it in the test that started it. */
export async function launchCounter({ args = [], ...options }: CounterAppOptions): Promise<CounterApp> {
  const runtime = await preparedRuntime();
  const { app, page, close } = await launch({ ...runtime, args: [...runtime.args, ...args] }, options);
  return { app, window: page, close };
}

/** In a process of its own: under the NODE_ENV of the tests it would be a development build of React. */
async function build(): Promise<void> {
  const { NODE_ENV: _, ...env } = process.env;
  const script = path.join(projectRoot, 'scripts/build.ts');
  await promisify(execFile)(process.execPath, [script, '--if-stale'], { env });
}

/** The processes that `processId` started and that still live. */
export function childrenOf(processId: number): readonly number[] {
  const children = readFileSync(`/proc/${processId}/task/${processId}/children`, 'utf8').trim();
  return children === '' ? [] : children.split(' ').map(Number);
}

/** Resolves when a process that is not ours to wait for has ended. */
export async function ended(processId: number): Promise<void> {
  while (isAlive(processId)) await new Promise((resolve) => setTimeout(resolve, 20));
}

function isAlive(processId: number): boolean {
  try {
    // A process that ended and that nobody fetched yet is a zombie: Z behind the name in brackets.
    return !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${processId}/stat`, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}
