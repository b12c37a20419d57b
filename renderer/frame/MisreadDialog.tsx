import { Modal } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { ActionButton } from '../parts/ActionButton.tsx';
import type { LoudText } from '../text/scan.ts';
import { COMMON } from '../text/vi.ts';

type MisreadDialogProps = {
  /** Undefined: closed. */
  readonly said: LoudText | undefined;
  readonly onClose: () => void;
};

/** Above dialogs and their menus: it may be about what was scanned into one. */
const ABOVE_ALL = 1_000;

/**
 * A scanner read something that cannot be used: said loudly, on whatever screen and above whatever dialog it happened. The
 * next scan closes it.
 */
export function MisreadDialog({ said, onClose }: MisreadDialogProps) {
  useFirstEscape(said !== undefined, onClose);
  return (
    <Modal
      opened={said !== undefined}
      onClose={onClose}
      closeOnEscape={false}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': said?.title } }}
      zIndex={ABOVE_ALL}
      centered
      size="lg"
    >
      <div className="misread" data-testid="scan-misread">
        <p className="answer-title">{said?.title}</p>
        <p className="misread-body">{said?.body}</p>
        <ActionButton keyName="back" variant="default" onClick={onClose}>
          {COMMON.close}
        </ActionButton>
      </div>
    </Modal>
  );
}

/** Esc closes this dialog alone. Listens from the beginning: the listener of a dialog that opens later comes after it. */
function useFirstEscape(opened: boolean, onClose: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!opened || event.code !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onClose();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}
