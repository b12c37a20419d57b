import { type RefObject, useEffect, useEffectEvent } from 'react';

/** On the button that answers a question of the queue. */
export const QUESTION = { 'data-question': true };

/** The list of jobs comes with an answer of the core, after the screen. */
const COMES_WITHIN_MS = 2_000;

/**
 * When the screen comes up while the queue asks something the focus goes to the first question; to be called after the focus
 * was given to the screen's home. A hand that is already at work is left alone.
 */
export function useQuestionFocus(root: RefObject<HTMLElement | null>, isAsked: boolean): void {
  const wait = useEffectEvent((stop: AbortController) => {
    if (!isAsked || focusQuestion(root.current)) return;
    const { current } = root;
    if (!current) return;
    const observer = new MutationObserver(() => focusQuestion(current) && stop.abort());
    const timer = setTimeout(() => stop.abort(), COMES_WITHIN_MS);
    stop.signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(timer);
    });
    observer.observe(current, { childList: true, subtree: true });
    for (const type of ['keydown', 'pointerdown']) {
      window.addEventListener(type, () => stop.abort(), { capture: true, signal: stop.signal });
    }
  });
  useEffect(() => {
    const stop = new AbortController();
    wait(stop);
    return () => stop.abort();
  }, []);
}

function focusQuestion(screen: HTMLElement | null): boolean {
  const question = screen?.querySelector<HTMLElement>('[data-question]');
  question?.focus();
  return question !== null && question !== undefined;
}
