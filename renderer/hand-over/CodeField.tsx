import { TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { isKey } from '../keys.ts';
import { digitOfCode } from '../scan/wedge-detector.ts';
import { HAND_OVER } from '../text/hand-over.ts';

type CodeFieldProps = {
  /** Digits in groups of four. */
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly onEnter: () => void;
  /** In a dialog: it has the focus there, and is not where the screen begins. */
  readonly inDialog?: { readonly testId: string; readonly placeholder: string };
};

/** The 16 digits as on the slip. Digits are read from the physical keys, whatever the layout. */
export function CodeField({ value, onType, onEnter, inDialog }: CodeFieldProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const digit = digitOfCode(event.code);
    if (isKey('nextField', event.nativeEvent) && value !== '') {
      onEnter();
      event.preventDefault();
    } else if (digit !== undefined && digit !== event.key && !isChord(event)) {
      // A Vietnamese layout makes ă â ê … of the digit row.
      const { selectionStart, selectionEnd } = event.currentTarget;
      const from = selectionStart ?? value.length;
      onType(value.slice(0, from) + digit + value.slice(selectionEnd ?? from));
      event.preventDefault();
    }
  };
  return (
    <TextInput
      aria-label={HAND_OVER.code}
      placeholder={inDialog?.placeholder ?? HAND_OVER.codeHint}
      classNames={{ input: 'code-input' }}
      size="lg"
      inputMode="numeric"
      autoComplete="off"
      value={value}
      {...(inDialog ? { 'data-autofocus': true } : { 'data-home': true })}
      data-testid={inDialog?.testId ?? 'scan-input'}
      onChange={(event) => onType(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

function isChord(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.altKey || event.metaKey || event.shiftKey;
}
