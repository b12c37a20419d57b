import type { ReactNode } from 'react';
import type { CashList } from '../../domain/fees/cash-list.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { dateText } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Blank, Loading } from '../parts/Blank.tsx';
import { Field } from '../parts/Field.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { BOOK, CASH, PERIOD } from '../text/book.ts';
import { troubleOfFault } from '../text/trouble.ts';
import { BookHead } from './BookHead.tsx';
import { CashSums } from './CashSums.tsx';
import { CashTable } from './CashTable.tsx';
import { useCashDay } from './use-cash-day.ts';
import { useSaveTable } from './use-save-table.ts';

type CashPartProps = { readonly today: PlainDate; readonly tabs: ReactNode; readonly onBack: () => void };

/** What came in and went back on one day, phí and lệ phí apart. */
export function CashPart({ today, tabs, onBack }: CashPartProps) {
  const { typed, type, error, day, list, fault } = useCashDay(today);
  const table = useSaveTable();
  const hasRows = list !== undefined && list.rows.length > 0;
  const save = (): void => {
    if (day) void table.save({ table: 'cash-list', day });
  };
  useKeys({ back: onBack, ...(hasRows ? { saveTable: save } : {}) });
  return (
    <>
      <BookHead tabs={tabs} note={table.note}>
        <ActionButton variant="default" keyName="saveTable" testId="cash-save" disabled={!hasRows} onClick={save}>
          {BOOK.save}
        </ActionButton>
      </BookHead>
      <div className="book-body">
        <div className="book-days">
          <Field
            aria-label={PERIOD.day}
            leftSection={PERIOD.day}
            leftSectionWidth={56}
            value={typed}
            error={error}
            hint={PERIOD.hint}
            data-home
            testId="cash-day"
            onText={type}
          />
        </div>
        {table.trouble && <TroubleNotice trouble={table.trouble} testId="book-trouble" />}
        {list && <Taken list={list} />}
        {!list && fault && <TroubleNotice trouble={troubleOfFault(fault)} />}
        {!list && !fault && day && <Loading />}
      </div>
    </>
  );
}

function Taken({ list }: { readonly list: CashList }) {
  if (list.rows.length === 0) return <Blank title={CASH.emptyTitle(dateText(list.day))}>{CASH.emptyBody}</Blank>;
  return (
    <div className="cash">
      <div className="register">
        <CashTable list={list} />
        <p className="register-foot soft">{CASH.count(list.rows.length, list.total.dossiers)}</p>
      </div>
      <CashSums list={list} />
    </div>
  );
}
