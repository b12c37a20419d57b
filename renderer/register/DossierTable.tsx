import './register.css';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { DossierList, DossierRow } from '../../electron/contract/views.ts';
import { momentText, phoneText } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { DossierNumberText } from '../parts/DossierNumberText.tsx';
import { DossierMark } from '../parts/DueMark.tsx';
import { Shape } from '../parts/Shape.tsx';
import { COLUMNS, LIST } from '../text/register.ts';

type DossierTableProps = {
  readonly list: DossierList;
  readonly now: LocalMoment;
  readonly onOpen: (id: DossierId) => void;
  /** Stands on the last line and shows more below it, as its key does. Absent: there are none to show. */
  readonly onMore?: (() => void) | undefined;
};

/** Lines of dossiers. Arrows move, Enter opens, and from the last line it goes on to more. */
export function DossierTable({ list, now, onOpen, onMore }: DossierTableProps) {
  return (
    <div className="register">
      <div className="register-scroll">
        <table className="register-table" aria-label={LIST.label}>
          <thead>
            <tr>
              {Object.entries(COLUMNS).map(([key, name]) => (
                <th key={key} scope="col" className={`column-${key}`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row, index) => (
              <Row key={row.id} row={row} now={now} isFirst={index === 0} onOpen={onOpen} onMore={onMore} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="register-foot soft">
        <p data-testid="dossier-count" data-total={list.total}>
          {onMore ? LIST.someShown(list.rows.length, list.total) : LIST.shown(list.rows.length, list.total)} ·{' '}
          {LIST.rowHint}
        </p>
        {onMore && (
          <ActionButton keyName="moreRows" size="compact-sm" variant="default" onClick={onMore} testId="more-rows">
            {LIST.more}
          </ActionButton>
        )}
      </div>
    </div>
  );
}

type RowProps = {
  readonly row: DossierRow;
  readonly now: LocalMoment;
  /** Tab comes to the first line; arrows go on from there. */
  readonly isFirst: boolean;
  readonly onOpen: (id: DossierId) => void;
  readonly onMore: (() => void) | undefined;
};

function Row({ row, now, isFirst, onOpen, onMore }: RowProps) {
  const number = row.dossierNumber ?? row.oldNumber;
  return (
    <tr
      tabIndex={isFirst ? 0 : -1}
      data-testid="dossier-row"
      data-id={row.id}
      onClick={() => onOpen(row.id)}
      onKeyDown={(event) => {
        if (event.ctrlKey) return;
        if (event.key === 'Enter') onOpen(row.id);
        else if (event.key === 'ArrowDown') {
          const next = event.currentTarget.nextElementSibling;
          if (next) focusRow(next);
          else onMore?.();
        } else if (event.key === 'ArrowUp') focusRow(event.currentTarget.previousElementSibling);
        else return;
        event.preventDefault();
      }}
    >
      <td>{number !== undefined && <DossierNumberText number={number} />}</td>
      <td className="column-procedure">{row.procedureAlias}</td>
      <td className="column-applicant">
        <strong>{row.applicantName}</strong>
      </td>
      <td>{phoneText(row.applicantPhone)}</td>
      <td className="column-received">{row.receivedAt && momentText(row.receivedAt)}</td>
      <td>{row.appointmentAt && momentText(row.appointmentAt)}</td>
      <td className="column-status">
        <DossierMark status={row.status} appointmentAt={row.appointmentAt} now={now} />
        {row.hasAnomaly && (
          <span className="mark tone-bad" title={LIST.anomaly}>
            <Shape name="octagon" />
            {LIST.anomalyMark}
          </span>
        )}
      </td>
    </tr>
  );
}

function focusRow(row: Element | null): void {
  if (row instanceof HTMLElement) row.focus();
}
