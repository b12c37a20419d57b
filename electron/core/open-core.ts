import type { Handlers } from '../contract/commands.ts';
import type { FromCore, Reply, Request, ShellReply } from '../contract/envelope.ts';
import { accountHandlers } from './account-handlers.ts';
import { admissionFault } from './admission.ts';
import { appHandlers } from './app-handlers.ts';
import { backupHandlers } from './backup-handlers.ts';
import { beforeIntakeHandlers } from './before-intake-handlers.ts';
import { batchHandlers } from './batch-handlers.ts';
import { withChosenFolder } from './chosen-folder.ts';
import { counterHandlers } from './counter-handlers.ts';
import { CounterSession } from './counter-session.ts';
import { dossierHandlers } from './dossier-handlers.ts';
import { lifeHandlers } from './life-handlers.ts';
import type { Log } from './log.ts';
import type { Machine } from './machine.ts';
import type { GuessCosts } from './open-counter.ts';
import { lookUpHandlers } from './look-up-handlers.ts';
import { PaperDrawing } from './paper-drawing.ts';
import { printHandlers } from './print-handlers.ts';
import { printerHandlers } from './printer-handlers.ts';
import { procedureHandlers } from './procedure-handlers.ts';
import { PushBell } from './push-bell.ts';
import { readInHandlers } from './read-in-handlers.ts';
import { recoveryHandlers } from './recovery-handlers.ts';
import { reportHandlers } from './report-handlers.ts';
import { savedViewHandlers } from './saved-view-handlers.ts';
import { scannerHandlers } from './scanner-handlers.ts';
import { selfTestHandlers } from './self-test-handlers.ts';
import { answering } from './serve.ts';
import { ShellClient } from './shell-client.ts';
import { syncHandlers } from './sync-handlers.ts';
import { unitHandlers } from './unit-handlers.ts';

/** The core without the process around it. */
export type Core = {
  /**
   * Resolves when the counter that was open last is open, or waits for a person. Rejects with {@link OpenError} or
   * {@link StorageError} when it cannot be opened. Needs the answers of the shell meanwhile.
   */
  readonly opened: Promise<void>;
  /** Always answers; a broken machine is a fault in the reply. */
  readonly answer: (request: Request) => Promise<Reply>;
  readonly takeShellReply: (reply: ShellReply) => void;
  /** Finishes what is under way and closes the file. */
  readonly close: () => Promise<void>;
};

type CoreOptions = {
  readonly folder: string;
  /** Outside of `folder`: the second witness of the numbers. */
  readonly witnessFolder: string;
  readonly machine: Machine;
  readonly log: Log;
  readonly post: (message: FromCore) => void;
  /** See {@link CounterParts}. */
  readonly backsUpAtClose?: boolean;
  readonly guessCosts?: GuessCosts;
};

/** Begins to open the counter that was open last in `folder`. */
export function openCore(options: CoreOptions): Core {
  return assembleCore(options).core;
}

/** The core with the session behind it: for what drives it from within. */
export function assembleCore(options: CoreOptions): { readonly core: Core; readonly session: CounterSession } {
  const { folder, witnessFolder, machine, log, post, backsUpAtClose = true, guessCosts } = options;
  const bell = new PushBell((push) => post({ type: 'push', push }));
  const shell = new ShellClient(post);
  const drawing = new PaperDrawing(shell);
  const session = new CounterSession(folder, {
    machine,
    drawing,
    shell,
    bell,
    log,
    witnessFolder,
    backsUpAtClose,
    signedIn: { accountId: undefined },
    ...(guessCosts ? { guessCosts } : {}),
  });
  const handlers = handlersOf(session, { shell, drawing, machine, log, bell });
  const opened = session.open();
  const answer = answering(handlers, log, {
    admit: (name) => admissionFault(session, name),
    onRequest: () => {
      const asked = session.find();
      return (error) => session.repair.noteFailure(error, asked);
    },
  });
  const core: Core = {
    opened,
    answer: async (request) => {
      // What cannot be opened is told by `opened`; a question then finds nothing set up.
      await opened.catch(() => undefined);
      return answer(request);
    },
    takeShellReply: (reply) => shell.take(reply),
    close: async () => {
      await session.close();
      await drawing.close();
    },
  };
  return { core, session };
}

function handlersOf(
  session: CounterSession,
  {
    shell,
    drawing,
    machine,
    log,
    bell,
  }: {
    readonly shell: ShellClient;
    readonly drawing: PaperDrawing;
    readonly bell: PushBell;
  } & Pick<CoreOptions, 'machine' | 'log'>,
): Handlers {
  const withFolder = withChosenFolder(shell, log);
  return {
    ...appHandlers(session, machine),
    ...procedureHandlers(session),
    ...dossierHandlers(session, machine),
    ...savedViewHandlers(session),
    ...lookUpHandlers(session, { shell, bell }),
    ...printHandlers(session, drawing),
    ...printerHandlers(session, machine),
    ...scannerHandlers(session, machine),
    ...syncHandlers(session, machine),
    ...counterHandlers(session, machine),
    ...backupHandlers(session, withFolder),
    ...recoveryHandlers(session.repair, withFolder),
    ...beforeIntakeHandlers(session),
    ...lifeHandlers(session, machine),
    ...accountHandlers(session, machine),
    ...batchHandlers(session),
    ...unitHandlers(session),
    ...readInHandlers(session, { shell, machine }),
    ...reportHandlers(session, { shell, log, bell }),
    ...selfTestHandlers(session, { shell, machine, log, bell }),
  };
}
