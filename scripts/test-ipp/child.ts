import { type ChildProcess, spawn } from 'node:child_process';

export type Child = {
  /** Everything it printed so far. */
  readonly printed: () => string;
  readonly stop: () => Promise<void>;
};

/** Every child that still runs: none outlives this process, however it ends. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const READY_MS = 15_000;

/** Starts a program and waits until it is `isReady`. Throws with what it printed when it ends before, or takes too long. */
export async function startChild(wish: {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly isReady: (printed: string) => boolean;
}): Promise<Child> {
  const { program, args } = wish;
  const child = spawn(program, args, {
    cwd: wish.cwd,
    env: { ...process.env, ...wish.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  let failure: string | undefined;
  child.once('error', (error) => {
    failure = error.message;
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', (code, signal) => {
      running.delete(child);
      failure ??= `ended with ${code ?? signal}`;
      resolve();
    });
  });
  const until = performance.now() + READY_MS;
  while (!wish.isReady(printed)) {
    if (performance.now() > until) failure ??= 'is not ready after 15 s';
    if (failure !== undefined) throw new Error(`${program} ${failure}:\n${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    printed: () => printed,
    stop: async () => {
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await ended;
      clearTimeout(impatience);
    },
  };
}
