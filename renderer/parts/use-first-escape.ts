import { useEffect, useEffectEvent } from 'react';

/** Esc closes this dialog alone. Listens from the beginning: the listener of a dialog that opens later comes after it. */
export function useFirstEscape(opened: boolean, onClose: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!opened || event.code !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onClose();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => press(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, []);
}
