import { useRef, useState } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { TransferBatch } from '../../domain/transfer/transfer-batch.ts';
import { attempt } from '../bridge.ts';
import { playSound } from '../scan/sound.ts';
import { ADDED, batchTrouble, REFUSED_TITLES } from '../text/batches.ts';
import { troubleOfFault } from '../text/trouble.ts';
import { nameOf, type Said, troubled } from './said.ts';
import { typedDossier } from './typed-dossier.ts';
import { useBatchCommand } from './use-batch-command.ts';

export type AddLine = {
  readonly said: Said | undefined;
  readonly add: (dossierId: DossierId) => void;
  /** By what a hand typed: sixteen digits, the tail of a number, a name. Resolves to whether it named one dossier. */
  readonly addTyped: (typed: string) => Promise<boolean>;
};

/** Puts dossiers on the list, each in its turn however fast they are scanned. */
export function useAddLine({ code, direction }: Pick<TransferBatch, 'code' | 'direction'>): AddLine {
  const [said, setSaid] = useState<Said>();
  const turns = useRef(Promise.resolve());
  const command = useBatchCommand((dossierId) => dossierId);

  const tell = (next: Said): void => {
    playSound(next.tone);
    setSaid(next);
  };
  const put = async (dossierId: DossierId): Promise<void> => {
    const known = await attempt('dossier.get', { id: dossierId });
    if (!known.ok) return tell(troubled(troubleOfFault(known.refusal)));
    const who = nameOf(dossierId, known.value);
    const sheets = direction === 'up' ? sheetsOf(known.value) : { originals: 1, copies: 0 };
    const answer = await command('batch.change', { code, change: { kind: 'add', dossierId, ...sheets, note: '' } });
    if (answer.ok) return tell({ tone: 'good', title: ADDED.title, body: ADDED.body(who) });
    const trouble = answer.refusal ? batchTrouble(answer.refusal, () => who) : answer.trouble;
    return tell(troubled(trouble, answer.refusal && REFUSED_TITLES[answer.refusal.code]));
  };
  const add = (dossierId: DossierId): void => {
    turns.current = turns.current.then(() => put(dossierId));
  };
  const addTyped = async (typed: string): Promise<boolean> => {
    const named = await typedDossier(typed);
    if (named.dossierId !== undefined) add(named.dossierId);
    else tell(named.said);
    return named.dossierId !== undefined;
  };
  return { said, add, addTyped };
}

/** What the citizen handed in goes up with it. */
function sheetsOf(dossier: Dossier | null): { readonly originals: number; readonly copies: number } {
  const papers = dossier?.intake?.papers ?? [];
  return {
    originals: papers.reduce((sum, { originals }) => sum + originals, 0),
    copies: papers.reduce((sum, { copies }) => sum + copies, 0),
  };
}
