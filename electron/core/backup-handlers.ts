import { ok, refuse } from '../../domain/result.ts';
import type { Handlers } from '../contract/commands.ts';
import type { WithChosenFolder } from './chosen-folder.ts';
import type { CounterSession, EstablishedCounter } from './counter-session.ts';
import { orStorageRefusal } from './storage-refusal.ts';

type BackupCommand =
  'backup.state' | 'backup.now' | 'backup.try' | 'backup.checkAll' | 'backup.choosePlace' | 'backup.forgetPlace';

export function backupHandlers(session: CounterSession, withFolder: WithChosenFolder): Pick<Handlers, BackupCommand> {
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
      withFolder('keep', (folder) => {
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
  };
}
