import { useState } from 'react';
import type { BatchChange } from '../../domain/transfer/batch-change.ts';
import type { TransferBatchView } from '../../electron/contract/views.ts';
import type { Trouble } from '../text/trouble.ts';
import { nameIn } from './batch-look.ts';
import { type BatchAnswer, useBatchCommand } from './use-batch-command.ts';

export type Change = {
  readonly trouble: Trouble | undefined;
  readonly isBusy: boolean;
  readonly forget: () => void;
  /** Undefined while another is under way. */
  readonly make: (change: BatchChange) => Promise<BatchAnswer | undefined>;
};

/** One change of a batch at a time, and what came of the last. */
export function useChange({ batch, list }: TransferBatchView): Change {
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  const command = useBatchCommand(nameIn(list.rows));
  return {
    trouble,
    isBusy,
    forget: () => setTrouble(undefined),
    make: async (change) => {
      if (isBusy) return undefined;
      setBusy(true);
      const answer = await command('batch.change', { code: batch.code, change });
      setBusy(false);
      setTrouble(answer.ok ? undefined : answer.trouble);
      return answer;
    },
  };
}
