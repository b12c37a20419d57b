import { useEffect, useEffectEvent } from 'react';
import { type KeyName, isKey, keyNames } from '../keys.ts';
import { isField } from './use-home-focus.ts';

/**
 * `everywhere` also answers while a dialog is open; a screen's own keys then rest. `first` answers before the window does,
 * and instead of it: what is shown gives one of the window's keys its own meaning.
 */
type Reach = 'first' | 'everywhere' | 'screen';

const answered = new WeakSet<KeyboardEvent>();
const underDialog = new WeakSet<KeyboardEvent>();
const underPalette = new WeakSet<KeyboardEvent>();

/** On the element of the palette: while it is shown every other key rests. */
export const PALETTE_MARK = 'data-palette';

type Listener = { readonly reach: Reach; readonly names: () => readonly KeyName[] };
const listeners = new Set<Listener>();

/** The keys that somebody would answer now, once for each who would. */
export function keysAnswered(): readonly KeyName[] {
  const isUnderDialog = isDialogOpen();
  return [...listeners].filter(({ reach }) => reach !== 'screen' || !isUnderDialog).flatMap(({ names }) => names());
}

/**
 * Notes for each key what was open when it came in: the key that closes a dialog has closed it on the way out. To be
 * called before anything is drawn, so that no dialog's own listener is older.
 */
export function noteOpenDialogs(): void {
  const note = (event: KeyboardEvent): void => {
    if (isDialogOpen()) underDialog.add(event);
    if (document.querySelector(`[${PALETTE_MARK}]`)) underPalette.add(event);
  };
  window.addEventListener('keydown', note, { capture: true });
}

/** Listens for keys of the one table while the component is shown. */
export function useKeys(
  handlers: Partial<Record<KeyName, (event: KeyboardEvent) => void>>,
  reach: Reach = 'screen',
): void {
  const press = useEffectEvent((event: KeyboardEvent, isUnderDialog: boolean) => {
    // A field that used the key itself comes first; another listener of this kind may answer the same key too.
    if (underPalette.has(event) || event.repeat || (event.defaultPrevented && !answered.has(event))) return;
    // Screens that are never up together may share a key.
    const name = keyNames().find((one) => handlers[one] !== undefined && isKey(one, event));
    const handler = name && handlers[name];
    if (!handler || (reach === 'screen' && isUnderDialog)) return;
    if (isTyping(event)) return;
    answered.add(event);
    event.preventDefault();
    if (reach === 'first') event.stopImmediatePropagation();
    handler(event);
  });
  const names = useEffectEvent(() => keyNames().filter((name) => handlers[name] !== undefined));
  useEffect(() => {
    const listed: Listener = { reach, names: () => names() };
    listeners.add(listed);
    return () => void listeners.delete(listed);
  }, [reach]);
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
