import { useState } from 'react';
import type { Output } from '../../electron/contract/commands.ts';
import type { FormAsked, SlipAsked } from '../../electron/contract/print-views.ts';
import type { Result } from '../../domain/result.ts';
import { attempt, type CounterFault } from '../bridge.ts';
import { PAPER_MENU } from '../text/printing.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';

export type PaperAsked = {
  readonly note: string | undefined;
  readonly trouble: Trouble | undefined;
  /** `done` is said when it is in the spool. Answers its job there. */
  readonly slip: (asked: SlipAsked, done: string) => Promise<number | undefined>;
  readonly form: (asked: FormAsked, to: 'printer' | 'file', done: string) => Promise<void>;
};

/** Papers that the clerk asks for. */
export function usePaperAsked(): PaperAsked {
  const [note, setNote] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();
  const tell = (answer: Result<Output<'print.slip'>, CounterFault>, done: string): void => {
    setNote(undefined);
    setTrouble(undefined);
    if (!answer.ok) setTrouble(troubleOfFault(answer.refusal));
    else if (answer.value.ok) setNote(done);
    else if (answer.value.refusal.code === 'storage-failed') setTrouble(storageTrouble(answer.value.refusal));
    else if (answer.value.refusal.code === 'too-many-rows') setNote(PAPER_MENU.tooMany);
    else if (answer.value.refusal.code === 'no-slip' || answer.value.refusal.code === 'no-such-form') {
      setNote(PAPER_MENU.nothing);
    } else setTrouble(troubleOfFault(answer.value.refusal));
  };
  return {
    note,
    trouble,
    slip: async (asked, done) => {
      const answer = await attempt('print.slip', asked);
      tell(answer, done);
      return answer.ok && answer.value.ok ? answer.value.value.jobId : undefined;
    },
    form: async (asked, to, done) => tell(await attempt('print.form', { asked, to }), done),
  };
}
