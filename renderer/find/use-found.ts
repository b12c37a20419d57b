import { useEffect, useEffectEvent, useState } from 'react';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { FoundPage, LookedFor } from '../../electron/contract/look-up-commands.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { DossierRow } from '../../electron/contract/views.ts';
import type { CounterFault } from '../bridge.ts';
import { useAnswer } from '../use-answer.ts';

const TOPICS: readonly PushTopic[] = ['dossiers'];
const STEP = 100;
/** Two steps: whichever line is the first on view, those around it are there. */
const LIMIT = 2 * STEP;
const BEFORE = STEP / 2;

export type Found = {
  /** While the answer to the last letter is on its way, what was found before. */
  readonly page: FoundPage | undefined;
  /** Tells one list from the next. */
  readonly key: string;
  readonly fault: CounterFault | undefined;
  /** The line at a place; undefined while it is on its way. */
  readonly rowAt: (place: number) => DossierRow | undefined;
  /** Which line is the first on view. */
  readonly showFrom: (place: number) => void;
};

/** The lines around the first one on view, of all that is found. What is late follows from the clock. */
export function useFound(lookedFor: LookedFor, now: LocalMoment): Found {
  const wanted = keyOf(lookedFor);
  const [first, setFirst] = useState({ of: wanted, place: 0 });
  const place = first.of === wanted ? first.place : 0;
  const offset = Math.max(0, Math.floor((place - BEFORE) / STEP) * STEP);
  const { latest: page, fault, askAgain } = useAnswer('dossier.lookUp', { lookedFor, offset, limit: LIMIT }, TOPICS);
  const lookAgain = useEffectEvent(askAgain);
  useEffect(() => lookAgain(), [now]);
  const key = page ? keyOf(page.lookedFor) : '';
  return {
    page,
    key,
    fault,
    rowAt: (at) => page?.rows[at - page.offset],
    showFrom: (at) => {
      if (key === wanted) setFirst({ of: wanted, place: at });
    },
  };
}

function keyOf(lookedFor: LookedFor): string {
  return JSON.stringify(lookedFor);
}
