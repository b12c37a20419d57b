import './people.css';
import { useEffect, useRef } from 'react';
import type { AppState } from '../../electron/contract/views.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { enterMovesOn } from '../parts/enter-moves-on.ts';
import { Field } from '../parts/Field.tsx';
import { PassphraseField } from '../parts/PassphraseField.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { FIRST_ACCOUNT, FIRST_ACCOUNT_OF, knownNamesText } from '../text/sign-in.ts';
import { APP_NAME } from '../text/vi.ts';
import { AskingAnswer } from './AskingAnswer.tsx';
import { useFirstAccount } from './use-first-account.ts';

type FirstAccountScreenProps = { readonly app: AppState; readonly onDone: () => void };

/**
 * Nobody has a passphrase here. A counter of an older program: whoever opens it first becomes its administrator. One that
 * came back from a copy: an administrator gets a new passphrase.
 */
export function FirstAccountScreen({ app, onDone }: FirstAccountScreenProps) {
  const { draft, asking, change, open } = useFirstAccount(app.counter?.clerkName ?? '');
  const names = app.people?.accounts.map((account) => account.name) ?? [];
  const words = FIRST_ACCOUNT_OF[names.length === 0 ? 'none' : 'some'];
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const commit = async (): Promise<void> => {
    if (await open()) onDone();
    else requestAnimationFrame(() => field.current?.focus());
  };
  useKeys({ commit: () => void commit() });
  return (
    <div className="sign-in" data-testid="screen-first-account">
      {/* The keys of the fields inside arrive here; nothing on this element is pressed itself. */}
      <section className="card sign-in-card" role="presentation" onKeyDown={enterMovesOn}>
        <p className="set-up-name">{APP_NAME}</p>
        <h1>{words.title}</h1>
        <p>{words.body}</p>
        <Field
          label={FIRST_ACCOUNT.name}
          size="md"
          {...(names.length === 0 ? {} : { hint: knownNamesText(names) })}
          value={draft.name}
          testId="first-name"
          onText={(name) => change({ name })}
        />
        <div className="sign-in-twice">
          <PassphraseField
            label={FIRST_ACCOUNT.passphrase}
            hint={FIRST_ACCOUNT.passphraseHint}
            size="md"
            value={draft.passphrase}
            error={asking.refusal === undefined ? undefined : ''}
            testId="first-passphrase"
            inputRef={field}
            onText={(passphrase) => change({ passphrase })}
          />
          <PassphraseField
            label={FIRST_ACCOUNT.repeat}
            size="md"
            value={draft.repeat}
            error={undefined}
            testId="first-again"
            onText={(repeat) => change({ repeat })}
          />
        </div>
        <AskingAnswer asking={asking} testId="first" />
        <div className="sign-in-actions">
          <ActionButton
            size="md"
            keyName="commit"
            loading={asking.isBusy}
            isEnterStop
            testId="first-open"
            onClick={() => void commit()}
          >
            {words.open}
          </ActionButton>
        </div>
      </section>
    </div>
  );
}
