import { useState } from 'react';
import type { CalendarData } from '../../domain/time/calendar-data.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { Output } from '../../electron/contract/commands.ts';
import { attempt } from '../bridge.ts';
import { type Asking, useAsking } from '../people/use-asking.ts';
import { PUBLISH, publishSaid } from '../text/calendar.ts';
import { useAnswer } from '../use-answer.ts';

export type PublishState = {
  readonly effects: Output<'calendar.effects'> | undefined;
  readonly asking: Asking;
  readonly reason: string;
  readonly say: (reason: string) => void;
  readonly publish: () => Promise<void>;
};

const TOPICS: readonly PushTopic[] = ['dossiers'];

/**
 * What a calendar would change, and its publication. It is named by the moment it was opened in: pressed again after a fault
 * the same one is not published twice.
 */
export function usePublish(edited: CalendarData, now: LocalMoment, onPublished: () => void): PublishState {
  const [version] = useState(() => `${edited.from.slice(0, 4)}-${edited.until.slice(0, 4)}/${now}`);
  const [reason, setReason] = useState('');
  const asking = useAsking();
  const calendar = { ...edited, version };
  const { latest: effects } = useAnswer('calendar.effects', { calendar }, TOPICS);
  return {
    effects,
    asking,
    reason,
    say: (typed) => {
      asking.forget();
      setReason(typed);
    },
    publish: async () => {
      if (reason.trim() === '') {
        asking.refuse(PUBLISH.reasonMissing);
        return;
      }
      const published = await asking.ask(() => attempt('calendar.publish', { calendar, reason }), publishSaid);
      if (published) onPublished();
    },
  };
}
