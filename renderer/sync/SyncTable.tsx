import '../register/register.css';
import { type ReactNode, useRef } from 'react';
import type { DossierId } from '../../domain/scan-code.ts';
import { useRows } from '../batches/use-rows.ts';

export type SyncTableRow<C extends string> = {
  readonly key: string;
  /** Absent: there is nothing to open. */
  readonly dossierId: DossierId | undefined;
  readonly kind: string | undefined;
  readonly cells: Readonly<Record<C, ReactNode>>;
};

type SyncTableProps<C extends string> = {
  readonly label: string;
  readonly columns: Readonly<Record<C, string>>;
  readonly rows: readonly SyncTableRow<C>[];
  readonly onOpen: (id: DossierId) => void;
  readonly foot: ReactNode;
};

/** Lines of one list. Arrows move, Enter opens the dossier. */
export function SyncTable<C extends string>({ label, columns, rows, onOpen, foot }: SyncTableProps<C>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const keys = useRows(body, rows.length);
  // Object.keys answers `string[]` for any object; these are literals.
  const names = Object.keys(columns) as C[];
  return (
    <div className="register">
      <div className="register-scroll">
        <table className="register-table" aria-label={label}>
          <thead>
            <tr>
              {names.map((name) => (
                <th key={name} scope="col">
                  {columns[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body} {...keys}>
            {rows.map(({ key, dossierId, kind, cells }, index) => (
              <tr
                key={key}
                tabIndex={index === 0 ? 0 : -1}
                data-testid="sync-row"
                data-kind={kind}
                data-id={dossierId}
                onClick={() => dossierId && onOpen(dossierId)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.ctrlKey || !dossierId) return;
                  onOpen(dossierId);
                  event.preventDefault();
                }}
              >
                {names.map((name) => (
                  <td key={name}>{cells[name]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="register-foot soft">{foot}</div>
    </div>
  );
}
