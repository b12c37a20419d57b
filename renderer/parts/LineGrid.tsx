import '../register/register.css';
import './line-grid.css';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { ROW_PX, type RowWindow } from './use-window.ts';

/** For the `tr` of one line. */
export type LineProps = {
  readonly id: string;
  readonly 'aria-rowindex': number;
  readonly 'aria-selected': boolean;
  readonly onClick: () => void;
};

type LineGridProps = {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly lines: RowWindow;
  /** How a test finds it; its lines are numbered by it. */
  readonly testId: string;
  readonly label: string;
  /** Said of the lines that are not drawn. */
  readonly more: string;
  readonly className?: string;
  /** The hands begin here. */
  readonly isHome?: boolean;
  readonly head: ReactNode;
  readonly children: (place: number, line: LineProps) => ReactNode;
  /** Absent: the keys go along the lines. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
};

/** Very many lines of one height, of which only those on view are drawn. The list has the focus, one line is marked in it. */
export function LineGrid({ scroller, lines, testId, more, head, children, ...props }: LineGridProps) {
  const { at, first, end, total, open, onScroll, onKeyDown } = lines;
  const places = Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
  const idOf = (place: number): string => `${testId}-${place}`;
  return (
    <div className="register-scroll" ref={scroller} onScroll={onScroll}>
      <table
        className={`register-table line-grid ${props.className ?? ''}`}
        tabIndex={0}
        // A table in which one line is marked and moved along is a grid to who hears it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        aria-label={props.label}
        aria-rowcount={total}
        aria-activedescendant={idOf(at)}
        data-home={props.isHome}
        data-testid={testId}
        data-total={total}
        data-at={at}
        onKeyDown={props.onKeyDown ?? onKeyDown}
      >
        {head}
        <tbody>
          <Space rows={first} more={more} />
          {places.map((place) =>
            children(place, {
              id: idOf(place),
              'aria-rowindex': place + 1,
              'aria-selected': place === at,
              onClick: () => open(place),
            }),
          )}
          <Space rows={total - end} more={more} />
        </tbody>
      </table>
    </div>
  );
}

/** The hands go to the lines. */
export function focusLines(scroller: HTMLElement | null): void {
  scroller?.querySelector('table')?.focus();
}

/** Where lines are that are not drawn. */
function Space({ rows, more }: { readonly rows: number; readonly more: string }) {
  if (rows <= 0) return undefined;
  return (
    <tr aria-hidden className="line-space">
      <td style={{ height: rows * ROW_PX }} aria-label={more} />
    </tr>
  );
}
