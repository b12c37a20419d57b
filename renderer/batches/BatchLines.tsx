import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { type DossierId, groupedScanCode, scanCodeOf } from '../../domain/scan-code.ts';
import type { BatchListRow } from '../../domain/transfer/batch-list.ts';
import type { TransferBatchView } from '../../electron/contract/views.ts';
import { isKey } from '../keys.ts';
import { DossierNumberText } from '../parts/DossierNumberText.tsx';
import { BATCH, LINE_COLUMNS } from '../text/batches.ts';
import { useRows } from './use-rows.ts';

type BatchLinesProps = {
  readonly view: Pick<TransferBatchView, 'list' | 'dossiers'>;
  /** What stands at the end of a line. */
  readonly mark?: (row: BatchListRow) => ReactNode;
  readonly onRemove?: (dossierId: DossierId) => void;
  /** Enter, or a click. */
  readonly onPick?: (dossierId: DossierId) => void;
};

/** The list of a batch as it goes on paper. Arrows move. */
export function BatchLines({ view, mark, onRemove, onPick }: BatchLinesProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { rows: lines } = view.list;
  const rows = useRows(body, lines.length);
  return (
    <div className="register-scroll">
      <table className="register-table">
        <thead>
          <tr>
            {Object.entries(LINE_COLUMNS).map(([key, name]) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
            {mark && (
              <th scope="col">
                <VisuallyHidden>{BATCH.took}</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody ref={body} {...rows}>
          {lines.map((row, index) => (
            <tr
              key={row.dossierId}
              tabIndex={index === 0 ? 0 : -1}
              data-testid="batch-line"
              data-id={row.dossierId}
              onClick={(event) => {
                if (!(event.target instanceof HTMLInputElement)) onPick?.(row.dossierId);
              }}
              onKeyDown={(event) => {
                if (event.target !== event.currentTarget) return;
                if (isKey('removeLine', event.nativeEvent) && onRemove) onRemove(row.dossierId);
                else if (isKey('nextField', event.nativeEvent) && onPick) onPick(row.dossierId);
                else return;
                event.preventDefault();
              }}
            >
              <td>{row.position}</td>
              <td>
                {row.dossierNumber === undefined ? (
                  groupedScanCode(scanCodeOf(row.dossierId))
                ) : (
                  <DossierNumberText number={row.dossierNumber} />
                )}
              </td>
              <td className="column-procedure">{aliasOf(view, row.dossierId)}</td>
              <td className="column-applicant">
                <strong>{row.applicantName ?? BATCH.unknown}</strong>
              </td>
              {mark && <td className="batch-mark">{mark(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function aliasOf({ dossiers }: Pick<TransferBatchView, 'dossiers'>, dossierId: DossierId): string {
  return dossiers.find((each) => each.dossierId === dossierId)?.procedureAlias ?? '';
}
