import './protection.css';
import { Button } from '@mantine/core';
import { type RefObject, type SyntheticEvent, useEffect, useRef } from 'react';
import type { ProtectionView } from '../../electron/contract/views.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Field } from '../parts/Field.tsx';
import { Notice, TroubleNotice } from '../parts/Notice.tsx';
import { PassphraseField } from '../parts/PassphraseField.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { NewestBackup } from '../recovery/NewestBackup.tsx';
import { type Recovery, useRecovery } from '../recovery/use-recovery.ts';
import { LOCKED, LOCKED_DATA } from '../text/protection.ts';
import { RECOVERY } from '../text/recovery.ts';
import { APP_NAME } from '../text/vi.ts';
import { type Unlock, useUnlock } from './use-unlock.ts';

type LockedScreenProps = { readonly protection: ProtectionView; readonly onChanged: () => void };

/** The file waits for its key. Nothing else of the application is here. */
export function LockedScreen({ protection, onChanged }: LockedScreenProps) {
  const hasPassphrase = protection.kind === 'passphrase';
  const state = useUnlock(hasPassphrase ? 'passphrase' : 'recovery-code');
  const recovery = useRecovery();
  const isBackup = recovery.view?.why === 'missing';
  const data = LOCKED_DATA[isBackup ? 'backup' : 'own'];
  const field = useRef<HTMLInputElement>(null);
  const unlock = async (): Promise<void> => {
    if (await state.unlock()) {
      onChanged();
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
        <h1>{data.title}</h1>
        <p>
          {state.by === 'passphrase' ? data.byPassphrase : hasPassphrase ? data.byOtherCode : data.byCode} {data.safe}
        </p>
        {isBackup && <NewestBackup newest={recovery.view.newest} />}
        <KeyField state={state} field={field} />
        <div className="locked-answer">
          <UnlockAnswer state={state} />
          {isBackup && recovery.trouble && <TroubleNotice trouble={recovery.trouble} testId="recovery-trouble" />}
        </div>
        <div className="locked-actions">
          <ActionButton
            size="md"
            keyName="nextField"
            loading={state.isBusy}
            testId="unlock"
            onClick={() => void unlock()}
          >
            {data.unlock}
          </ActionButton>
          {hasPassphrase && <OtherWay state={state} />}
          {isBackup && <Leave recovery={recovery} onLeft={onChanged} />}
        </div>
      </form>
    </div>
  );
}

function UnlockAnswer({ state: { refusal, trouble } }: { readonly state: Unlock }) {
  return (
    <>
      {refusal && (
        <Notice tone="bad" testId="unlock-refusal">
          {refusal}
        </Notice>
      )}
      {trouble && <TroubleNotice trouble={trouble} testId="unlock-trouble" />}
    </>
  );
}

function OtherWay({ state }: { readonly state: Unlock }) {
  const isPassphrase = state.by === 'passphrase';
  return (
    <Button
      variant="subtle"
      size="md"
      data-testid="unlock-other"
      onClick={() => state.use(isPassphrase ? 'recovery-code' : 'passphrase')}
    >
      {isPassphrase ? LOCKED.useCode : LOCKED.usePassphrase}
    </Button>
  );
}

/** Away from the backup: to a counter of this computer's own. */
function Leave({ recovery, onLeft }: { readonly recovery: Recovery; readonly onLeft: () => void }) {
  const leave = async (): Promise<void> => {
    if (await recovery.leave()) onLeft();
  };
  return (
    <ActionButton variant="subtle" size="md" testId="recovery-leave" onClick={() => void leave()}>
      {RECOVERY.leave}
    </ActionButton>
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
