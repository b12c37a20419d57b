import { useEffect, useEffectEvent, useState } from 'react';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { DossierList, DossierView, MorningView } from '../../electron/contract/views.ts';
import type { CounterFault } from '../bridge.ts';
import { useAnswer } from '../use-answer.ts';
import { firstLine } from './morning-lines.ts';

const TOPICS: readonly PushTopic[] = ['dossiers'];
const NOTHING = {};
/** So many come at first, and more of them each time they are asked for. */
const ROWS = 200;
/** More than anybody goes through by arrows; the window stays quick. */
const MOST_ROWS = 1_000;

export type Morning = {
  readonly morning: MorningView | undefined;
  /** Undefined until the first counts say where the day begins. */
  readonly line: DossierView | undefined;
  readonly choose: (line: DossierView) => void;
  /** Of the chosen line; undefined until it came. */
  readonly list: DossierList | undefined;
  /** Absent: all are shown, or as many as are ever shown. */
  readonly more: (() => void) | undefined;
  readonly fault: CounterFault | undefined;
};

/** The counts of all lines and the dossiers of the chosen one, asked again each minute: what is late follows from the clock. */
export function useMorning(now: LocalMoment): Morning {
  const [line, setLine] = useState<DossierView>();
  const [limit, setLimit] = useState(ROWS);
  const counts = useAnswer('dossier.morning', NOTHING, TOPICS);
  const rows = useAnswer('dossier.list', line && { view: line, limit }, TOPICS);
  const choose = (wanted: DossierView): void => {
    setLine(wanted);
    setLimit(ROWS);
  };
  // Once: a line that empties under the clerk's hands must not put another in its place.
  if (line === undefined && counts.value) choose(firstLine(counts.value));

  const lookAgain = useEffectEvent(() => {
    counts.askAgain();
    rows.askAgain();
  });
  useEffect(() => lookAgain(), [now]);
  // More are asked for only of a list that is shown: what came last is its beginning.
  const list = rows.value ?? (limit > ROWS ? rows.latest : undefined);
  const hasMore = list !== undefined && list.rows.length < Math.min(list.total, MOST_ROWS);
  const more = hasMore ? (): void => setLimit(Math.min(list.rows.length + ROWS, MOST_ROWS)) : undefined;
  return { morning: counts.latest, line, choose, list, more, fault: counts.fault ?? rows.fault };
}
