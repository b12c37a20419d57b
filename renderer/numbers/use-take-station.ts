import { useState } from 'react';
import { attempt } from '../bridge.ts';
import { STATION_ERRORS } from '../text/numbers.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';

export type TakeStation = {
  readonly typed: string;
  readonly refusal: string | undefined;
  readonly trouble: Trouble | undefined;
  readonly isBusy: boolean;
  readonly type: (typed: string) => void;
  /** Answers whether this computer has a station of its own now. */
  readonly take: () => Promise<boolean>;
};

/** A station of its own for a computer whose file came from another one. */
export function useTakeStation(): TakeStation {
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);

  const forget = (): void => {
    setRefusal(undefined);
    setTrouble(undefined);
  };
  const take = async (): Promise<boolean> => {
    if (isBusy) return false;
    forget();
    if (!/^\d{1,2}$/.test(typed.trim())) {
      setRefusal(STATION_ERRORS.malformed);
      return false;
    }
    setBusy(true);
    const answer = await attempt('numbers.takeStation', { station: Number(typed.trim()) });
    setBusy(false);
    if (!answer.ok) {
      setTrouble(troubleOfFault(answer.refusal));
      return false;
    }
    if (answer.value.ok) return true;
    const { refusal: why } = answer.value;
    if (why.code === 'not-needed') return true;
    if (why.code === 'storage-failed') setTrouble(storageTrouble(why));
    else setRefusal(STATION_ERRORS[why.code]);
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
    take,
  };
}
