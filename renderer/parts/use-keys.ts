import { useEffect, useEffectEvent } from 'react';
import { type KeyName, keyPressed } from '../keys.ts';
import { isField } from './use-home-focus.ts';

/**
 * `everywhere` also answers while a dialog is open; a screen's own keys then rest. `first` answers before the window does,
 * and instead of it: what is shown gives one of the window's keys its own meaning.
 */
type Reach = 'first' | 'everywhere' | 'screen';

const answered = new WeakSet<KeyboardEvent>();
const underDialog = new WeakSet<KeyboardEvent>();

/**
 * Notes for each key whether a dialog was open when it came in: the key that closes one has closed it on the way out.
 * To be called before anything is drawn, so that no dialog's own listener is older.
 */
export function noteOpenDialogs(): void {
  window.addEventListener('keydown', (event) => void (isDialogOpen() && underDialog.add(event)), { capture: true });
}

/** Listens for keys of the one table while the component is shown. */
export function useKeys(
  handlers: Partial<Record<KeyName, (event: KeyboardEvent) => void>>,
  reach: Reach = 'screen',
): void {
  const press = useEffectEvent((event: KeyboardEvent, isUnderDialog: boolean) => {
    // A field that used the key itself comes first; another listener of this kind may answer the same key too.
    if (event.repeat || (event.defaultPrevented && !answered.has(event))) return;
    const name = keyPressed(event);
    const handler = name && handlers[name];
    if (!handler || (reach === 'screen' && isUnderDialog)) return;
    if (isTyping(event)) return;
    answered.add(event);
    event.preventDefault();
    if (reach === 'first') event.stopImmediatePropagation();
    handler(event);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event, underDialog.has(event));
    const options = { capture: reach === 'first' };
    window.addEventListener('keydown', listener, options);
    return () => window.removeEventListener('keydown', listener, options);
  }, [reach]);
}

/** A key that writes something belongs to the field it is written into. */
function isTyping({ key, ctrlKey, target }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && isField(target);
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}
