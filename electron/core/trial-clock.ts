import { epochMsOf, localMoment } from '../../domain/plain-date.ts';

/** A Monday morning a quarter of an hour before the doors open. */
export const TRIAL_BEGINS_AT = epochMsOf(localMoment('2020-04-20T07:45'));

/**
 * The clock of a trial (dùng thử), in epoch ms: starts at {@link TRIAL_BEGINS_AT} when the trial starts and runs on with the
 * time that really passes, also while the program is closed. Never goes back, whatever the computer's clock does.
 */
export function trialClock(trial: {
  /** The computer's clock. */
  readonly now: () => number;
  /** What the computer's clock showed when the trial began. */
  readonly startedAt: number;
  /** Trial time of the last thing that happened in it; 0 when nothing did. */
  readonly lastEventAt: number;
}): () => number {
  const elapsed = () => TRIAL_BEGINS_AT + trial.now() - trial.startedAt;
  let last = Math.max(TRIAL_BEGINS_AT, trial.lastEventAt);
  // After the computer's clock was set back, go on from the last event instead of standing still until it is caught up.
  const lag = Math.max(0, last - elapsed());
  return () => {
    last = Math.max(last, elapsed() + lag);
    return last;
  };
}
