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
};

const COLUMNS = 'id, printer, dossier_id, copy_no, at, queued_at, paper, reprint, state, trouble, attempts, bytes_sent';
/** What the index of open jobs is for: SQLite takes it only for a query that repeats its condition word for word. */
const IS_OPEN = "state NOT IN ('confirmed', 'sent', 'cancelled')";
const LIST = `SELECT * FROM (SELECT ${COLUMNS} FROM print_job WHERE ${IS_OPEN} ORDER BY id DESC LIMIT @limit)
  UNION ALL SELECT * FROM (SELECT ${COLUMNS} FROM print_job WHERE NOT (${IS_OPEN}) ORDER BY id DESC LIMIT @limit)
  LIMIT @limit`;
const COUNT = `SELECT count(*) FROM print_job WHERE ${IS_OPEN} AND state IN (SELECT value FROM json_each(?))
  AND trouble NOT IN (SELECT value FROM json_each(?))`;
const QUEUE = `INSERT INTO print_job
    (printer, paper_key, copy_no, dossier_id, at, queued_at, paper, font_version, reprint, state)
  VALUES (@printer, @paperKey, @copyNo, @dossierId, @at, @at, @paper, @fontVersion, @reprint, 'queued')`;
const CHANGE = `UPDATE print_job SET state = @state, trouble = @trouble, attempts = attempts + (@state = 'sending'
    AND state <> 'sending'), bytes_sent = coalesce(@bytesSent, bytes_sent), queued_at = coalesce(@queuedAt, queued_at)
  WHERE id = @id`;
const KEEP_ARTIFACT = `UPDATE print_job SET artifact = @artifact, width_dots = @widthDots, height_dots = @heightDots,
  raster_bytes = @rasterBytes, sha256 = @sha256, drawn_font_version = @fontVersion WHERE id = @id`;
const FIND_ARTIFACT = `SELECT artifact, width_dots, height_dots, raster_bytes, sha256, drawn_font_version
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
  const countIn = db.prepare<[string, string], number>(COUNT).pluck();
  const queue = db.prepare(QUEUE);
  const putChange = db.prepare(CHANGE);
  const keepArtifact = db.prepare(KEEP_ARTIFACT);
  const artifactOf = db.prepare<[number], ArtifactRow>(FIND_ARTIFACT);

  return {
    find: (id) => jobOf(find.get(id)),
    findPaper: (paperKey) => jobOf(findPaper.get(paperKey)),
    list: (limit) => list.all({ limit }).flatMap((row) => jobOf(row) ?? []),
    findIn: (printer, state) => findIn.all(printer, state).flatMap((row) => jobOf(row) ?? []),
    countIn: (states, without = []) => countIn.get(JSON.stringify(states), JSON.stringify(without)) ?? 0,
    findNext: (printer) => jobOf(next.get(printer)),
    queue: ({ paper, clerkName, dossierId = '', ...queued }) => {
      const paperKey = paperKeyOf(paper);
      const copyNo = (lastCopy.get(paperKey) ?? 0) + 1;
      const mark = { copyNo, at: queued.at, clerkName } satisfies ReprintMark;
      const reprint = copyNo > 1 ? JSON.stringify(mark) : null;
      const row = { ...queued, dossierId, paperKey, copyNo, paper: JSON.stringify(paper), reprint };
      return Number(queue.run(row).lastInsertRowid);
    },
    putChange: (id, { state, trouble, bytesSent = null, queuedAt = null }) =>
      void putChange.run({ id, state, trouble, bytesSent, queuedAt }),
    putArtifact: (id, { bytes, sha256, fontVersion, picture }) => {
      const raster = picture?.raster ?? new Uint8Array();
      const artifact = deflateRawSync(Buffer.concat([raster, bytes]));
      const size = { widthDots: picture?.widthDots ?? 0, heightDots: picture?.heightDots ?? 0 };
      keepArtifact.run({ id, artifact, ...size, rasterBytes: raster.length, sha256, fontVersion });
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
  if (!row?.artifact) return undefined;
  const both = inflateRawSync(row.artifact);
  const { width_dots: widthDots, height_dots: heightDots, raster_bytes: rasterBytes } = row;
  return {
    bytes: both.subarray(rasterBytes),
    sha256: row.sha256,
    fontVersion: row.drawn_font_version ?? '',
    ...(rasterBytes === 0 ? {} : { picture: { widthDots, heightDots, raster: both.subarray(0, rasterBytes) } }),
  };
}
