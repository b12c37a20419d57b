import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import type { KeyName } from '../keys.ts';
import { KeyHint } from './KeyHint.tsx';

type ActionButtonProps = Pick<
  ButtonProps,
  'variant' | 'size' | 'loading' | 'disabled' | 'color' | 'fullWidth' | 'className'
> & {
  readonly children: ReactNode;
  /** Written on the button, from the one table of keys. */
  readonly keyName?: KeyName;
  readonly onClick: () => void;
  readonly testId?: string;
  /** Enter in the field before it comes here. */
  readonly isEnterStop?: boolean;
  /** Has the focus when its dialog opens. */
  readonly isAutoFocused?: boolean;
  /** Has the focus when its screen comes up. */
  readonly isHome?: boolean;
};

/** A button that says which key does the same. */
export function ActionButton({
  children,
  keyName,
  onClick,
  testId,
  isEnterStop,
  isAutoFocused,
  isHome,
  ...button
}: ActionButtonProps) {
  return (
    <Button
      {...button}
      onClick={onClick}
      rightSection={keyName && <KeyHint name={keyName} />}
      {...(testId ? { 'data-testid': testId } : {})}
      {...(isEnterStop ? { 'data-enter-stop': true } : {})}
      {...(isAutoFocused ? { 'data-autofocus': true } : {})}
      {...(isHome ? { 'data-home': true } : {})}
    >
      {children}
    </Button>
  );
}
