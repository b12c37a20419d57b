import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useEffectEvent } from 'react';
import type { LookUpColumn } from '../../domain/look-up.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { DossierRow } from '../../electron/contract/views.ts';
import { ROW_PX, useWindow } from '../book/use-window.ts';
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

/** The hands go to the lines. */
export function focusLines(scroller: HTMLElement | null): void {
  scroller?.querySelector('table')?.focus();
}

/** What was found, of which only the lines on view are drawn. The list itself has the focus, one line is marked in it. */
export function FoundRows({ scroller, found, looking, now, foot, onOpen, onBack }: FoundRowsProps) {
  const total = found.page?.total ?? 0;
  const open = (place: number): void => {
    const row = found.rowAt(place);
    if (row) onOpen(row.id);
  };
  const { at, first, end, choose, onScroll, onKeyDown } = useWindow(scroller, { total, onOpen: open });
  const showFrom = useEffectEvent(found.showFrom);
  useEffect(() => showFrom(first), [first]);
  // Another list took the place of the one that the hands were on.
  useEffect(() => {
    if (document.activeElement === document.body) focusLines(scroller.current);
  }, [scroller]);
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const leaves = event.key === 'Escape' || (event.key === 'ArrowUp' && at === 0 && !event.ctrlKey);
    if (!leaves) {
      onKeyDown(event);
      return;
    }
    event.preventDefault();
    onBack();
  };
  const places = Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
  return (
    <div className="register">
      <div className="register-scroll" ref={scroller} onScroll={onScroll}>
        <table
          className="register-table book-table found-table"
          tabIndex={0}
          // A table in which one line is marked and moved along is a grid to who hears it.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          aria-label={FIND.list}
          aria-rowcount={total}
          aria-activedescendant={`found-line-${at}`}
          data-testid="found-rows"
          data-total={total}
          data-at={at}
          onKeyDown={press}
        >
          <FoundHead looking={looking} />
          <tbody>
            <Space rows={first} />
            {places.map((place) => (
              <Row
                key={place}
                place={place}
                row={found.rowAt(place)}
                columns={looking.columns}
                now={now}
                isChosen={place === at}
                onOpen={() => {
                  choose(place);
                  open(place);
                }}
              />
            ))}
            <Space rows={total - end} />
          </tbody>
        </table>
      </div>
      {foot}
    </div>
  );
}

/** Where lines are that are not drawn. */
function Space({ rows }: { readonly rows: number }) {
  if (rows <= 0) return undefined;
  return (
    <tr aria-hidden className="book-space">
      <td style={{ height: rows * ROW_PX }} aria-label={FIND.more} />
    </tr>
  );
}

type RowProps = {
  readonly place: number;
  readonly row: DossierRow | undefined;
  readonly columns: readonly LookUpColumn[];
  readonly now: LocalMoment;
  readonly isChosen: boolean;
  readonly onOpen: () => void;
};

function Row({ place, row, columns, now, isChosen, onOpen }: RowProps) {
  return (
    <tr
      id={`found-line-${place}`}
      className={isChosen ? 'book-chosen' : ''}
      aria-rowindex={place + 1}
      aria-selected={isChosen}
      data-testid={row && 'dossier-row'}
      data-id={row?.id}
      onClick={onOpen}
    >
      {columns.map((column) => (
        <td key={column} className={`found-${column}`}>
          {row && <div className="book-cell">{FOUND_CELLS[column](row, now)}</div>}
        </td>
      ))}
    </tr>
  );
}
