import { useState } from 'react';
import type { Dossier } from '../../domain/dossier.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { FormPrinterChoice, PrintJobRow } from '../../electron/contract/print-views.ts';
import { attempt } from '../bridge.ts';
import { PRINTING } from '../text/printing.ts';
import { storageTrouble, type Trouble, troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';

export type DossierState = {
  /** Null: not on this machine. Undefined: on the way. */
  readonly dossier: Dossier | null | undefined;
  readonly trouble: Trouble | undefined;
  /** The newest print of its slip. */
  readonly job: PrintJobRow | undefined;
  readonly note: string | undefined;
  /** Where forms go. */
  readonly formPrinter: FormPrinterChoice['kind'];
  readonly printAgain: () => Promise<void>;
};

const NOTHING = {};
const DOSSIERS: readonly PushTopic[] = ['dossiers'];
const PRINT: readonly PushTopic[] = ['print'];
const APP: readonly PushTopic[] = ['app'];

export function useDossier(id: DossierId): DossierState {
  const { value: dossier, fault } = useAnswer('dossier.get', { id }, DOSSIERS);
  const jobs = useAnswer('print.jobs', NOTHING, PRINT);
  const app = useAnswer('app.state', NOTHING, APP);
  const [note, setNote] = useState<string>();
  const [trouble, setTrouble] = useState<Trouble>();

  const printAgain = async (): Promise<void> => {
    const answer = await attempt('print.again', { dossierId: id });
    setTrouble(answer.ok ? undefined : troubleOfFault(answer.refusal));
    setNote(undefined);
    if (!answer.ok || answer.value.ok) return;
    const { refusal } = answer.value;
    if (refusal.code === 'storage-failed') setTrouble(storageTrouble(refusal));
    else if (refusal.code === 'not-signed-in' || refusal.code === 'not-permitted') setTrouble(troubleOfFault(refusal));
    else setNote(PRINTING.noSlip);
  };
  const ownJobs = (jobs.latest ?? []).filter((job) => job.dossierId === id && job.paper === 'receipt-slip');
  const newest = ownJobs.reduce<PrintJobRow | undefined>((a, b) => (a && a.id > b.id ? a : b), undefined);

  return {
    dossier,
    trouble: trouble ?? (fault && troubleOfFault(fault)),
    job: newest,
    note,
    formPrinter: app.latest?.printer.formChoice.kind ?? 'none',
    printAgain,
  };
}
