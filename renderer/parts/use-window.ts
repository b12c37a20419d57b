import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';

/** Every line is as high as this, so that the place of each is known without drawing it. */
export const ROW_PX = 48;
/** Drawn above and below the view, so that a turn of the wheel never shows an empty place. */
const BESIDE = 8;

export type RowWindow = {
  /** The line the hands are on. */
  readonly at: number;
  readonly first: number;
  /** One past the last line drawn. */
  readonly end: number;
  readonly total: number;
  /** The hands are on it, and it is opened. */
  readonly open: (place: number) => void;
  readonly onScroll: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
};

type Rows = { readonly total: number; readonly onOpen: (place: number) => void };

/** Which of very many lines of the same height are drawn, and which of them the arrows are on. */
export function useWindow(scroller: RefObject<HTMLDivElement | null>, { total, onOpen }: Rows): RowWindow {
  const [at, setAt] = useState(0);
  const [view, setView] = useState({ top: 0, height: 0 });
  const measure = (): void => {
    const box = scroller.current;
    if (box) setView({ top: box.scrollTop, height: box.clientHeight });
  };
  useEffect(() => {
    const box = scroller.current;
    if (!box) return undefined;
    const observer = new ResizeObserver(() => setView({ top: box.scrollTop, height: box.clientHeight }));
    observer.observe(box);
    return () => observer.disconnect();
  }, [scroller]);

  const choose = (place: number): void => {
    const wanted = Math.max(0, Math.min(total - 1, place));
    setAt(wanted);
    if (scroller.current) bringIntoView(scroller.current, wanted);
  };
  const shown = Math.max(1, Math.floor((view.height - ROW_PX) / ROW_PX));
  const here = Math.min(at, Math.max(0, total - 1));
  return {
    at: here,
    first: Math.max(0, Math.floor(view.top / ROW_PX) - BESIDE),
    end: Math.min(total, Math.ceil((view.top + view.height) / ROW_PX) + BESIDE),
    total,
    open: (place) => {
      choose(place);
      onOpen(place);
    },
    onScroll: measure,
    onKeyDown: (event) => {
      if (event.ctrlKey || event.altKey || total === 0) return;
      const wanted = placeAfter(event.key, here, { shown, last: total - 1 });
      if (wanted !== undefined) choose(wanted);
      else if (event.key === 'Enter') onOpen(here);
      else return;
      event.preventDefault();
    },
  };
}

function placeAfter(
  key: string,
  at: number,
  { shown, last }: { readonly shown: number; readonly last: number },
): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'PageDown':
      return at + shown;
    case 'PageUp':
      return at - shown;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}

/** The heading lies over the first line's height of the view. */
function bringIntoView(box: HTMLElement, place: number): void {
  const head = box.querySelector('thead')?.clientHeight ?? 0;
  const top = place * ROW_PX;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (head + top + ROW_PX > box.scrollTop + box.clientHeight)
    box.scrollTop = head + top + ROW_PX - box.clientHeight;
}
