import { useState } from 'react';
import type { DossierId } from '../../domain/scan-code.ts';
import type { Input } from '../../electron/contract/commands.ts';
import type { PrintJobRow } from '../../electron/contract/print-views.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import { attempt } from '../bridge.ts';
import { PRINTING } from '../text/printing.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';
import { settleTrouble } from './settle-trouble.ts';

export type ReceiptSlip = {
  /** The newest print of it. */
  readonly job: PrintJobRow | undefined;
  readonly note: string | undefined;
  readonly trouble: Trouble | undefined;
  /** One more on paper. Where the last one may not have come out that question is answered with it. */
  readonly printAgain: () => Promise<void>;
  readonly paperIsOut: () => Promise<void>;
};

const NOTHING = {};
const PRINT: readonly PushTopic[] = ['print'];

/** The reception slip of a dossier: how its newest print stands, and what a person may say of it. */
export function useReceiptSlip(id: DossierId): ReceiptSlip {
  const { latest, askAgain } = useAnswer('print.jobs', NOTHING, PRINT);
  const [note, setNote] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const job = newestSlip(latest ?? [], id);

  const settle = async (jobId: number, answer: Input<'print.settle'>['answer']): Promise<void> => {
    setNote(undefined);
    const done = await attempt('print.settle', { jobId, answer });
    setTrouble(done.ok ? settleTrouble(done.value) : troubleOfFault(done.refusal));
    askAgain();
  };
  const printNext = async (): Promise<void> => {
    setNote(undefined);
    const answer = await attempt('print.again', { dossierId: id });
    setTrouble(answer.ok ? undefined : troubleOfFault(answer.refusal));
    askAgain();
    if (!answer.ok || answer.value.ok) return;
    const { refusal } = answer.value;
    if (refusal.code === 'storage-failed') setTrouble(storageTrouble(refusal));
    else if (refusal.code === 'not-signed-in' || refusal.code === 'not-permitted') setTrouble(troubleOfFault(refusal));
    else setNote(PRINTING.noSlip);
  };
  return {
    job,
    note,
    trouble,
    printAgain: async () => (job && isInQuestion(job) ? settle(job.id, 'print-now') : printNext()),
    paperIsOut: async () => job && settle(job.id, 'paper-is-out'),
  };
}

/** Nothing came out, or nobody knows: the job itself is to be printed. */
function isInQuestion({ state }: PrintJobRow): boolean {
  return state === 'unknown' || state === 'failed';
}

function newestSlip(jobs: readonly PrintJobRow[], id: DossierId): PrintJobRow | undefined {
  const own = jobs.filter(({ dossierId, paper }) => dossierId === id && paper === 'receipt-slip');
  return own.reduce<PrintJobRow | undefined>((a, b) => (a && a.id > b.id ? a : b), undefined);
}
