import '../acts/acts.css';
import './before-intake.css';
import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { ActionButton } from '../parts/ActionButton.tsx';
import { enterMovesOn } from '../parts/enter-moves-on.ts';
import { focusFirstError } from '../parts/next-field.ts';
import { Notice, TroubleNotice } from '../parts/Notice.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { ACTS } from '../text/acts.ts';
import { COMMON } from '../text/vi.ts';
import type { Recording } from './use-record.ts';

type BeforeDialogProps = {
  readonly opened: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** The frame of what is recorded before a reception. */
export function BeforeDialog({ opened, title, onClose, children }: BeforeDialogProps) {
  // Before the form takes the focus: it goes back there.
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (!opened || !(activeElement instanceof HTMLElement)) return undefined;
    return () => void requestAnimationFrame(() => activeElement.focus());
  }, [opened]);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size="xl"
      centered
      returnFocus={false}
      // Esc is the form's: it asks before it drops what was typed.
      closeOnEscape={false}
      withCloseButton={false}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      {opened && children}
    </Modal>
  );
}

type BeforeFormProps = {
  readonly body: string;
  readonly testId: string;
  readonly recording: Recording;
  /** What was typed here and would be lost; empty: nothing. */
  readonly typed: string;
  readonly confirm: string;
  readonly onCommit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Its fields, with what was refused below them and the two ways out. */
export function BeforeForm({ body, testId, recording, typed, confirm, onCommit, onClose, children }: BeforeFormProps) {
  const form = useRef<HTMLDivElement>(null);
  const [leaving, setLeaving] = useState('');
  const isLeaving = typed !== '' && leaving === typed;
  const leave = (): void => (typed !== '' && !isLeaving ? setLeaving(typed) : onClose());
  const commit = async (): Promise<void> => {
    await onCommit();
    focusFirstError(form.current);
  };
  useKeys({ commit: () => void commit(), back: leave }, 'everywhere');
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus], input')?.focus(), []);
  const { said, isBusy } = recording;
  return (
    // The keys of the fields inside arrive here; nothing on this element is pressed itself.
    <div className="act" ref={form} role="presentation" data-testid={`${testId}-dialog`} onKeyDown={enterMovesOn}>
      <p className="soft">{body}</p>
      {children}
      <div className="act-foot">
        {said.trouble && <TroubleNotice trouble={said.trouble} testId={`${testId}-trouble`} />}
        {isLeaving && (
          <Notice tone="plain" testId={`${testId}-leave`}>
            {ACTS.leaveTyped}
          </Notice>
        )}
        <div className="dialog-actions">
          <ActionButton variant="default" keyName="back" onClick={leave}>
            {COMMON.cancel}
          </ActionButton>
          <ActionButton
            keyName="commit"
            loading={isBusy}
            isEnterStop
            testId={`${testId}-confirm`}
            onClick={() => void commit()}
          >
            {confirm}
          </ActionButton>
        </div>
      </div>
    </div>
  );
}
