import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useEffectEvent } from 'react';
import type { LookUpColumn } from '../../domain/look-up.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { DossierRow } from '../../electron/contract/views.ts';
import { focusLines, LineGrid, type LineProps } from '../parts/LineGrid.tsx';
import { useWindow } from '../parts/use-window.ts';
import { FIND } from '../text/find.ts';
import { FOUND_CELLS } from './found-cells.tsx';
import { FoundHead } from './FoundHead.tsx';
import type { Found } from './use-found.ts';
import type { Looking } from './use-looking.ts';

type FoundRowsProps = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly found: Found;
  readonly looking: Looking;
  readonly now: LocalMoment;
  /** Below the lines. */
  readonly foot: ReactNode;
  readonly onOpen: (id: DossierId) => void;
  /** From the list to what is looked for. */
  readonly onBack: () => void;
};

/** What was found, of which only the lines on view are drawn. The list itself has the focus, one line is marked in it. */
export function FoundRows({ scroller, found, looking, now, foot, onOpen, onBack }: FoundRowsProps) {
  const total = found.page?.total ?? 0;
  const open = (place: number): void => {
    const row = found.rowAt(place);
    if (row) onOpen(row.id);
  };
  const lines = useWindow(scroller, { total, onOpen: open });
  const { at, first } = lines;
  const showFrom = useEffectEvent(found.showFrom);
  useEffect(() => showFrom(first), [first]);
  // Another list took the place of the one that the hands were on.
  useEffect(() => {
    if (document.activeElement === document.body) focusLines(scroller.current);
  }, [scroller]);
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const leaves = event.key === 'Escape' || (event.key === 'ArrowUp' && at === 0 && !event.ctrlKey);
    if (!leaves) {
      lines.onKeyDown(event);
      return;
    }
    event.preventDefault();
    onBack();
  };
  return (
    <div className="register">
      <LineGrid
        scroller={scroller}
        lines={lines}
        testId="found-rows"
        label={FIND.list}
        more={FIND.more}
        className="found-table"
        head={<FoundHead looking={looking} />}
        onKeyDown={press}
      >
        {(place, line) => <Row key={place} line={line} row={found.rowAt(place)} columns={looking.columns} now={now} />}
      </LineGrid>
      {foot}
    </div>
  );
}

type RowProps = {
  readonly line: LineProps;
  readonly row: DossierRow | undefined;
  readonly columns: readonly LookUpColumn[];
  readonly now: LocalMoment;
};

function Row({ line, row, columns, now }: RowProps) {
  return (
    <tr {...line} data-testid={row && 'dossier-row'} data-id={row?.id}>
      {columns.map((column) => (
        <td key={column} className={`found-${column}`}>
          {row && <div className="line-cell">{FOUND_CELLS[column](row, now)}</div>}
        </td>
      ))}
    </tr>
  );
}
