/** Steps of the server's database, numbered in tens. A step that was released is never changed. */
export const MIGRATIONS: readonly { readonly version: number; readonly sql: string }[] = [
  {
    version: 10,
    sql: `
CREATE TABLE enrolment_code (
  hash TEXT NOT NULL PRIMARY KEY,
  unit_code TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  tries INTEGER NOT NULL DEFAULT 0
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
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  sender TEXT NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE (log, reason, content_hash)
) STRICT;
`,
  },
];
