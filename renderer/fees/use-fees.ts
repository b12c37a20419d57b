import { dateOf, type LocalMoment } from '../../domain/plain-date.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import { type IntakeDraft, optionsOf } from '../intake/intake-draft.ts';
import { useAnswer } from '../use-answer.ts';
import { feesBlock, type FeesShown, feesShown, isPaidNow } from './fees-draft.ts';

export type Fees = FeesShown & {
  /** The reception has to wait for them. */
  readonly doBlock: boolean;
};

const NOTHING = {};
const TOPICS: readonly PushTopic[] = ['app'];

/** What the reception as typed would pay today. A preview: the core reckons again. */
export function useFees(draft: IntakeDraft, now: LocalMoment): Fees {
  const { procedure, fees } = draft;
  const unitRules = useAnswer('unitRules.get', NOTHING, TOPICS);
  const councilAmounts = unitRules.latest?.councilAmounts[procedure?.code ?? ''] ?? {};
  const basis = { rules: procedure?.fees ?? [], day: dateOf(now), channel: optionsOf(draft).channel, councilAmounts };
  const shown = feesShown(fees, basis);
  return { ...shown, doBlock: feesBlock(shown, isPaidNow(draft)) };
}
