import { TextInput, type TextInputProps } from '@mantine/core';
import { useId } from 'react';

type FieldProps = Omit<TextInputProps, 'error' | 'description' | 'onChange'> & {
  readonly error?: string | undefined;
  /** Stands where an error would stand, while there is none. */
  readonly hint?: string;
  readonly onText: (text: string) => void;
  readonly testId?: string;
};

/** A text field with one line kept free below it: an error never moves the neighbours. */
export function Field({ error, hint, onText, testId, ...input }: FieldProps) {
  const noteId = useId();
  return (
    <div className="field">
      <TextInput
        autoComplete="off"
        spellCheck={false}
        {...input}
        {...(testId ? { 'data-testid': testId } : {})}
        error={error !== undefined}
        aria-describedby={noteId}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <FieldNote id={noteId} error={error} {...(hint === undefined ? {} : { hint })} />
    </div>
  );
}

type FieldNoteProps = {
  readonly id?: string;
  readonly error: string | undefined;
  readonly hint?: string;
};

/** The kept line, for fields that are not a text input. */
export function FieldNote({ id, error, hint = '' }: FieldNoteProps) {
  return (
    <p id={id} className={error === undefined ? 'field-note' : 'field-note field-note-error'}>
      {error ?? hint}
    </p>
  );
}
