import { useState } from 'react';
import type { CommandName, Input } from '../../electron/contract/commands.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { BackupsView } from '../../electron/contract/views.ts';
import { attempt } from '../bridge.ts';
import { MAINTENANCE_TROUBLES } from '../text/recovery.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';

type Work = Extract<CommandName, 'backup.now' | 'backup.try' | 'backup.checkAll' | 'backup.restore'>;

export type Backups = {
  readonly view: BackupsView | undefined;
  readonly trouble: Trouble | undefined;
  readonly isRunning: boolean;
  readonly backUp: () => void;
  readonly tryOne: (id: string) => void;
  readonly checkAll: () => void;
  /** Answers whether the restore has begun. */
  readonly restore: (id: string) => Promise<boolean>;
  readonly choosePlace: () => void;
  readonly forgetPlace: () => void;
};

const NOTHING = {};
const TOPICS: readonly PushTopic[] = ['backup'];

/** The backups, what runs, and the acts on them. Each act only begins something: pushes tell the rest. */
export function useBackups(): Backups {
  const { latest: view, fault, askAgain } = useAnswer('backup.state', NOTHING, TOPICS);
  const [trouble, setTrouble] = useState<Trouble>();

  const begin = async <N extends Work>(name: N, input: Input<N>): Promise<boolean> => {
    setTrouble(undefined);
    const answer = await attempt(name, input);
    if (!answer.ok) setTrouble(troubleOfFault(answer.refusal));
    else if (!answer.value.ok) setTrouble(MAINTENANCE_TROUBLES[answer.value.refusal.code]);
    askAgain();
    return answer.ok && answer.value.ok;
  };
  const choosePlace = async (): Promise<void> => {
    const answer = await attempt('backup.choosePlace', {});
    setTrouble(answer.ok ? undefined : troubleOfFault(answer.refusal));
  };
  const forgetPlace = async (): Promise<void> => {
    setTrouble(undefined);
    const answer = await attempt('backup.forgetPlace', {});
    if (!answer.ok) setTrouble(troubleOfFault(answer.refusal));
    else if (!answer.value.ok) setTrouble(storageTrouble(answer.value.refusal));
    askAgain();
  };

  return {
    view,
    trouble: trouble ?? (fault && troubleOfFault(fault)),
    isRunning: view?.running !== undefined,
    backUp: () => void begin('backup.now', {}),
    tryOne: (id) => void begin('backup.try', { id }),
    checkAll: () => void begin('backup.checkAll', {}),
    restore: (id) => begin('backup.restore', { id }),
    choosePlace: () => void choosePlace(),
    forgetPlace: () => void forgetPlace(),
  };
}
