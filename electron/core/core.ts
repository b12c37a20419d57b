import path from 'node:path';
import type { Request, ToCore } from '../contract/envelope.ts';
import { type CoreChannel, openChannel } from './core-channel.ts';
import { openLog } from './log.ts';
import { thisMachine } from './machine.ts';
import { type Core, openCore } from './open-core.ts';
import { startTroubleOf } from './storage-refusal.ts';

/** The environment names no folder: the core was not started by the application. */
class NoDataFolderError extends Error {
  readonly code = 'no-data-folder';

  constructor() {
    super('COUNTER_DATA_FOLDER names no folder');
  }
}

/** What is still being asked of the network by then is not waited for. */
const LONGEST_WAIT_MS = 3_000;

function dataFolder(): string {
  const folder = process.env['COUNTER_DATA_FOLDER'];
  if (!folder) throw new NoDataFolderError();
  return folder;
}

/** The life of the core: opens, serves until it is asked to end, dies of whatever nobody expected. */
function run(channel: CoreChannel): void {
  const folder = dataFolder();
  const machine = thisMachine(process.env);
  const log = openLog(path.join(folder, 'logs'), machine.now);
  process.on('uncaughtException', (error) => {
    // Crash-only: what was answered is in the file, and a fresh start is the one way back that is always tested.
    log.failure('core-died', error);
    process.exit(1);
  });
  const witnessFolder = process.env['COUNTER_WITNESS_FOLDER'] ?? `${folder}-witness`;
  const core = openCore({ folder, witnessFolder, machine, log, post: channel.post });
  serve(channel, core);
  core.opened.then(
    () => {
      log.note('core-ready', { version: machine.appVersion });
      channel.post({ type: 'ready' });
    },
    (error: unknown) => {
      log.failure('cannot-start', error);
      channel.post({ type: 'cannot-start', why: startTroubleOf(error) });
    },
  );
}

/** Also a core that could not open listens on, until the application has shown why and asks it to end. */
function serve(channel: CoreChannel, core: Core): void {
  const underWay = new Set<Promise<void>>();
  let isEnding = false;

  const end = async (): Promise<void> => {
    if (isEnding) return;
    isEnding = true;
    await Promise.race([Promise.all(underWay), new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS))]);
    await core.close();
    process.exit(0);
  };
  const answer = async (request: Request): Promise<void> => {
    if (!isEnding) channel.post(await core.answer(request));
  };

  channel.onMessage((message: ToCore) => {
    if (message.type === 'drain') void end();
    else if (message.type === 'shell-reply') core.takeShellReply(message);
    else {
      const turn = answer(message);
      underWay.add(turn);
      void turn.finally(() => underWay.delete(turn));
    }
  });
  channel.onClose(() => void end());
}

run(openChannel());
