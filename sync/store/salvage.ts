import Database from 'better-sqlite3';
import { z } from 'zod';
import type { VersionVector } from '../../domain/version-vector.ts';
import { StorageError } from '../storage-error.ts';
import { carveTexts } from './carve-pages.ts';
import { openReadOnly, protectionOf } from './sqlite.ts';

/** A file, damaged or not, of which everything is taken that can be read. Nothing in it is changed. */
export type Salvage = {
  /** Every document of the event table, some perhaps twice. What it says is for the taker to prove. */
  readonly events: (take: (doc: string) => void) => void;
  /**
   * Rows of another table, as far as they can be read; the columns that both it and `columns` have. True when these are all
   * there were.
   */
  readonly rows: (table: string, columns: readonly string[], take: (row: Row) => void) => boolean;
  /** How far each log went, by whatever of the file still says so. */
  readonly heads: () => VersionVector;
  /** About how many events it holds. */
  readonly count: () => number;
  readonly close: () => void;
};

export type Row = Readonly<Record<string, unknown>>;

/** More events than any counter has; where nothing in the file says how many there were. */
const UNKNOWN_COUNT = 1_000_000;
/** A place that rotted may lie anywhere: the search for the edges of what is broken has to end. */
const MOST_READS = 10_000;

export function openSalvage(file: string, counterKey: Uint8Array | undefined): Salvage {
  // A plain file whose first page is destroyed looks encrypted, but then no key was ever made.
  const key = protectionOf(file) === 'plain' ? undefined : counterKey;
  const db = tryTo(() => openReadOnly(file, key));
  const carve = (take: (doc: string) => void): void => carveTexts(file, key, take);
  if (!db) return { events: carve, rows: () => false, heads: () => ({}), count: () => 0, close: () => undefined };
  // A text that is no JSON any more must not keep a table from being read.
  db.pragma('ignore_check_constraints = ON');
  return {
    events: (take) => {
      const isWhole = readByPlace(db, { table: 'event', columns: ['doc'] }, ({ doc }) => {
        if (typeof doc === 'string') take(doc);
      });
      if (!isWhole) carve(take);
    },
    rows: (table, columns, take) => {
      const held = tryTo(() => columnsOf(db, table)) ?? [];
      const both = columns.filter((column) => held.includes(column));
      return both.length > 0 && readByPlace(db, { table, columns: both }, take);
    },
    heads: () => headsOf(db),
    count: () => tryTo(() => db.prepare<[], number>('SELECT count(*) FROM event').pluck().get()) ?? 0,
    close: () => db.close(),
  };
}

type Wanted = { readonly table: string; readonly columns: readonly string[] };

/**
 * Reads a table by the places of its rows; where the tree is broken, from both ends up to the break, then halving what lies
 * between until what cannot be reached is narrowed down to single rows, or {@link MOST_READS} were made. True when nothing
 * was broken.
 */
function readByPlace(db: Database.Database, wanted: Wanted, take: (row: Row) => void): boolean {
  const columns = wanted.columns.map((column) => `"${column}"`).join(', ');
  const select = `SELECT rowid AS "place of the row", ${columns} FROM "${wanted.table}" NOT INDEXED`;
  const prepared = tryTo(() => ({
    up: db.prepare<[number, number], Row>(`${select} WHERE rowid BETWEEN ? AND ? ORDER BY rowid`),
    down: db.prepare<[number, number], Row>(`${select} WHERE rowid BETWEEN ? AND ? ORDER BY rowid DESC`),
  }));
  if (!prepared) return false;
  /** Answers the place of the last row that was read, and whether the end was reached. */
  const read = (statement: Database.Statement<[number, number], Row>, from: number, to: number) => {
    let last: number | undefined;
    const rows = statement.iterate(from, to);
    try {
      for (;;) {
        // Only the reading may fail: what the taker does with a row is its own.
        const step = tryTo(() => rows.next());
        if (!step || step.done) return { last, isThrough: step !== undefined };
        const { 'place of the row': place, ...row } = step.value;
        last = Number(place);
        take(row);
      }
    } finally {
      rows.return?.();
    }
  };
  const upwards = read(prepared.up, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  if (upwards.isThrough) return true;
  const from = (upwards.last ?? 0) + 1;
  const downwards = read(prepared.down, from, Number.MAX_SAFE_INTEGER);
  let open: (readonly [number, number])[] = [[from, (downwards.last ?? lastPlace(db, wanted.table) + 1) - 1]];
  let left = MOST_READS;
  while (open.length > 0) {
    open = open.flatMap(([low, high]) => {
      if (low > high || left === 0) return [];
      left -= 1;
      const { last, isThrough } = read(prepared.up, low, high);
      const next = (last ?? low - 1) + 1;
      if (isThrough || next >= high) return [];
      const middle = Math.floor((next + high) / 2);
      return [
        [next, middle],
        [middle + 1, high],
      ] as const;
    });
  }
  return false;
}

/** Where the rows of a table end, asked in every way there is: rows of these tables are counted up and never removed. */
function lastPlace(db: Database.Database, table: string): number {
  const ways = [`SELECT max(rowid) FROM "${table}"`, `SELECT count(*) FROM "${table}"`];
  if (table === 'event') {
    ways.push('SELECT max(change_seq) FROM event', "SELECT value FROM sequence WHERE name = 'changes'");
    ways.push("SELECT count(*) FROM event INDEXED BY event_of_dossier WHERE dossier_id <> ''");
  }
  const places = ways.flatMap((sql) => tryTo(() => db.prepare<[], number>(sql).pluck().get()) ?? []);
  if (places.length > 0) return Math.min(UNKNOWN_COUNT, Math.max(...places));
  return table === 'event' ? UNKNOWN_COUNT : 10_000;
}

/** A row that rotted may say anything: what no counter ever reached is not missing. */
const headShape = z.object({
  log: z.string().regex(/^[0-9a-z.]{4,60}$/),
  seq: z.int().min(1).max(UNKNOWN_COUNT),
  hash: z.string(),
});

function headsOf(db: Database.Database): VersionVector {
  const heads: Record<string, VersionVector[string]> = {};
  const ways = [
    'SELECT log, seq, hash FROM log_head',
    // From the index alone, which may be whole where the table is not.
    "SELECT log, max(seq) AS seq, '' AS hash FROM event GROUP BY log",
  ];
  for (const sql of ways) {
    tryTo(() => {
      for (const row of db.prepare(sql).iterate()) {
        const read = headShape.safeParse(row);
        if (!read.success) continue;
        const { log, seq, hash } = read.data;
        if (seq > (heads[log]?.seq ?? 0)) heads[log] = { seq, hash };
      }
    });
  }
  return heads;
}

function columnsOf(db: Database.Database, table: string): readonly string[] {
  return db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
}

/** Undefined where the file cannot be read; other errors are ours. */
function tryTo<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof Database.SqliteError || error instanceof StorageError) return undefined;
    throw error;
  }
}
