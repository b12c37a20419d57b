import { Modal } from '@mantine/core';
import { type ReactNode, type SyntheticEvent, useRef } from 'react';
import type { Trouble } from '../text/trouble.ts';
import { COMMON } from '../text/vi.ts';
import { ActionButton } from './ActionButton.tsx';
import { Field } from './Field.tsx';
import { Notice, TroubleNotice } from './Notice.tsx';

type FrameProps = {
  readonly opened: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** Who closes it says where the hands go; else they go back to where they were. */
  readonly leadsOn?: boolean;
  readonly children: ReactNode;
};

function Frame({ opened, title, onClose, leadsOn = false, children }: FrameProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} returnFocus={!leadsOn} size="lg" centered>
      {children}
    </Modal>
  );
}

type BodyProps = {
  readonly body: string;
  readonly label: string;
  readonly hint: string;
  readonly placeholder?: string;
  readonly maxLength: number;
  readonly value: string;
  readonly refusal: string | undefined;
  readonly trouble: Trouble | undefined;
  readonly isBusy: boolean;
  readonly confirm: string;
  readonly testId: string;
  readonly onText: (text: string) => void;
  /** Answers whether the answer was taken. */
  readonly onAnswer: () => Promise<boolean>;
  readonly onClose: () => void;
  readonly onAnswered: () => void;
};

function Body(props: BodyProps) {
  const { body, refusal, trouble, isBusy, testId, onAnswer, onClose, onAnswered } = props;
  const field = useRef<HTMLInputElement>(null);
  const answer = async (): Promise<void> => {
    if (await onAnswer()) {
      onAnswered();
      return;
    }
    // After React has drawn the refusal: the clerk types over what was wrong.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.select();
    });
  };
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    void answer();
  };
  return (
    <form className="ask" data-testid={`${testId}-dialog`} onSubmit={send}>
      <p>{body}</p>
      <Field
        label={props.label}
        hint={props.hint}
        {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
        size="lg"
        inputMode="numeric"
        maxLength={props.maxLength}
        value={props.value}
        error={refusal === undefined ? undefined : ''}
        ref={field}
        testId={`${testId}-text`}
        data-autofocus
        onText={props.onText}
      />
      <div className="ask-answer">
        {refusal && (
          <Notice tone="bad" testId={`${testId}-refusal`}>
            {refusal}
          </Notice>
        )}
        {trouble && <TroubleNotice trouble={trouble} testId={`${testId}-trouble`} />}
      </div>
      <div className="dialog-actions">
        <ActionButton variant="default" keyName="back" onClick={onClose}>
          {COMMON.cancel}
        </ActionButton>
        <ActionButton keyName="nextField" loading={isBusy} testId={`${testId}-confirm`} onClick={() => void answer()}>
          {props.confirm}
        </ActionButton>
      </div>
    </form>
  );
}

/** A dialog with one question and one field: Enter answers, Esc leaves, a refusal keeps what was typed to be typed over. */
export const AskDialog = { Frame, Body };
