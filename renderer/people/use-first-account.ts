import { useState } from 'react';
import { attempt } from '../bridge.ts';
import { PASSPHRASES_DIFFER, peopleRefusalText } from '../text/people.ts';
import { isSamePassphrase } from './same-passphrase.ts';
import { type Asking, useAsking } from './use-asking.ts';

export type FirstAccountDraft = { readonly name: string; readonly passphrase: string; readonly repeat: string };

export type FirstAccount = {
  readonly draft: FirstAccountDraft;
  readonly asking: Asking;
  readonly change: (part: Partial<FirstAccountDraft>) => void;
  /** Answers whether the account is open, and its person signed in. */
  readonly open: () => Promise<boolean>;
};

/** The first administrator of a counter that has no account yet; `name`: who worked at it so far. */
export function useFirstAccount(name: string): FirstAccount {
  const [draft, setDraft] = useState<FirstAccountDraft>({ name, passphrase: '', repeat: '' });
  const asking = useAsking();
  const open = async (): Promise<boolean> => {
    if (!isSamePassphrase(draft.passphrase, draft.repeat)) {
      asking.refuse(PASSPHRASES_DIFFER);
      return false;
    }
    const { repeat: _typedAgain, ...wish } = draft;
    return (await asking.ask(() => attempt('account.first', wish), peopleRefusalText)) !== undefined;
  };
  return {
    draft,
    asking,
    change: (part) => {
      asking.forget();
      setDraft((old) => ({ ...old, ...part }));
    },
    open,
  };
}
