import { TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Shape } from '../parts/Shape.tsx';

type ReasonFieldProps = {
  readonly label: string;
  readonly reason: string;
  readonly onText: (text: string) => void;
};

/** Why a dossier is not taken, on its line. */
export function ReasonField({ label, reason, onText }: ReasonFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  // It is there because the clerk asked for it just now.
  useEffect(() => field.current?.focus(), []);
  return (
    <TextInput
      size="xs"
      ref={field}
      aria-label={label}
      placeholder={label}
      value={reason}
      autoComplete="off"
      leftSection={<Shape name="octagon" />}
      data-testid="reject-reason"
      onChange={(event) => onText(event.currentTarget.value)}
    />
  );
}
