import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { type EventBody, eventId, type StoredEvent } from '../../domain/dossier-event.ts';
import { useKey } from '../../sync/store/sqlite.ts';
import { sealEvent } from '../../sync/wire/chain.ts';

export function counterFile(folder: string): string {
  return path.join(folder, 'counter.db');
}

/** Where in its row an event says of itself what a test rots. */
const REACH = 400;

/**
 * Changes bytes of a file that nobody holds open, as a disk does that rots: the first `from` behind the beginning of an
 * event's row becomes `to`, of the same length. Also in what SQLite left behind when it moved rows.
 */
export function rotEvent(
  file: string,
  place: { log: string; seq: number },
  [from, to]: readonly [string, string],
): void {
  if (Buffer.byteLength(from) !== Buffer.byteLength(to)) throw new RangeError('rot changes no lengths');
  const bytes = readFileSync(file);
  const beginning = `{"id":"${eventId(place)}",`;
  let rotten = 0;
  for (let row = bytes.indexOf(beginning); row >= 0; row = bytes.indexOf(beginning, row + 1)) {
    const at = bytes.indexOf(from, row);
    if (at < 0 || at > row + REACH) continue;
    bytes.write(to, at);
    rotten += 1;
  }
  if (rotten === 0) throw new Error('there is nothing to rot');
  writeFileSync(file, bytes);
}

/** What makes an event's text none of JSON's. */
export const NO_JSON = ['{"id"', '<"id"'] as const;
/** What leaves an event readable, and not what was hashed. */
export const OTHER_WORDS = ['"clockQuality":"free"', '"clockQuality":"frei"'] as const;

/** Writes past the program, as somebody would who knows SQL, and the key of an encrypted file. */
export function tamper(file: string, act: (db: Database.Database) => void, key?: Uint8Array): void {
  const db = new Database(file);
  if (key) useKey(db, key);
  db.exec('DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_deleted');
  try {
    act(db);
  } finally {
    db.close();
  }
}

/** Seals an event anew with another body, so that its own hash fits again. */
export function resealed(db: Database.Database, id: string, change: Partial<EventBody & { prev: string }>): void {
  const doc = JSON.parse(getDoc(db, id)) as { event: StoredEvent };
  const { hash: _, ...event } = { ...doc.event, ...change };
  const sealed = sealEvent(event, event);
  db.prepare('UPDATE event SET doc = ? WHERE id = ?').run(JSON.stringify({ ...doc, event: sealed }), id);
}

function getDoc(db: Database.Database, id: string): string {
  const doc = db.prepare<[string], string>('SELECT doc FROM event WHERE id = ?').pluck().get(id);
  if (doc === undefined) throw new Error(`no event ${id}`);
  return doc;
}
