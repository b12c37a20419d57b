import './calendar.css';
import { useEffect, useRef, useState } from 'react';
import { dateOf, type PlainDate, plainDate } from '../../domain/plain-date.ts';
import type { AppState } from '../../electron/contract/views.ts';
import { mayAdminister } from '../app-screen.ts';
import { Loading } from '../parts/Blank.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { focusHome, useHomeFocus } from '../parts/use-home-focus.ts';
import { useKeys } from '../parts/use-keys.ts';
import { troubleOfFault } from '../text/trouble.ts';
import { DayCard } from './DayCard.tsx';
import { ChangesCard } from './ChangesCard.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { isCalendarChanged, useCalendar } from './use-calendar.ts';
import { YearGrid } from './YearGrid.tsx';

type CalendarScreenProps = { readonly app: AppState };

/** The days off and the days worked in their place, a year at a time; who administers changes and publishes them. */
export function CalendarScreen({ app }: CalendarScreenProps) {
  const screen = useRef<HTMLDivElement>(null);
  const [date, setDate] = useState<PlainDate>(dateOf(app.now));
  const [isPublishing, setPublishing] = useState(false);
  const [isDone, setDone] = useState(false);
  const state = useCalendar();
  const mayEdit = mayAdminister(app);
  const isChanged = isCalendarChanged(state);
  const back = (): void => focusHome(screen.current);
  const go = (next: PlainDate): void => {
    setDone(false);
    setDate(next);
  };
  const toYear = (step: number): void => go(sameDayIn(date, Number(date.slice(0, 4)) + step));
  const edit = (): void => screen.current?.querySelector<HTMLElement>('[data-testid="day-act"]')?.focus();
  const publish = (): void => {
    if (mayEdit && isChanged) setPublishing(true);
  };
  useHomeFocus(screen);
  // A kept screen that is left must not leave its dialog behind.
  useEffect(() => () => setPublishing(false), []);
  useKeys({ calendar: back, yearBefore: () => toYear(-1), yearAfter: () => toYear(1), commit: publish });
  if (!state.published) {
    return (
      <div className="screen" data-testid="screen-calendar">
        {state.fault ? <TroubleNotice trouble={troubleOfFault(state.fault)} /> : <Loading />}
      </div>
    );
  }
  return (
    <div className="screen calendar" ref={screen} data-testid="screen-calendar">
      <YearGrid state={state} date={date} onDate={go} onYear={toYear} onEdit={edit} />
      <div className="calendar-right">
        <DayCard key={date} state={state} date={date} mayEdit={mayEdit} onEdited={back} />
        <ChangesCard state={state} mayEdit={mayEdit} isDone={isDone} onPublish={publish} />
      </div>
      {state.edited && (
        <PublishDialog
          edited={isPublishing ? state.edited : undefined}
          now={app.now}
          onClose={() => {
            setPublishing(false);
            back();
          }}
          onPublished={() => {
            setPublishing(false);
            setDone(true);
            state.drop();
            back();
          }}
        />
      )}
    </div>
  );
}

/** The 29th of February has no like in most years. */
function sameDayIn(date: PlainDate, year: number): PlainDate {
  const day = date.slice(5) === '02-29' ? '02-28' : date.slice(5);
  return plainDate(`${year}-${day}`);
}
