import type { FromCore, ToCore } from '../contract/envelope.ts';

/** The core's end of its one way out: to the process that started it. */
export type CoreChannel = {
  /** Never throws: what is posted after the other end died has nobody left to read it. */
  readonly post: (message: FromCore) => void;
  /** One listener. What arrived before it was set is kept for it. */
  readonly onMessage: (listener: (message: ToCore) => void) => void;
  /** The other end is gone; no answer will reach anybody any more. */
  readonly onClose: (listener: () => void) => void;
};

/** The core was started by hand instead of by the application. */
export class NoParentError extends Error {
  readonly code = 'no-parent';

  constructor() {
    super('the core must be started by the application: there is neither a parent port nor an IPC channel');
  }
}

/** What Electron adds to `process` in a utility process. Typed here, so that the core never imports electron. */
type ParentPort = {
  postMessage(message: unknown): void;
  on(event: string, listener: (event: { readonly data: unknown }) => void): unknown;
};

const TO_CORE_TYPES: ReadonlySet<unknown> = new Set<ToCore['type']>(['request', 'shell-reply', 'drain']);

/** The sender is our own main process, bundled with this file: its type word is enough to know the shape. */
function isToCore(message: unknown): message is ToCore {
  return typeof message === 'object' && message !== null && 'type' in message && TO_CORE_TYPES.has(message.type);
}

function overParentPort(port: ParentPort): CoreChannel {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', (event) => {
        if (isToCore(event.data)) listener(event.data);
      });
    },
    onClose: (listener) => {
      port.on('close', listener);
    },
  };
}

function overFork(): CoreChannel {
  return {
    post: (message) => {
      // The empty callback takes a broken pipe that `disconnect` is about to report; without it, it would be thrown.
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
    },
    onMessage: (listener) => {
      process.on('message', (message: unknown) => {
        if (isToCore(message)) listener(message);
      });
    },
    onClose: (listener) => {
      process.once('disconnect', listener);
    },
  };
}

/** Opens the channel of whichever form started this process: `utilityProcess.fork` or `child_process.fork`. */
export function openChannel(): CoreChannel {
  const shell: { readonly pid: number; readonly parentPort?: ParentPort } = process;
  if (shell.parentPort) return overParentPort(shell.parentPort);
  if (process.connected) return overFork();
  throw new NoParentError();
}
