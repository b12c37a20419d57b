import { useEffect, useEffectEvent } from 'react';
import { type Chord, isPressed } from '../keys.ts';

/** A scanner that types has a mean gap of at most 50 ms between its keys; a key alone for this long is a hand's. */
const ALONE_MS = 140;
/** What a scanner types before and among its digits; Enter and arrows are a hand's on its way here. */
const WRITES = /^(?:Digit|Numpad\d|Key)/;

/**
 * Single keys while no text field has the focus and no dialog is open but the panel itself. Each waits until it is sure
 * that no scanner is typing: the digits of a slip must start nothing.
 */
export function useLoneKeys(keys: readonly { readonly key: Chord | undefined; readonly onPress: () => void }[]): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const found = keys.find(({ key }) => key && isPressed(key, event));
    if (found && !isInField(event.target) && openDialogs() <= 1) found.onPress();
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

/** Whether keys write there. */
export function isInField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

export function openDialogs(): number {
  return document.querySelectorAll('[role="dialog"][aria-modal="true"]').length;
}
