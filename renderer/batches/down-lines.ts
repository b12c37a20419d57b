import type { BatchListRow } from '../../domain/transfer/batch-list.ts';
import { hasItem } from '../../domain/transfer/transfer-batch.ts';
import type { TransferBatchView } from '../../electron/contract/views.ts';
import type { Came } from './use-receive-down.ts';

/** The list with what came beside it, as it would stand there. */
export function withExtras(view: TransferBatchView, came: readonly Came[]): TransferBatchView {
  const extras = came.filter(({ dossierId }) => !hasItem(view.batch, dossierId));
  const rows = extras.map((extra, i) => rowOf(extra, view.list.rows.length + i + 1));
  const dossiers = extras.flatMap(({ dossierId, dossier }) => {
    const procedureAlias = dossier?.intake?.procedure.alias ?? dossier?.carriedOver?.procedure.name;
    return dossier && procedureAlias !== undefined ? [{ dossierId, status: dossier.status, procedureAlias }] : [];
  });
  return {
    ...view,
    list: { ...view.list, rows: [...view.list.rows, ...rows] },
    dossiers: [...view.dossiers, ...dossiers],
  };
}

function rowOf({ dossierId, dossier }: Came, position: number): BatchListRow {
  const dossierNumber = dossier?.intake?.dossierNumber ?? dossier?.carriedOver?.oldNumber;
  return {
    dossierId,
    originals: 1,
    copies: 0,
    note: '',
    position,
    ...(dossierNumber === undefined ? {} : { dossierNumber }),
    ...(dossier?.applicant ? { applicantName: dossier.applicant.name } : {}),
  };
}
