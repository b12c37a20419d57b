import type { VersionVector } from '../../domain/version-vector.ts';
import type { RefusedEvent, SyncEvent, SyncEvents, UnsentEvent } from '../counter-store.ts';
import type { CounterDatabase } from './counter-database.ts';
import { parseEventDocument } from './event-document.ts';
import { countNotTaken, listSetAside } from './set-aside.ts';
import { openUpstreamQuarantine } from './upstream-quarantine.ts';

// Each log is read backwards by its own index: what was sent long ago is not looked at.
const UNSENT = `SELECT log, seq, change_seq AS arrival, doc FROM event
  WHERE log = @log AND seq > @proved AND seq <= @head ORDER BY seq DESC LIMIT @limit`;
// Runs first: they are few, whatever SQLite makes of the number of events.
const REFUSED = `SELECT event.log, event.seq, reason, upstream_quarantine.at AS refusedAt, doc
  FROM upstream_quarantine CROSS JOIN event
    ON event.log = upstream_quarantine.log AND event.seq BETWEEN from_seq AND to_seq
  ORDER BY upstream_quarantine.at DESC, event.seq DESC LIMIT ?`;

type EventRow = { readonly log: string; readonly seq: number; readonly doc: string };
type UnsentRow = EventRow & { readonly arrival: number };
type RefusedRow = EventRow & Pick<RefusedEvent, 'reason' | 'refusedAt'>;

export function openSyncEvents(database: CounterDatabase): SyncEvents {
  const { db, events } = database;
  const unsent = db.prepare<object, UnsentRow>(UNSENT);
  const refused = db.prepare<[number], RefusedRow>(REFUSED);
  const quarantine = openUpstreamQuarantine(db);

  const lineOf = ({ log, seq, doc }: EventRow): SyncEvent => {
    const event = parseEventDocument(doc);
    return { ...placeIn(log, seq), ...(event ? { event: saidBy(event) } : {}) };
  };
  const placeIn = (log: string, seq: number): Pick<SyncEvent, 'log' | 'seq' | 'station'> => {
    const station = events.openerOf(log)?.station;
    return { log, seq, ...(station === undefined ? {} : { station }) };
  };
  const standingOf = ({ log, seq }: EventRow, proved: VersionVector): UnsentEvent['stands'] => {
    if (quarantine.isSetAside({ log, seq })) return 'set-aside';
    return quarantine.isSetAside({ log, seq: (proved[log]?.seq ?? 0) + 1 }) ? 'behind' : 'waiting';
  };

  return {
    unsent: (proved, limit) =>
      Object.entries(events.vector())
        .flatMap(([log, head]) => unsent.all({ log, proved: proved[log]?.seq ?? 0, head: head.seq, limit }))
        .toSorted((a, b) => b.arrival - a.arrival)
        .slice(0, limit)
        .map((row) => ({ ...lineOf(row), stands: standingOf(row, proved) })),
    refused: (limit) =>
      refused.all(limit).map((row) => ({ ...lineOf(row), reason: row.reason, refusedAt: row.refusedAt })),
    notTaken: (limit) => ({
      rows: listSetAside(database, limit).map(({ log, seq, why }) => {
        const event = events.findDocument(`${log}:${seq}`)?.event;
        return { ...placeIn(log, seq), why, ...(event ? { event: saidBy(event) } : {}) };
      }),
      total: countNotTaken(database),
    }),
  };
}

function saidBy({ kind, dossierId, at, actor }: NonNullable<SyncEvent['event']>): NonNullable<SyncEvent['event']> {
  return { kind, dossierId, at, actor };
}
