import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { isKey } from '../keys.ts';
import { BATCH } from '../text/batches.ts';

type AddFieldProps = {
  /** Answers whether it was one dossier: then the field is free for the next. */
  readonly onTyped: (typed: string) => Promise<boolean>;
  /** To the lists below. */
  readonly onDown: () => void;
};

/** Where the hands are while a batch is filled without a scanner. */
export function AddField({ onTyped, onDown }: AddFieldProps) {
  const [typed, setTyped] = useState('');
  const send = async (field: HTMLInputElement): Promise<void> => {
    if (await onTyped(typed.trim())) setTyped('');
    else field.select();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'ArrowDown') onDown();
    else if (isKey('nextField', event.nativeEvent)) {
      if (typed.trim() !== '') void send(event.currentTarget);
    } else return;
    event.preventDefault();
  };
  return (
    <TextInput
      size="md"
      className="batch-add"
      aria-label={BATCH.add}
      placeholder={BATCH.addHint}
      value={typed}
      autoComplete="off"
      spellCheck={false}
      data-home
      data-testid="batch-add"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
