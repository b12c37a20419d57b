import { useState } from 'react';
import type { AccountId } from '../../domain/accounts/account-id.ts';
import type { AccountChange } from '../../electron/contract/refusals.ts';
import { attempt } from '../bridge.ts';
import { PASSPHRASES_DIFFER, PEOPLE_DONE, type PeopleDone, peopleRefusalText } from '../text/people.ts';
import { isSamePassphrase } from './same-passphrase.ts';
import { type Asking, useAsking } from './use-asking.ts';

export type NewPassphraseDraft = {
  /** Asked of who changes the own one. */
  readonly old?: string;
  readonly passphrase: string;
  readonly repeat: string;
};

export type AccountActs = {
  readonly asking: Asking;
  /** What was done last, until something else is asked. */
  readonly done: string | undefined;
  readonly refuse: (sentence: string) => void;
  /** These answer whether it was done. */
  readonly change: (change: AccountChange) => Promise<boolean>;
  readonly setPassphrase: (draft: NewPassphraseDraft) => Promise<boolean>;
};

const DONE = {
  roles: 'roles-changed',
  rename: 'renamed',
  close: 'closed',
  reopen: 'reopened',
  'give-stand-in': 'stand-in-given',
  'end-stand-in': 'stand-in-ended',
  'clear-lock-out': 'lock-out-cleared',
} satisfies Record<AccountChange['kind'], PeopleDone>;

/** Everything that can be done with one account, one thing at a time. */
export function useAccount(accountId: AccountId, onChanged: () => void): AccountActs {
  const asking = useAsking();
  const [done, setDone] = useState<PeopleDone>();
  const finish = (answer: { readonly value: unknown } | undefined, what: PeopleDone): boolean => {
    setDone(answer && what);
    if (answer) onChanged();
    return answer !== undefined;
  };
  return {
    asking,
    done: done && PEOPLE_DONE[done],
    refuse: asking.refuse,
    change: async (change) =>
      finish(
        await asking.ask(() => attempt('account.change', { accountId, change }), peopleRefusalText),
        DONE[change.kind],
      ),
    setPassphrase: async ({ old, passphrase, repeat }) => {
      if (!isSamePassphrase(passphrase, repeat)) {
        asking.refuse(PASSPHRASES_DIFFER);
        return false;
      }
      const wish = { accountId, passphrase, ...(old === undefined ? {} : { oldPassphrase: old }) };
      return finish(
        await asking.ask(() => attempt('account.setPassphrase', wish), peopleRefusalText),
        'passphrase-set',
      );
    },
  };
}
