import { useState } from 'react';
import { type PlainDate, plainDate } from '../../domain/plain-date.ts';
import type { CalendarData } from '../../domain/time/calendar-data.ts';
import {
  type DayChange,
  dayChanges,
  decreedThrough,
  type DayMark,
  type DayMarks,
  marksOf,
  ORDINARY,
  withMarks,
} from '../../domain/time/calendar-edit.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { CounterFault } from '../bridge.ts';
import { useAnswer } from '../use-answer.ts';

export type CalendarState = {
  /** As it is in force; undefined until the core has said so. */
  readonly published: CalendarData | undefined;
  readonly fault: CounterFault | undefined;
  /** With what was edited here. */
  readonly markOf: (date: PlainDate) => DayMark;
  readonly changes: readonly DayChange[];
  /** The last day of the calendar, where it was made longer here. */
  readonly longerUntil: PlainDate | undefined;
  /** The year up to which the days off are no longer only expected, where that was said here. */
  readonly decreedYear: number | undefined;
  /** As it would be published, but for its name. */
  readonly edited: CalendarData | undefined;
  readonly mark: (date: PlainDate, mark: DayMark) => void;
  readonly extendTo: (year: number) => void;
  readonly decree: (year: number) => void;
  readonly drop: () => void;
};

const NOTHING = {};
const TOPICS: readonly PushTopic[] = ['app', 'dossiers'];

/** The calendar in force, and what somebody is about to change of it: days, kept apart, so that a new one takes them in. */
export function useCalendar(): CalendarState {
  const { latest: published, fault } = useAnswer('calendar.get', NOTHING, TOPICS);
  const [marks, setMarks] = useState<DayMarks>(new Map());
  const [until, setUntil] = useState<PlainDate>();
  const [decreed, setDecreed] = useState<number>();
  const known: DayMarks = published ? marksOf(published) : new Map();
  const longerUntil = published && until && until > published.until ? until : undefined;
  const edited = published && {
    ...withMarks(published, marks),
    ...(longerUntil ? { until: longerUntil } : {}),
  };
  const asDecreed = edited && decreed !== undefined ? decreedThrough(edited, decreed) : edited;
  return {
    published,
    fault,
    markOf: (date) => marks.get(date) ?? known.get(date) ?? ORDINARY,
    changes: published ? dayChanges(published, marks) : [],
    longerUntil,
    decreedYear: asDecreed === edited ? undefined : decreed,
    edited: asDecreed,
    mark: (date, mark) => setMarks((old) => new Map(old).set(date, mark)),
    extendTo: (year) => setUntil(plainDate(`${year}-12-31`)),
    decree: setDecreed,
    drop: () => {
      setDecreed(undefined);
      setMarks(new Map());
      setUntil(undefined);
    },
  };
}

/** Whether there is anything to publish. */
export function isCalendarChanged({ changes, longerUntil, decreedYear }: CalendarState): boolean {
  return changes.length > 0 || longerUntil !== undefined || decreedYear !== undefined;
}
