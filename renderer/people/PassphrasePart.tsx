import { useState } from 'react';
import { ActionButton } from '../parts/ActionButton.tsx';
import { PassphraseField } from '../parts/PassphraseField.tsx';
import { ACCOUNT } from '../text/people.ts';
import type { AccountActs, NewPassphraseDraft } from './use-account.ts';

type PassphrasePartProps = {
  readonly acts: AccountActs;
  /** The own one is changed by who knows the old one. */
  readonly isOwn: boolean;
};

/** A new passphrase, typed twice. */
export function PassphrasePart({ acts, isOwn }: PassphrasePartProps) {
  const empty: NewPassphraseDraft = { ...(isOwn ? { old: '' } : {}), passphrase: '', repeat: '' };
  const [draft, setDraft] = useState(empty);
  const change = (part: Partial<NewPassphraseDraft>): void => {
    acts.asking.forget();
    setDraft((old) => ({ ...old, ...part }));
  };
  const set = async (): Promise<void> => {
    // A passphrase stays nowhere longer than it is needed.
    if (await acts.setPassphrase(draft)) setDraft(empty);
  };
  return (
    <section className="people-part">
      {draft.old !== undefined && (
        <PassphraseField
          label={ACCOUNT.oldPassphrase}
          value={draft.old}
          error={undefined}
          isAutoFocused
          testId="passphrase-old"
          onText={(old) => change({ old })}
        />
      )}
      <div className="people-twice">
        <PassphraseField
          label={ACCOUNT.passphrase}
          hint={ACCOUNT.passphraseHint}
          value={draft.passphrase}
          error={undefined}
          testId="passphrase-new"
          onText={(passphrase) => change({ passphrase })}
        />
        <PassphraseField
          label={ACCOUNT.repeat}
          value={draft.repeat}
          error={undefined}
          testId="passphrase-new-again"
          onText={(repeat) => change({ repeat })}
        />
      </div>
      <div>
        <ActionButton
          variant="default"
          isEnterStop
          loading={acts.asking.isBusy}
          testId="passphrase-set"
          onClick={() => void set()}
        >
          {ACCOUNT.setPassphrase}
        </ActionButton>
      </div>
    </section>
  );
}
