import { ok } from '../../domain/result.ts';
import type { Handlers } from '../contract/commands.ts';
import type { WithChosenFolder } from './chosen-folder.ts';
import type { CounterRepair } from './counter-repair.ts';
import { orStorageRefusal } from './storage-refusal.ts';

type RecoveryCommand =
  | 'backup.restore'
  | 'recovery.state'
  | 'recovery.start'
  | 'recovery.fromPlace'
  | 'recovery.leave'
  | 'recovery.startAnew'
  | 'recovery.done';

export function recoveryHandlers(repair: CounterRepair, withFolder: WithChosenFolder): Pick<Handlers, RecoveryCommand> {
  return {
    'backup.restore': ({ id }) => repair.begin(id),
    'recovery.state': () => repair.view(),
    'recovery.start': () => repair.begin(),
    'recovery.fromPlace': () => {
      withFolder('restore', (folder) => repair.fromPlace(folder));
      return null;
    },
    'recovery.leave': () =>
      orStorageRefusal(async () => {
        await repair.leave();
        return ok(null);
      }),
    'recovery.startAnew': () =>
      orStorageRefusal(async () => {
        await repair.startAnew();
        return ok(null);
      }),
    'recovery.done': () => {
      repair.end();
      return null;
    },
  };
}
