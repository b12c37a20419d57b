import { useState } from 'react';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { PrintJobRow, PrintJobState } from '../../electron/contract/print-views.ts';
import { attempt } from '../bridge.ts';
import { type Trouble, troubleOfFault } from '../text/trouble.ts';
import { settleTrouble } from '../printing/settle-trouble.ts';
import { useAnswer } from '../use-answer.ts';

export type Unprinted = {
  /** Whether it is known by now what was not on paper when this window came up. */
  readonly isKnown: boolean;
  /** First slips that were not on paper then, as they stand now. */
  readonly rows: readonly PrintJobRow[];
  readonly stillOpen: number;
  /** Whether one of them goes no further without a person. */
  readonly needsPerson: boolean;
  readonly trouble: Trouble | undefined;
  readonly settle: (jobId: number, answer: 'paper-is-out' | 'print-now') => Promise<void>;
};

const NOTHING = {};
const TOPICS: readonly PushTopic[] = ['print'];

/** Numbers that were issued without a slip on paper: whoever had the power cut does not know of them. */
export function useUnprinted(): Unprinted {
  const { latest: jobs, fault, askAgain } = useAnswer('print.jobs', NOTHING, TOPICS);
  const [ids, setIds] = useState<ReadonlySet<number>>();
  const [trouble, setTrouble] = useState<Trouble>();
  if (!ids && jobs) setIds(new Set(jobs.filter(isOpenSlip).map(({ id }) => id)));

  const rows = (jobs ?? []).filter(({ id }) => ids?.has(id)).toSorted((a, b) => a.id - b.id);
  return {
    isKnown: ids !== undefined || fault !== undefined,
    rows,
    stillOpen: rows.filter(isOpenSlip).length,
    needsPerson: rows.some(({ state }) => mayBeSettled(state)),
    trouble,
    settle: async (jobId, answer) => {
      const done = await attempt('print.settle', { jobId, answer });
      setTrouble(done.ok ? settleTrouble(done.value) : troubleOfFault(done.refusal));
      askAgain();
    },
  };
}

/** A job that waits or is on its way has no question open: it prints by itself. */
export function mayBeSettled(state: PrintJobState): boolean {
  return state === 'unknown' || state === 'failed';
}

function isOpenSlip({ paper, copyNo, state, trouble }: PrintJobRow): boolean {
  // Where there is no printer nobody expects paper.
  if (state === 'failed' && trouble === 'no-printer') return false;
  const isOver = state === 'confirmed' || state === 'sent' || state === 'cancelled';
  return paper === 'receipt-slip' && copyNo === 1 && !isOver;
}
