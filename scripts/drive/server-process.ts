import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '../console.ts';

/** The upstream server as `npm run server` starts it, in a process of its own. */
export type ServerProcess = {
  readonly port: number;
  /** Printed by `--init`. */
  readonly code: string;
  /** Another one-time code, for another counter. */
  readonly newCode: () => Promise<string>;
  readonly stop: () => void;
};

const CODE = /([0-9A-Z]{5}-[0-9A-Z]{5})/;
const ADDRESS = /http:\/\/127\.0\.0\.1:(\d+)/;

export async function startServer(wish: {
  readonly dataFolder: string;
  readonly unitCode: string;
}): Promise<ServerProcess> {
  const common = ['--data', wish.dataFolder, '--unit', wish.unitCode];
  const serving = run([...common, '--init', '--port', '0']);
  return {
    code: await serving.line(CODE),
    port: Number(await serving.line(ADDRESS)),
    newCode: () => run([...common, '--new-code', '--no-serve']).line(CODE),
    stop: () => void serving.child.kill('SIGTERM'),
  };
}

function run(args: readonly string[]): {
  readonly child: ChildProcess;
  readonly line: (pattern: RegExp) => Promise<string>;
} {
  const cli = path.join(projectRoot, 'sync', 'server', 'cli.ts');
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const seen: string[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (text) => {
    seen.push(text);
    for (const look of waiting) look();
  });
  return {
    child,
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const [found] = seen.flatMap((text) => pattern.exec(text)?.[1] ?? []);
          if (found !== undefined) resolve(found);
        };
        waiting.add(look);
        child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
        look();
      }),
  };
}
