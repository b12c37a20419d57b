import Database from 'better-sqlite3';
import type { StoredEvent } from '../../domain/dossier-event.ts';
import type { LogHead, VersionVector } from '../../domain/version-vector.ts';
import { GENESIS_HASH } from '../wire/chain.ts';
import type { CodeRefusal, Device, Enrolment, Store } from './store.ts';

/** "QMCS", in the file's header. */
const APPLICATION_ID = 0x51_4d_43_53;
const VERSION = 10;

const TABLES = `
CREATE TABLE enrolment_code (
  hash TEXT NOT NULL PRIMARY KEY,
  unit_code TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT;

CREATE TABLE device (
  log TEXT NOT NULL PRIMARY KEY,
  unit_code TEXT NOT NULL,
  station INTEGER NOT NULL CHECK (station BETWEEN 1 AND 19),
  token_hash TEXT NOT NULL UNIQUE,
  machine TEXT NOT NULL,
  enrolled_at INTEGER NOT NULL,
  -- A station is one device for ever: two would issue the same numbers.
  UNIQUE (unit_code, station)
) STRICT;

CREATE TABLE log_head (
  log TEXT NOT NULL PRIMARY KEY,
  unit_code TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX log_of_unit ON log_head (unit_code);

CREATE TABLE event (
  log TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (log, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantine (
  log TEXT NOT NULL,
  from_seq INTEGER NOT NULL,
  to_seq INTEGER NOT NULL,
  reason TEXT NOT NULL,
  content TEXT NOT NULL,
  sender TEXT NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE (log, from_seq, to_seq, reason, content)
) STRICT;
`;

/** The file is of a newer server, or of another program. It was not touched. */
export class ServerFileError extends Error {
  override readonly name = 'ServerFileError';
  readonly code: 'database-from-the-future' | 'not-our-database' | 'not-initialised';

  constructor(code: ServerFileError['code']) {
    super(code);
    this.code = code;
  }
}

/** Embedded store: one file, every commit synced to the disk. `create` false: the file must be there already. */
export function openSqliteStore(path: string, options: { readonly create: boolean }): Store {
  const db = openFile(path, options.create);
  return { ...deviceMethods(db), ...eventMethods(db), close: () => Promise.resolve(void db.close()) };
}

function openFile(path: string, create: boolean): Database.Database {
  let db: Database.Database;
  try {
    db = new Database(path, { fileMustExist: !create });
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_CANTOPEN') {
      throw new ServerFileError('not-initialised');
    }
    throw error;
  }
  const applicationId = db.pragma('application_id', { simple: true });
  const version = Number(db.pragma('user_version', { simple: true }));
  if (applicationId !== APPLICATION_ID && !(applicationId === 0 && version === 0))
    throw closing(db, 'not-our-database');
  if (version > VERSION) throw closing(db, 'database-from-the-future');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('trusted_schema = OFF');
  if (version < VERSION) {
    db.transaction(() => {
      db.exec(TABLES);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${VERSION}`);
    }).immediate();
  }
  return db;
}

function closing(db: Database.Database, code: ServerFileError['code']): ServerFileError {
  db.close();
  return new ServerFileError(code);
}

type DeviceRow = { readonly unit_code: string; readonly station: number; readonly log: string };

function deviceMethods(db: Database.Database): Pick<Store, 'addCode' | 'enrol' | 'findDevice' | 'findLog'> {
  const addCode = db.prepare('INSERT INTO enrolment_code (hash, unit_code, expires_at) VALUES (?, ?, ?)');
  const findCode = db.prepare<[string], { unit_code: string; expires_at: number; used_at: number | null }>(
    'SELECT unit_code, expires_at, used_at FROM enrolment_code WHERE hash = ?',
  );
  const useCode = db.prepare('UPDATE enrolment_code SET used_at = ? WHERE hash = ?');
  const atStation = db.prepare<[string, number], DeviceRow>('SELECT * FROM device WHERE unit_code = ? AND station = ?');
  const byLog = db.prepare<[string], DeviceRow>('SELECT * FROM device WHERE log = ?');
  const byToken = db.prepare<[string], DeviceRow>('SELECT * FROM device WHERE token_hash = ?');
  const put = db.prepare(`INSERT INTO device (log, unit_code, station, token_hash, machine, enrolled_at)
    VALUES (@log, @unitCode, @station, @tokenHash, @machine, @at)
    ON CONFLICT (log) DO UPDATE SET token_hash = @tokenHash, machine = @machine, enrolled_at = @at`);

  function refusalOf(enrolment: Enrolment): CodeRefusal | undefined {
    const code = findCode.get(enrolment.codeHash);
    if (!code || code.used_at !== null || code.expires_at < enrolment.at) return 'code-refused';
    if (code.unit_code !== enrolment.unitCode) return 'other-unit';
    const holder = atStation.get(enrolment.unitCode, enrolment.station);
    if (holder && holder.log !== enrolment.log) return 'station-taken';
    const known = byLog.get(enrolment.log);
    const isMoved = known && (known.unit_code !== enrolment.unitCode || known.station !== enrolment.station);
    return isMoved ? 'station-taken' : undefined;
  }

  const enrol = db.transaction((enrolment: Enrolment) => {
    const refusal = refusalOf(enrolment);
    if (refusal) return refusal;
    useCode.run(enrolment.at, enrolment.codeHash);
    put.run(enrolment);
    return undefined;
  });

  return {
    addCode: ({ codeHash, unitCode, expiresAt }) => Promise.resolve(void addCode.run(codeHash, unitCode, expiresAt)),
    enrol: (enrolment) => Promise.resolve(enrol.immediate(enrolment)),
    findDevice: (tokenHash) => Promise.resolve(deviceOf(byToken.get(tokenHash))),
    findLog: (log) => Promise.resolve(deviceOf(byLog.get(log))),
  };
}

function deviceOf(row: DeviceRow | undefined): Device | undefined {
  return row && { unitCode: row.unit_code, station: row.station, log: row.log };
}

function eventMethods(db: Database.Database): Omit<Store, 'addCode' | 'enrol' | 'findDevice' | 'findLog' | 'close'> {
  const head = db.prepare<[string], LogHead>('SELECT seq, hash FROM log_head WHERE log = ?');
  const hashAt = db.prepare<[string, number], string>('SELECT hash FROM event WHERE log = ? AND seq = ?').pluck();
  const insert = db.prepare('INSERT INTO event (log, seq, hash, content) VALUES (?, ?, ?, ?)');
  const moveHead = db.prepare(`INSERT INTO log_head (log, unit_code, seq, hash) VALUES (@log, @unitCode, @seq, @hash)
    ON CONFLICT (log) DO UPDATE SET seq = @seq, hash = @hash`);
  const setAside = db.prepare(`INSERT OR IGNORE INTO quarantine (log, from_seq, to_seq, reason, content, sender, at)
    VALUES (@log, @from, @to, @reason, @content, @sender, @at)`);
  const heads = db.prepare<[string], LogHead & { log: string }>(
    'SELECT log, seq, hash FROM log_head WHERE unit_code = ? ORDER BY log',
  );
  const after = db
    .prepare<[string, number], string>('SELECT content FROM event WHERE log = ? AND seq > ? ORDER BY seq')
    .pluck();

  const append = db.transaction((unitCode: string, events: readonly StoredEvent[]) => {
    const [first] = events;
    const last = events.at(-1);
    if (!first || !last) return true;
    const place = head.get(first.log) ?? { seq: 0, hash: GENESIS_HASH };
    if (first.seq !== place.seq + 1 || first.prev !== place.hash) return false;
    for (const event of events) insert.run(event.log, event.seq, event.hash, JSON.stringify(event));
    moveHead.run({ log: last.log, unitCode, seq: last.seq, hash: last.hash });
    return true;
  });

  function eventsAfter(unitCode: string, vector: VersionVector, maxBytes: number) {
    const events: StoredEvent[] = [];
    let bytes = 0;
    for (const { log, seq } of heads.all(unitCode)) {
      const held = vector[log]?.seq ?? 0;
      if (held >= seq) continue;
      for (const content of after.iterate(log, held)) {
        if (bytes >= maxBytes) return { events, more: true };
        events.push(JSON.parse(content) as StoredEvent);
        bytes += content.length;
      }
    }
    return { events, more: false };
  }

  return {
    headOf: (log) => Promise.resolve(head.get(log)),
    hashAt: (log, seq) => Promise.resolve(hashAt.get(log, seq)),
    append: (unitCode, events) => Promise.resolve(append.immediate(unitCode, events)),
    setAside: (run) => Promise.resolve(void setAside.run(run)),
    vectorOf: (unitCode) =>
      Promise.resolve(Object.fromEntries(heads.all(unitCode).map(({ log, seq, hash }) => [log, { seq, hash }]))),
    eventsAfter: (unitCode, vector, maxBytes) => Promise.resolve(eventsAfter(unitCode, vector, maxBytes)),
  };
}
