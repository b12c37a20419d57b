import type { OwnPlaces } from '../counter-store.ts';
import type { EventTable } from './event-table.ts';

/** So many events back a clock is looked at: more than a morning's work by one that was doubted and not set right. */
const LOOKED_AT = 500;

/** The newest claim of a clock that was not doubted, among the last events of these logs after `since`; 0 when there is none. */
export function newestClaim(events: Pick<EventTable, 'after'>, heads: OwnPlaces, since: OwnPlaces): number {
  let newest = 0;
  for (const [log, head] of Object.entries(heads)) {
    const from = Math.max(since[log] ?? 0, head - LOOKED_AT);
    for (const { at, clockQuality } of events.after({ log, seq: from }, LOOKED_AT)) {
      if (clockQuality !== 'suspect') newest = Math.max(newest, at);
    }
  }
  return newest;
}
