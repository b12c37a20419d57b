import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { paperKeyOf, type PrintedPaper } from '../../domain/printed-paper.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { ReprintMark } from '../../domain/slips/reprint-mark.ts';
import type {
  PrintArtifact,
  PrinterRole,
  PrintJob,
  PrintJobChange,
  PrintJobs,
  PrintJobState,
  QueuedPaper,
} from '../counter-store.ts';
import type { WritableDb } from './sqlite.ts';

/** The spool's rows. {@link PrintJobs} is what the core sees; `queue` runs inside an action's transaction. */
export type PrintJobTable = Omit<PrintJobs, 'change' | 'keepArtifact'> & {
  readonly queue: (paper: QueuedPaper) => number;
  readonly cancel: (dossierId: DossierId, templates: readonly string[] | 'all') => void;
  readonly putChange: (id: number, change: PrintJobChange) => void;
  readonly putArtifact: (id: number, artifact: PrintArtifact) => void;
};

type Row = {
  readonly id: number;
  readonly printer: PrinterRole;
  readonly dossier_id: DossierId | '';
  readonly copy_no: number;
  readonly at: LocalMoment;
  readonly queued_at: LocalMoment;
  readonly paper: string;
  readonly reprint: string | null;
  readonly state: PrintJobState;
  readonly trouble: string;
  readonly attempts: number;
  readonly bytes_sent: number;
};

type ArtifactRow = {
  readonly artifact: Uint8Array | null;
  readonly width_dots: number;
  readonly height_dots: number;
  readonly raster_bytes: number;
  readonly sha256: string;
  readonly drawn_font_version: string | null;
  readonly drawn_for: string | null;
};

const COLUMNS = 'id, printer, dossier_id, copy_no, at, queued_at, paper, reprint, state, trouble, attempts, bytes_sent';
/** What the index of open jobs is for: SQLite takes it only for a query that repeats its condition word for word. */
const IS_OPEN = "state NOT IN ('confirmed', 'sent', 'cancelled')";
/** Without what only a printer needs to know: a register may have thousands of rows. */
const LISTED = COLUMNS.replace(' paper,', " json_remove(paper, '$.rows') AS paper,");
const LIST = `SELECT * FROM (SELECT ${LISTED} FROM print_job WHERE ${IS_OPEN} ORDER BY id DESC LIMIT @limit)
  UNION ALL SELECT * FROM (SELECT ${LISTED} FROM print_job WHERE NOT (${IS_OPEN}) ORDER BY id DESC LIMIT @limit)
  LIMIT @limit`;
const COUNT = `SELECT count(*) FROM print_job WHERE ${IS_OPEN} AND state IN (SELECT value FROM json_each(?))`;
const COUNT_ASKED = `SELECT count(*) FROM print_job WHERE ${IS_OPEN} AND state IN ('unknown', 'failed')
  AND NOT (printer = 'slip' AND trouble = 'no-printer')`;
const QUEUE = `INSERT INTO print_job
    (printer, paper_key, copy_no, dossier_id, at, queued_at, paper, font_version, reprint, state)
  VALUES (@printer, @paperKey, @copyNo, @dossierId, @at, @at, @paper, @fontVersion, @reprint, 'queued')`;
const CHANGE = `UPDATE print_job SET state = @state, trouble = @trouble, attempts = attempts + (@state = 'sending'
    AND state <> 'sending'), bytes_sent = coalesce(@bytesSent, bytes_sent), queued_at = coalesce(@queuedAt, queued_at)
  WHERE id = @id`;
const KEEP_ARTIFACT = `UPDATE print_job SET artifact = @artifact, width_dots = @widthDots, height_dots = @heightDots,
  raster_bytes = @rasterBytes, sha256 = @sha256, drawn_font_version = @fontVersion, drawn_for = @drawnFor WHERE id = @id`;
const CANCEL = `UPDATE print_job SET state = 'cancelled', trouble = '' WHERE dossier_id = @dossierId AND state = 'queued'
  AND (@isAll OR paper ->> '$.template' IN (SELECT value FROM json_each(@templates)))`;
const FIND_ARTIFACT = `SELECT artifact, width_dots, height_dots, raster_bytes, sha256, drawn_font_version, drawn_for
  FROM print_job WHERE id = ?`;

export function openPrintJobTable(db: WritableDb): PrintJobTable {
  const find = db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM print_job WHERE id = ?`);
  const findPaper = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM print_job WHERE paper_key = ? ORDER BY copy_no DESC LIMIT 1`,
  );
  const lastCopy = db
    .prepare<[string], number>('SELECT coalesce(max(copy_no), 0) FROM print_job WHERE paper_key = ?')
    .pluck();
  const list = db.prepare<object, Row>(LIST);
  const findIn = db.prepare<[string, string], Row>(
    `SELECT ${COLUMNS} FROM print_job WHERE printer = ? AND state = ? AND ${IS_OPEN} ORDER BY id`,
  );
  const next = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM print_job WHERE printer = ? AND state = 'queued' AND ${IS_OPEN} ORDER BY id LIMIT 1`,
  );
  const countIn = db.prepare<[string], number>(COUNT).pluck();
  const countAsked = db.prepare<[], number>(COUNT_ASKED).pluck();
  const queue = db.prepare(QUEUE);
  const cancel = db.prepare(CANCEL);
  const putChange = db.prepare(CHANGE);
  const keepArtifact = db.prepare(KEEP_ARTIFACT);
  const artifactOf = db.prepare<[number], ArtifactRow>(FIND_ARTIFACT);

  return {
    find: (id) => jobOf(find.get(id)),
    findPaper: (paperKey) => jobOf(findPaper.get(paperKey)),
    list: (limit) => list.all({ limit }).flatMap((row) => jobOf(row) ?? []),
    findIn: (printer, state) => findIn.all(printer, state).flatMap((row) => jobOf(row) ?? []),
    countIn: (states) => countIn.get(JSON.stringify(states)) ?? 0,
    countAsked: () => countAsked.get() ?? 0,
    findNext: (printer) => jobOf(next.get(printer)),
    queue: ({ paper, clerkName, dossierId = '', isAgain = false, ...queued }) => {
      const paperKey = paperKeyOf(paper);
      const copyNo = Math.max(lastCopy.get(paperKey) ?? 0, isAgain ? 1 : 0) + 1;
      const mark = { copyNo, at: queued.at, clerkName } satisfies ReprintMark;
      const reprint = copyNo > 1 ? JSON.stringify(mark) : null;
      const row = { ...queued, dossierId, paperKey, copyNo, paper: JSON.stringify(paper), reprint };
      return Number(queue.run(row).lastInsertRowid);
    },
    cancel: (dossierId, templates) => {
      const isAll = templates === 'all';
      cancel.run({ dossierId, isAll: Number(isAll), templates: JSON.stringify(isAll ? [] : templates) });
    },
    putChange: (id, { state, trouble, bytesSent = null, queuedAt = null }) =>
      void putChange.run({ id, state, trouble, bytesSent, queuedAt }),
    putArtifact: (id, { bytes, sha256, fontVersion, drawnFor, picture }) => {
      const raster = picture?.raster ?? new Uint8Array();
      const artifact = deflateRawSync(Buffer.concat([raster, bytes]));
      const size = { widthDots: picture?.widthDots ?? 0, heightDots: picture?.heightDots ?? 0 };
      keepArtifact.run({ id, artifact, ...size, rasterBytes: raster.length, sha256, fontVersion, drawnFor });
    },
    findArtifact: (id) => artifactFrom(artifactOf.get(id)),
  };
}

function jobOf(row: Row | undefined): PrintJob | undefined {
  if (!row) return undefined;
  return {
    id: row.id,
    printer: row.printer,
    ...(row.dossier_id === '' ? {} : { dossierId: row.dossier_id }),
    paper: JSON.parse(row.paper) as PrintedPaper,
    ...(row.reprint === null ? {} : { reprint: JSON.parse(row.reprint) as ReprintMark }),
    copyNo: row.copy_no,
    state: row.state,
    trouble: row.trouble,
    at: row.at,
    queuedAt: row.queued_at,
    attempts: row.attempts,
    bytesSent: row.bytes_sent,
  };
}

function artifactFrom(row: ArtifactRow | undefined): PrintArtifact | undefined {
  const both = row?.artifact && unpacked(row.artifact);
  if (!both) return undefined;
  const { width_dots: widthDots, height_dots: heightDots, raster_bytes: rasterBytes } = row;
  const bytes = both.subarray(rasterBytes);
  // What rotted on the disk must not come out as if it were what was promised.
  if (createHash('sha256').update(bytes).digest('hex') !== row.sha256) return undefined;
  return {
    bytes,
    sha256: row.sha256,
    fontVersion: row.drawn_font_version ?? '',
    drawnFor: row.drawn_for ?? '',
    ...(rasterBytes === 0 ? {} : { picture: { widthDots, heightDots, raster: both.subarray(0, rasterBytes) } }),
  };
}

/** Undefined for what cannot be unpacked any more. */
function unpacked(artifact: Uint8Array): Buffer | undefined {
  try {
    return inflateRawSync(artifact);
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) return undefined;
    throw error;
  }
}
