import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { projectRoot, say, seconds } from './console.ts';

type Step = { readonly name: string; readonly program: string; readonly args: readonly string[] };

const node = (name: string, ...args: readonly string[]): Step => ({ name, program: process.execPath, args });
const tool = (name: string, program: string, ...args: readonly string[]): Step => ({
  name,
  program: path.join(projectRoot, 'node_modules/.bin', program),
  args,
});

/** None needs another's result, so all run at the same time. */
const STEPS: readonly Step[] = [
  tool('types', 'tsc', '-p', '.', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/types.tsbuildinfo'),
  tool('lint', 'oxlint', '--type-aware'),
  // By content: a fresh clone has other times. The cache lies in node_modules and goes with it.
  tool('format', 'prettier', '--check', '--log-level', 'warn', '--cache', '--cache-strategy', 'content', '.'),
  node('imports', 'scripts/import-rule.ts'),
  tool(
    'tests',
    'vitest',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project=!device',
    '--project=!crash',
    '--project=!e2e',
  ),
];

const running = new Set<ChildProcess>();

/** Prints one line, and what the step had to say if it failed. */
async function run(step: Step): Promise<void> {
  const started = performance.now();
  const child = spawn(step.program, step.args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (printed += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  running.delete(child);
  if (child.killed) return;
  say(`${code === 0 ? 'ok  ' : 'FAIL'} ${step.name.padEnd(8)} ${seconds(started).padStart(7)}`);
  if (code === 0) return;
  say(printed.trim());
  throw new Error(step.name);
}

const started = performance.now();
try {
  await Promise.all(STEPS.map(run));
  say(`check: all is well, ${seconds(started)}`);
} catch (error) {
  for (const child of running) child.kill();
  say(`check: failed, ${error instanceof Error ? error.message : String(error)}, ${seconds(started)}`);
  process.exitCode = 1;
}
