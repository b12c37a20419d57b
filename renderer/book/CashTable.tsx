import type { CashList, CashRow } from '../../domain/fees/cash-list.ts';
import { clockText } from '../text/format.ts';
import { CASH, CASH_COLUMNS, METHODS } from '../text/book.ts';
import { BreakableNumber } from '../parts/BreakableNumber.tsx';
import { Amounts } from './CashSums.tsx';

/** Each payment and refund in the order of time, and the sum of all. */
export function CashTable({ list: { rows, total } }: { readonly list: CashList }) {
  return (
    // The arrows scroll it: there is nothing in it to go to.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="register-scroll" tabIndex={0} aria-label={CASH.label} data-testid="cash-table">
      <table className="register-table cash-table" aria-label={CASH.label}>
        <thead>
          <tr>
            {Object.entries(CASH_COLUMNS).map(([key, name]) => (
              <th key={key} scope="col" className={`cash-${key}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // Two payments of a dossier may be alike in all they say.
            <Row key={`${index} ${row.dossierId}`} row={row} />
          ))}
          <tr className="report-total" data-testid="cash-total">
            <td colSpan={5}>{CASH.total}</td>
            <Amounts of={total} />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Row({ row }: { readonly row: CashRow }) {
  const { receipt } = row;
  return (
    <tr data-testid="cash-row">
      <td>{clockText(row.at)}</td>
      <td>
        <BreakableNumber number={row.dossierNumber} />
      </td>
      <td className="cash-applicant">
        <strong>{row.applicantName}</strong>
        {row.reason !== undefined && <span className="soft cash-reason">{CASH.refund(row.reason)}</span>}
      </td>
      <td className="cash-receipt">{receipt.kind === 'numbered' && CASH.receipt(receipt.book, receipt.number)}</td>
      <td>{METHODS[row.method]}</td>
      <Amounts of={row} />
      <td className="cash-clerk">{row.clerkName}</td>
    </tr>
  );
}
