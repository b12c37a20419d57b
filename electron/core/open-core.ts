import type { Handlers } from '../contract/commands.ts';
import type { FromCore, Reply, Request, ShellReply } from '../contract/envelope.ts';
import { appHandlers } from './app-handlers.ts';
import { CounterSession } from './counter-session.ts';
import { dossierHandlers } from './dossier-handlers.ts';
import type { Log } from './log.ts';
import type { Machine } from './machine.ts';
import { printHandlers } from './print-handlers.ts';
import { procedureHandlers } from './procedure-handlers.ts';
import { PushBell } from './push-bell.ts';
import { answering } from './serve.ts';
import { ShellClient } from './shell-client.ts';
import { SlipDrawing } from './slip-drawing.ts';
import { syncHandlers } from './sync-handlers.ts';

/** The core without the process around it. */
export type Core = {
  /** Always answers; a broken machine is a fault in the reply. */
  readonly answer: (request: Request) => Promise<Reply>;
  readonly takeShellReply: (reply: ShellReply) => void;
  /** Finishes what is under way and closes the file. */
  readonly close: () => Promise<void>;
};

type CoreOptions = {
  readonly folder: string;
  readonly machine: Machine;
  readonly log: Log;
  readonly post: (message: FromCore) => void;
};

/** Opens the counter that was open last in `folder`. Throws {@link OpenError} or {@link StorageError} when it cannot. */
export function openCore({ folder, machine, log, post }: CoreOptions): Core {
  const bell = new PushBell((push) => post({ type: 'push', push }));
  const shell = new ShellClient(post);
  const drawing = new SlipDrawing();
  const session = new CounterSession(folder, { machine, drawing, shell, bell, log });
  const handlers: Handlers = {
    ...appHandlers(session, machine),
    ...procedureHandlers(session),
    ...dossierHandlers(session, machine),
    ...printHandlers(session, machine, drawing),
    ...syncHandlers(session, machine),
  };
  session.start();
  return {
    answer: answering(handlers, log),
    takeShellReply: (reply) => shell.take(reply),
    close: async () => {
      await session.close();
      await drawing.close();
    },
  };
}
