import './protection.css';
import { Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { AppState, CounterIdentity } from '../../electron/contract/views.ts';
import { mayAdminister } from '../app-screen.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { enterMovesOn } from '../parts/enter-moves-on.ts';
import { focusFirstError } from '../parts/next-field.ts';
import { TroubleNotice } from '../parts/Notice.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { PROTECTED, PROTECTION, PROTECTION_SECTION, RECOVERY_CODE } from '../text/protection.ts';
import { COMMON } from '../text/vi.ts';
import { ProtectionFields } from './ProtectionFields.tsx';
import { RecoveryCodePage } from './RecoveryCodePage.tsx';
import { useProtect } from './use-protect.ts';

type ProtectionSectionProps = {
  readonly app: AppState;
  readonly counter: CounterIdentity;
  readonly onChanged: () => void;
};

type Open = 'nothing' | 'ask-new-code' | 'protect' | 'code';

/** What protects the data, a new recovery code, and protection for a file that is plain. */
export function ProtectionSection({ app, counter, onChanged }: ProtectionSectionProps) {
  const { kind, hasKeyStore, hasRecoveryCode } = app.protection;
  const mayAct = mayAdminister(app);
  const [open, setOpen] = useState<Open>('nothing');
  const section = useRef<HTMLElement>(null);
  // A kept screen that is left must not leave a code on the screen.
  useEffect(() => () => setOpen('nothing'), []);
  const close = (): void => {
    setOpen('nothing');
    onChanged();
  };
  return (
    <section className="card" ref={section} data-testid="protection" data-kind={kind}>
      <h2>{PROTECTION.title}</h2>
      <p>{PROTECTED[kind]}</p>
      {kind === 'none' && mayAct && (
        <ActionButton variant="default" testId="protect-open" onClick={() => setOpen('protect')}>
          {PROTECTION_SECTION.protect}
        </ActionButton>
      )}
      {kind !== 'none' && (
        <>
          <p className={hasRecoveryCode ? 'soft' : 'tone-bad'} data-testid="recovery-code-state">
            {PROTECTION_SECTION.code}: {hasRecoveryCode ? PROTECTION_SECTION.codeMade : PROTECTION_SECTION.codeMissing}
          </p>
          {mayAct && (
            <ActionButton variant="default" testId="new-code-open" onClick={() => setOpen('ask-new-code')}>
              {PROTECTION_SECTION.newCode}
            </ActionButton>
          )}
        </>
      )}
      <NewCodeDialog
        opened={open === 'ask-new-code'}
        onClose={() => setOpen('nothing')}
        onYes={() => setOpen('code')}
      />
      <ProtectDialog
        opened={open === 'protect'}
        hasKeyStore={hasKeyStore}
        onClose={() => setOpen('nothing')}
        onDone={() => {
          setOpen('code');
          onChanged();
        }}
      />
      <Modal
        opened={open === 'code'}
        onClose={close}
        fullScreen
        withCloseButton={false}
        closeOnEscape={false}
        // What was pressed may be gone by then, a dialog or the section's other button.
        returnFocus={false}
        onExitTransitionEnd={() => section.current?.querySelector('button')?.focus()}
        padding={0}
        attributes={{ content: { 'aria-label': RECOVERY_CODE.title } }}
        classNames={{ body: 'code-modal' }}
      >
        <RecoveryCodePage counter={counter} now={app.now} onDone={close} />
      </Modal>
    </section>
  );
}

type NewCodeDialogProps = { readonly opened: boolean; readonly onClose: () => void; readonly onYes: () => void };

function NewCodeDialog({ opened, onClose, onYes }: NewCodeDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={PROTECTION_SECTION.newCodeTitle} centered>
      <p>{PROTECTION_SECTION.newCodeBody}</p>
      <div className="dialog-actions">
        <ActionButton variant="default" keyName="back" onClick={onClose}>
          {COMMON.cancel}
        </ActionButton>
        <ActionButton testId="new-code-yes" onClick={onYes}>
          {PROTECTION_SECTION.newCodeConfirm}
        </ActionButton>
      </div>
    </Modal>
  );
}

type ProtectDialogProps = {
  readonly opened: boolean;
  readonly hasKeyStore: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

function ProtectDialog({ opened, onClose, ...form }: ProtectDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={PROTECTION_SECTION.protectTitle} size="lg" centered>
      <ProtectForm {...form} onClose={onClose} />
    </Modal>
  );
}

function ProtectForm({ hasKeyStore, onClose, onDone }: Omit<ProtectDialogProps, 'opened'>) {
  const state = useProtect(hasKeyStore);
  const form = useRef<HTMLDivElement>(null);
  const protect = async (): Promise<void> => {
    if (await state.protect()) onDone();
    else focusFirstError(form.current);
  };
  useKeys({ commit: () => void protect() }, 'everywhere');
  return (
    // The keys of the fields inside arrive here; nothing on this element is pressed itself.
    <div ref={form} role="presentation" onKeyDown={enterMovesOn} className="protect-form">
      <p>{state.isBusy ? PROTECTION_SECTION.protecting : PROTECTION_SECTION.protectBody}</p>
      <ProtectionFields
        draft={state.draft}
        hasKeyStore={hasKeyStore}
        mayStayPlain={false}
        error={state.error}
        isAutoFocused
        onChange={state.change}
      />
      {state.trouble && <TroubleNotice trouble={state.trouble} testId="protect-trouble" />}
      <div className="dialog-actions">
        <ActionButton variant="default" keyName="back" onClick={onClose}>
          {COMMON.cancel}
        </ActionButton>
        <ActionButton
          keyName="commit"
          isEnterStop
          loading={state.isBusy}
          testId="protect-yes"
          onClick={() => void protect()}
        >
          {PROTECTION_SECTION.protectConfirm}
        </ActionButton>
      </div>
    </div>
  );
}
