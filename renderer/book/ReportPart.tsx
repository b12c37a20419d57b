import type { ReactNode } from 'react';
import type { PlainDate } from '../../domain/plain-date.ts';
import { identityTrouble } from '../../domain/report/identity-trouble.ts';
import type { NamedPeriod } from '../../domain/report/named-period.ts';
import type { ReportView } from '../../electron/contract/report-commands.ts';
import { momentText } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Blank, Loading } from '../parts/Blank.tsx';
import { Notice, TroubleNotice } from '../parts/Notice.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { BOOK, periodText, REPORT_06A } from '../text/book.ts';
import { troubleOfFault } from '../text/trouble.ts';
import { BookHead } from './BookHead.tsx';
import { PeriodFields } from './PeriodFields.tsx';
import { ReportTable } from './ReportTable.tsx';
import { usePeriod } from './use-period.ts';
import { useReport } from './use-report.ts';
import { useSaveTable } from './use-save-table.ts';

type ReportPartProps = { readonly today: PlainDate; readonly tabs: ReactNode; readonly onBack: () => void };

const NAMES: readonly NamedPeriod[] = ['this-month', 'last-month', 'this-quarter', 'last-quarter', 'this-year'];

/** Report II.06a of a period: counted when it is asked for, while everything else goes on. */
export function ReportPart({ today, tabs, onBack }: ReportPartProps) {
  const choice = usePeriod('this-month', today);
  const { view, fault, begin, stop } = useReport();
  const table = useSaveTable();
  const { period } = choice;
  const isRunning = view?.running !== undefined;
  const count = (): void => {
    if (period) void begin(period);
  };
  const save = (): void => void table.save({ table: 'report-06a' });
  const hasReport = view?.counted !== undefined && !isRunning;
  useKeys({
    back: () => (isRunning ? void stop() : onBack()),
    ...(period ? { commit: count } : {}),
    ...(hasReport ? { saveTable: save } : {}),
  });
  return (
    <>
      <BookHead tabs={tabs} note={table.note}>
        <ActionButton variant="default" keyName="saveTable" testId="report-save" disabled={!hasReport} onClick={save}>
          {BOOK.save}
        </ActionButton>
        <ActionButton keyName="commit" testId="report-count" disabled={!period} onClick={count}>
          {REPORT_06A.count}
        </ActionButton>
      </BookHead>
      <div className="book-body">
        <div className="book-line">
          <PeriodFields names={NAMES} choice={choice} />
        </div>
        {fault && <TroubleNotice trouble={troubleOfFault(fault)} />}
        {table.trouble && <TroubleNotice trouble={table.trouble} testId="book-trouble" />}
        {!view && !fault && <Loading />}
        {view && <Counted view={view} onStop={() => void stop()} />}
      </div>
    </>
  );
}

type CountedProps = { readonly view: ReportView; readonly onStop: () => void };

function Counted({ view: { running, counted, ended }, onStop }: CountedProps) {
  if (running) return <Progress running={running} onStop={onStop} />;
  return (
    <>
      {ended && (
        <Notice tone={ended === 'failed' ? 'bad' : 'plain'} testId="report-ended">
          {REPORT_06A[ended]}
        </Notice>
      )}
      {!counted && <Blank title={REPORT_06A.emptyTitle}>{REPORT_06A.emptyBody}</Blank>}
      {counted && <Report counted={counted} />}
    </>
  );
}

function Report({ counted: { report, at } }: { readonly counted: NonNullable<ReportView['counted']> }) {
  const troubles = identityTrouble(report);
  const identities = [...new Set(troubles.map(({ identity }) => identity))];
  if (report.total.received.total === 0) {
    return <Blank title={REPORT_06A.noneTitle(periodText(report.period))}>{REPORT_06A.noneBody}</Blank>;
  }
  return (
    <div className="register" data-testid="report" data-from={report.period.from} data-until={report.period.until}>
      <ReportTable report={report} />
      <div className="register-foot soft">
        <p data-testid="report-as-of">{REPORT_06A.asOf(periodText(report.period), momentText(at))}</p>
        {identities.length === 0 ? (
          <p data-testid="report-agrees">{REPORT_06A.agrees}</p>
        ) : (
          <Notice tone="bad">{REPORT_06A.disagrees(identities.join('; '))}</Notice>
        )}
      </div>
    </div>
  );
}

type ProgressProps = { readonly running: NonNullable<ReportView['running']>; readonly onStop: () => void };

function Progress({ running: { period, done, total }, onStop }: ProgressProps) {
  return (
    <div className="blank report-progress" data-testid="report-running">
      <p className="blank-title">
        {REPORT_06A.running} {periodText(period)}
      </p>
      <progress aria-label={REPORT_06A.running} max={Math.max(1, total)} value={done} />
      <p>{REPORT_06A.progress(done, total)}</p>
      <ActionButton variant="default" keyName="back" testId="report-stop" onClick={onStop}>
        {REPORT_06A.stop}
      </ActionButton>
    </div>
  );
}
