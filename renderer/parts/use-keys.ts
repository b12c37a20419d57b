import { useEffect, useEffectEvent } from 'react';
import { type KeyName, keyPressed } from '../keys.ts';

/** `everywhere` also answers while a dialog is open; a screen's own keys then rest. */
type Reach = 'everywhere' | 'screen';

const answered = new WeakSet<KeyboardEvent>();

/** Listens for keys of the one table while the component is shown. */
export function useKeys(handlers: Partial<Record<KeyName, () => void>>, reach: Reach = 'screen'): void {
  const press = useEffectEvent((event: KeyboardEvent, isUnderDialog: boolean) => {
    // A field that used the key itself comes first; another listener of this kind may answer the same key too.
    if (event.repeat || (event.defaultPrevented && !answered.has(event))) return;
    const name = keyPressed(event);
    const handler = name && handlers[name];
    if (!handler || (reach === 'screen' && isUnderDialog)) return;
    answered.add(event);
    event.preventDefault();
    handler();
  });
  useEffect(() => {
    let isUnderDialog = false;
    // Noted on the way in: the key that closes a dialog has closed it on the way out.
    const note = (): void => {
      isUnderDialog = isDialogOpen();
    };
    const listener = (event: KeyboardEvent): void => press(event, isUnderDialog);
    window.addEventListener('keydown', note, { capture: true });
    window.addEventListener('keydown', listener);
    return () => {
      window.removeEventListener('keydown', note, { capture: true });
      window.removeEventListener('keydown', listener);
    };
  }, []);
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
