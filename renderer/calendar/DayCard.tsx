import { type KeyboardEvent, useRef, useState } from 'react';
import { type PlainDate, plainDate } from '../../domain/plain-date.ts';
import { isWeekend, ORDINARY } from '../../domain/time/calendar-edit.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Field } from '../parts/Field.tsx';
import { CALENDAR, dayText } from '../text/calendar.ts';
import type { CalendarState } from './use-calendar.ts';

type DayCardProps = {
  readonly state: CalendarState;
  readonly date: PlainDate;
  readonly mayEdit: boolean;
  /** The day was changed: the hands go back to the days. */
  readonly onEdited: () => void;
};

/** What the chosen day is, and the one thing that can be made of it. */
export function DayCard({ state, date, mayEdit, onEdited }: DayCardProps) {
  const mark = state.markOf(date);
  return (
    <section className="card day-card" data-testid="day-card" data-date={date} data-kind={mark.kind}>
      <h2>{dayText(date, mark, isWeekend(date))}</h2>
      {mayEdit ? <DayAct state={state} date={date} onEdited={onEdited} /> : <p>{CALENDAR.readOnly}</p>}
      {mayEdit && <Decree state={state} date={date} />}
    </section>
  );
}

function DayAct({ state, date, onEdited }: Omit<DayCardProps, 'mayEdit'>) {
  const { published, longerUntil } = state;
  const mark = state.markOf(date);
  const isInside = published && date >= published.from && date <= (longerUntil ?? published.until);
  if (published && !isInside) return <Outside state={state} date={date} />;
  if (mark.kind === 'ordinary' && !isWeekend(date)) return <NewDayOff {...{ state, date, onEdited }} />;
  const act = mark.kind === 'ordinary' ? 'addMakeUp' : mark.kind === 'make-up' ? 'removeMakeUp' : 'removeDayOff';
  return (
    <DayButton
      text={CALENDAR[act]}
      onPress={() => {
        state.mark(date, mark.kind === 'ordinary' ? { kind: 'make-up' } : ORDINARY);
        onEdited();
      }}
    />
  );
}

/** The calendar says nothing of this day: it may be made longer, year by year. */
function Outside({ state, date }: Pick<DayCardProps, 'state' | 'date'>) {
  const { published, longerUntil } = state;
  if (!published) return undefined;
  const until = longerUntil ?? plainDate(published.until);
  const next = Number(until.slice(0, 4)) + 1;
  return (
    <>
      <p>{CALENDAR.outside(plainDate(published.from), until)}</p>
      {date > until && <DayButton text={CALENDAR.extend(next)} onPress={() => state.extendTo(next)} />}
    </>
  );
}

/** The days off of this year are only expected: whoever has the decision says so. */
function Decree({ state: { edited, decree }, date }: Pick<DayCardProps, 'state' | 'date'>) {
  const year = Number(date.slice(0, 4));
  const isExpected = edited?.provisionalFrom !== undefined && edited.provisionalFrom <= date && date <= edited.until;
  if (!isExpected) return undefined;
  return (
    <ActionButton variant="subtle" testId="calendar-decree" onClick={() => decree(year)}>
      {CALENDAR.decree(year)}
    </ActionButton>
  );
}

function DayButton({ text, onPress }: { readonly text: string; readonly onPress: () => void }) {
  return (
    <ActionButton variant="default" testId="day-act" onClick={onPress}>
      {text}
    </ActionButton>
  );
}

function NewDayOff({ state, date, onEdited }: Omit<DayCardProps, 'mayEdit'>) {
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  const add = (): void => {
    if (name.trim() === '') {
      setError(CALENDAR.nameMissing);
      field.current?.focus();
      return;
    }
    state.mark(date, { kind: 'day-off', name: name.trim() });
    onEdited();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onEdited();
    else if (event.key === 'Enter' && !event.ctrlKey && !event.nativeEvent.isComposing) add();
    else return;
    event.preventDefault();
  };
  return (
    <div className="day-new">
      <Field
        label={CALENDAR.name}
        hint={CALENDAR.nameHint}
        value={name}
        error={error}
        maxLength={60}
        ref={field}
        testId="day-act"
        onKeyDown={onKeyDown}
        onText={(text) => {
          setError(undefined);
          setName(text);
        }}
      />
      <ActionButton variant="default" keyName="nextField" testId="day-add" onClick={add}>
        {CALENDAR.addDayOff}
      </ActionButton>
    </div>
  );
}
