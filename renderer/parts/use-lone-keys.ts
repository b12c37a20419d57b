import { useEffect, useEffectEvent } from 'react';
import { type Chord, isPressed } from '../keys.ts';
import { isField } from './use-home-focus.ts';

/** A scanner that types has a mean gap of at most 50 ms between its keys; a key alone for this long is a hand's. */
const ALONE_MS = 140;
/** What a scanner types before and among its digits; Enter and arrows are a hand's on its way here. */
const WRITES = /^(?:Digit|Numpad\d|Key)/;

export type LoneKey = { readonly key: Chord | undefined; readonly onPress: () => void };

/**
 * Single keys while no text field has the focus and no dialog lies over what listens: `on` a screen there is none, on a
 * panel only the panel itself. Each waits until it is sure that no scanner is typing: the digits of a slip must start
 * nothing.
 */
export function useLoneKeys(keys: readonly LoneKey[], on: 'screen' | 'panel'): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const found = keys.find(({ key }) => key && isPressed(key, event));
    if (found && !isField(event.target) && isOnTop(on)) found.onPress();
  });
  useEffect(() => {
    let lastMs = Number.NEGATIVE_INFINITY;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = (event: KeyboardEvent): void => {
      clearTimeout(timer);
      const isFirst = event.timeStamp - lastMs > ALONE_MS;
      if (WRITES.test(event.code)) lastMs = event.timeStamp;
      if (isFirst && !event.repeat && !event.ctrlKey) timer = setTimeout(() => press(event), ALONE_MS);
    };
    // Before anything that may keep a key to itself: what a scanner types has to be seen whole.
    window.addEventListener('keydown', listen, { capture: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', listen, { capture: true });
    };
  }, []);
}

/** Whether no other dialog lies over a screen, or over a panel, which is one itself. */
export function isOnTop(on: 'screen' | 'panel'): boolean {
  const open = document.querySelectorAll('[role="dialog"][aria-modal="true"]').length;
  return open <= (on === 'panel' ? 1 : 0);
}
