import { type RefObject, useEffect, useRef } from 'react';
import type { DossierView } from '../../electron/contract/views.ts';
import { LIST_KEYS } from '../keys.ts';
import { useKeys } from '../parts/use-keys.ts';
import { useLoneKeys } from '../parts/use-lone-keys.ts';
import { MORNING_LINES } from './morning-lines.ts';
import type { Morning } from './use-morning.ts';

type LineKeys = {
  readonly choose: (line: DossierView) => void;
  /** To the last dossier shown, and more below it; absent when there are none. */
  readonly goOn: (() => void) | undefined;
};

/** Digits choose a line, and the hands stand on its first dossier; ← and → go between the lines and the dossiers. */
export function useLineKeys(screen: RefObject<HTMLElement | null>, { line, choose, list, more }: Morning): LineKeys {
  const wantsRow = useRef(true);
  useEffect(() => {
    wantsRow.current = true;
  }, []);
  useEffect(() => {
    if (!list || !wantsRow.current) return;
    wantsRow.current = false;
    (firstRow(screen.current) ?? lineButton(screen.current))?.focus();
  }, [screen, line, list]);

  const chooseLine = (wanted: DossierView): void => {
    wantsRow.current = wanted !== line;
    choose(wanted);
    if (wanted === line) firstRow(screen.current)?.focus();
  };
  const goOn = more && lastRowThen(screen, more);
  // Here and not in the table: its listener would come to life after the eye has seen its rows.
  useKeys(goOn ? { moreRows: goOn } : {});
  useLoneKeys(
    MORNING_LINES.map((each, at) => ({ key: LIST_KEYS[at], onPress: () => chooseLine(each) })),
    'screen',
  );
  useArrows(screen);
  return { choose: chooseLine, goOn };
}

function lastRowThen(screen: RefObject<HTMLElement | null>, more: () => void): () => void {
  return () => {
    screen.current?.querySelector<HTMLElement>('tbody tr:last-child')?.focus();
    more();
  };
}

function useArrows(screen: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = screen.current;
    if (!root) return undefined;
    const press = (event: KeyboardEvent): void => {
      const wanted = event.ctrlKey || event.altKey ? undefined : acrossFrom(event, root);
      if (!wanted) return;
      wanted.focus();
      event.preventDefault();
    };
    root.addEventListener('keydown', press);
    return () => root.removeEventListener('keydown', press);
  }, [screen]);
}

/** Where an arrow leads; up and down among the dossiers are the table's own. */
function acrossFrom({ code, target }: KeyboardEvent, screen: HTMLElement): HTMLElement | null | undefined {
  if (code === 'ArrowRight') return firstRow(screen);
  if (code === 'ArrowLeft') return lineButton(screen);
  const lines = [...screen.querySelectorAll<HTMLElement>('.morning-line')];
  const at = lines.findIndex((line) => line === target);
  const step = stepOf(code);
  return at < 0 || step === 0 ? undefined : lines[at + step];
}

function stepOf(code: string): -1 | 0 | 1 {
  if (code === 'ArrowDown') return 1;
  return code === 'ArrowUp' ? -1 : 0;
}

function firstRow(screen: HTMLElement | null): HTMLElement | null | undefined {
  return screen?.querySelector<HTMLElement>('tbody tr');
}

function lineButton(screen: HTMLElement | null): HTMLElement | null | undefined {
  return screen?.querySelector<HTMLElement>('.morning-line[aria-current]');
}
