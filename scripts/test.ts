import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { buildIfStale } from './build.ts';
import { projectRoot, say, seconds } from './console.ts';
import { resolveRuntime, type Runtime } from './runtime.ts';

const RESULTS = path.join(projectRoot, 'out/test-results.json');

/** What vitest's JSON reporter writes, as far as it is read here. */
type Results = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
};

async function runVitest(runtime: Runtime): Promise<number | null> {
  await mkdir(path.dirname(RESULTS), { recursive: true });
  await rm(RESULTS, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`];
  const vitest = spawn(
    path.join(projectRoot, 'node_modules/.bin/vitest'),
    ['run', '--config', 'tests/vitest.config.ts', ...reporters, ...process.argv.slice(2)],
    // The tests find the runtime that is ready, instead of each looking for one.
    { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, ...runtime.env, COUNTER_ELECTRON: runtime.bin } },
  );
  return new Promise((resolve, reject) => {
    vitest.once('error', reject);
    vitest.once('exit', resolve);
  });
}

/** Whatever keeps a rule from being tested is a failure: a red test, a skipped one, a file that did not load. */
async function count(exitCode: number | null): Promise<{ readonly passed: number; readonly failed: number }> {
  const results: Results | undefined = await readFile(RESULTS, 'utf8').then(JSON.parse, () => undefined);
  if (!results) return { passed: 0, failed: 1 };
  const skipped = results.numPendingTests + results.numTodoTests;
  if (skipped > 0) say(`${skipped} tests were skipped: that counts as failed.`);
  const notLoaded = results.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = results.numFailedTests + skipped + notLoaded.length;
  // An error outside of any test, e.g. a promise nobody waited for.
  const other = exitCode !== 0 && failed === 0 ? 1 : 0;
  return { passed: results.numPassedTests, failed: failed + other };
}

const started = performance.now();
const runtime = await resolveRuntime();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
try {
  const built = await buildIfStale();
  say(`Test: ${built}, Electron ${runtime.version} (${runtime.kind}), ready after ${seconds(started)}.`);
  const { passed, failed } = await count(await runVitest(runtime));
  say(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
} finally {
  runtime.stop();
}
