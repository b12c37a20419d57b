import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { addDays, type PlainDate, plainDate, weekdayOf } from '../../domain/plain-date.ts';
import { isWeekend, monthsOf } from '../../domain/time/calendar-edit.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { focusHome } from '../parts/use-home-focus.ts';
import { CALENDAR, dayText } from '../text/calendar.ts';
import type { CalendarState } from './use-calendar.ts';

type YearGridProps = {
  readonly state: CalendarState;
  readonly date: PlainDate;
  readonly onDate: (date: PlainDate) => void;
  readonly onYear: (step: number) => void;
  /** The hands go to what can be made of the day. */
  readonly onEdit: () => void;
};

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 7, ArrowUp: -7 };

/** Twelve months. One day has the focus; arrows move it. */
export function YearGrid({ state, date, onDate, onYear, onEdit }: YearGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const year = Number(date.slice(0, 4));
  const changed = new Set(state.changes.map((change) => change.date));
  // The days come when the calendar is known, after the screen has looked where its focus goes.
  useEffect(() => focusHome(grid.current), []);
  // The day that has the focus is another one now.
  useEffect(() => {
    const held = document.activeElement;
    const isIdle = held === document.body || grid.current?.contains(held);
    if (isIdle) focusHome(grid.current);
  }, [date]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.ctrlKey ? undefined : STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onDate(addDays(date, step));
  };
  return (
    <section className="card year" aria-label={CALENDAR.year(year)}>
      <header className="year-head">
        <ActionButton variant="default" size="compact-md" keyName="yearBefore" onClick={() => onYear(-1)}>
          {CALENDAR.yearBefore}
        </ActionButton>
        <h1 data-testid="calendar-year">{CALENDAR.year(year)}</h1>
        <ActionButton variant="default" size="compact-md" keyName="yearAfter" onClick={() => onYear(1)}>
          {CALENDAR.yearAfter}
        </ActionButton>
      </header>
      <div className="year-months" ref={grid} role="presentation" onKeyDown={onKeyDown}>
        {monthsOf(year).map((days, index) => (
          <section key={days[0]} className="month" aria-label={CALENDAR.month(index + 1)}>
            <h2>{CALENDAR.month(index + 1)}</h2>
            <div className="month-days">
              {CALENDAR.weekdays.map((name) => (
                <span key={name} className="month-weekday">
                  {name}
                </span>
              ))}
              {days.map((day) => (
                <Day
                  key={day}
                  day={day}
                  isChosen={day === date}
                  isChanged={changed.has(day)}
                  {...{ state, onDate, onEdit }}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
      <Legend state={state} year={year} />
    </section>
  );
}

type DayProps = Pick<YearGridProps, 'state' | 'onDate' | 'onEdit'> & {
  readonly day: PlainDate;
  readonly isChosen: boolean;
  readonly isChanged: boolean;
};

function Day({ day, isChosen, isChanged, state, onDate, onEdit }: DayProps) {
  const mark = state.markOf(day);
  const isFree = isWeekend(day);
  return (
    <button
      type="button"
      className="day"
      style={day.endsWith('-01') ? { gridColumnStart: weekdayOf(day) + 1 } : undefined}
      tabIndex={isChosen ? 0 : -1}
      aria-current={isChosen ? 'date' : undefined}
      title={dayText(day, mark, isFree)}
      data-home={isChosen || undefined}
      data-kind={mark.kind}
      data-weekend={isFree}
      data-changed={isChanged}
      data-testid={`day-${day}`}
      onFocus={() => {
        if (!isChosen) onDate(day);
      }}
      onClick={onEdit}
    >
      <span aria-hidden>{Number(day.slice(8))}</span>
      <VisuallyHidden>{dayText(day, mark, isFree)}</VisuallyHidden>
    </button>
  );
}

function Legend({ state: { published }, year }: { readonly state: CalendarState; readonly year: number }) {
  const provisional = published?.provisionalFrom;
  return (
    <p className="year-legend soft">
      <span className="day" data-kind="day-off" aria-hidden="true" /> {CALENDAR.legend['day-off']}
      <span className="day" data-kind="make-up" aria-hidden="true" /> {CALENDAR.legend['make-up']}
      <span className="day" data-changed="true" aria-hidden="true" /> {CALENDAR.legend.changed}
      <span className="year-keys">
        {provisional && `${year}-12-31` >= provisional ? CALENDAR.provisional(plainDate(provisional)) : CALENDAR.keys}
      </span>
    </p>
  );
}
