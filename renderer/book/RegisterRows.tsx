import { type ReactNode, useEffect, useRef } from 'react';
import { dateOf, type LocalMoment } from '../../domain/plain-date.ts';
import type { RegisterRow } from '../../domain/report/register-book.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { RegisterPage } from '../../electron/contract/report-commands.ts';
import { dateText, phoneText } from '../text/format.ts';
import { noteText, periodText, REGISTER, REGISTER_COLUMNS, WAYS } from '../text/book.ts';
import { BreakableNumber } from './BreakableNumber.tsx';
import type { Register } from './use-register.ts';
import { ROW_PX, useWindow } from './use-window.ts';

type RegisterRowsProps = {
  readonly register: Register;
  readonly page: RegisterPage;
  /** Which line is the first on view. */
  readonly onFirst: (place: number) => void;
  readonly onOpen: (id: DossierId) => void;
};

const COLUMNS = Object.entries(REGISTER_COLUMNS);

/** The lines of the book, of which only those on view are drawn. The list itself has the focus, one line is marked in it. */
export function RegisterRows({ register: { rowAt }, page: { total, asked }, onFirst, onOpen }: RegisterRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const open = (place: number): void => {
    const row = rowAt(place);
    if (row) onOpen(row.dossierId);
  };
  const { at, first, end, choose, onScroll, onKeyDown } = useWindow(scroller, { total, onOpen: open });
  useEffect(() => onFirst(first), [first, onFirst]);
  const places = Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
  return (
    <div className="register">
      <div className="register-scroll" ref={scroller} onScroll={onScroll}>
        <table
          className="register-table book-table"
          tabIndex={0}
          // A table in which one line is marked and moved along is a grid to who hears it.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          aria-label={REGISTER.label}
          aria-rowcount={total}
          aria-activedescendant={`register-line-${at}`}
          data-home
          data-testid="register-rows"
          data-total={total}
          data-at={at}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              {COLUMNS.map(([key, name]) => (
                <th key={key} scope="col" className={`book-${key}`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Space rows={first} />
            {places.map((place) => (
              <Row
                key={place}
                place={place}
                row={rowAt(place)}
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
      <p className="register-foot soft" data-testid="register-count">
        {REGISTER.count(total, periodText(asked))} · {REGISTER.rowHint}
      </p>
    </div>
  );
}

/** Where lines are that are not drawn. */
function Space({ rows }: { readonly rows: number }) {
  if (rows <= 0) return undefined;
  return (
    <tr aria-hidden className="book-space">
      <td style={{ height: rows * ROW_PX }} aria-label={REGISTER.more} />
    </tr>
  );
}

type RowProps = {
  readonly place: number;
  readonly row: RegisterRow | undefined;
  readonly isChosen: boolean;
  readonly onOpen: () => void;
};

function Row({ place, row, isChosen, onOpen }: RowProps) {
  return (
    <tr
      id={`register-line-${place}`}
      className={`${isChosen ? 'book-chosen' : ''} ${row?.isVoided ? 'book-voided' : ''}`}
      aria-rowindex={place + 1}
      aria-selected={isChosen}
      data-testid="register-row"
      data-id={row?.dossierId}
      onClick={onOpen}
    >
      {COLUMNS.map(([key]) => (
        <td key={key} className={`book-${key}`}>
          {row && <div className="book-cell">{CELLS[key as keyof typeof REGISTER_COLUMNS](row)}</div>}
        </td>
      ))}
    </tr>
  );
}

const CELLS = {
  number: ({ number }) => number,
  dossier: ({ dossierNumber }) => <BreakableNumber number={dossierNumber} />,
  procedure: ({ procedureName }) => procedureName,
  sets: ({ sets }) => sets,
  applicant: ({ applicantName }) => <strong>{applicantName}</strong>,
  address: ({ applicantAddress, applicantPhone }) =>
    [applicantAddress, phoneText(applicantPhone)].filter((part) => part !== '').join('; '),
  deciding: ({ decidingBody }) => decidingBody,
  received: ({ receivedAt }) => day(receivedAt),
  appointment: ({ appointmentAt }) => day(appointmentAt),
  'handed-over': ({ handedOverAt }) => handedOverAt && day(handedOverAt),
  way: ({ handedOverBy, resultWanted }) => WAYS[handedOverBy ?? resultWanted.at],
  receiver: ({ receiverName }) => receiverName,
  notes: ({ notes }) => notes.map(noteText).join('; '),
} satisfies Record<keyof typeof REGISTER_COLUMNS, (row: RegisterRow) => ReactNode>;

function day(moment: LocalMoment): string {
  return dateText(dateOf(moment));
}
