import { useState } from 'react';
import { Field } from '../parts/Field.tsx';
import { ABANDON } from '../text/batches.ts';
import { BatchDialog, BatchForm } from './BatchDialog.tsx';
import type { BatchQuestionProps } from './CloseDialog.tsx';

/** Why it is given up. */
export function AbandonDialog({ opened, ...asked }: BatchQuestionProps<string>) {
  return (
    <BatchDialog opened={opened} title={`${ABANDON.title} ${asked.batch.code}`} onClose={asked.onClose}>
      <Form {...asked} />
    </BatchDialog>
  );
}

function Form({ trouble, isBusy, onClose, onAnswer }: Omit<BatchQuestionProps<string>, 'opened'>) {
  const [reason, setReason] = useState('');
  return (
    <BatchForm
      trouble={trouble}
      isBusy={isBusy}
      confirm={ABANDON.confirm}
      cancel={ABANDON.keep}
      testId="batch-abandon"
      onConfirm={() => onAnswer(reason)}
      onClose={onClose}
    >
      <p>{ABANDON.body}</p>
      <Field
        label={ABANDON.reason}
        size="md"
        value={reason}
        testId="abandon-reason"
        data-autofocus
        onText={setReason}
      />
    </BatchForm>
  );
}
