import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import type { VersionVector } from '../../domain/version-vector.ts';
import { StorageError } from '../storage-error.ts';
import { type ChainCheck, type ChainTrouble, checkChains } from './chain-check.ts';
import { namingTrouble, openReadOnly, type ReadableDb } from './sqlite.ts';

/** What a file that nobody writes turned out to be. */
export type Examination =
  /** `unreadable`: not with this key, or no database. `gone`: no such file. */
  | { readonly outcome: 'unreadable' }
  | { readonly outcome: 'gone' }
  | (FileContents & {
      /** `damaged`: pages or events are not what was written, apart from those set aside in the original already. */
      readonly outcome: 'good' | 'damaged';
      readonly troubles: readonly ChainTrouble[];
    });

export type FileContents = {
  readonly schemaVersion: number;
  readonly vector: VersionVector;
  readonly events: number;
  readonly dossiers: number;
  readonly setAside: number;
};

type Options = { readonly key?: Uint8Array | undefined; readonly onProgress?: (checked: number) => void };

/** Reads a whole file: its pages, every event's hash and place, its heads. Opens it for reading only. */
export function examineCopy(file: string, { key, onProgress }: Options): Examination {
  if (!existsSync(file)) return { outcome: 'gone' };
  try {
    const db = openReadOnly(file, key);
    try {
      return examine(db, onProgress);
    } finally {
      db.close();
    }
  } catch (error) {
    // Also pages that only show while they are read: nothing of it can be counted on.
    if (error instanceof StorageError && error.code === 'damaged') return { outcome: 'unreadable' };
    throw error;
  }
}

function examine(db: ReadableDb, onProgress?: (checked: number) => void): Examination {
  const contents = contentsOf(db);
  const isSound = quickCheck(db);
  const { troubles } = isSound ? checkChains(db, onProgress ? { onProgress } : {}) : NO_CHECK;
  const known = knownTroubles(db);
  const fresh = troubles.filter(({ id, code }) => known.get(id) !== code);
  return { ...contents, outcome: isSound && fresh.length === 0 ? 'good' : 'damaged', troubles: fresh };
}

const NO_CHECK: ChainCheck = { checked: 0, troubles: [] };

export function contentsOf(db: ReadableDb): FileContents {
  return namingTrouble(() => ({
    schemaVersion: Number(db.pragma('user_version', { simple: true })),
    vector: vectorOf(db),
    events: countIn(db, 'event'),
    dossiers: countIn(db, 'dossier'),
    setAside: knownTroubles(db).size,
  }));
}

export function vectorOf(db: ReadableDb): VersionVector {
  const heads = db.prepare<[], { log: string; seq: number; hash: string }>('SELECT log, seq, hash FROM log_head');
  return Object.fromEntries(heads.all().map(({ log, seq, hash }) => [log, { seq, hash }]));
}

/** Pages, order and indexes. What the rows say is judged by their hashes, and may be known to be rotten. */
function quickCheck(db: ReadableDb): boolean {
  return namingTrouble(() => {
    db.pragma('ignore_check_constraints = ON');
    return db.pragma('quick_check(1)', { simple: true }) === 'ok';
  });
}

function knownTroubles(db: ReadableDb): ReadonlyMap<string, string> {
  const rows = db.prepare<[], { event_id: string; code: string }>(
    `SELECT event_id, code FROM event_trouble WHERE code IN ('hash-differs', 'chain-broken', 'unreadable', 'head-differs')`,
  );
  return new Map(rows.all().map(({ event_id, code }) => [event_id, code]));
}

function countIn(db: ReadableDb, table: 'event' | 'dossier'): number {
  return db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
}

/** Equal before and after when nothing was done at the counter in between. What backups note of themselves is left out. */
export function contentsDigest(db: ReadableDb): string {
  const parts = [
    'SELECT log, seq, hash FROM log_head ORDER BY log',
    'SELECT event_id, code FROM event_trouble ORDER BY event_id',
    "SELECT key, value FROM setting WHERE key NOT LIKE 'core.backup.%' ORDER BY key",
    'SELECT max(id) FROM print_job',
    "SELECT state, count(*) FROM print_job WHERE state NOT IN ('confirmed', 'sent') GROUP BY state ORDER BY state",
  ];
  const hash = createHash('sha256');
  for (const sql of parts) hash.update(JSON.stringify(db.prepare(sql).all()));
  return hash.digest('hex');
}

const CHUNK_BYTES = 1024 * 1024;

/** SHA-256 of a file, hex. */
export function sha256OfFile(file: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const length = readSync(descriptor, chunk);
      if (length === 0) return hash.digest('hex');
      hash.update(chunk.subarray(0, length));
    }
  } finally {
    closeSync(descriptor);
  }
}
