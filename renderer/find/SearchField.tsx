import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react';
import type { DossierId } from '../../domain/scan-code.ts';
import { FIND } from '../text/find.ts';
import type { Found } from './use-found.ts';
import type { Looking } from './use-looking.ts';

type SearchFieldProps = {
  readonly looking: Looking;
  readonly found: Found;
  readonly onOpen: (id: DossierId) => void;
  readonly onList: () => void;
};

const TO_LIST = new Set(['ArrowDown', 'PageDown']);

/** Enter opens the one dossier that is found, and goes to the list of several; the arrow goes to the list. */
export function SearchField({ looking, found, onOpen, onList }: SearchFieldProps) {
  const goOn = (way: Way): void => {
    const only = found.page?.total === 1 ? found.rowAt(0) : undefined;
    if (way === 'open' && only) onOpen(only.id);
    else onList();
  };
  const isSettled = found.page?.lookedFor.text === looking.typed.trim();
  const goOnSettled = useGoOnSettled({ isSettled, typed: looking.typed }, goOn);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.ctrlKey || event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') goOnSettled('open');
    else if (TO_LIST.has(event.key)) goOnSettled('list');
    else return;
    event.preventDefault();
  };
  return (
    <TextInput
      size="lg"
      aria-label={FIND.label}
      placeholder={FIND.placeholder}
      value={looking.typed}
      autoComplete="off"
      spellCheck={false}
      data-home
      data-testid="find-input"
      onChange={(event) => looking.type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

type Way = 'open' | 'list';
type Settling = { readonly isSettled: boolean; readonly typed: string };

/**
 * Hands are faster than the answer: a key that comes before it goes on as soon as what was typed is found, and never into
 * what was found before.
 */
function useGoOnSettled({ isSettled, typed }: Settling, goOn: (way: Way) => void): (way: Way) => void {
  const asked = useRef<{ readonly typed: string; readonly way: Way }>(undefined);
  const goOnNow = useEffectEvent(goOn);
  useEffect(() => {
    if (!isSettled || asked.current === undefined) return;
    const { typed: askedFor, way } = asked.current;
    asked.current = undefined;
    if (askedFor === typed) goOnNow(way);
  }, [isSettled, typed]);
  return (way) => {
    if (isSettled) goOn(way);
    else asked.current = { typed, way };
  };
}
