import type { ReactNode, SyntheticEvent } from 'react';
import { ActionButton } from '../parts/ActionButton.tsx';
import { AskDialog } from '../parts/AskDialog.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import type { Trouble } from '../text/trouble.ts';
import { COMMON } from '../text/vi.ts';

type BatchDialogProps = {
  readonly opened: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** Made anew each time it opens. */
  readonly children: ReactNode;
};

export function BatchDialog(props: BatchDialogProps) {
  return <AskDialog.Frame {...props} />;
}

type BatchFormProps = {
  readonly children: ReactNode;
  readonly trouble: Trouble | undefined;
  readonly isBusy: boolean;
  readonly confirm: string;
  readonly cancel?: string;
  readonly testId: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Fields with one answer: Enter gives it, Esc leaves; a refusal keeps what was typed. */
export function BatchForm({ children, trouble, isBusy, testId, onConfirm, onClose, ...words }: BatchFormProps) {
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    onConfirm();
  };
  return (
    <form className="batch-form" data-testid={`${testId}-dialog`} onSubmit={send}>
      {children}
      <div className="ask-answer">{trouble && <TroubleNotice trouble={trouble} testId={`${testId}-trouble`} />}</div>
      <div className="dialog-actions">
        <ActionButton variant="default" keyName="back" onClick={onClose}>
          {words.cancel ?? COMMON.cancel}
        </ActionButton>
        <ActionButton keyName="nextField" loading={isBusy} testId={`${testId}-confirm`} onClick={onConfirm}>
          {words.confirm}
        </ActionButton>
      </div>
    </form>
  );
}
