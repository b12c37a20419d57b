import './read-in.css';
import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { AskingAnswer } from '../people/AskingAnswer.tsx';
import { READ_IN } from '../text/read-in.ts';
import { COMMON } from '../text/vi.ts';
import type { ReadIn } from './use-read-in.ts';

type ReadInTexts = {
  readonly title: string;
  readonly body: string;
  readonly read: string;
  readonly dialog: string;
  readonly apply: string;
  readonly nothing: string;
};

type ReadInCardProps<T> = {
  readonly texts: ReadInTexts;
  readonly state: ReadIn<T>;
  /** How much of what was read can be applied. */
  readonly count: number;
  readonly testId: string;
  /** What was read, in full. */
  readonly children: ReactNode;
};

/** Reads a file, shows in a dialog what it says, and takes it over when somebody has looked at it. */
export function ReadInCard<T>({ texts, state, count, testId, children }: ReadInCardProps<T>) {
  const isOpen = state.found !== undefined;
  const close = useEffectEvent(state.close);
  // A kept screen that is left must not leave its dialog behind.
  useEffect(() => () => close(), []);
  return (
    <section className="card" data-testid={testId}>
      <h2>{texts.title}</h2>
      <p>{texts.body}</p>
      <div className="read-in-act">
        <ActionButton
          variant="default"
          loading={state.asking.isBusy && !isOpen}
          testId={`${testId}-read`}
          onClick={() => void state.read()}
        >
          {texts.read}
        </ActionButton>
        {state.asking.isBusy && !isOpen && <span className="soft">{READ_IN.busyReading}</span>}
      </div>
      {!isOpen && (state.done || state.asking.trouble) && (
        <AskingAnswer asking={state.asking} done={state.done} testId={testId} />
      )}
      <Modal opened={isOpen} onClose={state.close} title={texts.dialog} size="xl" centered>
        <Found texts={texts} state={state} count={count} testId={testId}>
          {children}
        </Found>
      </Modal>
    </section>
  );
}

function Found<T>({ texts, state, count, testId, children }: ReadInCardProps<T>) {
  const apply = (): void => {
    if (count > 0) void state.apply();
  };
  useKeys({ commit: apply }, 'everywhere');
  return (
    <div data-testid={`${testId}-found`}>
      <p className="soft">{state.isApplying ? READ_IN.busyApplying : READ_IN.nothingChanged}</p>
      {/* Longer than its place: by the keyboard it is scrolled only with the focus on it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="read-in-found" tabIndex={0} aria-label={texts.dialog}>
        {children}
      </section>
      <div className="read-in-answer">
        {count === 0 ? <Notice tone="plain">{texts.nothing}</Notice> : undefined}
        {state.asking.trouble && <AskingAnswer asking={state.asking} testId={`${testId}-apply`} />}
        <div className="dialog-actions">
          <ActionButton variant="default" keyName="back" isAutoFocused={count === 0} onClick={state.close}>
            {COMMON.cancel}
          </ActionButton>
          <ActionButton
            keyName="commit"
            loading={state.isApplying}
            disabled={count === 0}
            isAutoFocused={count > 0}
            testId={`${testId}-apply`}
            onClick={apply}
          >
            {texts.apply}
          </ActionButton>
        </div>
      </div>
    </div>
  );
}
