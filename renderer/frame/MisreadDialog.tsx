import { Modal } from '@mantine/core';
import { ActionButton } from '../parts/ActionButton.tsx';
import { MISREAD } from '../text/scan.ts';
import { COMMON } from '../text/vi.ts';

type MisreadDialogProps = {
  /** How many were read; undefined: closed. */
  readonly digits: number | undefined;
  readonly onClose: () => void;
};

/** A scanner read something that is not a slip: said loudly, on whatever screen it happened. The next scan closes it. */
export function MisreadDialog({ digits, onClose }: MisreadDialogProps) {
  return (
    <Modal opened={digits !== undefined} onClose={onClose} withCloseButton={false} centered size="lg">
      <div className="misread" data-testid="scan-misread">
        <p className="answer-title">{MISREAD.title}</p>
        <p className="misread-body">{digits !== undefined && MISREAD.body(digits)}</p>
        <ActionButton keyName="back" variant="default" onClick={onClose}>
          {COMMON.close}
        </ActionButton>
      </div>
    </Modal>
  );
}
