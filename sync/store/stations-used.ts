import type { ReadableDb } from './sqlite.ts';

const OPENED = `SELECT event.doc ->> '$.event.payload.station' FROM log_head
  JOIN event ON event.log = log_head.log AND event.seq = 1`;
const NUMBERED = 'SELECT DISTINCT CAST(substr(id, 6, 2) AS INTEGER) FROM dossier';

/** Stations that a log or a dossier known here belongs to. */
export function stationsUsed(db: ReadableDb): ReadonlySet<number> {
  const opened = db.prepare<[], number | null>(OPENED).pluck().all();
  const numbered = db.prepare<[], number>(NUMBERED).pluck().all();
  return new Set([...opened, ...numbered].filter((station) => station !== null));
}
