import { Modal } from '@mantine/core';
import { ActionButton } from '../parts/ActionButton.tsx';
import { useFirstEscape } from '../parts/use-first-escape.ts';
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
