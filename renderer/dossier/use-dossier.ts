import type { DossierId } from '../../domain/scan-code.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { FormPrinterChoice } from '../../electron/contract/print-views.ts';
import type { DossierSides } from '../../electron/contract/views.ts';
import { type ReceiptSlip, useReceiptSlip } from '../printing/use-receipt-slip.ts';
import { type Trouble, troubleOfFault } from '../text/trouble.ts';
import { useAnswer } from '../use-answer.ts';

export type DossierState = {
  /** Null: not on this machine. Undefined: on the way. */
  readonly sides: DossierSides | null | undefined;
  readonly trouble: Trouble | undefined;
  readonly slip: ReceiptSlip;
  /** Where forms go. */
  readonly formPrinter: FormPrinterChoice['kind'];
};

const NOTHING = {};
const DOSSIERS: readonly PushTopic[] = ['dossiers'];
const APP: readonly PushTopic[] = ['app'];

export function useDossier(id: DossierId): DossierState {
  const { value: sides, fault } = useAnswer('dossier.sides', { id }, DOSSIERS);
  const app = useAnswer('app.state', NOTHING, APP);
  return {
    sides,
    trouble: fault && troubleOfFault(fault),
    slip: useReceiptSlip(id),
    formPrinter: app.latest?.printer.formChoice.kind ?? 'none',
  };
}
