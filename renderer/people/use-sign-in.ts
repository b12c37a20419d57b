import { useState } from 'react';
import type { AccountId } from '../../domain/accounts/account-id.ts';
import type { SignInCommandRefusal } from '../../electron/contract/refusals.ts';
import type { PeopleView } from '../../electron/contract/views.ts';
import { attempt } from '../bridge.ts';
import { peopleRefusalText } from '../text/people.ts';
import { SIGN_IN } from '../text/sign-in.ts';
import { firstChoice, movedChoice } from './chosen-person.ts';
import { type Asking, useAsking } from './use-asking.ts';
import { useWait } from './use-wait.ts';

export type SignInState = {
  readonly chosen: AccountId | undefined;
  readonly passphrase: string;
  /** Until the next try is admitted; 0 when it is. */
  readonly leftMs: number;
  readonly asking: Asking;
  readonly choose: (id: AccountId) => void;
  /** Answers who is chosen now. */
  readonly move: (step: 1 | -1) => AccountId | undefined;
  readonly type: (passphrase: string) => void;
  /** Answers whether somebody is signed in now. */
  readonly signIn: () => Promise<boolean>;
};

/** Who, and the passphrase. */
export function useSignIn(accounts: PeopleView['accounts']): SignInState {
  const [picked, setPicked] = useState<AccountId>();
  const [passphrase, setPassphrase] = useState('');
  const asking = useAsking();
  const ids = accounts.map(({ id }) => id);
  const chosen = picked !== undefined && ids.includes(picked) ? picked : firstChoice(ids);
  const wait = useWait(chosen);

  const choose = (id: AccountId): void => {
    if (id !== chosen) setPassphrase('');
    asking.forget();
    setPicked(id);
  };
  /** A wait has a line of its own, which counts. */
  const say = (id: AccountId, refusal: SignInCommandRefusal): ReturnType<typeof peopleRefusalText> | undefined => {
    const waitMs = 'waitMs' in refusal ? refusal.waitMs : 0;
    if (waitMs > 0) wait.begin(id, waitMs);
    return waitMs > 0 ? undefined : peopleRefusalText(refusal);
  };
  const signIn = async (): Promise<boolean> => {
    if (wait.leftMs > 0) return false;
    if (chosen === undefined) {
      asking.refuse(SIGN_IN.chooseFirst);
      return false;
    }
    const answer = await asking.ask(
      () => attempt('account.signIn', { accountId: chosen, passphrase }),
      (refusal) => say(chosen, refusal),
    );
    // Right or wrong, a passphrase stays nowhere longer than it is needed.
    setPassphrase('');
    return answer !== undefined;
  };
  return {
    chosen,
    passphrase,
    leftMs: wait.leftMs,
    asking,
    choose,
    move: (step) => {
      const next = movedChoice(ids, chosen, step);
      if (next !== undefined) choose(next);
      return next;
    },
    type: (next) => {
      asking.forget();
      setPassphrase(next);
    },
    signIn,
  };
}
