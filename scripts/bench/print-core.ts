import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Output } from '../../electron/contract/commands.ts';
import type { FromCore, Reply, ToCore } from '../../electron/contract/envelope.ts';
import { projectRoot } from '../console.ts';
import { type AskCore, witnessFolderOf } from './bench-counter.ts';

/** A core in a process of its own, whose event loop is watched. */
export type WatchedCore = {
  readonly ask: AskCore;
  /** Longest time, in ms, that the event loop was held up since the last question. */
  readonly longestBlock: () => Promise<number>;
  /** PSS of the process, in MB. */
  readonly megabytes: () => number;
  readonly close: () => Promise<void>;
};

/** Starts it over an empty folder. */
export async function startWatchedCore(): Promise<WatchedCore> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-print-'));
  const delayFile = path.join(folder, 'delay');
  const core = fork(path.join(projectRoot, 'electron/core/core.ts'), {
    serialization: 'advanced',
    execArgv: ['--import', pathToFileURL(path.join(import.meta.dirname, 'loop-delay.ts')).href],
    env: {
      ...process.env,
      LOOP_DELAY_FILE: delayFile,
      COUNTER_DATA_FOLDER: folder,
      COUNTER_WITNESS_FOLDER: witnessFolderOf(folder),
    },
  });
  const post = (message: ToCore): void => void core.send(message);
  const waiting: Waiting = new Map();
  const ready = new Promise<void>((resolve) => {
    core.on('message', (message) => {
      // The core is ours and speaks nothing else.
      const heard = message as FromCore;
      if (heard.type === 'ready') resolve();
      if (heard.type === 'shell-request') post({ type: 'shell-reply', id: heard.id, data: null });
      if (heard.type === 'reply') waiting.get(heard.id)?.(heard);
    });
  });
  await ready;
  const { pid = 0 } = core;
  return {
    ask: askerOf(post, waiting),
    longestBlock: async () => {
      rmSync(delayFile, { force: true });
      core.kill('SIGUSR2');
      return Number(await readWhenThere(delayFile));
    },
    megabytes: () => {
      const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
      return Number(kilobytes) / 1_024;
    },
    close: async () => {
      post({ type: 'drain' });
      await once(core, 'exit');
      rmSync(folder, { recursive: true, force: true });
      rmSync(witnessFolderOf(folder), { recursive: true, force: true });
    },
  };
}

type Waiting = Map<number, (reply: Reply) => void>;

function askerOf(post: (message: ToCore) => void, waiting: Waiting): AskCore {
  let lastId = 0;
  return async (name, input) => {
    lastId += 1;
    const id = lastId;
    const reply = await new Promise<Reply>((resolve) => {
      waiting.set(id, resolve);
      post({ type: 'request', id, name, input });
    });
    waiting.delete(id);
    if (!reply.ok) throw new Error(`${name}: ${reply.fault.code} ${reply.fault.detail}`);
    return reply.output as Output<typeof name>;
  };
}

async function readWhenThere(file: string): Promise<string> {
  for (;;) {
    try {
      const text = readFileSync(file, 'utf8');
      if (text !== '') return text;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
