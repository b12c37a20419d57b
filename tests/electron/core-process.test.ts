import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { Broker } from '../../electron/main/broker.ts';
import { forkNode } from '../../electron/main/core-child.ts';
import { CoreProcess } from '../../electron/main/core-process.ts';
import { CORE_RULES } from './core-rules.ts';

const ECHO = fileURLToPath(new URL('./echo-core.ts', import.meta.url));

describe('the core under a Node of its own', () => {
  for (const rule of CORE_RULES) {
    test(rule.name, () => rule.holds((env) => forkNode({ file: ECHO, env }, process.execPath)));
  }

  test('a Node that is not there is a core that failed, not a crash', async () => {
    const why = await new Promise((resolve) => {
      const core = new CoreProcess(
        () => forkNode({ file: ECHO, env: {} }, '/nowhere/node'),
        { onMessage: () => undefined, onReady: () => undefined, onGone: () => undefined, onCannotStart: resolve },
        { firstDelayMs: 1, longestDelayMs: 1, steadyMs: 1_000, mostDeaths: 2 },
      );
      core.start();
    });
    expect(why).toBe('failed');
  });
});

test('a core whose shell is gone may still speak, and ends well', async () => {
  const core = fork(ECHO, { stdio: 'ignore' });
  await once(core, 'message');
  core.disconnect();
  const [exitCode] = await once(core, 'exit');
  expect(exitCode).toBe(0);
});

test('a core started by hand says so', async () => {
  const core = spawn(process.execPath, [ECHO], { stdio: ['ignore', 'ignore', 'pipe'] });
  const said = await text(core.stderr);
  expect(said).toContain('the core must be started by the application');
});

describe('the broker', () => {
  test('a question without an answer times out, and a late reply disturbs nobody', async () => {
    const broker = new Broker(() => true, 20);
    expect(await broker.call('app.state', {})).toEqual({
      ok: false,
      fault: { code: 'timed-out', detail: 'app.state' },
    });
    expect(() => broker.reply({ type: 'reply', id: 1, ok: true, output: null })).not.toThrow();
  });

  test('a name that is no text is refused without asking the core', async () => {
    const broker = new Broker(() => {
      throw new Error('the core was asked');
    });
    expect(await broker.call({ toString: () => 'app.state' }, {})).toMatchObject({
      ok: false,
      fault: { code: 'unknown-command' },
    });
  });

  test('without a core the answer is core-gone at once', async () => {
    const broker = new Broker(() => false);
    expect(await broker.call('app.state', {})).toMatchObject({ ok: false, fault: { code: 'core-gone' } });
  });
});
