import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { LocalMoment } from '../../domain/plain-date.ts';
import type { ReceiptSlip, ReprintMark } from '../../domain/receipt-slip.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { PrintArtifact, PrintJob, PrintJobs, PrintJobState, QueuedSlip } from '../counter-store.ts';
import type { WritableDb } from './sqlite.ts';

/** The spool's rows. {@link PrintJobs} is what the core sees; `queue` runs inside an action's transaction. */
export type PrintJobTable = Omit<PrintJobs, 'setState' | 'keepArtifact'> & {
  readonly queue: (slip: QueuedSlip) => number;
  readonly putState: (id: number, state: PrintJobState, trouble: string) => void;
  readonly putArtifact: (id: number, artifact: PrintArtifact) => void;
};

type Row = {
  readonly id: number;
  readonly dossier_id: DossierId;
  readonly copy_no: number;
  readonly at: LocalMoment;
  readonly slip: string;
  readonly reprint: string | null;
  readonly state: PrintJobState;
  readonly trouble: string;
};

type ArtifactRow = {
  readonly artifact: Uint8Array | null;
  readonly width_dots: number;
  readonly height_dots: number;
  readonly raster_bytes: number;
  readonly sha256: string;
};

const COLUMNS = 'id, dossier_id, copy_no, at, slip, reprint, state, trouble';
/** What the index of open jobs is for: SQLite takes it only for a query that repeats its condition word for word. */
const IS_OPEN = "state NOT IN ('confirmed', 'sent')";
const LIST = `SELECT * FROM (SELECT ${COLUMNS} FROM print_job WHERE ${IS_OPEN} ORDER BY id DESC LIMIT @limit)
  UNION ALL SELECT * FROM (SELECT ${COLUMNS} FROM print_job WHERE NOT (${IS_OPEN}) ORDER BY id DESC LIMIT @limit)
  LIMIT @limit`;
const QUEUE = `INSERT INTO print_job (dossier_id, copy_no, at, slip, reprint, state)
  VALUES (@dossierId, @copyNo, @at, @slip, @reprint, 'queued')`;
const KEEP_ARTIFACT = `UPDATE print_job SET artifact = @artifact, width_dots = @widthDots, height_dots = @heightDots,
  raster_bytes = @rasterBytes, sha256 = @sha256 WHERE id = @id`;

export function openPrintJobTable(db: WritableDb): PrintJobTable {
  const find = db.prepare<[number], Row>(`SELECT ${COLUMNS} FROM print_job WHERE id = ?`);
  const slipOf = db
    .prepare<[string], string>('SELECT slip FROM print_job WHERE dossier_id = ? AND copy_no = 1')
    .pluck();
  const lastCopy = db
    .prepare<[string], number>('SELECT coalesce(max(copy_no), 0) FROM print_job WHERE dossier_id = ?')
    .pluck();
  const list = db.prepare<object, Row>(LIST);
  const findIn = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM print_job WHERE state = ? AND ${IS_OPEN} ORDER BY id`,
  );
  const next = db.prepare<[], Row>(
    `SELECT ${COLUMNS} FROM print_job WHERE state = 'queued' AND ${IS_OPEN} ORDER BY id LIMIT 1`,
  );
  const countIn = db
    .prepare<[string], number>(
      `SELECT count(*) FROM print_job WHERE ${IS_OPEN} AND state IN (SELECT value FROM json_each(?))`,
    )
    .pluck();
  const queue = db.prepare(QUEUE);
  const putState = db.prepare('UPDATE print_job SET state = ?, trouble = ? WHERE id = ?');
  const keepArtifact = db.prepare(KEEP_ARTIFACT);
  const artifactOf = db.prepare<[number], ArtifactRow>(
    'SELECT artifact, width_dots, height_dots, raster_bytes, sha256 FROM print_job WHERE id = ?',
  );

  return {
    find: (id) => jobOf(find.get(id)),
    findSlip: (dossierId) => {
      const slip = slipOf.get(dossierId);
      return slip === undefined ? undefined : (JSON.parse(slip) as ReceiptSlip);
    },
    list: (limit) => list.all({ limit }).flatMap((row) => jobOf(row) ?? []),
    findIn: (state) => findIn.all(state).flatMap((row) => jobOf(row) ?? []),
    countIn: (states) => countIn.get(JSON.stringify(states)) ?? 0,
    findNext: () => jobOf(next.get()),
    queue: ({ dossierId, slip, reprint, at }) => {
      const copyNo = (lastCopy.get(dossierId) ?? 0) + 1;
      const mark = reprint ? JSON.stringify({ ...reprint, copyNo } satisfies ReprintMark) : null;
      return Number(queue.run({ dossierId, copyNo, at, slip: JSON.stringify(slip), reprint: mark }).lastInsertRowid);
    },
    putState: (id, state, trouble) => void putState.run(state, trouble, id),
    putArtifact: (id, { widthDots, heightDots, raster, bytes, sha256 }) => {
      const artifact = deflateRawSync(Buffer.concat([raster, bytes]));
      keepArtifact.run({ id, artifact, widthDots, heightDots, rasterBytes: raster.length, sha256 });
    },
    findArtifact: (id) => artifactFrom(artifactOf.get(id)),
  };
}

function jobOf(row: Row | undefined): PrintJob | undefined {
  if (!row) return undefined;
  return {
    id: row.id,
    dossierId: row.dossier_id,
    slip: JSON.parse(row.slip) as ReceiptSlip,
    ...(row.reprint === null ? {} : { reprint: JSON.parse(row.reprint) as ReprintMark }),
    copyNo: row.copy_no,
    state: row.state,
    trouble: row.trouble,
    at: row.at,
  };
}

function artifactFrom(row: ArtifactRow | undefined): PrintArtifact | undefined {
  if (!row?.artifact) return undefined;
  const both = inflateRawSync(row.artifact);
  return {
    widthDots: row.width_dots,
    heightDots: row.height_dots,
    raster: both.subarray(0, row.raster_bytes),
    bytes: both.subarray(row.raster_bytes),
    sha256: row.sha256,
  };
}
