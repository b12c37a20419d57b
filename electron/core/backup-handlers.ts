import { ok, refuse } from '../../domain/result.ts';
import type { Handlers } from '../contract/commands.ts';
import type { CounterSession, EstablishedCounter } from './counter-session.ts';
import type { Log } from './log.ts';
import type { ShellClient } from './shell-client.ts';
import { orStorageRefusal } from './storage-refusal.ts';

type BackupCommand =
  | 'backup.state'
  | 'backup.now'
  | 'backup.try'
  | 'backup.checkAll'
  | 'backup.choosePlace'
  | 'backup.forgetPlace'
  | 'backup.restore'
  | 'recovery.state'
  | 'recovery.start'
  | 'recovery.fromPlace'
  | 'recovery.startAnew'
  | 'recovery.done';

export function backupHandlers(session: CounterSession, shell: ShellClient, log: Log): Pick<Handlers, BackupCommand> {
  /** The dialog may stay open for as long as the clerk likes: nobody waits for it. */
  const withChosenFolder = async (act: (folder: string) => void | Promise<void>): Promise<void> => {
    try {
      const folder = await shell.chooseFolder();
      if (folder !== null) await act(folder);
    } catch (error) {
      // The screen shows that nothing changed; a full disk must not end the core.
      log.failure('folder-not-taken', error);
    }
  };
  /** A trial is worth no copy. */
  const ofReal = <T>(act: (counter: EstablishedCounter) => T) => {
    const counter = session.getEstablished();
    return counter.kind === 'trial' ? refuse({ code: 'not-in-trial' as const }) : act(counter);
  };
  return {
    'backup.state': () => session.getEstablished().backups.view(),
    'backup.now': () => ofReal(({ backups }) => backups.startBackup()),
    'backup.try': ({ id }) => ofReal(({ backups }) => backups.startTry(id)),
    'backup.checkAll': () => ofReal(({ backups }) => backups.startCheck()),
    'backup.choosePlace': () => {
      void withChosenFolder((folder) => {
        const counter = session.find();
        if (counter?.kind === 'real') counter.backups.setSecondPlace(folder);
      });
      return null;
    },
    'backup.forgetPlace': () =>
      orStorageRefusal(() => {
        session.getEstablished().backups.setSecondPlace(undefined);
        return ok(null);
      }),
    'backup.restore': ({ id }) => session.recover(id),
    'recovery.state': () => session.recovery(),
    'recovery.start': () => session.recover(),
    'recovery.fromPlace': () => {
      void withChosenFolder((folder) => session.recoverFrom(folder));
      return null;
    },
    'recovery.startAnew': () =>
      orStorageRefusal(async () => {
        await session.startAnew();
        return ok(null);
      }),
    'recovery.done': () => {
      session.endRecovery();
      return null;
    },
  };
}
