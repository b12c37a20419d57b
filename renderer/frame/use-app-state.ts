import { useEffect, useEffectEvent } from 'react';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import type { AppState } from '../../electron/contract/views.ts';
import { type CounterFault, onNobodySignedIn } from '../bridge.ts';
import { useAnswer } from '../use-answer.ts';

const NOTHING = {};
const TOPICS: readonly PushTopic[] = ['app', 'print', 'sync', 'backup'];
/** Keeps the clock of the status bar right to a quarter of a minute, and notices a core that went away. */
const HEARTBEAT_MS = 15_000;

/** What the window knows of its counter. Keeps the last state while the core is away. Looks again when nobody is signed in. */
export function useAppState(): {
  readonly app: AppState | undefined;
  readonly fault: CounterFault | undefined;
  readonly askAgain: () => void;
} {
  const { latest, fault, askAgain } = useAnswer('app.state', NOTHING, TOPICS);
  const beat = useEffectEvent(askAgain);
  useEffect(() => {
    const timer = setInterval(() => beat(), HEARTBEAT_MS);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => onNobodySignedIn(() => beat()), []);
  return { app: latest, fault, askAgain };
}
