import { useEffect, useState } from 'react';
import type { Result } from '../../domain/result.ts';
import type { Input, Output } from '../../electron/contract/commands.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { PrintJobRow } from '../../electron/contract/print-views.ts';
import { attempt, type CounterFault } from '../bridge.ts';
import { PRINTING } from '../text/printing.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';
import { type HeldOrder, inQueueOrder } from './queue-order.ts';
import { settleTrouble } from './settle-trouble.ts';

const NOTHING = {};
const TOPICS: readonly PushTopic[] = ['print'];
/** So long an answered row keeps its place; a second click of the same hand falls on nothing. */
const HOLD_MS = 3_000;

export type PrintQueue = {
  readonly jobs: readonly PrintJobRow[] | undefined;
  /** Rows that were just answered. */
  readonly answered: ReadonlySet<number>;
  readonly trouble: Trouble | undefined;
  readonly note: string | undefined;
  readonly settle: (jobId: number, answer: Input<'print.settle'>['answer']) => Promise<void>;
  /** One more copy of what was printed. */
  readonly printAgain: (jobId: number) => Promise<void>;
};

type Held = HeldOrder & { readonly all: ReadonlySet<number> };

const NO_IDS: ReadonlySet<number> = new Set();

/** What was printed and what waits, in the order of {@link inQueueOrder}. */
export function usePrintQueue(): PrintQueue {
  const { latest, fault, askAgain } = useAnswer('print.jobs', NOTHING, TOPICS);
  const [trouble, setTrouble] = useState<Trouble>();
  const [note, setNote] = useState<string>();
  const [held, setHeld] = useState<Held>();
  useEffect(() => {
    if (!held) return undefined;
    const timer = setTimeout(() => setHeld(undefined), HOLD_MS);
    return () => clearTimeout(timer);
  }, [held]);
  // A screen that is left holds nothing.
  useEffect(() => () => setHeld(undefined), []);
  const jobs = latest && inQueueOrder(latest, held);

  const hold = (jobId: number): void => {
    setNote(undefined);
    setHeld((old) => ({
      ids: (jobs ?? []).map(({ id }) => id),
      answered: jobId,
      all: new Set([...(old?.all ?? NO_IDS), jobId]),
    }));
  };
  return {
    jobs,
    answered: held?.all ?? NO_IDS,
    trouble: (fault && troubleOfFault(fault)) ?? trouble,
    note,
    settle: async (jobId, answer) => {
      hold(jobId);
      const done = await attempt('print.settle', { jobId, answer });
      setTrouble(done.ok ? settleTrouble(done.value) : troubleOfFault(done.refusal));
      askAgain();
    },
    printAgain: async (jobId) => {
      hold(jobId);
      const done = await attempt('print.again', { jobId });
      const isGone = done.ok && !done.value.ok && done.value.refusal.code === 'no-slip';
      setNote(isGone ? PRINTING.noSlip : undefined);
      setTrouble(isGone ? undefined : againTrouble(done));
      askAgain();
    },
  };
}

function againTrouble(done: Result<Output<'print.again'>, CounterFault>): Trouble | undefined {
  if (!done.ok) return troubleOfFault(done.refusal);
  if (done.value.ok) return undefined;
  const { refusal } = done.value;
  if (refusal.code === 'storage-failed') return storageTrouble(refusal);
  return refusal.code === 'not-signed-in' || refusal.code === 'not-permitted' ? troubleOfFault(refusal) : undefined;
}
