import { useEffect, useState } from 'react';
import type { AccountId } from '../../domain/accounts/account-id.ts';

const TICK_MS = 250;

export type Wait = {
  /** What is left for this person; 0 when a try is admitted. */
  readonly leftMs: number;
  readonly begin: (id: AccountId, waitMs: number) => void;
};

/** How long whoever is chosen has to wait after wrong tries, counting down by a clock that nobody can set. */
export function useWait(chosen: AccountId | undefined): Wait {
  const [ends, setEnds] = useState<ReadonlyMap<AccountId, number>>(new Map());
  const [now, setNow] = useState(() => performance.now());
  const end = chosen === undefined ? undefined : ends.get(chosen);
  const isWaiting = end !== undefined && end > now;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isWaiting]);
  return {
    leftMs: isWaiting ? end - now : 0,
    begin: (id, waitMs) => {
      const at = performance.now();
      setNow(at);
      setEnds((old) => new Map(old).set(id, at + waitMs));
    },
  };
}
