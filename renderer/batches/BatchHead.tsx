import type { TransferBatch } from '../../domain/transfer/transfer-batch.ts';
import { Shape } from '../parts/Shape.tsx';
import { BATCH, DIRECTIONS } from '../text/batches.ts';
import { batchLook } from './batch-look.ts';

/** Which batch this is and how it stands. */
export function BatchHead({ batch }: { readonly batch: TransferBatch }) {
  const look = batchLook(batch);
  return (
    <div className="batch-head" data-testid="batch-head" data-code={batch.code} data-state={batch.state}>
      <h1>{batch.code}</h1>
      <span className="batch-state">
        <Shape name={look.shape} /> {look.text}
      </span>
      <p className="soft">
        {DIRECTIONS[batch.direction]}: {BATCH.from(batch.from, batch.to)}
      </p>
    </div>
  );
}
