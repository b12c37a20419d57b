import { spawn } from 'node:child_process';
import { buildIfStale } from './build.ts';
import { projectRoot, say, seconds } from './console.ts';
import { resolveRuntime } from './runtime.ts';

const started = performance.now();
const [built, runtime] = await Promise.all([buildIfStale(), resolveRuntime()]);
say(`Start: ${built}, Electron ${runtime.version} (${runtime.kind}), after ${seconds(started)}.`);

const application = spawn(runtime.bin, [...runtime.args, projectRoot, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, ...runtime.env },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => application.kill(signal));
application.on('exit', (code) => {
  runtime.stop();
  process.exitCode = code ?? 1;
});
