import { useEffect, useState } from 'react';
import type { TransferBatchView } from '../../electron/contract/views.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { BATCH } from '../text/batches.ts';
import { AbandonDialog } from './AbandonDialog.tsx';
import { useChange } from './use-change.ts';

/** The button, its key and its question. */
export function GivingUp({ view }: { readonly view: TransferBatchView }) {
  const [isAsked, setAsked] = useState(false);
  const change = useChange(view);
  const ask = (): void => {
    change.forget();
    setAsked(true);
  };
  const giveUp = async (reason: string): Promise<void> => {
    if ((await change.make({ kind: 'abandon', reason }))?.ok) setAsked(false);
  };
  useKeys({ batchAbandon: ask });
  // A kept screen that is left must not leave its dialog behind.
  useEffect(() => () => setAsked(false), []);
  return (
    <>
      <ActionButton variant="default" keyName="batchAbandon" testId="batch-abandon" onClick={ask}>
        {BATCH.abandon}
      </ActionButton>
      <AbandonDialog
        opened={isAsked}
        batch={view.batch}
        trouble={change.trouble}
        isBusy={change.isBusy}
        onClose={() => setAsked(false)}
        onAnswer={(reason) => void giveUp(reason)}
      />
    </>
  );
}
