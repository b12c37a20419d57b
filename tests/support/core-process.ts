import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Call } from '../../electron/contract/commands.ts';
import type { SetUpForm } from '../../electron/contract/refusals.ts';
import type { FromCore, Reply, StartTrouble, ToCore } from '../../electron/contract/envelope.ts';
import { callBy, get, SET_UP } from './counter.ts';

const CORE = fileURLToPath(new URL('../../electron/core/core.ts', import.meta.url));

/** A unit of today: a core of its own runs by the real clock. */
export const TODAY_SET_UP: SetUpForm = {
  ...SET_UP,
  unit: { code: '08305', name: 'Xã Xuân Viên', upperNames: ['Tỉnh Phú Thọ'], organisationCode: 'H44.12.05' },
};

/** The core in a process of its own, as the application starts it where Electron's Node is too old. */
export type CoreProcess = {
  /** Resolves with `ready`, or with why the core cannot start. Whoever works at the counter is signed in by then. */
  readonly opened: Promise<'ready' | StartTrouble>;
  /** Never settles when the core dies before it answers. */
  readonly ask: (name: string, input: unknown) => Promise<Reply>;
  readonly call: Call;
  readonly pid: number;
  /** SIGKILL: nothing of the process gets to say a word. */
  readonly kill: () => Promise<void>;
  /** Asks it to end; answers the exit code. */
  readonly drain: () => Promise<number | null>;
};

type CoreProcessOptions = {
  readonly folder: string;
  /** No file may grow beyond this, until {@link setLargestFile} says otherwise; stands for a full disk. */
  readonly largestFileBytes?: number;
  /** A program, with its arguments, that starts the core in its own place. */
  readonly under?: readonly string[];
  /** A module that is loaded before the core. */
  readonly preload?: string;
};

/** Of a core that runs: undefined takes the limit away, as when there is room on the disk again. */
export function setLargestFile(core: CoreProcess, bytes: number | undefined): void {
  const done = spawnSync('prlimit', [`--pid=${core.pid}`, `--fsize=${bytes ?? 'unlimited'}:`], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`prlimit: ${done.stderr}`);
}

export function startCoreProcess(options: CoreProcessOptions): CoreProcess {
  const child = spawnCore(options);
  const ended = once(child, 'exit');
  const waiting = new Map<number, (reply: Reply) => void>();
  let lastId = 0;

  const post = (message: ToCore): void => {
    // A core that was killed is reported by its exit, not by a failed write.
    if (child.connected) child.send(message, () => undefined);
  };
  const started = new Promise<'ready' | StartTrouble>((resolve) => {
    // One that never came up has nothing to say.
    child.once('exit', () => resolve('failed'));
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
  const call = callBy(ask);
  return {
    opened: started.then(async (how) => {
      if (how === 'ready') await signIn(call);
      return how;
    }),
    ask,
    call,
    pid: child.pid ?? 0,
    kill,
    drain: async () => {
      post({ type: 'drain' });
      await ended;
      return child.exitCode;
    },
  };
}

/** As the first administrator does after every start. There is nobody where nothing is set up. */
async function signIn(call: Call): Promise<void> {
  const { people } = await call('app.state', {});
  const [first] = people?.accounts ?? [];
  if (first) get(await call('account.signIn', { accountId: first.id, passphrase: SET_UP.accountPassphrase }));
}

function spawnCore({ folder, largestFileBytes, under = [], preload }: CoreProcessOptions): ChildProcess {
  // Only the soft limit: it can be raised again while the core runs.
  const limit = largestFileBytes === undefined ? [] : ['prlimit', `--fsize=${largestFileBytes}:`];
  const before = preload === undefined ? [] : ['--import', preload];
  const [program, ...args] = [...under, ...limit, process.execPath, ...before, CORE];
  const witnessFolder = `${folder}-witness`;
  onTestFinished(() => rmSync(witnessFolder, { recursive: true, force: true }));
  return spawn(program, args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: {
      ...process.env,
      COUNTER_DATA_FOLDER: folder,
      COUNTER_WITNESS_FOLDER: witnessFolder,
      COUNTER_VERSION: '0.0.0',
    },
  });
}
