import type Database from 'better-sqlite3';
import { OpenError } from '../storage-error.ts';
import { FIRST_TABLES } from './migrations/0010-first-tables.ts';
import { DRAFTS } from './migrations/0020-drafts.ts';
import { LIFECYCLE } from './migrations/0030-lifecycle.ts';
import { PRINT_JOBS } from './migrations/0040-print-jobs.ts';
import { LOOK_UP } from './migrations/0050-look-up.ts';
import { CONTRADICTIONS } from './migrations/0060-contradictions.ts';

/** "QMC1", in the file's header: tells our file from any other SQLite database. */
const APPLICATION_ID = 0x51_4d_43_31;

type Migration = { readonly version: number; readonly sql: string };

/** In order, numbered in tens, never edited once released. */
const MIGRATIONS: readonly Migration[] = [
  { version: 10, sql: FIRST_TABLES },
  { version: 20, sql: DRAFTS },
  { version: 30, sql: LIFECYCLE },
  { version: 40, sql: PRINT_JOBS },
  { version: 50, sql: LOOK_UP },
  { version: 60, sql: CONTRADICTIONS },
];

export const NEWEST_VERSION = MIGRATIONS.at(-1)?.version ?? 0;

/**
 * Brings a file to the newest version, each step in one transaction.
 * Throws {@link OpenError} for a file of a newer program or of another one, and leaves it untouched.
 */
export function migrate(db: Database.Database): void {
  const applicationId = Number(db.pragma('application_id', { simple: true }));
  const version = Number(db.pragma('user_version', { simple: true }));
  const isEmpty = db.prepare('SELECT count(*) AS n FROM sqlite_schema').pluck().get() === 0;
  if (applicationId !== APPLICATION_ID && !(isEmpty && applicationId === 0)) {
    throw new OpenError('not-our-database', `application_id is ${applicationId}`);
  }
  if (version > NEWEST_VERSION) {
    throw new OpenError('database-from-the-future', `version ${version}, newest known ${NEWEST_VERSION}`);
  }
  for (const migration of MIGRATIONS) {
    if (migration.version > version) apply(db, migration);
  }
}

function apply(db: Database.Database, migration: Migration): void {
  db.transaction(() => {
    db.exec(migration.sql);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${migration.version}`);
  }).immediate();
}
