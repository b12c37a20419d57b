import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

/** Rows under the arrows. When the one with the focus is gone, the one in its place has it. */
export function useRows(body: RefObject<HTMLTableSectionElement | null>, count: number) {
  const at = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (at.current === undefined || document.activeElement !== document.body) return;
    rowsOf(body.current)[Math.min(at.current, count - 1)]?.focus();
  }, [body, count]);
  return {
    onFocus: (event: { readonly target: EventTarget }): void => {
      const place = rowsOf(body.current).findIndex((row) => row === event.target);
      if (place >= 0) at.current = place;
    },
    onBlur: (event: { readonly relatedTarget: EventTarget | null }): void => {
      // A row that is taken away loses the focus to nothing: its place is kept.
      if (event.relatedTarget) at.current = undefined;
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step === 0 || event.ctrlKey) return;
      const rows = rowsOf(body.current);
      const here = rows.findIndex((row) => row.contains(document.activeElement));
      rows[here + step]?.focus();
      event.preventDefault();
    },
  };
}

function rowsOf(body: HTMLTableSectionElement | null): readonly HTMLElement[] {
  return [...(body?.querySelectorAll<HTMLElement>(':scope > tr') ?? [])];
}
