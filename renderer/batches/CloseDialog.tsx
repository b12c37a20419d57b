import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Courier } from '../../domain/transfer/batch-event.ts';
import type { TransferBatch } from '../../domain/transfer/transfer-batch.ts';
import { Field } from '../parts/Field.tsx';
import { CLOSE, BATCH } from '../text/batches.ts';
import type { Trouble } from '../text/trouble.ts';
import { BatchDialog, BatchForm } from './BatchDialog.tsx';

export type BatchQuestionProps<T> = {
  readonly opened: boolean;
  readonly batch: TransferBatch;
  readonly trouble: Trouble | undefined;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onAnswer: (answer: T) => void;
};

/** Who carries it: after this the list is printed and the dossiers are on their way. */
export function CloseDialog({ clerkName, ...asked }: BatchQuestionProps<Courier> & { readonly clerkName: string }) {
  const { opened, batch, onClose } = asked;
  return (
    <BatchDialog opened={opened} title={CLOSE.title[batch.direction]} onClose={onClose}>
      <Form {...asked} clerkName={clerkName} />
    </BatchDialog>
  );
}

function Form({
  batch,
  clerkName,
  trouble,
  isBusy,
  onClose,
  onAnswer,
}: BatchQuestionProps<Courier> & { readonly clerkName: string }) {
  const [kind, setKind] = useState<Courier['kind']>('clerk');
  const [name, setName] = useState(clerkName);
  const [billNumber, setBillNumber] = useState('');
  const isClerk = kind === 'clerk';
  return (
    <BatchForm
      trouble={trouble}
      isBusy={isBusy}
      confirm={BATCH.close[batch.direction]}
      testId="batch-close"
      onConfirm={() => onAnswer(isClerk ? { kind, name } : { kind, billNumber })}
      onClose={onClose}
    >
      <p>{CLOSE.body[batch.direction](batch.items.length)}</p>
      <SegmentedControl
        fullWidth
        aria-label={CLOSE.courier}
        data={[
          { value: 'clerk', label: CLOSE.clerk },
          { value: 'post', label: CLOSE.post },
        ]}
        value={kind}
        data-testid="courier-kind"
        onChange={(value) => setKind(value === 'post' ? 'post' : 'clerk')}
      />
      <Field
        label={isClerk ? CLOSE.name : CLOSE.bill}
        size="md"
        value={isClerk ? name : billNumber}
        testId="courier"
        data-autofocus
        onText={isClerk ? setName : setBillNumber}
      />
    </BatchForm>
  );
}
