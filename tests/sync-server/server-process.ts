import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** `npm run server -- …` that ends by itself. */
export async function runServer(...args: readonly string[]): Promise<Ended> {
  const child = start(args);
  const ended = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (ended.out += chunk));
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (ended.err += chunk));
  await once(child, 'close');
  return { ...ended, code: child.exitCode };
}

export type Serving = {
  readonly url: string;
  /** What was printed before the address. */
  readonly printed: readonly string[];
  /** Ends the process and answers its exit code, null when the signal ended it. */
  readonly end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<number | null>;
};

/** `npm run server -- …` that serves; resolves once it says where. */
export async function serve(...args: readonly string[]): Promise<Serving> {
  const child = start(args);
  const printed: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    if (!child.stdout) throw new Error('no output to read');
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /http:\/\/\S+/.exec(line)?.[0];
      if (address === undefined) printed.push(line);
      else resolve(address);
    });
    child.once('close', () => reject(new Error(`ended early: ${printed.join('\n')}`)));
  });
  return {
    url,
    printed,
    end: async (signal) => {
      const closed = once(child, 'close');
      child.kill(signal);
      await closed;
      return child.exitCode;
    },
  };
}

function start(args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, ['sync/server/cli.ts', ...args], { cwd: ROOT, stdio: 'pipe' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}
