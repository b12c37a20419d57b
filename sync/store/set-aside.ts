import { ok } from '../../domain/result.ts';
import { type DossierId, parseDossierId } from '../../domain/scan-code.ts';
import type { ChainTrouble } from './chain-check.ts';
import type { CounterDatabase } from './counter-database.ts';
import { parseEventDocument } from './event-document.ts';
import type { EventTrouble } from './event-table.ts';
import { foldAgain, mendProjections } from './mend-projections.ts';
import { namingTrouble } from './sqlite.ts';

/** An event that is kept and named, and counts for nothing or stands apart. */
export type SetAside = {
  readonly log: string;
  readonly seq: number;
  readonly dossierId?: DossierId;
  readonly why: EventTrouble;
};

/** What the check of the chains names; the other troubles are the projection's. */
const FOUND_BY_CHECK = "('hash-differs', 'chain-broken', 'head-differs')";
const SET_ASIDE = "('hash-differs', 'chain-broken', 'head-differs', 'unreadable')";

// What the check finds is certain; what was noted while the event came in may have had its reason in it.
const NAME = `INSERT INTO event_trouble (event_id, code) VALUES (@id, @code)
  ON CONFLICT (event_id) DO UPDATE SET code = excluded.code`;
const LIST = `SELECT event_id AS id, code, log, seq, doc FROM event_trouble LEFT JOIN event ON event.id = event_id
  ORDER BY event_id LIMIT ?`;

type Row = { id: string; code: EventTrouble; log: string | null; seq: number | null; doc: string | null };

/**
 * Names what a check found, durably, and folds the dossiers anew that are touched. After a check of all events, what was
 * named before and is sound now (it was misread then) is believed again. Deletes no event.
 */
export async function setAside(
  database: CounterDatabase,
  found: { readonly troubles: readonly ChainTrouble[]; readonly isOfAll: boolean },
): Promise<void> {
  const touched = name(database, found);
  await mendProjections(database, { differing: touched, strayNames: [] });
}

/** As {@link setAside}, at once; for the few events that are checked at the start. */
export function setAsideNow(database: CounterDatabase, troubles: readonly ChainTrouble[]): void {
  const touched = name(database, { troubles, isOfAll: false });
  database.transactions.run(() => ok(touched.forEach((id) => foldAgain(database, id))));
}

/** By id. The dossier is the one its row names now, if it still names one. */
export function listSetAside({ db }: CounterDatabase, limit: number): readonly SetAside[] {
  return namingTrouble(() => db.prepare<[number], Row>(LIST).all(limit)).map(({ id, code, log, seq, doc }) => {
    const dossierId = parseDossierId((doc === null ? undefined : parseEventDocument(doc))?.dossierId ?? '');
    const place = log === null || seq === null ? placeIn(id) : { log, seq };
    return { ...place, why: code, ...(dossierId ? { dossierId } : {}) };
  });
}

export function countSetAside({ db }: CounterDatabase): number {
  const sql = `SELECT count(*) FROM event_trouble WHERE code IN ${SET_ASIDE}`;
  return namingTrouble(() => db.prepare<[], number>(sql).pluck().get() ?? 0);
}

/** All that {@link listSetAside} would list. */
export function countNotTaken({ db }: CounterDatabase): number {
  return namingTrouble(() => db.prepare<[], number>('SELECT count(*) FROM event_trouble').pluck().get() ?? 0);
}

/** Answers the dossiers whose events are believed otherwise than before. */
function name(
  database: CounterDatabase,
  { troubles, isOfAll }: { readonly troubles: readonly ChainTrouble[]; readonly isOfAll: boolean },
): readonly string[] {
  const { db, transactions } = database;
  const touched = new Set<string>();
  transactions.run(() => {
    const put = db.prepare(NAME);
    const known = new Map(listSetAside(database, Number.MAX_SAFE_INTEGER).map((row) => [`${row.log}:${row.seq}`, row]));
    for (const { id, code, dossierId } of troubles) {
      if (known.get(id)?.why === code) continue;
      put.run({ id, code });
      if (dossierId !== undefined) touched.add(dossierId);
    }
    if (isOfAll) for (const id of believedAgain(database, troubles)) touched.add(known.get(id)?.dossierId ?? '');
    if (touched.size > 0) transactions.touched('dossiers');
    return ok(null);
  });
  return [...touched].filter((id) => id !== '');
}

function believedAgain({ db }: CounterDatabase, troubles: readonly ChainTrouble[]): readonly string[] {
  const found = new Set(troubles.map(({ id }) => id));
  const named = db
    .prepare<[], string>(`SELECT event_id FROM event_trouble WHERE code IN ${FOUND_BY_CHECK}`)
    .pluck()
    .all();
  const sound = named.filter((id) => !found.has(id));
  const forget = db.prepare('DELETE FROM event_trouble WHERE event_id = ?');
  for (const id of sound) forget.run(id);
  return sound;
}

function placeIn(id: string): { readonly log: string; readonly seq: number } {
  const colon = id.lastIndexOf(':');
  return { log: id.slice(0, colon), seq: Number(id.slice(colon + 1)) };
}
