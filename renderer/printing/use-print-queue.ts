import { useState } from 'react';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { PrintJobRow } from '../../electron/contract/print-views.ts';
import type { Input } from '../../electron/contract/commands.ts';
import { attempt } from '../bridge.ts';
import { type Trouble, troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';
import { settleTrouble } from './settle-trouble.ts';

const NOTHING = {};
const TOPICS: readonly PushTopic[] = ['print'];

export type PrintQueue = {
  readonly jobs: readonly PrintJobRow[] | undefined;
  readonly trouble: Trouble | undefined;
  readonly settle: (jobId: number, answer: Input<'print.settle'>['answer']) => Promise<void>;
};

/** What was printed and what waits: what needs a person first, then newest first. */
export function usePrintQueue(): PrintQueue {
  const { latest, fault, askAgain } = useAnswer('print.jobs', NOTHING, TOPICS);
  const [trouble, setTrouble] = useState<Trouble>();
  return {
    jobs: latest?.toSorted((a, b) => Number(isAsked(b)) - Number(isAsked(a)) || b.id - a.id),
    trouble: (fault && troubleOfFault(fault)) ?? trouble,
    settle: async (jobId, answer) => {
      const done = await attempt('print.settle', { jobId, answer });
      setTrouble(done.ok ? settleTrouble(done.value) : troubleOfFault(done.refusal));
      askAgain();
    },
  };
}

/** It goes no further without a person. */
function isAsked({ state, trouble }: PrintJobRow): boolean {
  return state === 'unknown' || (state === 'failed' && trouble !== 'no-printer');
}
