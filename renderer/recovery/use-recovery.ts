import { useState } from 'react';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { RecoveryView } from '../../electron/contract/views.ts';
import { attempt } from '../bridge.ts';
import { MAINTENANCE_TROUBLES, RECOVERY_TROUBLES } from '../text/recovery.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';

export type Recovery = {
  readonly view: RecoveryView | undefined;
  readonly trouble: Trouble | undefined;
  readonly start: () => Promise<void>;
  /** Lets the clerk show where the backups are. */
  readonly lookElsewhere: () => Promise<void>;
  /** Answers whether the window is at the set-up again. */
  readonly leave: () => Promise<boolean>;
  /** Answers whether the counter begins anew. */
  readonly startAnew: () => Promise<boolean>;
  /** Answers whether the counter goes on. */
  readonly finish: () => Promise<boolean>;
};

const NOTHING = {};
const TOPICS: readonly PushTopic[] = ['backup', 'app'];

/** The repair of a damaged file, and the report of any repair or restore. */
export function useRecovery(): Recovery {
  const { latest: view, fault, askAgain } = useAnswer('recovery.state', NOTHING, TOPICS);
  const [trouble, setTrouble] = useState<Trouble>();
  const start = async (): Promise<void> => {
    setTrouble(undefined);
    const answer = await attempt('recovery.start', {});
    if (!answer.ok) setTrouble(troubleOfFault(answer.refusal));
    else if (!answer.value.ok) setTrouble(MAINTENANCE_TROUBLES[answer.value.refusal.code]);
    askAgain();
  };
  const finish = async (): Promise<boolean> => {
    const answer = await attempt('recovery.done', {});
    setTrouble(answer.ok ? undefined : troubleOfFault(answer.refusal));
    return answer.ok;
  };
  const lookElsewhere = async (): Promise<void> => {
    const answer = await attempt('recovery.fromPlace', {});
    setTrouble(answer.ok ? undefined : troubleOfFault(answer.refusal));
  };
  const give = async (name: 'recovery.leave' | 'recovery.startAnew'): Promise<boolean> => {
    const answer = await attempt(name, {});
    if (!answer.ok) setTrouble(troubleOfFault(answer.refusal));
    else if (!answer.value.ok) setTrouble(storageTrouble(answer.value.refusal));
    return answer.ok && answer.value.ok;
  };
  const found = view?.trouble && !view.running ? RECOVERY_TROUBLES[view.trouble] : undefined;
  return {
    view,
    trouble: trouble ?? found ?? (fault && troubleOfFault(fault)),
    start,
    lookElsewhere,
    leave: () => give('recovery.leave'),
    startAnew: () => give('recovery.startAnew'),
    finish,
  };
}
