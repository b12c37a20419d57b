import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Call, SetUpForm } from '../../electron/contract/commands.ts';
import type { FromCore, Reply, StartTrouble, ToCore } from '../../electron/contract/envelope.ts';
import { callBy, SET_UP } from './counter.ts';

const CORE = fileURLToPath(new URL('../../electron/core/core.ts', import.meta.url));

/** A unit of today: a core of its own runs by the real clock. */
export const TODAY_SET_UP: SetUpForm = {
  ...SET_UP,
  unit: { code: '08305', name: 'Xã Xuân Viên', upperNames: ['Tỉnh Phú Thọ'], organisationCode: 'H44.12.05' },
};

/** The core in a process of its own, as the application starts it where Electron's Node is too old. */
export type CoreProcess = {
  /** Resolves with `ready`, or with why the core cannot start. */
  readonly opened: Promise<'ready' | StartTrouble>;
  /** Never settles when the core dies before it answers. */
  readonly ask: (name: string, input: unknown) => Promise<Reply>;
  readonly call: Call;
  /** SIGKILL: nothing of the process gets to say a word. */
  readonly kill: () => Promise<void>;
  /** Asks it to end; answers the exit code. */
  readonly drain: () => Promise<number | null>;
};

type CoreProcessOptions = {
  readonly folder: string;
  /** No file may grow beyond this; stands for a full disk. */
  readonly largestFileBytes?: number;
};

export function startCoreProcess(options: CoreProcessOptions): CoreProcess {
  const child = spawnCore(options);
  const ended = once(child, 'exit');
  const waiting = new Map<number, (reply: Reply) => void>();
  let lastId = 0;

  const post = (message: ToCore): void => {
    // A core that was killed is reported by its exit, not by a failed write.
    if (child.connected) child.send(message, () => undefined);
  };
  const opened = new Promise<'ready' | StartTrouble>((resolve) => {
    child.on('message', (message) => {
      // The core is ours and speaks nothing else.
      const said = message as FromCore;
      if (said.type === 'ready') resolve('ready');
      if (said.type === 'cannot-start') resolve(said.why);
      if (said.type === 'shell-request') post({ type: 'shell-reply', id: said.id, data: null });
      if (said.type !== 'reply') return;
      waiting.get(said.id)?.(said);
      waiting.delete(said.id);
    });
  });
  const ask = (name: string, input: unknown): Promise<Reply> => {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      post({ type: 'request', id, name, input });
    });
  };
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  return {
    opened,
    ask,
    call: callBy(ask),
    kill,
    drain: async () => {
      post({ type: 'drain' });
      await ended;
      return child.exitCode;
    },
  };
}

function spawnCore({ folder, largestFileBytes }: CoreProcessOptions): ChildProcess {
  const start = [process.execPath, CORE];
  const limited = largestFileBytes === undefined ? start : ['prlimit', `--fsize=${largestFileBytes}`, ...start];
  const [program = process.execPath, ...args] = limited;
  return spawn(program, args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: { ...process.env, COUNTER_DATA_FOLDER: folder, COUNTER_VERSION: '0.0.0' },
  });
}
