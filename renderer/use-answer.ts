import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CommandName, Input, Output } from '../electron/contract/commands.ts';
import type { PushTopic } from '../electron/contract/pushes.ts';
import { attempt, type CounterFault, on } from './bridge.ts';

export type Answer<T> = {
  /** The core's answer to exactly this question; undefined until it came. */
  readonly value: T | undefined;
  /** The newest answer, perhaps to the question before: for lists that should not flicker while someone types. */
  readonly latest: T | undefined;
  readonly fault: CounterFault | undefined;
  readonly askAgain: () => void;
};

/** The same question again, before the core has come back, would only be noise. */
const RETRY_MS = 1_500;

type Got<T> = { readonly question: string; readonly turn: number; readonly value: T };

/**
 * A question that stays asked: again after every push of its topics, and again after a fault that may heal.
 * `input` undefined asks nothing. An answer that was overtaken by a newer one is dropped.
 */
export function useAnswer<N extends CommandName>(
  name: N,
  input: Input<N> | undefined,
  topics: readonly PushTopic[],
): Answer<Output<N>> {
  const question = input && JSON.stringify(input);
  const [turn, setTurn] = useState(0);
  const [got, setGot] = useState<Got<Output<N>>>();
  const [fault, setFault] = useState<CounterFault>();
  const asked = useRef(0);

  const ask = useEffectEvent(async (about: string) => {
    if (!input) return;
    asked.current += 1;
    const mine = asked.current;
    const answer = await attempt(name, input);
    if (answer.ok)
      setGot((old) => (old && old.turn > mine ? old : { question: about, turn: mine, value: answer.value }));
    if (mine === asked.current) setFault(answer.ok ? undefined : answer.refusal);
  });

  useEffect(() => {
    if (question !== undefined) void ask(question);
  }, [question, turn]);

  useEffect(
    () =>
      on((push) => {
        if (push.topics.some((topic) => topics.includes(topic))) setTurn((old) => old + 1);
      }),
    [topics],
  );

  useEffect(() => {
    if (!fault || !mayHeal(fault)) return undefined;
    const timer = setTimeout(() => setTurn((old) => old + 1), RETRY_MS);
    return () => clearTimeout(timer);
  }, [fault]);

  return {
    value: got && got.question === question ? got.value : undefined,
    latest: got?.value,
    fault,
    askAgain: () => setTurn((old) => old + 1),
  };
}

function mayHeal(fault: CounterFault): boolean {
  return fault.code === 'core-gone' || fault.code === 'timed-out';
}
