import Database from 'better-sqlite3';
import { parseDossierId } from '../../domain/scan-code.ts';
import { openDossierTable } from './dossier-table.ts';
import type { EventTrouble, HeldEvent } from './event-table.ts';
import { parseEventDocument } from './event-document.ts';
import { foldDossier } from './fold-dossier.ts';
import { foldSubject } from './fold-subject.ts';
import { migrate } from './migrate.ts';
import { namingTrouble } from './sqlite.ts';
import { openSubjectTable } from './subject-table.ts';

export type Comparison = {
  readonly dossiers: number;
  readonly events: number;
  /** Dossiers and other subjects whose rows, of a list or of the search, are not what the events say; sorted. */
  readonly differing: readonly string[];
  /** Search rows that belong to no dossier. */
  readonly strayNames: readonly number[];
};

const AT_ONCE = 500;
const NEXT_IDS = `SELECT DISTINCT dossier_id FROM event INDEXED BY event_of_dossier
  WHERE dossier_id > ? AND dossier_id <> '' ORDER BY dossier_id LIMIT ${AT_ONCE}`;
const ROWS_OF = `SELECT event.id, doc, code FROM event LEFT JOIN event_trouble ON event_id = event.id
  WHERE dossier_id = ? AND dossier_id <> ''`;
const CACHED_IDS = 'SELECT id FROM dossier UNION SELECT id FROM subject UNION SELECT dossier_id FROM payment';

const DOSSIER_ROW = 'SELECT * FROM dossier WHERE id = ?';
const SUBJECT_ROW = 'SELECT * FROM subject WHERE id = ?';
const PAYMENT_ROWS = 'SELECT * FROM payment WHERE dossier_id = ? ORDER BY log, seq';

type Row = Readonly<Record<string, unknown>> & { readonly row: number };

/**
 * Folds every dossier and every other subject from its events and compares with the caches, row for row and search word for search word. What they
 * should be is put into a second database in memory by the very code that writes them, a few hundred dossiers at a time.
 * Reads one moment of the file, whatever is written meanwhile.
 */
export function compareProjections(db: Database.Database, onProgress: (events: number) => void): Comparison {
  return namingTrouble(() => {
    db.exec('BEGIN');
    const scratch = new Scratch();
    try {
      return new Comparing(db, scratch).all(onProgress);
    } finally {
      scratch.close();
      db.exec('COMMIT');
    }
  });
}

class Comparing {
  readonly #rowsOf: Database.Statement<[string], { id: string; doc: string; code: EventTrouble | null }>;
  readonly #cached: Database.Statement<[string], Row>;
  readonly #cachedBeside: (id: string) => string;
  readonly #names: Map<number, number>;
  readonly #db: Database.Database;
  readonly #scratch: Scratch;
  #events = 0;

  constructor(db: Database.Database, scratch: Scratch) {
    this.#db = db;
    this.#scratch = scratch;
    this.#rowsOf = db.prepare(ROWS_OF);
    this.#cached = db.prepare(DOSSIER_ROW);
    this.#cachedBeside = besideOf(db);
    this.#names = namesIn(db);
  }

  all(onProgress: (events: number) => void): Comparison {
    const differing = new Set<string>();
    const strangers = new Set(this.#db.prepare<[], string>(CACHED_IDS).pluck().iterate());
    let dossiers = 0;
    for (const ids of this.#batches()) {
      const folded = ids.flatMap((id) => this.#fold(id) ?? []);
      const names = this.#scratch.names();
      for (const id of folded) {
        strangers.delete(id);
        if (!this.#isAsFolded(id, names)) differing.add(id);
      }
      dossiers += folded.filter((id) => parseDossierId(id)).length;
      this.#scratch.clear();
      onProgress(this.#events);
    }
    // Also those of which no event speaks.
    for (const id of strangers) differing.add(id);
    const rows = new Set(this.#db.prepare<[], number>('SELECT row FROM dossier').pluck().iterate());
    const strayNames = [...this.#names.keys()].filter((row) => !rows.has(row));
    return { dossiers, events: this.#events, differing: [...differing].toSorted(), strayNames };
  }

  *#batches(): Generator<readonly string[]> {
    const next = this.#db.prepare<[string], string>(NEXT_IDS).pluck();
    for (let ids = next.all(''); ids.length > 0; ids = next.all(ids.at(-1) ?? '')) yield ids;
  }

  /** Answers the id when its fold gives anything. */
  #fold(id: string): string | undefined {
    const dossierId = parseDossierId(id);
    const rows = this.#rowsOf.all(id).map(heldEventOf);
    this.#events += rows.length;
    if (!dossierId) return this.#foldSubject(id, rows);
    const { dossier, hasTrouble } = foldDossier(dossierId, rows);
    if (dossier) this.#scratch.dossiers.put(dossier, hasTrouble);
    return dossier && dossierId;
  }

  #foldSubject(id: string, rows: readonly HeldEvent[]): string | undefined {
    const { folded } = foldSubject(id, rows);
    if (folded) this.#scratch.subjects.put(folded);
    return folded && id;
  }

  #isAsFolded(id: string, expectedNames: ReadonlyMap<number, number>): boolean {
    if (this.#cachedBeside(id) !== this.#scratch.beside(id)) return false;
    const expected = this.#scratch.row(id);
    const cached = this.#cached.get(id);
    if (!expected || !cached) return !expected && !cached && !parseDossierId(id);
    const isSameRow = Object.entries(expected).every(([column, value]) => column === 'row' || cached[column] === value);
    return isSameRow && this.#names.get(cached.row) === expectedNames.get(expected.row);
  }
}

/** What else stands in a cache under an id, as one text. */
function besideOf(db: Database.Database): (id: string) => string {
  const subject = db.prepare<[string]>(SUBJECT_ROW);
  const payments = db.prepare<[string]>(PAYMENT_ROWS);
  return (id) => JSON.stringify([subject.get(id), payments.all(id)]);
}

function heldEventOf({ id, doc, code }: { id: string; doc: string; code: EventTrouble | null }): HeldEvent {
  const event = parseEventDocument(doc);
  return { id, ...(event ? { event } : {}), ...(code === null ? {} : { trouble: code }) };
}

/** The caches as they should be, of a few dossiers. */
class Scratch {
  readonly #db = new Database(':memory:');
  readonly dossiers;
  readonly subjects;
  readonly beside;
  readonly #row: Database.Statement<[string], Row>;

  constructor() {
    migrate(this.#db);
    this.dossiers = openDossierTable(this.#db);
    this.subjects = openSubjectTable(this.#db);
    this.beside = besideOf(this.#db);
    this.#row = this.#db.prepare(DOSSIER_ROW);
    this.#db.exec('BEGIN');
  }

  row(id: string): Row | undefined {
    return this.#row.get(id);
  }

  names(): ReadonlyMap<number, number> {
    return namesIn(this.#db);
  }

  clear(): void {
    this.#db.exec('ROLLBACK; BEGIN');
  }

  close(): void {
    this.#db.close();
  }
}

/**
 * By search row, one number over its words and their places: the search table keeps no text. Two rows that differ have the
 * same number once in four billion.
 */
function namesIn(db: Database.Database): Map<number, number> {
  db.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.name_word USING fts5vocab(main, dossier_name, instance)');
  const words = db.prepare<[], { term: string; doc: number; offset: number }>(
    'SELECT term, doc, offset FROM temp.name_word',
  );
  const sums = new Map<number, number>();
  let last = { term: '', sum: 0 };
  for (const { term, doc, offset } of words.iterate()) {
    if (term !== last.term) last = { term, sum: sumOf(term) };
    sums.set(doc, (sums.get(doc) ?? 0) ^ Math.imul(last.sum, 2 * offset + 1));
  }
  return sums;
}

/** FNV-1a. */
function sumOf(text: string): number {
  let sum = 0x81_1c_9d_c5;
  for (let i = 0; i < text.length; i += 1) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01_00_01_93);
  return sum;
}
