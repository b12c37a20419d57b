import { type KeyboardEvent, useState } from 'react';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { KnownPerson } from '../../electron/contract/views.ts';
import { useAnswer } from '../use-answer.ts';
import type { IntakeDraft } from './intake-draft.ts';
import { askedOf, isNumberTail } from './known-in-draft.ts';

export type KnownPeople = {
  readonly isOpen: boolean;
  readonly people: readonly KnownPerson[];
  /** Place of the one that Enter takes. Undefined: Enter goes on to the next field. */
  readonly active: number | undefined;
  /** Digits were typed, and nobody known here has them. */
  readonly isNobodys: boolean;
  readonly onTyped: () => void;
  readonly close: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
};

const TOPICS: readonly PushTopic[] = [];

/**
 * People who may be meant by the name as it is typed. A new person of a known name is nothing rare, so the first one has to
 * be chosen by an arrow; after the end of a number Enter takes it.
 */
export function useKnownPeople(draft: IntakeDraft, onChoose: (person: KnownPerson) => void): KnownPeople {
  const [isTyping, setTyping] = useState(false);
  const [chosen, setChosen] = useState<number>();
  const typed = isTyping ? askedOf(draft) : undefined;
  const answer = useAnswer('person.suggest', typed === undefined ? undefined : { typed }, TOPICS);
  const people = (typed !== undefined && answer.value) || [];
  const isNumber = isNumberTail(draft.name);
  const active = chosen ?? (isNumber && people.length > 0 ? 0 : undefined);
  const isNobodys = isNumber && typed !== undefined && answer.value?.length === 0;
  const isOpen = people.length > 0 || isNobodys;
  const close = (): void => {
    setTyping(false);
    setChosen(undefined);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.ctrlKey || event.nativeEvent.isComposing || !isOpen) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const person = active === undefined ? undefined : people[active];
    if (step !== undefined && people.length > 0) setChosen(stepped(active, step, people.length));
    else if (event.key === 'Enter' && person) {
      close();
      onChoose(person);
    } else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  };
  return {
    isOpen,
    people,
    active,
    isNobodys,
    onTyped: () => {
      setTyping(true);
      setChosen(undefined);
    },
    close,
    onKeyDown,
  };
}

function stepped(active: number | undefined, step: number, count: number): number | undefined {
  const next = (active ?? -1) + step;
  return next < 0 ? undefined : Math.min(next, count - 1);
}
