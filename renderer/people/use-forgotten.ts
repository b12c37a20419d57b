import { useState } from 'react';
import type { AccountId } from '../../domain/accounts/account-id.ts';
import type { AccountRecoverRefusal } from '../../electron/contract/refusals.ts';
import { attempt } from '../bridge.ts';
import { recoverRefusalText } from '../text/forgotten.ts';
import { PASSPHRASES_DIFFER } from '../text/people.ts';
import { isSamePassphrase } from './same-passphrase.ts';
import { type Asking, useAsking } from './use-asking.ts';

type ForgottenDraft = { readonly recoveryCode: string; readonly passphrase: string; readonly repeat: string };

export type Forgotten = {
  readonly draft: ForgottenDraft;
  /** The field to be typed again, where the last answer was about one. */
  readonly wrong: 'code' | 'passphrase' | undefined;
  readonly asking: Asking;
  readonly change: (part: Partial<ForgottenDraft>) => void;
  /** Answers whether the person has a new passphrase, and is signed in. */
  readonly recover: () => Promise<boolean>;
};

const EMPTY: ForgottenDraft = { recoveryCode: '', passphrase: '', repeat: '' };

const WRONG: Readonly<Partial<Record<AccountRecoverRefusal['code'], Forgotten['wrong']>>> = {
  'wrong-key': 'code',
  malformed: 'code',
  'too-short': 'passphrase',
  'too-long': 'passphrase',
};

/** A new passphrase for an administrator, by the recovery code of the data. */
export function useForgotten(accountId: AccountId): Forgotten {
  const [draft, setDraft] = useState(EMPTY);
  const [wrong, setWrong] = useState<Forgotten['wrong']>();
  const asking = useAsking();
  return {
    draft,
    wrong,
    asking,
    change: (part) => {
      asking.forget();
      setWrong(undefined);
      setDraft((old) => ({ ...old, ...part }));
    },
    recover: async () => {
      const { repeat, ...wish } = draft;
      if (!isSamePassphrase(wish.passphrase, repeat)) {
        setWrong('passphrase');
        asking.refuse(PASSPHRASES_DIFFER);
        return false;
      }
      const answer = await asking.ask(
        () => attempt('account.recover', { accountId, ...wish }),
        (refusal) => {
          setWrong(WRONG[refusal.code]);
          return recoverRefusalText(refusal);
        },
      );
      return answer !== undefined;
    },
  };
}
