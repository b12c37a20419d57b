import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeBundle } from '../../scripts/build.ts';
import type { Runtime } from '../../scripts/runtime.ts';
import { ended, preparedRuntime } from '../support/electron-app.ts';
import { CORE_RULES } from './core-rules.ts';

/** The form of the shipped application: the core in a process that Electron itself starts. */
describe('the core in a utility process of Electron', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'utility-shell-'));
  const result = path.join(folder, 'result.json');
  let runtime: Runtime;
  let brokenBy: Record<string, string | null>;

  function startShell(mode: 'holds-rules' | 'stays') {
    return spawn(runtime.bin, [...runtime.args, folder], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ...runtime.env, SHELL_RESULT: result, SHELL_MODE: mode },
    });
  }

  beforeAll(async () => {
    runtime = await preparedRuntime();
    for (const [input, file] of [
      ['tests/electron/utility-shell.ts', 'main.cjs'],
      ['tests/electron/echo-core.ts', 'echo-core.cjs'],
    ] as const) {
      await writeBundle({ input, file: path.join(folder, file), format: 'cjs', target: 'node18' });
    }
    writeFileSync(path.join(folder, 'package.json'), '{ "name": "utility-shell", "main": "main.cjs" }');
    await once(startShell('holds-rules'), 'exit');
    brokenBy = JSON.parse(readFileSync(result, 'utf8'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const { name } of CORE_RULES) {
    test(name, () => expect(brokenBy[name]).toBeNull());
  }

  test('a core whose shell was killed ends too', async () => {
    const shell = startShell('stays');
    await once(shell.stdout, 'data');
    const { output: coreProcess }: { output: number } = JSON.parse(readFileSync(result, 'utf8'));
    shell.kill('SIGKILL');
    await ended(coreProcess);
  });
});
