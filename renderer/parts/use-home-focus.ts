import { type RefObject, useEffect, useRef } from 'react';

/**
 * Puts the focus where the hands expect it when a screen comes up: the field last left, else the first one marked
 * `data-home`. Runs each time a kept screen is shown again.
 */
export function useHomeFocus(root: RefObject<HTMLElement | null>): void {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const screen = root.current;
    if (!screen) return undefined;
    const left = last.current;
    if (left && screen.contains(left)) left.focus();
    else focusHome(screen);
    if (!screen.contains(document.activeElement)) focusAnything(screen);
    const remember = (event: FocusEvent): void => {
      if (event.target instanceof HTMLElement && isField(event.target)) last.current = event.target;
    };
    screen.addEventListener('focusin', remember);
    return () => screen.removeEventListener('focusin', remember);
  }, [root]);
}

/** Where a screen begins: the field marked so, else the choice that stands. */
export function focusHome(screen: HTMLElement | null): void {
  const home =
    screen?.querySelector<HTMLElement>('[data-home]:not([disabled])') ??
    screen?.querySelector<HTMLElement>('input[type="radio"]:checked');
  home?.focus();
  if (home instanceof HTMLInputElement) home.select();
}

/** Nobody is left on a screen without the focus: the keys would go nowhere, and who does not see would hear nothing. */
function focusAnything(screen: HTMLElement): void {
  screen.querySelector<HTMLElement>('button:not([disabled]), input:not([disabled]), [tabindex="0"]')?.focus();
  if (screen.contains(document.activeElement)) return;
  screen.tabIndex = -1;
  screen.focus();
}

/** Somewhere to type into, or to choose in. */
export function isField(element: EventTarget | null): boolean {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}
