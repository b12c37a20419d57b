import type { Heard } from '../scan/heard.ts';

/** A citizen card with which the next reception begins: all of it, its number, or what could be read. */
export type CardForNext = Extract<Heard, { kind: 'card' | 'card-id' | 'card-trouble' }>;

/** The card in what was heard; undefined where nothing of it can fill a field. */
export function cardForNext(heard: Heard): CardForNext | undefined {
  if (heard.kind === 'card' || heard.kind === 'card-id') return heard;
  if (heard.kind !== 'card-trouble') return undefined;
  return heard.refusal.code === 'garbled' || heard.refusal.code === 'incomplete' ? heard : undefined;
}
