import { useState } from 'react';
import { dateOf, type LocalMoment } from '../../domain/plain-date.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import { unansweredItems } from '../../domain/transfer/transfer-batch.ts';
import type { TransferBatchView } from '../../electron/contract/views.ts';
import { dateText, parseTypedDate } from '../text/format.ts';
import { playSound } from '../scan/sound.ts';
import type { Trouble } from '../text/trouble.ts';
import { useChange } from './use-change.ts';

export type ReceiveUpState = {
  readonly signer: string;
  readonly date: string;
  /** Of which nothing was said yet. */
  readonly awaited: ReadonlySet<DossierId>;
  readonly rejected: ReadonlyMap<DossierId, string>;
  readonly acceptedCount: number;
  readonly trouble: Trouble | undefined;
  readonly isBusy: boolean;
  readonly typeSigner: (signer: string) => void;
  readonly typeDate: (date: string) => void;
  readonly reject: (dossierId: DossierId, reason: string) => void;
  readonly accept: (dossierId: DossierId) => void;
  readonly confirm: () => Promise<void>;
};

/** What is copied from the list that the body above signed. */
export function useReceiveUp(view: TransferBatchView, now: LocalMoment): ReceiveUpState {
  const [signer, setSigner] = useState('');
  const [date, setDate] = useState(() => dateText(dateOf(now)));
  const [rejected, setRejected] = useState<ReadonlyMap<DossierId, string>>(new Map());
  const { make, trouble, isBusy } = useChange(view);
  const awaited = new Set(unansweredItems(view.batch).map(({ dossierId }) => dossierId));

  const confirm = async (): Promise<void> => {
    const answer = await make({
      kind: 'receive-up',
      signed: { signer, date: parseTypedDate(date) ?? date },
      items: [...awaited].map((dossierId) => {
        const reason = rejected.get(dossierId);
        return reason === undefined ? { dossierId, accepted: true } : { dossierId, accepted: false, reason };
      }),
    });
    if (answer) playSound(answer.ok ? 'good' : 'bad');
  };
  return {
    signer,
    date,
    awaited,
    rejected,
    acceptedCount: awaited.size - rejected.size,
    trouble,
    isBusy,
    typeSigner: setSigner,
    typeDate: setDate,
    reject: (dossierId, reason) => {
      if (awaited.has(dossierId)) setRejected((old) => new Map(old).set(dossierId, reason));
    },
    accept: (dossierId) =>
      setRejected((old) => {
        const next = new Map(old);
        next.delete(dossierId);
        return next;
      }),
    confirm,
  };
}
