import { useState } from 'react';
import { dateOf, type LocalMoment } from '../../domain/plain-date.ts';
import { attempt } from '../bridge.ts';
import { dateText, parseTypedDate } from '../text/format.ts';
import { CONFIRM_REFUSALS } from '../text/clock.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';

export type ConfirmDate = {
  readonly typed: string;
  readonly refusal: string | undefined;
  readonly trouble: Trouble | undefined;
  readonly isBusy: boolean;
  readonly type: (typed: string) => void;
  /** Answers whether the day is confirmed. */
  readonly confirm: () => Promise<boolean>;
};

/** The clerk says what day it is; `now`: what the computer shows. */
export function useConfirmDate(now: LocalMoment): ConfirmDate {
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  const today = dateText(dateOf(now));

  const forget = (): void => {
    setRefusal(undefined);
    setTrouble(undefined);
  };
  const confirm = async (): Promise<boolean> => {
    if (isBusy) return false;
    forget();
    setBusy(true);
    // What is no date goes on as typed, and is refused by the same rule as everything else.
    const answer = await attempt('clock.confirm', { date: parseTypedDate(typed) ?? typed });
    setBusy(false);
    if (!answer.ok) setTrouble(troubleOfFault(answer.refusal));
    else if (answer.value.ok) return true;
    else if (answer.value.refusal.code === 'storage-failed') setTrouble(storageTrouble(answer.value.refusal));
    else setRefusal(CONFIRM_REFUSALS[answer.value.refusal.code](today));
    return false;
  };
  return {
    typed,
    refusal,
    trouble,
    isBusy,
    type: (next) => {
      forget();
      setTyped(next);
    },
    confirm,
  };
}
