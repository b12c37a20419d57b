import { eventId, type StoredEvent } from '../../domain/dossier-event.ts';
import type { KnownFact } from '../../domain/subject-fact.ts';
import type { VersionVector } from '../../domain/version-vector.ts';
import { GENESIS_HASH } from '../wire/chain.ts';
import type { ChainTrouble } from './chain-check.ts';
import { parseEventDocument } from './event-document.ts';
import type { Sequences } from './sequences.ts';
import type { WritableDb } from './sqlite.ts';

/** An event as RxDB keeps it: a small, stable schema around the event itself. */
export type EventDocument = {
  readonly id: string;
  readonly log: string;
  readonly seq: number;
  readonly event: StoredEvent;
  readonly _rev: string;
  readonly _deleted: boolean;
  readonly _meta: { readonly lwt: number };
  readonly _attachments: Readonly<Record<string, never>>;
};

export type EventTable = {
  readonly has: (id: string) => boolean;
  readonly findDocument: (id: string) => EventDocument | undefined;
  /** Keeps a document and moves its log's head. Must run inside a transaction; the id must be new. */
  readonly insert: (document: EventDocument) => void;
  readonly ofDossier: (dossierId: string) => readonly HeldEvent[];
  readonly countOfDossier: (dossierId: string) => number;
  /** Events of one log after `seq`, in order, as far as they can be read. */
  readonly after: (place: { readonly log: string; readonly seq: number }, limit: number) => readonly StoredEvent[];
  /** Who a log says it was opened for; undefined where its first event is not here or says nothing of it. */
  readonly openerOf: (log: string) => { readonly unitCode: string; readonly station: number } | undefined;
  readonly headOf: (log: string) => { readonly seq: number; readonly hash: string };
  readonly vector: () => VersionVector;
  readonly changedSince: (changeSeq: number, limit: number) => readonly ChangedDocument[];
  readonly count: () => number;
  /** Names an event for a person to look at. A trouble that was noted before stays. */
  readonly noteTrouble: (id: string, code: EventTrouble) => void;
  readonly forgetTrouble: (id: string, code: EventTrouble) => void;
};

/** An event of a dossier as its row stands; without `event` when the row holds none any more. */
export type HeldEvent = {
  readonly id: string;
  readonly event?: StoredEvent;
  readonly trouble?: EventTrouble;
  /** What it states, where the one who wrote it is at hand and nobody has to read it. */
  readonly fact?: KnownFact;
};

/** Persisted. `unreadable`, `not-projected`: see the projection. `own-log-forked`: it was not even kept. */
export type EventTrouble = ChainTrouble['code'] | 'not-projected' | 'own-log-forked';

export type ChangedDocument = { readonly changeSeq: number; readonly document: EventDocument };

const CHANGES = 'changes';
export const LAMPORT = 'lamport';

const INSERT = `INSERT INTO event (id, log, seq, rev, lwt, change_seq, doc)
  VALUES (@id, @log, @seq, @rev, @lwt, @changeSeq, @doc)`;
const MOVE_HEAD = `INSERT INTO log_head (log, seq, hash) VALUES (@log, @seq, @hash)
  ON CONFLICT (log) DO UPDATE SET seq = @seq, hash = @hash`;

export function openEventTable(db: WritableDb, sequences: Sequences): EventTable {
  const find = db.prepare<[string], string>('SELECT doc FROM event WHERE id = ?').pluck();
  const has = db.prepare<[string]>('SELECT 1 FROM event WHERE id = ?').pluck();
  const insert = db.prepare(INSERT);
  // Documents are taken apart here and not by SQL, for which one row that rotted would spoil all others.
  const ofDossier = db.prepare<[string], { id: string; doc: string; code: EventTrouble | null }>(
    `SELECT event.id, doc, code FROM event LEFT JOIN event_trouble ON event_id = event.id
     WHERE dossier_id = ? AND dossier_id <> ''`,
  );
  const countOfDossier = db
    .prepare<[string], number>("SELECT count(*) FROM event WHERE dossier_id = ? AND dossier_id <> ''")
    .pluck();
  const after = db
    .prepare<[string, number, number], string>('SELECT doc FROM event WHERE log = ? AND seq > ? ORDER BY seq LIMIT ?')
    .pluck();
  const head = db.prepare<[string], { seq: number; hash: string }>('SELECT seq, hash FROM log_head WHERE log = ?');
  const heads = db.prepare<[], { log: string; seq: number; hash: string }>('SELECT log, seq, hash FROM log_head');
  const moveHead = db.prepare(MOVE_HEAD);
  const changed = db.prepare<[number, number], { changeSeq: number; doc: string }>(
    'SELECT change_seq AS changeSeq, doc FROM event WHERE change_seq > ? ORDER BY change_seq LIMIT ?',
  );
  const count = db.prepare<[], number>('SELECT count(*) FROM event').pluck();
  const trouble = db.prepare('INSERT OR IGNORE INTO event_trouble (event_id, code) VALUES (?, ?)');
  const forget = db.prepare('DELETE FROM event_trouble WHERE event_id = ? AND code = ?');

  const headOf = (log: string) => head.get(log) ?? { seq: 0, hash: GENESIS_HASH };

  function advance(event: StoredEvent): void {
    let place = headOf(event.log);
    // What came too early waits behind a gap and is taken along when the gap closes.
    for (let next: StoredEvent | undefined = event; next && next.seq === place.seq + 1;) {
      if (next.prev !== place.hash) {
        trouble.run(eventId(next), 'chain-broken');
        return;
      }
      place = { seq: next.seq, hash: next.hash };
      moveHead.run({ log: next.log, ...place });
      const doc = after.get(next.log, next.seq, 1);
      next = doc === undefined ? undefined : parseEventDocument(doc);
    }
  }

  function readableAfter(place: { readonly log: string; readonly seq: number }, limit: number): readonly StoredEvent[] {
    const events: StoredEvent[] = [];
    for (const doc of after.iterate(place.log, place.seq, limit)) {
      const event = parseEventDocument(doc);
      // The server takes a log without gaps: what stands behind waits until this one is mended.
      if (!event) break;
      events.push(event);
    }
    return events;
  }

  return {
    has: (id) => has.get(id) !== undefined,
    findDocument: (id) => parseDocument(find.get(id)),
    insert: (document) => {
      const { id, log, seq, event } = document;
      const changeSeq = sequences.next(CHANGES);
      const doc = JSON.stringify(document);
      insert.run({ id, log, seq, rev: document._rev, lwt: document._meta.lwt, changeSeq, doc });
      sequences.raise(LAMPORT, event.lamport);
      advance(event);
    },
    ofDossier: (dossierId) =>
      ofDossier.all(dossierId).map(({ id, doc, code }) => {
        const event = parseEventDocument(doc);
        return { id, ...(event ? { event } : {}), ...(code === null ? {} : { trouble: code }) };
      }),
    countOfDossier: (dossierId) => countOfDossier.get(dossierId) ?? 0,
    after: readableAfter,
    openerOf: (log) => openerIn(find.get(eventId({ log, seq: 1 }))),
    headOf,
    vector: () => Object.fromEntries(heads.all().map(({ log, seq, hash }) => [log, { seq, hash }])),
    changedSince: (changeSeq, limit) =>
      changed.all(changeSeq, limit).flatMap((row) => {
        const document = parseDocument(row.doc);
        return document ? [{ changeSeq: row.changeSeq, document }] : [];
      }),
    count: () => count.get() ?? 0,
    noteTrouble: (id, code) => void trouble.run(id, code),
    forgetTrouble: (id, code) => void forget.run(id, code),
  };
}

function openerIn(doc: string | undefined): { readonly unitCode: string; readonly station: number } | undefined {
  const payload = doc === undefined ? undefined : parseEventDocument(doc)?.payload;
  const { unitCode, station } = payload ?? {};
  return typeof unitCode === 'string' && typeof station === 'number' ? { unitCode, station } : undefined;
}

/** A row that rotted away is no document; it is named by the check of the chains. */
function parseDocument(text: string | undefined): EventDocument | undefined {
  return text === undefined || !parseEventDocument(text) ? undefined : (JSON.parse(text) as EventDocument);
}
