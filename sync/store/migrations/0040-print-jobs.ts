/**
 * Every paper has a job, not only the slip of a dossier: which printer it is for, which paper it is, and since when it waits.
 * A paper that must not print any more is cancelled.
 */
export const PRINT_JOBS = `
DROP INDEX print_job_open;
ALTER TABLE print_job RENAME TO print_job_before;

CREATE TABLE print_job (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  printer TEXT NOT NULL CHECK (printer IN ('slip', 'form', 'file')),
  -- Which paper: the same one printed again is its next copy.
  paper_key TEXT NOT NULL,
  copy_no INTEGER NOT NULL CHECK (copy_no >= 1),
  -- Empty for what is about no dossier.
  dossier_id TEXT NOT NULL,
  at TEXT NOT NULL,
  -- Since when it waits: what waited too long is not printed without a person's word.
  queued_at TEXT NOT NULL,
  paper TEXT NOT NULL CHECK (json_valid(paper)),
  font_version TEXT NOT NULL,
  reprint TEXT CHECK (reprint IS NULL OR json_valid(reprint)),
  state TEXT NOT NULL
    CHECK (state IN ('queued', 'sending', 'confirmed', 'sent', 'unknown', 'failed', 'cancelled')),
  trouble TEXT NOT NULL DEFAULT '',
  attempts INTEGER NOT NULL DEFAULT 0,
  bytes_sent INTEGER NOT NULL DEFAULT 0,
  artifact BLOB,
  width_dots INTEGER,
  height_dots INTEGER,
  raster_bytes INTEGER,
  sha256 TEXT,
  drawn_font_version TEXT,
  -- Model of the printer it was drawn for; empty for a form.
  drawn_for TEXT,
  -- No two papers that are the same bear the same copy number.
  UNIQUE (paper_key, copy_no)
) STRICT;

INSERT INTO print_job (id, printer, paper_key, copy_no, dossier_id, at, queued_at, paper, font_version, reprint, state,
    trouble, artifact, width_dots, height_dots, raster_bytes, sha256)
  SELECT id, 'slip', 'receipt-slip/' || dossier_id, copy_no, dossier_id, at, at, slip, '', reprint, state,
    trouble, artifact, width_dots, height_dots, raster_bytes, sha256
  FROM print_job_before;
DROP TABLE print_job_before;

CREATE INDEX print_job_open ON print_job (printer, state, id) WHERE state NOT IN ('confirmed', 'sent', 'cancelled');
`;
