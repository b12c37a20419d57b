import { useEffect, useRef } from 'react';
import type { BatchCode } from '../../domain/transfer/batch-code.ts';
import type { TransferBatch } from '../../domain/transfer/transfer-batch.ts';
import { dateText } from '../text/format.ts';
import { Shape } from '../parts/Shape.tsx';
import { BATCH_COLUMNS, BATCHES, DIRECTIONS } from '../text/batches.ts';
import { batchLook, dayOf, inListOrder, otherBodyOf } from './batch-look.ts';
import { useRows } from './use-rows.ts';

type BatchTableProps = { readonly batches: readonly TransferBatch[]; readonly onOpen: (code: BatchCode) => void };

/** Lines of batches. Arrows move, Enter opens. */
export function BatchTable({ batches, onOpen }: BatchTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = useRows(body, batches.length);
  // The hands wait for the lines: nothing else has the focus yet, or only the choice above them.
  useEffect(() => {
    const held = document.activeElement;
    if (held === document.body || (held instanceof HTMLInputElement && held.type === 'radio')) focusFirst(body.current);
  }, []);
  return (
    <div className="register">
      <div className="register-scroll">
        <table className="register-table" aria-label={BATCHES.label}>
          <thead>
            <tr>
              {Object.entries(BATCH_COLUMNS).map(([key, name]) => (
                <th key={key} scope="col" className={`batch-${key}`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body} {...rows}>
            {inListOrder(batches).map((batch, index) => (
              <Row key={batch.code} batch={batch} isFirst={index === 0} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="register-foot soft">
        {BATCHES.count(batches.length)} · {BATCHES.rowHint}
      </p>
    </div>
  );
}

function focusFirst(body: HTMLElement | null): void {
  body?.querySelector<HTMLElement>('tr')?.focus();
}

type RowProps = {
  readonly batch: TransferBatch;
  readonly isFirst: boolean;
  readonly onOpen: (code: BatchCode) => void;
};

function Row({ batch, isFirst, onOpen }: RowProps) {
  const look = batchLook(batch);
  return (
    <tr
      tabIndex={isFirst ? 0 : -1}
      data-home={isFirst || undefined}
      data-testid="batch-row"
      data-code={batch.code}
      data-state={batch.state}
      onClick={() => onOpen(batch.code)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey) return;
        onOpen(batch.code);
        event.preventDefault();
      }}
    >
      <td>
        <strong>{batch.code}</strong>
      </td>
      <td>{DIRECTIONS[batch.direction]}</td>
      <td className="batch-body">{otherBodyOf(batch)}</td>
      <td className="batch-count">{batch.items.length}</td>
      <td>
        <Shape name={look.shape} /> {look.text}
      </td>
      <td>{dateText(dayOf(batch))}</td>
    </tr>
  );
}
