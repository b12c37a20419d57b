/** The first tables: events and their caches, numbers, spool, settings, documents of RxDB. */
export const FIRST_TABLES = `
-- What happened. A row is an RxDB document; it is written once and never changed.
CREATE TABLE event (
  id TEXT NOT NULL PRIMARY KEY,
  log TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  rev TEXT NOT NULL,
  lwt REAL NOT NULL,
  -- Order of arrival here, from a counter that never goes back: RxDB's checkpoint.
  change_seq INTEGER NOT NULL UNIQUE,
  doc TEXT NOT NULL CHECK (json_valid(doc)),
  dossier_id TEXT GENERATED ALWAYS AS (doc ->> '$.event.dossierId') VIRTUAL,
  UNIQUE (log, seq)
) STRICT;
CREATE INDEX event_of_dossier ON event (dossier_id) WHERE dossier_id <> '';

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;

-- How far each log is held without a gap, and the hash that stands there.
CREATE TABLE log_head (
  log TEXT NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq >= 1),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

-- Events that are kept but could not be placed or read: for a person to look at.
CREATE TABLE event_trouble (
  event_id TEXT NOT NULL PRIMARY KEY,
  code TEXT NOT NULL
) STRICT;

-- Counters that only go up: numbers of the day and of the year, lamport, arrivals.
CREATE TABLE sequence (
  name TEXT NOT NULL PRIMARY KEY,
  value INTEGER NOT NULL CHECK (value >= 1)
) STRICT;

-- A command that was carried out once answers the same again.
CREATE TABLE command (
  id TEXT NOT NULL PRIMARY KEY,
  outcome TEXT NOT NULL CHECK (json_valid(outcome))
) STRICT;

-- Cache: the state of each dossier, folded from its events.
CREATE TABLE dossier (
  -- Named, so that VACUUM keeps it: the key of the search row.
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('intake-unknown', 'received', 'handed-over')),
  received_at TEXT,
  appointment_at TEXT,
  handed_over_at TEXT,
  -- Digits backwards, so that a tail is a prefix and hits an index.
  number_tail TEXT NOT NULL,
  phone_tail TEXT NOT NULL,
  has_anomaly INTEGER NOT NULL CHECK (has_anomaly IN (0, 1)),
  state TEXT NOT NULL CHECK (json_valid(state))
) STRICT;
CREATE INDEX dossier_received ON dossier (received_at);
CREATE INDEX dossier_open ON dossier (appointment_at) WHERE status = 'received';
CREATE INDEX dossier_number_tail ON dossier (number_tail);
CREATE INDEX dossier_phone_tail ON dossier (phone_tail) WHERE phone_tail <> '';

-- Cache: names without marks.
CREATE VIRTUAL TABLE dossier_name USING fts5 (
  name, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);

-- The spool. The slip is frozen with the reception; what was drawn from it is kept before a byte leaves.
CREATE TABLE print_job (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier_id TEXT NOT NULL,
  copy_no INTEGER NOT NULL CHECK (copy_no >= 1),
  at TEXT NOT NULL,
  slip TEXT NOT NULL CHECK (json_valid(slip)),
  reprint TEXT CHECK (reprint IS NULL OR json_valid(reprint)),
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'confirmed', 'sent', 'unknown', 'failed')),
  trouble TEXT NOT NULL DEFAULT '',
  artifact BLOB,
  width_dots INTEGER,
  height_dots INTEGER,
  raster_bytes INTEGER,
  sha256 TEXT,
  -- No two papers of a dossier bear the same copy number.
  UNIQUE (dossier_id, copy_no)
) STRICT;
CREATE INDEX print_job_open ON print_job (state, id) WHERE state NOT IN ('confirmed', 'sent');

CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

-- Runs of own events the upstream server set aside, by its word.
CREATE TABLE upstream_quarantine (
  log TEXT NOT NULL,
  from_seq INTEGER NOT NULL,
  to_seq INTEGER NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (log, from_seq, to_seq)
) STRICT;

-- Documents RxDB keeps for itself (replication state and the like).
CREATE TABLE rx_document (
  collection TEXT NOT NULL,
  id TEXT NOT NULL,
  rev TEXT NOT NULL,
  deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  lwt REAL NOT NULL,
  change_seq INTEGER NOT NULL,
  doc TEXT NOT NULL CHECK (json_valid(doc)),
  PRIMARY KEY (collection, id)
) STRICT;
CREATE UNIQUE INDEX rx_document_change ON rx_document (collection, change_seq);
`;
