import { NativeSelect } from '@mantine/core';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { NamedPeriod } from '../../domain/report/named-period.ts';
import type { DossierId, ScanCode } from '../../domain/scan-code.ts';
import type { RegisterAsked, RegisterPage } from '../../electron/contract/report-commands.ts';
import type { AppState } from '../../electron/contract/views.ts';
import { DossierPanel } from '../dossier/DossierPanel.tsx';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Blank, Loading } from '../parts/Blank.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { usePaperAsked } from '../printing/use-paper-asked.ts';
import { usePanel } from '../register/use-panel.ts';
import { BOOK, PERIOD, periodText, REGISTER } from '../text/book.ts';
import { PAPER_MENU } from '../text/printing.ts';
import { troubleOfFault } from '../text/trouble.ts';
import { BookHead } from './BookHead.tsx';
import { PeriodFields } from './PeriodFields.tsx';
import { RegisterRows } from './RegisterRows.tsx';
import { type Register, useRegister } from './use-register.ts';
import { usePeriod } from './use-period.ts';
import { useSaveTable } from './use-save-table.ts';

type RegisterPartProps = {
  readonly app: AppState;
  readonly today: PlainDate;
  readonly tabs: ReactNode;
  readonly onLeave: () => void;
  readonly onHandOver: (scanCode: ScanCode) => void;
};

const NAMES: readonly NamedPeriod[] = ['today', 'this-week', 'this-month'];

/** The lines of a register book: looked through, opened, printed, saved. */
export function RegisterPart({ app, today, tabs, onLeave, onHandOver }: RegisterPartProps) {
  const choice = usePeriod('today', today);
  const [book, setBook] = useState('');
  const [first, setFirst] = useState(0);
  const asked = choice.period && { ...choice.period, ...(book === '' ? {} : { book }) };
  const register = useRegister(asked, first);
  const panel = usePanel();
  useKeys({ back: onLeave });
  const { page } = register;
  const body = useRef<HTMLDivElement>(null);
  useRowsFirst(body, page?.total);
  return (
    <>
      <RegisterHead tabs={tabs} app={app} asked={asked} page={page} />
      <div className="book-body" ref={body}>
        <div className="book-line">
          <PeriodFields names={NAMES} choice={choice} />
          <NativeSelect
            aria-label={REGISTER.book}
            data={bookChoices(page, book)}
            value={book}
            data-testid="register-book"
            onChange={(event) => setBook(event.currentTarget.value)}
          />
        </div>
        <Lines register={register} hasDays={asked !== undefined} onFirst={setFirst} onOpen={panel.open} />
      </div>
      <DossierPanel id={panel.openId} now={app.now} onClose={panel.close} onHandOver={onHandOver} />
    </>
  );
}

type LinesProps = {
  readonly register: Register;
  readonly hasDays: boolean;
  readonly onFirst: (place: number) => void;
  readonly onOpen: (id: DossierId) => void;
};

function Lines({ register, hasDays, onFirst, onOpen }: LinesProps) {
  const { page, fault } = register;
  if (!hasDays) return <Blank title={PERIOD.waits}>{PERIOD.waitsBody}</Blank>;
  if (!page) return fault ? <TroubleNotice trouble={troubleOfFault(fault)} /> : <Loading />;
  if (page.total === 0) return <Blank title={REGISTER.emptyTitle(periodText(page.asked))}>{REGISTER.emptyBody}</Blank>;
  // Another period or another book begins at its beginning.
  return (
    <RegisterRows key={JSON.stringify(page.asked)} register={register} page={page} onFirst={onFirst} onOpen={onOpen} />
  );
}

/** The hands wait for the first lines that come, unless there are none. */
function useRowsFirst(body: RefObject<HTMLElement | null>, total: number | undefined): void {
  const isOver = useRef(false);
  useEffect(() => {
    if (total === undefined || isOver.current) return;
    isOver.current = true;
    if (total > 0) body.current?.querySelector<HTMLElement>('[data-home]')?.focus();
  }, [body, total]);
}

function bookChoices(page: RegisterPage | undefined, chosen: string) {
  const books = page?.books ?? [];
  const all = books.reduce((sum, { count }) => sum + count, 0);
  const known = chosen === '' || books.some(({ book }) => book === chosen);
  return [
    { value: '', label: REGISTER.allBooks(all) },
    ...books.map(({ book, count }) => ({ value: book, label: REGISTER.oneBook(book, count) })),
    ...(known ? [] : [{ value: chosen, label: REGISTER.oneBook(chosen, 0) }]),
  ];
}

type RegisterHeadProps = {
  readonly tabs: ReactNode;
  readonly app: AppState;
  readonly asked: RegisterAsked | undefined;
  readonly page: RegisterPage | undefined;
};

function RegisterHead({ tabs, app, asked, page }: RegisterHeadProps) {
  const paper = usePaperAsked();
  const table = useSaveTable();
  const [isBookMissing, setBookMissing] = useState(false);
  const question = JSON.stringify(asked);
  const askedBefore = useRef(question);
  useEffect(() => {
    if (askedBefore.current !== question) setBookMissing(false);
    askedBefore.current = question;
  }, [question]);
  const print = (): void => {
    if (!asked || !page) return;
    const book = asked.book ?? (page.books.length === 1 ? page.books[0]?.book : undefined);
    setBookMissing(book === undefined);
    const { from, until } = asked;
    const said = app.printer.formChoice.kind === 'none' ? PAPER_MENU.saving(REGISTER.label) : REGISTER.queued;
    if (book !== undefined) void paper.form({ form: 'register-book', book, from, until }, 'printer', said);
  };
  const save = (): void => {
    if (asked) void table.save({ table: 'register', ...asked });
  };
  const hasRows = page !== undefined && page.total > 0;
  useKeys(hasRows ? { print, saveTable: save } : {});
  const trouble = paper.trouble ?? table.trouble;
  return (
    <>
      <BookHead tabs={tabs} note={isBookMissing ? REGISTER.chooseBook : (table.note ?? paper.note)}>
        <ActionButton variant="default" keyName="print" testId="register-print" disabled={!hasRows} onClick={print}>
          {REGISTER.print}
        </ActionButton>
        <ActionButton variant="default" keyName="saveTable" testId="register-save" disabled={!hasRows} onClick={save}>
          {BOOK.save}
        </ActionButton>
      </BookHead>
      {trouble && <TroubleNotice trouble={trouble} testId="book-trouble" />}
    </>
  );
}
