import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { StartTrouble } from '../../electron/contract/envelope.ts';
import { Broker } from '../../electron/main/broker.ts';
import type { CoreChild } from '../../electron/main/core-child.ts';
import { CoreProcess } from '../../electron/main/core-process.ts';

/** Starts the echo core in the form under test, with this added to its environment. */
export type StartEcho = (env: Readonly<Record<string, string>>) => CoreChild;

/** What must hold for the core's process, whichever form started it. Outside Electron and in it the same code runs. */
export type CoreRule = { readonly name: string; readonly holds: (start: StartEcho) => Promise<void> };

const QUICK = { firstDelayMs: 5, longestDelayMs: 20, steadyMs: 60_000, mostDeaths: 3 };
const DRAIN_MS = 10_000;

class Bench {
  readonly core: CoreProcess;
  readonly broker: Broker;
  starts = 0;
  readonly #heard: string[] = [];
  readonly #waiting = new Map<string, () => void>();

  constructor(start: StartEcho, env: Readonly<Record<string, string>> = {}) {
    const launch = (): CoreChild => {
      this.starts += 1;
      return start(env);
    };
    this.core = new CoreProcess(
      launch,
      {
        onMessage: (message) => message.type === 'reply' && this.broker.reply(message),
        onReady: (again) => this.#hear(again ? 'ready-again' : 'ready'),
        onGone: () => {
          this.broker.coreGone();
          this.#hear('gone');
        },
        onCannotStart: (why: StartTrouble) => this.#hear(`cannot-start ${why}`),
      },
      QUICK,
    );
    this.broker = new Broker((request) => this.core.post(request));
  }

  /** Resolves when this was heard, also when that was before. */
  heard(event: string): Promise<void> {
    if (this.#heard.includes(event)) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.set(event, resolve));
  }

  #hear(event: string): void {
    this.#heard.push(event);
    this.#waiting.get(event)?.();
  }
}

async function withFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'echo-core-'));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const CORE_RULES: readonly CoreRule[] = [
  {
    name: 'a question asked while the core still starts is answered when it is ready',
    holds: async (start) => {
      const bench = new Bench(start);
      bench.core.start();
      // Dates and bytes must arrive as what they are.
      const input = { at: new Date(0), bytes: new Uint8Array([1, 2, 3]), text: 'Hà Thị Đào' };
      assert.deepEqual(await bench.broker.call('echo', input), { ok: true, output: input });
      await bench.core.drain(DRAIN_MS);
    },
  },
  {
    name: 'answers find their own questions',
    holds: async (start) => {
      const bench = new Bench(start);
      bench.core.start();
      const answers = await Promise.all([1, 2, 3, 4, 5].map((each) => bench.broker.call('echo', each)));
      assert.deepEqual(
        answers,
        [1, 2, 3, 4, 5].map((output) => ({ ok: true, output })),
      );
      await bench.core.drain(DRAIN_MS);
    },
  },
  {
    name: 'a core that dies answers core-gone for what was in flight and is started again',
    holds: async (start) => {
      const bench = new Bench(start);
      bench.core.start();
      const silent = bench.broker.call('stay-silent', null);
      const fatal = bench.broker.call('die', null);
      for (const answer of await Promise.all([silent, fatal])) {
        assert.ok(!answer.ok && answer.fault.code === 'core-gone');
      }
      await bench.heard('ready-again');
      assert.deepEqual(await bench.broker.call('echo', 'alive'), { ok: true, output: 'alive' });
      await bench.core.drain(DRAIN_MS);
      assert.equal(bench.starts, 2);
    },
  },
  {
    name: 'a core that dies every time is given up and said to have failed',
    holds: async (start) => {
      const bench = new Bench(start, { ECHO_MODE: 'dies' });
      bench.core.start();
      await bench.heard('cannot-start failed');
      assert.equal(bench.starts, QUICK.mostDeaths);
      const answer = await bench.broker.call('echo', null);
      assert.ok(!answer.ok && answer.fault.code === 'core-gone');
    },
  },
  {
    name: 'a core that says it cannot start is ended, and started again only when asked to',
    holds: async (start) => {
      const bench = new Bench(start, { ECHO_MODE: 'cannot-start' });
      bench.core.start();
      await bench.heard('cannot-start disk-full');
      assert.equal(bench.starts, 1);
      bench.core.start();
      assert.equal(bench.starts, 2);
      await bench.core.drain(DRAIN_MS);
    },
  },
  {
    name: 'a core that is drained closes its file before it ends, and is not started again',
    holds: (start) =>
      withFolder(async (folder) => {
        const closed = path.join(folder, 'closed');
        const bench = new Bench(start, { ECHO_DRAINED: closed });
        bench.core.start();
        await bench.heard('ready');
        await Promise.all([bench.core.drain(DRAIN_MS), bench.core.drain(DRAIN_MS)]);
        assert.ok(existsSync(closed));
        assert.equal(bench.starts, 1);
      }),
  },
  {
    name: 'a core that does not heed the drain is ended',
    holds: async (start) => {
      const bench = new Bench(start, { ECHO_MODE: 'heeds-no-drain' });
      bench.core.start();
      await bench.heard('ready');
      await bench.core.drain(50);
      assert.equal(bench.starts, 1);
    },
  },
];
