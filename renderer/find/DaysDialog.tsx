import { type SyntheticEvent, useRef, useState } from 'react';
import type { LookUpFilter } from '../../domain/look-up.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import { dateText, parseTypedDate } from '../text/format.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { AskDialog } from '../parts/AskDialog.tsx';
import { Field } from '../parts/Field.tsx';
import { FILTER, FILTERS } from '../text/find.ts';
import { COMMON } from '../text/vi.ts';

type Days = Pick<LookUpFilter, 'from' | 'until'>;

type DaysDialogProps = {
  readonly opened: boolean;
  readonly days: Days;
  readonly onApply: (days: Days) => void;
  readonly onClose: () => void;
};

/** Two days of receipt, each of which may be left empty. Enter goes on, and applies behind the second. */
export function DaysDialog({ opened, ...question }: DaysDialogProps) {
  return (
    <AskDialog.Frame leadsOn opened={opened} onClose={question.onClose} title={FILTER.choose(FILTERS.days)}>
      <DayFields {...question} />
    </AskDialog.Frame>
  );
}

function DayFields({ days, onApply, onClose }: Omit<DaysDialogProps, 'opened'>) {
  const from = useRef<HTMLInputElement>(null);
  const until = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState({ from: textOf(days.from), until: textOf(days.until) });
  const [errors, setErrors] = useState<{ readonly from?: string; readonly until?: string }>({});
  const apply = (): void => {
    const read = { from: parseTypedDate(typed.from), until: parseTypedDate(typed.until) };
    const found = errorsOf(typed, read);
    setErrors(found);
    if (found.from) from.current?.focus();
    else if (found.until) until.current?.focus();
    else onApply({ ...(read.from ? { from: read.from } : {}), ...(read.until ? { until: read.until } : {}) });
  };
  const send = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (document.activeElement === from.current) until.current?.focus();
    else apply();
  };
  return (
    <form className="filter-form" data-testid="days-dialog" onSubmit={send}>
      <div className="filter-days">
        <Field
          ref={from}
          label={FILTER.from}
          value={typed.from}
          error={errors.from}
          hint={FILTER.daysHint}
          data-autofocus
          testId="days-from"
          onText={(text) => setTyped({ ...typed, from: text })}
        />
        <Field
          ref={until}
          label={FILTER.until}
          value={typed.until}
          error={errors.until}
          testId="days-until"
          onText={(text) => setTyped({ ...typed, until: text })}
        />
      </div>
      <div className="dialog-actions">
        <ActionButton variant="default" keyName="back" onClick={onClose}>
          {COMMON.cancel}
        </ActionButton>
        <ActionButton keyName="nextField" testId="days-apply" onClick={apply}>
          {FILTER.apply}
        </ActionButton>
        <input type="submit" hidden />
      </div>
    </form>
  );
}

type Typed = { readonly from: string; readonly until: string };
type Read = { readonly from: PlainDate | undefined; readonly until: PlainDate | undefined };

function errorsOf(typed: Typed, { from, until }: Read): Partial<Typed> {
  if (typed.from.trim() !== '' && !from) return { from: FILTER.noDay };
  if (typed.until.trim() !== '' && !until) return { until: FILTER.noDay };
  return from && until && until < from ? { until: FILTER.beforeFrom } : {};
}

function textOf(day: PlainDate | undefined): string {
  return day === undefined ? '' : dateText(day);
}
