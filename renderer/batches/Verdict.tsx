import type { BatchListRow } from '../../domain/transfer/batch-list.ts';
import type { TransferBatch } from '../../domain/transfer/transfer-batch.ts';
import { Shape } from '../parts/Shape.tsx';
import { BATCH } from '../text/batches.ts';

/** What the receiving side said of one dossier. */
export function Verdict({ batch, row }: { readonly batch: TransferBatch; readonly row: BatchListRow }) {
  const rejected = batch.rejected.find(({ dossierId }) => dossierId === row.dossierId);
  if (rejected) {
    return (
      <>
        <Shape name="octagon" /> {BATCH.rejected(rejected.reason)}
      </>
    );
  }
  if (batch.discrepancies.missing.includes(row.dossierId)) {
    return (
      <>
        <Shape name="triangle" /> {BATCH.missing}
      </>
    );
  }
  if (!batch.accepted.includes(row.dossierId)) return undefined;
  return (
    <>
      <Shape name="check" /> {BATCH.took}
    </>
  );
}
