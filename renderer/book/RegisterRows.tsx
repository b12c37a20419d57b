import { type ReactNode, useEffect, useRef } from 'react';
import { dateOf, type LocalMoment } from '../../domain/plain-date.ts';
import type { RegisterRow } from '../../domain/report/register-book.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { RegisterPage } from '../../electron/contract/report-commands.ts';
import { dateText, phoneText } from '../text/format.ts';
import { noteText, periodText, REGISTER, REGISTER_COLUMNS, WAYS } from '../text/book.ts';
import { BreakableNumber } from '../parts/BreakableNumber.tsx';
import { LineGrid, type LineProps } from '../parts/LineGrid.tsx';
import { useWindow } from '../parts/use-window.ts';
import type { Register } from './use-register.ts';

type RegisterRowsProps = {
  readonly register: Register;
  readonly page: RegisterPage;
  /** Which line is the first on view. */
  readonly onFirst: (place: number) => void;
  readonly onOpen: (id: DossierId) => void;
};

const COLUMNS = Object.entries(REGISTER_COLUMNS);

/** The lines of the book. */
export function RegisterRows({ register: { rowAt }, page: { total, asked }, onFirst, onOpen }: RegisterRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const open = (place: number): void => {
    const row = rowAt(place);
    if (row) onOpen(row.dossierId);
  };
  const lines = useWindow(scroller, { total, onOpen: open });
  const { first } = lines;
  useEffect(() => onFirst(first), [first, onFirst]);
  return (
    <div className="register">
      <LineGrid
        scroller={scroller}
        lines={lines}
        testId="register-rows"
        label={REGISTER.label}
        more={REGISTER.more}
        isHome
        head={<Head />}
      >
        {(place, line) => <Row key={place} line={line} row={rowAt(place)} />}
      </LineGrid>
      <p className="register-foot soft" data-testid="register-count">
        {REGISTER.count(total, periodText(asked))} · {REGISTER.rowHint}
      </p>
    </div>
  );
}

function Head() {
  return (
    <thead>
      <tr>
        {COLUMNS.map(([key, name]) => (
          <th key={key} scope="col" className={`book-${key}`}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

type RowProps = { readonly line: LineProps; readonly row: RegisterRow | undefined };

function Row({ line, row }: RowProps) {
  return (
    <tr {...line} className={row?.isVoided ? 'book-voided' : ''} data-testid="register-row" data-id={row?.dossierId}>
      {COLUMNS.map(([key]) => (
        <td key={key} className={`book-${key}`}>
          {row && <div className="line-cell">{CELLS[key as keyof typeof REGISTER_COLUMNS](row)}</div>}
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
