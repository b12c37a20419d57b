import { fork } from 'node:child_process';
import type { UtilityProcess } from 'electron';
import type { FromCore, ToCore } from '../contract/envelope.ts';

/** One running core, whichever form started it. */
export type CoreChild = {
  /** Never throws: what is posted to a core that died is lost, and its death is reported by `onExit`. */
  readonly post: (message: ToCore) => void;
  readonly onMessage: (listener: (message: FromCore) => void) => void;
  /** Called once, also when the process could not be started at all. */
  readonly onExit: (listener: () => void) => void;
  /** Ends it at once. The core is made for that: what it answered is on the disk. */
  readonly kill: () => void;
};

export type CoreProgram = {
  /** The core's bundle. */
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
};

const FROM_CORE_TYPES: ReadonlySet<unknown> = new Set<FromCore['type']>([
  'reply',
  'push',
  'ready',
  'cannot-start',
  'shell-request',
]);

/** The sender is our own core, built with this file: its type word is enough to know the shape. */
function isFromCore(message: unknown): message is FromCore {
  return typeof message === 'object' && message !== null && 'type' in message && FROM_CORE_TYPES.has(message.type);
}

/** The core under a Node of its own, for a runtime whose Node is too old for the SQLite driver. */
export function forkNode(program: CoreProgram, nodeBin: string): CoreChild {
  const child = fork(program.file, [], {
    execPath: nodeBin,
    // Switches of this process mean nothing to that Node, or worse, something.
    execArgv: [],
    env: program.env,
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    post: (message) => {
      // The empty callback takes a broken pipe that `exit` is about to report; without it, it would be thrown.
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (listener) => {
      child.on('message', (message: unknown) => {
        if (isFromCore(message)) listener(message);
      });
    },
    onExit: (listener) => {
      const once = onlyOnce(listener);
      child.once('exit', once);
      // A program that could not be started has no exit.
      child.once('error', once);
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}

/** `utilityProcess.fork`, handed in so that this file runs, and is tested, outside Electron too. */
export type ForkUtility = (
  file: string,
  args: string[],
  options: { env: Record<string, string>; serviceName: string; stdio: 'inherit' },
) => UtilityProcess;

/** The core in a process of Electron's own, whose Node is new enough. */
export function forkInElectron(program: CoreProgram, forkUtility: ForkUtility): CoreChild {
  const child = forkUtility(program.file, [], {
    env: { ...program.env },
    serviceName: 'counter-core',
    stdio: 'inherit',
  });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => {
      child.on('message', (message: unknown) => {
        if (isFromCore(message)) listener(message);
      });
    },
    onExit: (listener) => {
      child.once('exit', onlyOnce(listener));
    },
    kill: () => {
      child.kill();
    },
  };
}

function onlyOnce(listener: () => void): () => void {
  let called = false;
  return () => {
    if (called) return;
    called = true;
    listener();
  };
}
