import { mayBeAbandoned } from '../../domain/transfer/transfer-batch.ts';
import { dateText, momentInWords } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Notice } from '../parts/Notice.tsx';
import { BATCH, RECEIVE_DOWN } from '../text/batches.ts';
import { nameIn } from './batch-look.ts';
import { BatchHead } from './BatchHead.tsx';
import { BatchLines } from './BatchLines.tsx';
import type { KnownBatchProps } from './known-batch.ts';
import { GivingUp } from './GivingUp.tsx';
import { ReceiveDown } from './ReceiveDown.tsx';
import { ReceiveUp } from './ReceiveUp.tsx';
import { Verdict } from './Verdict.tsx';

/** The list is made: what the other side says of it, or what it said. */
export function BatchOnPaper({ view, app, onClose }: KnownBatchProps) {
  const { batch, list } = view;
  return (
    <div className="batch">
      <div className="batch-top">
        <BatchHead batch={batch} />
        <div className="batch-actions">
          <ActionButton variant="default" keyName="back" onClick={onClose}>
            {BATCH.back}
          </ActionButton>
          {mayBeAbandoned(batch) && <GivingUp view={view} />}
        </div>
      </div>
      {batch.abandonment && (
        <Notice tone="plain">{BATCH.abandoned(batch.abandonment.reason, momentInWords(batch.abandonment.at))}</Notice>
      )}
      {batch.receipt?.onPaper && (
        <Notice tone="plain">{BATCH.signed(batch.receipt.onPaper.signer, dateText(batch.receipt.onPaper.date))}</Notice>
      )}
      {batch.discrepancies.extra.length > 0 && (
        <Notice tone="plain" shape="triangle">
          {RECEIVE_DOWN.extras(batch.discrepancies.extra.map(nameIn(list.rows)).join(', '))}
        </Notice>
      )}
      {batch.state === 'closed' && batch.direction === 'up' && <ReceiveUp view={view} now={app.now} />}
      {batch.state === 'closed' && batch.direction === 'down' && <ReceiveDown view={view} now={app.now} />}
      {batch.state !== 'closed' && (
        <section className="register batch-list" data-testid="batch-lines" data-count={list.rows.length}>
          <h2>{BATCH.lines(list.rows.length)}</h2>
          <BatchLines view={view} mark={(row) => <Verdict batch={batch} row={row} />} />
          <p className="register-foot soft">{BATCH.sheets(list.totals.originals, list.totals.copies)}</p>
        </section>
      )}
    </div>
  );
}
