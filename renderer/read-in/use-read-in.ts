import { useState } from 'react';
import type { Result } from '../../domain/result.ts';
import type { CounterFault } from '../bridge.ts';
import type { CarryOverRefusal, ReadInRefusal } from '../../electron/contract/refusals.ts';
import { type Asking, useAsking } from '../people/use-asking.ts';
import { readInTrouble } from '../text/read-in.ts';

type Asked<T, R> = () => Promise<Result<Result<T, R>, CounterFault>>;

export type ReadIn<T> = {
  readonly asking: Asking;
  /** What was read and not applied yet. */
  readonly found: T | undefined;
  /** What came of applying. */
  readonly done: string | undefined;
  readonly isApplying: boolean;
  readonly read: () => Promise<void>;
  readonly apply: () => Promise<void>;
  readonly close: () => void;
};

type Parts<T extends { readonly readingId: string }, A> = {
  readonly read: Asked<T, ReadInRefusal>;
  readonly apply: (readingId: string) => ReturnType<Asked<A, CarryOverRefusal>>;
  /** What is said when it is applied. */
  readonly say: (applied: A) => string;
};

/** A file is looked at first, and taken over only after that. */
export function useReadIn<T extends { readonly readingId: string }, A>(parts: Parts<T, A>): ReadIn<T> {
  const asking = useAsking();
  const [found, setFound] = useState<T>();
  const [done, setDone] = useState<string>();
  return {
    asking,
    found,
    done,
    isApplying: asking.isBusy && found !== undefined,
    read: async () => {
      setDone(undefined);
      setFound((await asking.ask(parts.read, readInTrouble))?.value);
    },
    apply: async () => {
      if (!found) return;
      const applied = await asking.ask(() => parts.apply(found.readingId), readInTrouble);
      if (!applied) return;
      setFound(undefined);
      setDone(parts.say(applied.value));
    },
    close: () => {
      asking.forget();
      setFound(undefined);
    },
  };
}
