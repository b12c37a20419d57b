import { useEffect, useEffectEvent, useState } from 'react';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { DossierList, DossierView, MorningView } from '../../electron/contract/views.ts';
import type { CounterFault } from '../bridge.ts';
import { useAnswer } from '../use-answer.ts';
import { firstLine } from './morning-lines.ts';

const TOPICS: readonly PushTopic[] = ['dossiers'];
const NOTHING = {};
const MOST_ROWS = 200;

export type Morning = {
  readonly morning: MorningView | undefined;
  /** Undefined until the first counts say where the day begins. */
  readonly line: DossierView | undefined;
  readonly choose: (line: DossierView) => void;
  /** Of the chosen line; undefined until it came. */
  readonly list: DossierList | undefined;
  readonly fault: CounterFault | undefined;
};

/** The counts of all lines and the dossiers of the chosen one, asked again each minute: what is late follows from the clock. */
export function useMorning(now: LocalMoment): Morning {
  const [line, choose] = useState<DossierView>();
  const counts = useAnswer('dossier.morning', NOTHING, TOPICS);
  const rows = useAnswer('dossier.list', line && { view: line, limit: MOST_ROWS }, TOPICS);
  // Once: a line that empties under the clerk's hands must not put another in its place.
  if (line === undefined && counts.value) choose(firstLine(counts.value));

  const lookAgain = useEffectEvent(() => {
    counts.askAgain();
    rows.askAgain();
  });
  useEffect(() => lookAgain(), [now]);
  return { morning: counts.latest, line, choose, list: rows.value, fault: counts.fault ?? rows.fault };
}
