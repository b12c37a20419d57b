import { useState } from 'react';
import type { Result } from '../../domain/result.ts';
import type { CounterFault } from '../bridge.ts';
import { type Trouble, troubleOfFault } from '../text/trouble.ts';

export type Asking = {
  /** One line, to be shown where the hands are. */
  readonly refusal: string | undefined;
  readonly trouble: Trouble | undefined;
  readonly isBusy: boolean;
  readonly forget: () => void;
  /** What the screen itself finds wrong, before anything is asked. */
  readonly refuse: (sentence: string) => void;
  /** Asks once at a time. Undefined when it was refused, or broke; the sentence then stands. */
  readonly ask: <T, R>(
    question: () => Promise<Result<Result<T, R>, CounterFault>>,
    say: (refusal: R) => string | Trouble | undefined,
  ) => Promise<{ readonly value: T } | undefined>;
};

/** A question of a form to the core, and what stands on the screen about its answer. */
export function useAsking(): Asking {
  const [refusal, setRefusal] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [isBusy, setBusy] = useState(false);
  const forget = (): void => {
    setRefusal(undefined);
    setTrouble(undefined);
  };
  const show = (said: string | Trouble | undefined): void => {
    if (typeof said === 'string') setRefusal(said);
    else setTrouble(said);
  };
  return {
    refusal,
    trouble,
    isBusy,
    forget,
    refuse: (sentence) => {
      forget();
      setRefusal(sentence);
    },
    ask: async (question, say) => {
      if (isBusy) return undefined;
      forget();
      setBusy(true);
      const answer = await question();
      setBusy(false);
      if (!answer.ok) setTrouble(troubleOfFault(answer.refusal));
      else if (answer.value.ok) return { value: answer.value.value };
      else show(say(answer.value.refusal));
      return undefined;
    },
  };
}
