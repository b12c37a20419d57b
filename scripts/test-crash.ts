import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot, say, seconds } from './console.ts';

const FULL_RUN = '200';

/** A proof says by one line what it did, and that nothing was lost by it. */
const PROOF = /^[a-z0-9-]+: .*\b0 lost, 0 duplicate$/;

/** Runs every crash test, 200 kills unless `CRASH_RUNS` says otherwise; answers the lines by which they ended. */
async function prove(): Promise<{ readonly code: number | null; readonly lines: readonly string[] }> {
  const vitest = spawn(
    path.join(projectRoot, 'node_modules/.bin/vitest'),
    ['run', '--config', 'tests/vitest.config.ts', '--project', 'crash', ...process.argv.slice(2)],
    {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, CRASH_RUNS: process.env['CRASH_RUNS'] ?? FULL_RUN },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => vitest.kill(signal));
  let printed = '';
  vitest.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    process.stdout.write(text);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    vitest.once('error', reject);
    vitest.once('close', resolve);
  });
  return { code, lines: printed.split('\n').filter((line) => PROOF.test(line)) };
}

/** Of all crash tests; those that were named on the command line when some were. */
async function filesToRun(): Promise<number> {
  const files = await readdir(path.join(projectRoot, 'tests'), { recursive: true });
  const named = process.argv.slice(2);
  return files
    .filter((file) => file.endsWith('.crash.test.ts'))
    .filter((file) => named.length === 0 || named.some((name) => path.join('tests', file).includes(name))).length;
}

const started = performance.now();
const [{ code, lines }, files] = await Promise.all([prove(), filesToRun()]);
for (const line of lines) say(line);
// A test that ends well without its line has proved nothing.
if (code === 0 && lines.length >= files) {
  say(`test:crash: ${lines.length} proofs, ${seconds(started)}, 0 lost, 0 duplicate`);
} else {
  say(`test:crash: failed, ${lines.length} proofs of ${files} tests, ${seconds(started)}`);
  process.exitCode = 1;
}
