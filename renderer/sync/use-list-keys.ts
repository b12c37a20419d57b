import { type RefObject, useEffect, useRef } from 'react';
import { LIST_KEYS } from '../keys.ts';
import { isField } from '../parts/use-home-focus.ts';
import { useLoneKeys } from '../parts/use-lone-keys.ts';
import type { SyncListName } from '../text/sync-lists.ts';
import { SYNC_LIST_ORDER } from './list-order.ts';
import type { SyncListsState } from './use-sync-lists.ts';

/** Digits choose a list, and the hands stand on its first line; ← and → go between the lists and the lines. */
export function useListKeys(
  screen: RefObject<HTMLElement | null>,
  { list, totals, choose }: Pick<SyncListsState, 'list' | 'totals' | 'choose'>,
): (list: SyncListName) => void {
  const wantsRow = useRef(true);
  const total = list && totals[list];
  useEffect(() => {
    wantsRow.current = true;
  }, []);
  useEffect(() => {
    const held = document.activeElement;
    // The last line may have been sent away from under the hands.
    const isLost = held === null || held === document.body;
    if (!list || isField(held) || !(wantsRow.current || isLost)) return;
    const row = firstRow(screen.current);
    (row ?? chosenTab(screen.current))?.focus();
    // A list that is shown again still has the lines of then: the hands wait for the first that comes.
    wantsRow.current = !row;
  }, [screen, list, total]);
  const chooseList = (wanted: SyncListName): void => {
    wantsRow.current = true;
    choose(wanted);
    if (wanted === list) firstRow(screen.current)?.focus();
  };
  useLoneKeys(
    SYNC_LIST_ORDER.map((each, at) => ({ key: LIST_KEYS[at], onPress: () => chooseList(each) })),
    'screen',
  );
  useEffect(() => {
    const whole = screen.current;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || isField(event.target)) return;
      const wanted = acrossFrom(event.code, whole);
      if (!wanted) return;
      wanted.focus();
      event.preventDefault();
    };
    whole?.addEventListener('keydown', press);
    return () => whole?.removeEventListener('keydown', press);
  }, [screen]);
  return chooseList;
}

function acrossFrom(code: string, screen: HTMLElement | null): HTMLElement | null | undefined {
  if (code === 'ArrowRight') return firstRow(screen);
  return code === 'ArrowLeft' ? chosenTab(screen) : undefined;
}

function firstRow(screen: HTMLElement | null): HTMLElement | null | undefined {
  return screen?.querySelector<HTMLElement>('tbody tr');
}

function chosenTab(screen: HTMLElement | null): HTMLElement | null | undefined {
  return screen?.querySelector<HTMLElement>('.sync-tab[aria-current]');
}
