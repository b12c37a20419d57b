import { useEffect, useRef } from 'react';
import type { PeopleView, ProtectionView } from '../../electron/contract/views.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { enterMovesOn } from '../parts/enter-moves-on.ts';
import { Field } from '../parts/Field.tsx';
import { focusFirstError } from '../parts/next-field.ts';
import { Notice } from '../parts/Notice.tsx';
import { PassphraseField } from '../parts/PassphraseField.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { FORGOTTEN, noCodeText } from '../text/forgotten.ts';
import { AskingAnswer } from './AskingAnswer.tsx';
import { type Forgotten, useForgotten } from './use-forgotten.ts';

type ForgottenPassphraseProps = {
  readonly account: PeopleView['accounts'][number];
  readonly protection: ProtectionView;
  readonly onBack: () => void;
  readonly onDone: () => void;
};

/** The way back of an administrator: the recovery code. Where none was made, who can help instead. */
export function ForgottenPassphrase({ account, protection, onBack, onDone }: ForgottenPassphraseProps) {
  const instead = noCodeText(protection);
  useKeys({ back: onBack });
  return (
    <section className="card sign-in-card" data-testid="forgotten">
      <p className="set-up-name">{FORGOTTEN.whose(account.name)}</p>
      <h1>{FORGOTTEN.title}</h1>
      {instead === undefined ? (
        <ByCode account={account} onBack={onBack} onDone={onDone} />
      ) : (
        <>
          <Notice tone="soon" testId="forgotten-no-code">
            {instead}
          </Notice>
          <div className="sign-in-actions">
            <Back onBack={onBack} isAlone />
          </div>
        </>
      )}
    </section>
  );
}

function ByCode({ account, onBack, onDone }: Omit<ForgottenPassphraseProps, 'protection'>) {
  const state = useForgotten(account.id);
  const form = useRef<HTMLDivElement>(null);
  const recover = async (): Promise<void> => {
    if (await state.recover()) onDone();
    else focusFirstError(form.current);
  };
  useKeys({ commit: () => void recover() });
  return (
    // The keys of the fields inside arrive here; nothing on this element is pressed itself.
    <div className="sign-in-fields" ref={form} role="presentation" onKeyDown={enterMovesOn}>
      <p>{FORGOTTEN.byCode}</p>
      <p className="soft">{FORGOTTEN.byAdministrator}</p>
      <Fields state={state} />
      <AskingAnswer asking={state.asking} testId="forgotten" />
      <div className="sign-in-actions">
        <ActionButton
          size="md"
          keyName="commit"
          loading={state.asking.isBusy}
          isEnterStop
          testId="forgotten-recover"
          onClick={() => void recover()}
        >
          {FORGOTTEN.recover}
        </ActionButton>
        <Back onBack={onBack} />
      </div>
    </div>
  );
}

function Fields({ state: { draft, wrong, change } }: { readonly state: Forgotten }) {
  const code = useRef<HTMLInputElement>(null);
  useEffect(() => code.current?.focus(), []);
  return (
    <>
      <Field
        label={FORGOTTEN.code}
        hint={FORGOTTEN.codeHint}
        size="md"
        value={draft.recoveryCode}
        error={wrong === 'code' ? '' : undefined}
        ref={code}
        testId="forgotten-code"
        onText={(recoveryCode) => change({ recoveryCode })}
      />
      <div className="sign-in-twice">
        <PassphraseField
          label={FORGOTTEN.passphrase}
          hint={FORGOTTEN.passphraseHint}
          size="md"
          value={draft.passphrase}
          error={wrong === 'passphrase' ? '' : undefined}
          testId="forgotten-passphrase"
          onText={(passphrase) => change({ passphrase })}
        />
        <PassphraseField
          label={FORGOTTEN.repeat}
          size="md"
          value={draft.repeat}
          error={undefined}
          testId="forgotten-again"
          onText={(repeat) => change({ repeat })}
        />
      </div>
    </>
  );
}

function Back({ onBack, isAlone = false }: { readonly onBack: () => void; readonly isAlone?: boolean }) {
  const line = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // Nothing else is here that the hands could begin with.
    if (isAlone) line.current?.querySelector('button')?.focus();
  }, [isAlone]);
  return (
    <span ref={line}>
      <ActionButton variant="default" size="md" keyName="back" testId="forgotten-back" onClick={onBack}>
        {FORGOTTEN.back}
      </ActionButton>
    </span>
  );
}
