import type { RecoveryView } from '../../electron/contract/views.ts';

type RecoveryTrouble = NonNullable<RecoveryView['trouble']>;

/** These concern the folder that was just chosen, and say nothing of whether a repair would help. */
const OF_THE_FOLDER: readonly RecoveryTrouble[] = ['no-backup-there', 'several-counters', 'has-data'];

/** Whether an empty counter is offered: only where a damaged file could not be repaired. */
export function mayStartAnew(view: RecoveryView | undefined): boolean {
  if (view?.why !== 'damaged' || !view.trouble) return false;
  return !OF_THE_FOLDER.includes(view.trouble);
}
