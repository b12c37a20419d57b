import { useState } from 'react';
import { attempt } from '../bridge.ts';
import { UNLOCK_REFUSALS } from '../text/protection.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';

export type UnlockBy = 'passphrase' | 'recovery-code';

export type Unlock = {
  readonly by: UnlockBy;
  readonly text: string;
  readonly refusal: string | undefined;
  readonly trouble: Trouble | undefined;
  readonly isBusy: boolean;
  readonly type: (text: string) => void;
  readonly use: (by: UnlockBy) => void;
  /** Answers whether the data is open now. */
  readonly unlock: () => Promise<boolean>;
};

/** The one question of a locked file: its passphrase, or the recovery code. */
export function useUnlock(first: UnlockBy): Unlock {
  const [by, setBy] = useState(first);
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);

  const forget = (): void => {
    setRefusal(undefined);
    setTrouble(undefined);
  };
  const unlock = async (): Promise<boolean> => {
    if (isBusy) return false;
    forget();
    setBusy(true);
    // As typed: the core reads both with all the patience that people's typing needs.
    const answer = await attempt('key.unlock', { by, text });
    setBusy(false);
    if (!answer.ok) setTrouble(troubleOfFault(answer.refusal));
    else if (answer.value.ok) {
      setText('');
      return true;
    } else if (answer.value.refusal.code === 'storage-failed') setTrouble(storageTrouble(answer.value.refusal));
    else setRefusal(UNLOCK_REFUSALS[by][answer.value.refusal.code]);
    return false;
  };
  return {
    by,
    text,
    refusal,
    trouble,
    isBusy,
    type: (next) => {
      forget();
      setText(next);
    },
    use: (next) => {
      forget();
      setText('');
      setBy(next);
    },
    unlock,
  };
}
