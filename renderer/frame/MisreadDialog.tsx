import { Modal } from '@mantine/core';
import { ActionButton } from '../parts/ActionButton.tsx';
import type { LoudText } from '../text/scan.ts';
import { COMMON } from '../text/vi.ts';

type MisreadDialogProps = {
  /** Undefined: closed. */
  readonly said: LoudText | undefined;
  readonly onClose: () => void;
};

/** A scanner read something that cannot be used: said loudly, on whatever screen it happened. The next scan closes it. */
export function MisreadDialog({ said, onClose }: MisreadDialogProps) {
  return (
    <Modal opened={said !== undefined} onClose={onClose} withCloseButton={false} centered size="lg">
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
