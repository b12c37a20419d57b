/**
 * The whole life of a dossier: its cache learns the states, who is behind it and what an old slip says; what is no dossier
 * gets a cache of its own. Both are folded from the events again after this.
 */
export const LIFECYCLE = `
DROP TABLE dossier;
DROP TABLE dossier_name;

-- Cache: the state of each dossier, folded from its events.
CREATE TABLE dossier (
  -- Named, so that VACUUM keeps it: the key of the search row.
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL,
  -- 'open': received and not at its end; 'paused': so, and it waits for the citizen; '': neither.
  open TEXT NOT NULL CHECK (open IN ('', 'open', 'paused')),
  received_at TEXT,
  appointment_at TEXT,
  handed_over_at TEXT,
  -- Digits backwards, so that a tail is a prefix and hits an index.
  number_tail TEXT NOT NULL,
  phone_tail TEXT NOT NULL,
  id_tail TEXT NOT NULL,
  -- Of a dossier of the former system: what its old number and its old barcode are looked up by.
  old_number TEXT NOT NULL,
  old_scan TEXT NOT NULL,
  has_anomaly INTEGER NOT NULL CHECK (has_anomaly IN (0, 1)),
  state TEXT NOT NULL CHECK (json_valid(state))
) STRICT;
CREATE INDEX dossier_received ON dossier (received_at);
CREATE INDEX dossier_open ON dossier (appointment_at) WHERE open <> '';
CREATE INDEX dossier_arrived ON dossier (row) WHERE status IN ('awaiting-intake', 'supplement-before-intake');
CREATE INDEX dossier_number_tail ON dossier (number_tail);
CREATE INDEX dossier_phone_tail ON dossier (phone_tail) WHERE phone_tail <> '';
CREATE INDEX dossier_id_tail ON dossier (id_tail) WHERE id_tail <> '';
CREATE INDEX dossier_old_number ON dossier (old_number) WHERE old_number <> '';
CREATE INDEX dossier_old_scan ON dossier (old_scan) WHERE old_scan <> '';

-- Cache: names without marks.
CREATE VIRTUAL TABLE dossier_name USING fts5 (
  name, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'
);

-- Cache: money that came in or went back, for the list of the day and against a receipt that is written twice.
CREATE TABLE payment (
  dossier_id TEXT NOT NULL,
  log TEXT NOT NULL,
  seq INTEGER NOT NULL,
  day TEXT NOT NULL,
  -- Book and number of the receipt; empty when none was written.
  receipt TEXT NOT NULL,
  PRIMARY KEY (dossier_id, log, seq)
) STRICT;
CREATE INDEX payment_day ON payment (day);
CREATE INDEX payment_receipt ON payment (receipt) WHERE receipt <> '';

-- Cache: what events say of anything that is no dossier: accounts, batches, publications.
CREATE TABLE subject (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  state TEXT NOT NULL CHECK (json_valid(state))
) STRICT;
CREATE INDEX subject_kind ON subject (kind, is_open);
`;
