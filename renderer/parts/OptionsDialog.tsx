import { Modal } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { isKey } from '../keys.ts';
import { COMMON } from '../text/vi.ts';
import { ActionButton } from './ActionButton.tsx';

type OptionsOpen = { readonly isOpen: boolean; readonly open: () => void; readonly close: () => void };

/** Whether the options are open. Closed, they give the hands back to the field they came from. */
export function useOptionsOpen(): OptionsOpen {
  const [isOpen, setOpen] = useState(false);
  const before = useRef<Element | null>(null);
  // A kept screen that is left must not leave its dialog behind.
  useEffect(() => () => setOpen(false), []);
  return {
    isOpen,
    open: () => {
      before.current = document.activeElement;
      setOpen(true);
    },
    close: () => {
      setOpen(false);
      if (before.current instanceof HTMLElement) before.current.focus();
    },
  };
}

type OptionsDialogProps = {
  readonly opened: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** What is seldom other than usual, beside a form. */
export function OptionsDialog({ opened, title, onClose, children }: OptionsDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size="lg"
      centered
      returnFocus={false}
      withCloseButton={false}
    >
      {children}
    </Modal>
  );
}

type OptionsFormProps = {
  readonly testId: string;
  /** What taking them over is called. */
  readonly done: string;
  readonly doneTestId: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** The options are taken over together, by Enter in any field, or left as they were. */
export function OptionsForm({ testId, done, doneTestId, onDone, onClose, children }: OptionsFormProps) {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isKey('nextField', event.nativeEvent) || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    onDone();
  };
  return (
    // The keys of the fields inside arrive here; nothing on this element is pressed itself.
    <div className="options-dialog" role="presentation" data-testid={testId} onKeyDown={onKeyDown}>
      {children}
      <div className="dialog-actions">
        <ActionButton variant="default" keyName="back" onClick={onClose}>
          {COMMON.cancel}
        </ActionButton>
        <ActionButton keyName="nextField" testId={doneTestId} onClick={onDone}>
          {done}
        </ActionButton>
      </div>
    </div>
  );
}
