import { PasswordInput } from '@mantine/core';
import { type Ref, useId } from 'react';
import { PROTECTION } from '../text/protection.ts';
import { FieldNote } from './Field.tsx';

type PassphraseFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly hint?: string;
  readonly size?: string;
  readonly disabled?: boolean;
  /** Has the focus when its dialog opens. */
  readonly isAutoFocused?: boolean;
  readonly testId: string;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onText: (text: string) => void;
};

/** A field whose letters are hidden until the clerk wants to see them: input methods change letters unseen. */
export function PassphraseField({
  error,
  hint,
  isAutoFocused,
  testId,
  inputRef,
  onText,
  ...input
}: PassphraseFieldProps) {
  const noteId = useId();
  return (
    <div className="field">
      <PasswordInput
        autoComplete="off"
        spellCheck={false}
        {...input}
        {...(inputRef ? { ref: inputRef } : {})}
        {...(isAutoFocused ? { 'data-autofocus': true } : {})}
        data-testid={testId}
        error={error !== undefined}
        aria-invalid={error !== undefined}
        aria-describedby={noteId}
        visibilityToggleButtonProps={{ tabIndex: 0, 'aria-label': PROTECTION.show, title: PROTECTION.show }}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <FieldNote id={noteId} error={error} {...(hint === undefined ? {} : { hint })} />
    </div>
  );
}
