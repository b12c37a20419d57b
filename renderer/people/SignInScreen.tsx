import './people.css';
import { Button } from '@mantine/core';
import {
  type KeyboardEvent,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import type { AppState, PeopleView } from '../../electron/contract/views.ts';
import { isKey } from '../keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Notice } from '../parts/Notice.tsx';
import { PassphraseField } from '../parts/PassphraseField.tsx';
import { mustWaitText, SIGN_IN } from '../text/sign-in.ts';
import { APP_NAME } from '../text/vi.ts';
import { AskingAnswer } from './AskingAnswer.tsx';
import { ForgottenPassphrase } from './ForgottenPassphrase.tsx';
import { type SignInState, useSignIn } from './use-sign-in.ts';

type SignInScreenProps = { readonly app: AppState; readonly onDone: () => void };

/** Who is at the counter? Or, for who forgot the passphrase, the way back to it. */
export function SignInScreen({ app, onDone }: SignInScreenProps) {
  const accounts = app.people?.accounts ?? [];
  const state = useSignIn(accounts);
  const [isForgotten, setForgotten] = useState(false);
  const chosen = accounts.find(({ id }) => id === state.chosen);
  const forget = (): void => {
    // A passphrase stays nowhere longer than it is needed.
    state.type('');
    if (chosen) setForgotten(true);
    else state.asking.refuse(SIGN_IN.chooseBeforeForgotten);
  };
  return (
    <div className="sign-in" data-testid="screen-sign-in">
      {isForgotten && chosen ? (
        <ForgottenPassphrase
          account={chosen}
          protection={app.protection}
          onBack={() => setForgotten(false)}
          onDone={onDone}
        />
      ) : (
        <SignInForm app={app} state={state} onForgotten={forget} onDone={onDone} />
      )}
    </div>
  );
}

type SignInFormProps = SignInScreenProps & { readonly state: SignInState; readonly onForgotten: () => void };

/** Arrows choose, Enter goes to the passphrase, Enter signs in. */
function SignInForm({ app, state, onForgotten, onDone }: SignInFormProps) {
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const hands = (): HTMLInputElement | null | undefined =>
    state.chosen === undefined ? list.current?.querySelector('input') : field.current;
  const focus = useEffectEvent(() => hands()?.focus());
  // Once, where the hands begin; every later move of the focus follows a key.
  useEffect(() => focus(), []);
  const signIn = async (): Promise<void> => {
    if (await state.signIn()) {
      onDone();
      return;
    }
    // After React has drawn the refusal; while it was asked the field took no keys.
    requestAnimationFrame(() => hands()?.focus());
  };
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    void signIn();
  };
  return (
    <form className="card sign-in-card" onSubmit={send}>
      <p className="set-up-name">
        {APP_NAME}
        {app.counter && ` · ${app.counter.unit.name}`}
      </p>
      <h1>{SIGN_IN.title}</h1>
      <People accounts={app.people?.accounts ?? []} state={state} list={list} onChosen={() => field.current?.focus()} />
      <PassphraseField
        label={SIGN_IN.passphrase}
        size="lg"
        value={state.passphrase}
        error={state.asking.refusal === undefined ? undefined : ''}
        testId="sign-in-passphrase"
        inputRef={field}
        onText={state.type}
      />
      <SignInAnswer state={state} />
      <div className="sign-in-actions">
        <ActionButton
          size="md"
          keyName="nextField"
          loading={state.asking.isBusy}
          disabled={state.leftMs > 0}
          testId="sign-in"
          onClick={() => void signIn()}
        >
          {SIGN_IN.signIn}
        </ActionButton>
        <Button variant="subtle" size="md" data-testid="sign-in-forgotten" onClick={onForgotten}>
          {SIGN_IN.forgotten}
        </Button>
      </div>
    </form>
  );
}

function SignInAnswer({ state }: { readonly state: SignInState }) {
  if (state.leftMs === 0) return <AskingAnswer asking={state.asking} testId="sign-in" />;
  return (
    <div className="asking-answer">
      <Notice tone="soon" testId="sign-in-wait">
        {mustWaitText(state.leftMs)}
      </Notice>
    </div>
  );
}

type PeopleProps = {
  readonly accounts: PeopleView['accounts'];
  readonly state: SignInState;
  readonly list: RefObject<HTMLUListElement | null>;
  readonly onChosen: () => void;
};

function People({ accounts, state, list, onChosen }: PeopleProps) {
  const focus = (id: string | undefined): void =>
    list.current?.querySelector<HTMLInputElement>(`input[value="${id}"]`)?.focus();
  const press = (event: KeyboardEvent<HTMLInputElement>, id: (typeof accounts)[number]['id']): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
    if (step !== undefined) {
      event.preventDefault();
      focus(state.move(step));
    } else if (isKey('nextField', event.nativeEvent)) {
      event.preventDefault();
      state.choose(id);
      onChosen();
    }
  };
  return (
    <fieldset className="sign-in-people">
      <legend className="label">{SIGN_IN.who}</legend>
      <ul ref={list}>
        {accounts.map(({ id, name, hasPassphrase }) => (
          <li key={id}>
            <label className="sign-in-person" data-testid="sign-in-person">
              <input
                type="radio"
                name="sign-in-person"
                value={id}
                checked={state.chosen === id}
                onChange={() => state.choose(id)}
                onKeyDown={(event) => press(event, id)}
              />
              <span>{name}</span>
              {!hasPassphrase && <span className="soft">{SIGN_IN.noPassphrase}</span>}
            </label>
          </li>
        ))}
      </ul>
      {accounts.length > 1 && <p className="field-note">{SIGN_IN.whoHint}</p>}
    </fieldset>
  );
}
