import { useEffect, useState } from 'react';
import type { KeptDrafts } from './use-kept-drafts.ts';
import type { Unprinted } from './use-unprinted.ts';

/** The dialog of the start: opened once in a window, when something was left behind that a person has to answer. */
export function useStartDialog(
  drafts: Pick<KeptDrafts, 'isFound' | 'waiting'>,
  unprinted: Pick<Unprinted, 'isKnown' | 'needsPerson'>,
): { readonly isOpen: boolean; readonly open: () => void; readonly close: () => void } {
  const [state, setState] = useState<'unasked' | 'open' | 'closed'>('unasked');
  if (state === 'unasked' && drafts.isFound && unprinted.isKnown) {
    setState(drafts.waiting.length > 0 || unprinted.needsPerson ? 'open' : 'closed');
  }
  // A kept screen that is left must not leave its dialog behind; what waits keeps waiting.
  useEffect(() => () => setState((old) => (old === 'open' ? 'closed' : old)), []);
  return { isOpen: state === 'open', open: () => setState('open'), close: () => setState('closed') };
}
