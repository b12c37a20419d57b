import './protection.css';
import { Button } from '@mantine/core';
import { type RefObject, type SyntheticEvent, useEffect, useRef } from 'react';
import type { ProtectionView } from '../../electron/contract/views.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Field } from '../parts/Field.tsx';
import { Notice, TroubleNotice } from '../parts/Notice.tsx';
import { PassphraseField } from '../parts/PassphraseField.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { LOCKED } from '../text/protection.ts';
import { APP_NAME } from '../text/vi.ts';
import { type Unlock, useUnlock } from './use-unlock.ts';

type LockedScreenProps = { readonly protection: ProtectionView; readonly onUnlocked: () => void };

/** The file waits for its key. Nothing else of the application is here. */
export function LockedScreen({ protection, onUnlocked }: LockedScreenProps) {
  const hasPassphrase = protection.kind === 'passphrase';
  const state = useUnlock(hasPassphrase ? 'passphrase' : 'recovery-code');
  const field = useRef<HTMLInputElement>(null);
  const unlock = async (): Promise<void> => {
    if (await state.unlock()) {
      onUnlocked();
      return;
    }
    // After React has drawn the refusal; while it was asked the field took no keys.
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.select();
    });
  };
  useKeys({ commit: () => void unlock() });
  useEffect(() => field.current?.focus(), [state.by]);
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    void unlock();
  };
  return (
    <div className="locked" data-testid="screen-locked" data-by={state.by}>
      <form className="card locked-card" onSubmit={send}>
        <p className="set-up-name">{APP_NAME}</p>
        <h1>{LOCKED.title}</h1>
        <p>
          {state.by === 'passphrase' ? LOCKED.byPassphrase : hasPassphrase ? LOCKED.byOwnCode : LOCKED.byCode}{' '}
          {LOCKED.safe}
        </p>
        <KeyField state={state} field={field} />
        <div className="locked-answer">
          {state.refusal && (
            <Notice tone="bad" testId="unlock-refusal">
              {state.refusal}
            </Notice>
          )}
          {state.trouble && <TroubleNotice trouble={state.trouble} testId="unlock-trouble" />}
        </div>
        <div className="locked-actions">
          <ActionButton
            size="md"
            keyName="nextField"
            loading={state.isBusy}
            testId="unlock"
            onClick={() => void unlock()}
          >
            {LOCKED.unlock}
          </ActionButton>
          {hasPassphrase && (
            <Button
              variant="subtle"
              size="md"
              data-testid="unlock-other"
              onClick={() => state.use(state.by === 'passphrase' ? 'recovery-code' : 'passphrase')}
            >
              {state.by === 'passphrase' ? LOCKED.useCode : LOCKED.usePassphrase}
            </Button>
          )}
        </div>
      </form>
    </div>
  );
}

function KeyField({ state, field }: { readonly state: Unlock; readonly field: RefObject<HTMLInputElement | null> }) {
  const { by, text, refusal, type } = state;
  if (by === 'passphrase') {
    return (
      <PassphraseField
        label={LOCKED.passphrase}
        size="lg"
        value={text}
        error={refusal && ''}
        testId="unlock-text"
        inputRef={field}
        onText={type}
      />
    );
  }
  return (
    <Field
      label={LOCKED.code}
      hint={LOCKED.codeHint}
      size="lg"
      value={text}
      error={refusal && ''}
      ref={field}
      testId="unlock-text"
      onText={type}
    />
  );
}
