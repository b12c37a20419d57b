import { eventId, type StoredEvent } from '../../domain/dossier-event.ts';
import type { LogHead } from '../../domain/version-vector.ts';
import { GENESIS_HASH, isSealed } from '../wire/chain.ts';
import { parseEventDocument } from './event-document.ts';
import { namingTrouble, type ReadableDb } from './sqlite.ts';

/**
 * An event whose content or place is not what was sealed. `unreadable`: it is not even JSON. `hash-differs`: it does not
 * say what was hashed. `chain-broken`: it is whole, and does not follow the one before it. `head-differs`: the log is
 * held up to another place than the heads table says.
 */
export type ChainTrouble = {
  readonly id: string;
  readonly log: string;
  readonly seq: number;
  /** As it was when the event came in, whatever the row says now. */
  readonly dossierId?: string;
  readonly code: 'hash-differs' | 'chain-broken' | 'unreadable' | 'head-differs';
};

export type ChainCheck = { readonly checked: number; readonly troubles: readonly ChainTrouble[] };

/** Seq by log, from where on events are checked. */
export type Marks = { readonly [log: string]: number };

type Row = { readonly rowid: number; readonly id: string; readonly seq: number; readonly doc: string };

const PROGRESS_EVERY = 2_000;
const ROWS = 'SELECT rowid, id, seq, doc FROM event WHERE log = ? AND seq > ? ORDER BY seq';
const DOC_AT = 'SELECT doc FROM event WHERE log = ? AND seq = ?';
// The index keeps what the row said when it was written.
const DOSSIER_OF = "SELECT dossier_id FROM event INDEXED BY event_of_dossier WHERE dossier_id <> '' AND rowid = ?";
const RECENT = `SELECT log, min(seq) - 1 AS seq FROM (SELECT log, seq FROM event ORDER BY change_seq DESC LIMIT ?)
  GROUP BY log`;

/**
 * Checks each event's hash and place, log by log; with `after`, only those behind the marks, in the logs that have one.
 * Total: whatever a row holds is an answer. Throws {@link StorageError} only when SQLite cannot read the file.
 */
export function checkChains(
  db: ReadableDb,
  options: { readonly after?: Marks; readonly onProgress?: (checked: number) => void } = {},
): ChainCheck {
  return namingTrouble(() => {
    const walk = new ChainWalk(db, options.onProgress);
    const marks = options.after;
    const logs = marks ? Object.keys(marks) : logsOf(db);
    for (const log of logs) walk.walk(log, marks?.[log] ?? 0);
    return { checked: walk.checked, troubles: walk.troubles };
  });
}

/** Where the last `count` events that came in begin, in each log. */
export function recentMarks(db: ReadableDb, count: number): Marks {
  const rows = namingTrouble(() => db.prepare<[number], { log: string; seq: number }>(RECENT).all(count));
  return Object.fromEntries(rows.map(({ log, seq }) => [log, seq]));
}

function logsOf(db: ReadableDb): readonly string[] {
  return db.prepare<[], string>('SELECT log FROM event GROUP BY log UNION SELECT log FROM log_head').pluck().all();
}

/** The place an event is expected to follow; no hash after one that cannot be believed. */
type Place = { readonly seq: number; readonly hash?: string };

class ChainWalk {
  checked = 0;
  readonly troubles: ChainTrouble[] = [];
  readonly #db: ReadableDb;
  readonly #onProgress: (checked: number) => void;

  constructor(db: ReadableDb, onProgress: (checked: number) => void = () => undefined) {
    this.#db = db;
    this.#onProgress = onProgress;
  }

  walk(log: string, mark: number): void {
    const head = this.#headOf(log);
    // What waits behind a gap may have come in last.
    const after = Math.min(mark, head.seq);
    let place: Place = after === 0 ? { seq: 0, hash: GENESIS_HASH } : this.#placeAt(log, after);
    for (const row of this.#db.prepare<[string, number], Row>(ROWS).iterate(log, after)) {
      this.checked += 1;
      if (this.checked % PROGRESS_EVERY === 0) this.#onProgress(this.checked);
      const isMissingOne = row.seq !== place.seq + 1;
      // What came too early waits behind a gap: nothing is wrong with it, and it is no part of the log yet.
      if (isMissingOne && row.seq > head.seq) break;
      place = this.#step(log, row, isMissingOne ? { seq: row.seq - 1, hash: 'missing' } : place);
    }
    this.#compareHead(log, head, place);
  }

  #step(log: string, row: Row, before: Place): Place {
    const event = parseEventDocument(row.doc);
    const code = event ? troubleOf(event, { log, row, before }) : 'unreadable';
    if (code) this.#note({ log, seq: row.seq, code }, row);
    return event && (code === undefined || code === 'chain-broken')
      ? { seq: row.seq, hash: event.hash }
      : { seq: row.seq };
  }

  #compareHead(log: string, head: LogHead, reached: Place): void {
    if (head.seq === reached.seq && (reached.hash === undefined || reached.hash === head.hash)) return;
    // An event that does not continue its log is named already, and the head rightly stands before it.
    const isNext = (found: ChainTrouble) => found.log === log && found.seq === head.seq + 1;
    if (this.troubles.some((found) => isNext(found) && found.code === 'chain-broken')) return;
    this.#note({ log, seq: Math.max(1, head.seq), code: 'head-differs' });
  }

  #note(found: Pick<ChainTrouble, 'log' | 'seq' | 'code'>, row?: Row): void {
    const dossierId = row && this.#db.prepare<[number], string>(DOSSIER_OF).pluck().get(row.rowid);
    this.troubles.push({ id: row?.id ?? eventId(found), ...found, ...(dossierId ? { dossierId } : {}) });
  }

  #headOf(log: string): LogHead {
    const head = this.#db.prepare<[string], LogHead>('SELECT seq, hash FROM log_head WHERE log = ?').get(log);
    return head ?? { seq: 0, hash: GENESIS_HASH };
  }

  #placeAt(log: string, seq: number): Place {
    const doc = this.#db.prepare<[string, number], string>(DOC_AT).pluck().get(log, seq);
    const event = doc === undefined ? undefined : parseEventDocument(doc);
    return event ? { seq, hash: event.hash } : { seq };
  }
}

function troubleOf(
  event: StoredEvent,
  { log, row, before }: { readonly log: string; readonly row: Row; readonly before: Place },
): ChainTrouble['code'] | undefined {
  if (!isSealed(event)) return 'hash-differs';
  if (event.log !== log || event.seq !== row.seq || row.id !== eventId(event)) return 'chain-broken';
  if (before.hash !== undefined && event.prev !== before.hash) return 'chain-broken';
  return undefined;
}
