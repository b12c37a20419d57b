import { useState } from 'react';
import { attempt, type CounterFault } from '../bridge.ts';

export type SignOut = { readonly fault: CounterFault | undefined; readonly signOut: () => Promise<void> };

/** Leaves the counter to the next person. What is being typed goes to the disk first. */
export function useSignOut(onChanged: () => void): SignOut {
  const [fault, setFault] = useState<CounterFault>();
  const signOut = async (): Promise<void> => {
    // A field that is left keeps its draft at once, and what is asked first is answered by who is still signed in.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const answer = await attempt('account.signOut', {});
    setFault(answer.ok ? undefined : answer.refusal);
    onChanged();
  };
  return { fault, signOut };
}
