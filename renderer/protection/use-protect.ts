import { useState } from 'react';
import { attempt } from '../bridge.ts';
import { NO_KEY_STORE, PASSPHRASE_ERRORS, PROTECT_SLOW, protectTrouble } from '../text/protection.ts';
import { type Trouble, troubleOfFault } from '../text/trouble.ts';
import { EMPTY_PROTECTION, type ProtectionDraft, protectionChoiceOf } from './protection-draft.ts';

export type Protect = {
  readonly draft: ProtectionDraft;
  readonly error: string | undefined;
  readonly trouble: Trouble | undefined;
  readonly isBusy: boolean;
  readonly change: (part: Partial<ProtectionDraft>) => void;
  /** Answers whether the file is protected now. */
  readonly protect: () => Promise<boolean>;
};

/** Protects a file that was plain. */
export function useProtect(hasKeyStore: boolean): Protect {
  const [draft, setDraft] = useState(EMPTY_PROTECTION);
  const [error, setError] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  const protect = async (): Promise<boolean> => {
    const choice = protectionChoiceOf(draft, hasKeyStore);
    setError(choice.ok ? undefined : PASSPHRASE_ERRORS[choice.refusal]);
    setTrouble(undefined);
    if (!choice.ok || isBusy) return false;
    if (choice.value.kind === 'none') {
      // Offered nowhere here: what is plain is to be protected.
      setTrouble(NO_KEY_STORE);
      return false;
    }
    setBusy(true);
    const answer = await attempt('key.protect', { protection: choice.value });
    setBusy(false);
    if (!answer.ok) setTrouble(answer.refusal.code === 'timed-out' ? PROTECT_SLOW : troubleOfFault(answer.refusal));
    else if (answer.value.ok) {
      // A passphrase stays nowhere longer than it is needed.
      setDraft(EMPTY_PROTECTION);
      return true;
    } else setTrouble(protectTrouble(answer.value.refusal));
    return false;
  };
  return {
    draft,
    error,
    trouble,
    isBusy,
    change: (part) => {
      setError(undefined);
      setTrouble(undefined);
      setDraft((old) => ({ ...old, ...part }));
    },
    protect,
  };
}
