import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { MIGRATIONS } from './sqlite-migrations.ts';

/** "QMCS", in the file's header. */
const APPLICATION_ID = 0x51_4d_43_53;

/** The file is not there yet, is of a newer server, or of another program. It was not touched. */
export class ServerFileError extends Error {
  override readonly name = 'ServerFileError';
  readonly code: 'database-from-the-future' | 'not-our-database' | 'not-initialised';

  constructor(code: ServerFileError['code'], options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

/** Opens the file, made anew if `create`, and brings it to this program's version. Throws {@link ServerFileError}. */
export function openServerFile(path: string, create: boolean): Database.Database {
  if (!create && !existsSync(path)) throw new ServerFileError('not-initialised');
  const db = new Database(path);
  try {
    const version = versionOf(db);
    if (version === 0 && !create) throw new ServerFileError('not-initialised');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('trusted_schema = OFF');
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The last migration the file saw, 0 for an empty one. Reads only. */
function versionOf(db: Database.Database): number {
  const applicationId = readNumber(db, 'PRAGMA application_id');
  const version = readNumber(db, 'PRAGMA user_version');
  // Another program's file may carry no mark at all, but it has tables.
  const isEmpty = applicationId === 0 && version === 0 && readNumber(db, 'SELECT count(*) FROM sqlite_schema') === 0;
  if (applicationId !== APPLICATION_ID && !isEmpty) throw new ServerFileError('not-our-database');
  if (version > (MIGRATIONS.at(-1)?.version ?? 0)) throw new ServerFileError('database-from-the-future');
  return version;
}

function migrate(db: Database.Database): void {
  const steps = db.transaction(() => {
    // Asked again inside the lock: another process may have just done it.
    const version = readNumber(db, 'PRAGMA user_version');
    for (const step of MIGRATIONS.filter((candidate) => candidate.version > version)) {
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }
    db.pragma(`application_id = ${APPLICATION_ID}`);
  });
  steps.immediate();
}

function readNumber(db: Database.Database, sql: string): number {
  try {
    return db.prepare<[], number>(sql).pluck().get() ?? 0;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') {
      throw new ServerFileError('not-our-database', { cause: error });
    }
    throw error;
  }
}
