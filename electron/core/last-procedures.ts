import type { ReceivedBy } from '../../sync/counter-store.ts';

/** So many receptions are looked at: who received none of them has not been here for long. */
export const LAST_LOOKED_AT = 200;
const MOST = 5;

/** Codes of the procedures somebody received last at one counter, the last first, each once. */
export function lastProcedures(
  received: readonly ReceivedBy[],
  who: Pick<ReceivedBy, 'actor' | 'log'>,
): readonly string[] {
  const own = received.filter(({ actor, log }) => actor === who.actor && log === who.log);
  return [...new Set(own.map(({ procedureCode }) => procedureCode))].slice(0, MOST);
}
