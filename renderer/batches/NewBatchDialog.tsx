import { Button } from '@mantine/core';
import { useState } from 'react';
import type { BatchCode } from '../../domain/transfer/batch-code.ts';
import type { BatchDirection } from '../../domain/transfer/batch-event.ts';
import { Field } from '../parts/Field.tsx';
import { NEW_BATCH } from '../text/batches.ts';
import type { Trouble } from '../text/trouble.ts';
import { BatchDialog, BatchForm } from './BatchDialog.tsx';
import { useBatchCommand } from './use-batch-command.ts';

type NewBatchDialogProps = {
  /** Undefined: closed. */
  readonly direction: BatchDirection | undefined;
  /** The first stands in the field. */
  readonly bodies: readonly string[];
  readonly onClose: () => void;
  readonly onOpened: (code: BatchCode) => void;
};

/** To whom, or from whom: the last ones are offered. */
export function NewBatchDialog({ direction, ...asked }: NewBatchDialogProps) {
  return (
    <BatchDialog
      opened={direction !== undefined}
      title={direction ? NEW_BATCH[direction].title : ''}
      onClose={asked.onClose}
    >
      {direction && <Form direction={direction} {...asked} />}
    </BatchDialog>
  );
}

type FormProps = NewBatchDialogProps & { readonly direction: BatchDirection };

function Form({ direction, bodies, onClose, onOpened }: FormProps) {
  const [body, setBody] = useState(bodies[0] ?? '');
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  const command = useBatchCommand((dossierId) => dossierId);
  const { body: label, hint } = NEW_BATCH[direction];
  const open = async (): Promise<void> => {
    if (isBusy) return;
    setBusy(true);
    const answer = await command('batch.open', { direction, otherBody: body });
    setBusy(false);
    if (answer.ok) onOpened(answer.batch.code);
    else setTrouble(answer.trouble);
  };
  return (
    <BatchForm
      trouble={trouble}
      isBusy={isBusy}
      confirm={NEW_BATCH.confirm}
      testId="new-batch"
      onConfirm={() => void open()}
      onClose={onClose}
    >
      <Field
        label={label}
        hint={hint}
        size="md"
        value={body}
        error={trouble && body.trim() === '' ? hint : undefined}
        testId="new-batch-body"
        data-autofocus
        onText={(text) => {
          setBody(text);
          setTrouble(undefined);
        }}
      />
      {bodies.length > 1 && (
        <div className="batch-bodies">
          <span className="soft">{NEW_BATCH.offered}</span>
          {bodies.map((name) => (
            <Button key={name} size="compact-md" variant="default" onClick={() => setBody(name)}>
              {name}
            </Button>
          ))}
        </div>
      )}
    </BatchForm>
  );
}
