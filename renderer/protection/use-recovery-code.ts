import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { attempt } from '../bridge.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';

export type RecoveryCodeState = {
  /** Null: there is no key, so there is no code. Undefined: on the way. Lives no longer than its page. */
  readonly code: string | null | undefined;
  readonly trouble: Trouble | undefined;
  readonly makeAgain: () => void;
};

/** Has one new code made when its page comes up. */
export function useRecoveryCode(): RecoveryCodeState {
  const [code, setCode] = useState<string | null>();
  const [trouble, setTrouble] = useState<Trouble>();
  const isAsked = useRef(false);

  const make = async (): Promise<void> => {
    setTrouble(undefined);
    const answer = await attempt('key.newRecoveryCode', {});
    if (!answer.ok) setTrouble(troubleOfFault(answer.refusal));
    else if (answer.value === null) setCode(null);
    else if (answer.value.ok) setCode(answer.value.value.code);
    else setTrouble(storageTrouble(answer.value.refusal));
  };
  const makeOnce = useEffectEvent(() => {
    // Each code makes the one before it worthless: a second one must never be made unseen.
    if (isAsked.current) return;
    isAsked.current = true;
    void make();
  });
  useEffect(() => makeOnce(), []);

  return { code, trouble, makeAgain: () => void make() };
}
