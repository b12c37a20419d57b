import Database from 'better-sqlite3';
import { eventId } from '../../domain/dossier-event.ts';
import { ok } from '../../domain/result.ts';
import { isSealed } from '../wire/chain.ts';
import type { CounterIdentity } from '../counter-store.ts';
import { type CounterDatabase, documentOf, IDENTITY } from './counter-database.ts';
import { parseEventDocument } from './event-document.ts';
import { foldEverything } from './fold-everything.ts';
import { raisePast } from './number-counters.ts';
import { readFact } from './read-fact.ts';
import type { Row, Salvage } from './salvage.ts';
import { openSettings } from './setting-table.ts';

export type Gathered = { readonly fromBackup: number; readonly salvaged: number };

type Sources = {
  /** The file that is to be replaced. */
  readonly present: Salvage;
  /** The backup. */
  readonly copy: Salvage | undefined;
  readonly progress: (done: number, total: number) => void;
};

const EVENTS_AT_ONCE = 2_000;
/** Says who put the document there: it is not as RxDB wrote it. */
const REVISION_TOKEN = 'salvage';

/** Fills an empty database with the events of both sources, the rows that are not made of events, and the caches. */
export function gather(database: CounterDatabase, { present, copy, progress }: Sources): Gathered {
  takeLocalRows(database, { present, copy });
  const total = (copy?.count() ?? 0) + present.count();
  const taking = new EventTaking(database, (done) => progress(done, 2 * total));
  const fromBackup = copy ? taking.from(copy) : 0;
  const salvaged = taking.from(present);
  foldEverything(database, (done) => progress(total + done, 2 * total));
  return { fromBackup, salvaged };
}

class EventTaking {
  readonly #database: CounterDatabase;
  readonly #onProgress: (seen: number) => void;
  readonly #own: CounterIdentity | undefined;
  #seen = 0;

  constructor(database: CounterDatabase, onProgress: (seen: number) => void) {
    this.#database = database;
    this.#own = openSettings(database.db).find<CounterIdentity>(IDENTITY);
    this.#onProgress = onProgress;
  }

  /** Takes every event of a source that is whole and not held yet; answers how many. */
  from(source: Salvage): number {
    const { events } = this.#database;
    const before = events.count();
    let batch: string[] = [];
    source.events((doc) => {
      batch.push(doc);
      if (batch.length < EVENTS_AT_ONCE) return;
      this.#keep(batch);
      batch = [];
    });
    this.#keep(batch);
    return events.count() - before;
  }

  #keep(docs: readonly string[]): void {
    this.#database.transactions.run(() => ok(docs.forEach((doc) => this.#keepOne(doc))));
    this.#seen += docs.length;
    this.#onProgress(this.#seen);
  }

  #keepOne(doc: string): void {
    const { events, sequences } = this.#database;
    const event = parseEventDocument(doc);
    if (!event || !isSealed(event)) return;
    const id = eventId(event);
    if (events.has(id)) {
      // Two true events at one place: the log went two ways. The file that is set aside still has both.
      if (events.findDocument(id)?.event.hash !== event.hash) events.noteTrouble(id, 'own-log-forked');
      return;
    }
    events.insert(documentOf(event, REVISION_TOKEN));
    const fact = readFact(event);
    if (typeof fact !== 'string') raisePast(fact, { own: this.#own, writer: events.openerOf(event.log), sequences });
  }
}

/** Made of events or of other tables, or kept by RxDB for itself, which fills it again. */
const DERIVED = ['event', 'log_head', 'event_trouble', 'dossier', 'payment', 'subject', 'rx_document', 'sequence'];
const LOCAL_TABLES = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
  AND name NOT LIKE 'dossier\\_name%' ESCAPE '\\' AND name NOT IN (SELECT value FROM json_each(?))`;

/**
 * Settings, spool, drafts and what else is no event. What was last written counts: a table that can be read in whole in the
 * file that is replaced is taken from it alone, because what it does not hold was done with; else the backup fills the
 * gaps. Counters are raised by both, never lowered.
 */
function takeLocalRows(
  { db, sequences, transactions }: CounterDatabase,
  { present, copy }: Pick<Sources, 'present' | 'copy'>,
): void {
  const tables = db.prepare<[string], string>(LOCAL_TABLES).pluck().all(JSON.stringify(DERIVED));
  transactions.run(() => {
    for (const table of tables) {
      const isWhole = takeTable(db, { table, source: present });
      if (!isWhole && copy) takeTable(db, { table, source: copy, change: asOfThen });
    }
    for (const source of copy ? [present, copy] : [present]) {
      source.rows('sequence', ['name', 'value'], ({ name, value }) => {
        if (typeof name === 'string' && Number.isSafeInteger(value)) sequences.raise(name, Number(value));
      });
    }
    return ok(null);
  });
}

type Taking = { readonly table: string; readonly source: Salvage; readonly change?: (row: Row) => Row };

/** True when every row there was could be read and kept. What is there already stays. */
function takeTable(db: Database.Database, { table, source, change = (row) => row }: Taking): boolean {
  const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
  let isKept = true;
  const isRead = source.rows(table, columns, (row) => {
    isKept = keepRow(db, table, change(row)) && isKept;
  });
  return isRead && isKept;
}

/** Whether a paper that waited for the printer then was printed since, only a person can say. */
function asOfThen(row: Row): Row {
  const isWaiting = row['state'] === 'queued' || row['state'] === 'sending';
  return isWaiting && 'paper_key' in row ? { ...row, state: 'unknown', trouble: 'interrupted' } : row;
}

/** False for a row that rotted into something its table does not take: it is not worth the others. */
function keepRow(db: Database.Database, table: string, row: Row): boolean {
  const columns = Object.keys(row);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const insert = db.prepare(
    `INSERT OR IGNORE INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  try {
    return insert.run(Object.values(row)).changes > 0;
  } catch (error) {
    const isOfTheRow = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT');
    if (!isOfTheRow) throw error;
    return false;
  }
}
