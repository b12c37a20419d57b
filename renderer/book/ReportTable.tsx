import { Fragment } from 'react';
import type { Report06a, ReportLevel } from '../../domain/report/report-06a.ts';
import type { ReportCounts } from '../../domain/report/report-counts.ts';
import { countText } from '../text/format.ts';
import { REPORT_06A, REPORT_GROUPS, REPORT_LEVELS } from '../text/book.ts';

const LEVELS: readonly ReportLevel[] = ['commune', 'linked'];

/** The form's thirteen columns, their official numbers below them. */
export function ReportTable({ report: { rows, total } }: { readonly report: Report06a }) {
  return (
    // The arrows scroll it: there is nothing in it to go to.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="register-scroll" tabIndex={0} aria-label={REPORT_06A.title} data-testid="report-table">
      <table className="register-table report-table" aria-label={REPORT_06A.title}>
        <caption>{REPORT_06A.title}</caption>
        <Head />
        <tbody>
          {LEVELS.map((level) => {
            const ofLevel = rows.filter((row) => row.level === level);
            if (ofLevel.length === 0) return undefined;
            return (
              <Fragment key={level}>
                <tr className="report-level">
                  <th scope="rowgroup" colSpan={13}>
                    {REPORT_LEVELS[level]}
                  </th>
                </tr>
                {ofLevel.map(({ field, counts }, index) => (
                  <tr key={field} data-testid="report-row">
                    <td className="report-number">{index + 1}</td>
                    <td className="report-field">{field || REPORT_06A.unknownField}</td>
                    <Counts counts={counts} />
                  </tr>
                ))}
              </Fragment>
            );
          })}
          <tr className="report-total" data-testid="report-total">
            <td colSpan={2} className="report-field">
              {REPORT_06A.total}
            </td>
            <Counts counts={total} />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Head() {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          TT
        </th>
        <th scope="col" rowSpan={2} className="report-field">
          {REPORT_06A.field}
        </th>
        {REPORT_GROUPS.map(({ name, columns }) => (
          <th key={name} scope="colgroup" colSpan={columns.length} className="report-begin">
            {name}
          </th>
        ))}
      </tr>
      <tr>
        {REPORT_GROUPS.flatMap(({ name, columns }) =>
          columns.map((column, index) => (
            <th key={`${name} ${column}`} scope="col" className={index === 0 ? 'report-begin' : ''}>
              {column}
            </th>
          )),
        )}
      </tr>
      <tr className="report-numbers">
        {Array.from({ length: 13 }, (_, index) => (
          <th key={index} scope="col">
            ({index + 1})
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Counts({ counts: { received, solved, pending } }: { readonly counts: ReportCounts }) {
  const groups = [
    [received.total, received.online, received.directOrPost, received.carried],
    [solved.total, solved.early, solved.onTime, solved.late],
    [pending.total, pending.inTime, pending.late],
  ];
  return groups.flatMap((group, place) =>
    group.map((count, index) => (
      <td key={`${place} ${index}`} className={index === 0 ? 'report-count report-begin' : 'report-count'}>
        {countText(count)}
      </td>
    )),
  );
}
