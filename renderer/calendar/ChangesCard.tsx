import { ActionButton } from '../parts/ActionButton.tsx';
import { Notice } from '../parts/Notice.tsx';
import { CALENDAR, changeText } from '../text/calendar.ts';
import { type CalendarState, isCalendarChanged } from './use-calendar.ts';

type ChangesCardProps = {
  readonly state: CalendarState;
  readonly mayEdit: boolean;
  /** The last changes were just published. */
  readonly isDone: boolean;
  readonly onPublish: () => void;
};

/** What was changed here and is not published yet. */
export function ChangesCard({ state, mayEdit, isDone, onPublish }: ChangesCardProps) {
  const { changes, longerUntil, decreedYear } = state;
  const isChanged = isCalendarChanged(state);
  if (!mayEdit) return undefined;
  return (
    <section className="card calendar-changes" data-testid="calendar-changes" data-count={changes.length}>
      <h2>{CALENDAR.changes}</h2>
      {!isChanged && !isDone && <p className="soft">{CALENDAR.noChanges}</p>}
      {!isChanged && isDone && (
        <Notice tone="plain" testId="calendar-published">
          {CALENDAR.published}
        </Notice>
      )}
      <ul>
        {longerUntil && <li>{CALENDAR.extended(longerUntil)}</li>}
        {decreedYear !== undefined && <li>{CALENDAR.decreed(decreedYear)}</li>}
        {changes.map((change) => (
          <li key={change.date}>{changeText(change)}</li>
        ))}
      </ul>
      <div className="calendar-acts">
        <ActionButton variant="subtle" disabled={!isChanged} testId="calendar-drop" onClick={state.drop}>
          {CALENDAR.undo}
        </ActionButton>
        <ActionButton keyName="commit" disabled={!isChanged} testId="calendar-publish" onClick={onPublish}>
          {CALENDAR.publish}
        </ActionButton>
      </div>
    </section>
  );
}
