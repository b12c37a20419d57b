import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type LocalMoment, localMomentAt } from '../../domain/plain-date.ts';
import type { VersionVector } from '../../domain/version-vector.ts';
import { StorageError } from '../storage-error.ts';
import { type Owner, requireRoom } from './backup-place.ts';
import { backupsFor, chooseBackup } from './choose-backup.ts';
import { type CounterDatabase, openCounterDatabase } from './counter-database.ts';
import { renameDurably, syncFile, syncFolder, writeDurably } from '../durable-file.ts';
import { contentsOf, examineCopy } from './examine-copy.ts';
import { takeLock } from './file-lock.ts';
import { type Gathered, gather } from './gather-events.ts';
import { openSalvage, type Salvage } from './salvage.ts';

export type RebuildTask = {
  /** Of a counter that is closed. */
  readonly folder: string;
  readonly key?: Uint8Array | undefined;
  /** Whose backups; without it, whoever the file, the chosen backup or the counter's own place speaks of. */
  readonly owner?: Owner | undefined;
  /** File of the backup the clerk chose; else the newest one that is good, in whichever place. */
  readonly backup?: string | undefined;
  readonly secondPlace?: string | undefined;
  /** How far each log is known to have gone, by witnesses outside the file. */
  readonly known: VersionVector;
  /** Epoch ms. */
  readonly now: number;
};

/** Exactly what came back, and what not. */
export type RebuildReport = {
  readonly at: LocalMoment;
  readonly fromBackup: number;
  /** Events read out of the file that was set aside. */
  readonly salvaged: number;
  readonly dossiers: number;
  /** Known to have existed and not found. */
  readonly missing: readonly { readonly log: string; readonly from: number; readonly to: number }[];
  /** Name of the folder, in `set-aside`, the old file was put into. */
  readonly setAsideIn: string;
};

/**
 * `nothing-to-start-from`: neither a backup nor an event that can be read. `backup-unusable`: the chosen one is damaged or of
 * another key. Nothing was moved then.
 */
export type RebuildOutcome = { readonly report: RebuildReport } | { readonly trouble: RebuildRefusal };
export type RebuildRefusal = 'nothing-to-start-from' | 'backup-unusable';

type Progress = (done: number, total: number) => void;

const FILE = 'counter.db';
const LOCK = 'counter.lock';
/** Holds the new file until it takes the old one's place. */
const WORK = 'rebuild';
const SET_ASIDE = 'set-aside';
const READY = 'ready.json';
const REPORT = 'report.json';
/** The database with what SQLite keeps beside it. */
const ENDINGS = ['', '-wal', '-shm', '-journal'];

/**
 * Builds the counter's file anew from a backup and from all that can still be read of the present file, damaged or not;
 * sets the present one aside and puts the new one in its place. Each event is proved by its hash; where a log has a gap,
 * what stands behind it waits as it does when it comes from the server. Nothing is deleted. A crash leaves the old file
 * where it was, or a finished new one that {@link finishRebuild} puts there.
 */
export async function rebuildFile(task: RebuildTask, progress: Progress): Promise<RebuildOutcome> {
  mkdirSync(task.folder, { recursive: true });
  const lock = takeLock(path.join(task.folder, LOCK));
  try {
    finishRebuild(task.folder);
    const report = await build(task, progress);
    if (typeof report === 'string') return { trouble: report };
    finishOrTakeBack(task.folder);
    return { report };
  } finally {
    lock.release();
  }
}

/**
 * As {@link finishRebuild}. A new file that cannot take its place now must not take it later, when the old one has gone on.
 */
function finishOrTakeBack(folder: string): void {
  try {
    finishRebuild(folder);
  } catch (error) {
    // Once the old file was moved, the new one is the counter's: the next start puts it there.
    if (existsSync(path.join(folder, FILE))) {
      rmSync(path.join(folder, WORK, READY), { force: true });
      rmSync(path.join(folder, WORK), { recursive: true, force: true });
    }
    throw error;
  }
}

/**
 * Puts a finished new file in its place, if there is one: to be called before a counter's file is opened, because a crash
 * may have come between. Answers what the rebuild came to when it did so.
 */
export function finishRebuild(folder: string): RebuildReport | undefined {
  const work = path.join(folder, WORK);
  const ready = path.join(work, READY);
  if (!existsSync(ready)) {
    // What a rebuild that was broken off leaves is worth nothing.
    rmSync(work, { recursive: true, force: true });
    return undefined;
  }
  const report = reportShape.parse(JSON.parse(readFileSync(ready, 'utf8')));
  const aside = path.join(folder, SET_ASIDE, report.setAsideIn);
  const built = path.join(work, FILE);
  if (existsSync(built)) {
    moveAside(folder, aside);
    renameDurably(built, path.join(folder, FILE));
  }
  renameDurably(ready, path.join(aside, REPORT));
  rmSync(work, { recursive: true, force: true });
  return report;
}

/** Sets the file of a closed counter aside, so that the next opening begins anew. Answers the name of its folder. */
export function setFileAside(folder: string, now: number): string {
  const name = freeName(path.join(folder, SET_ASIDE), localMomentAt(now).replaceAll(':', '-'));
  moveAside(folder, path.join(folder, SET_ASIDE, name));
  return name;
}

function moveAside(folder: string, aside: string): void {
  mkdirSync(aside, { recursive: true });
  syncFolder(path.join(folder, SET_ASIDE));
  syncFolder(folder);
  for (const ending of ENDINGS) {
    const old = path.join(folder, `${FILE}${ending}`);
    if (existsSync(old)) renameDurably(old, path.join(aside, `${FILE}${ending}`));
  }
}

async function build(task: RebuildTask, progress: Progress): Promise<RebuildReport | RebuildRefusal> {
  const work = path.join(task.folder, WORK);
  const old = path.join(task.folder, FILE);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  const present = openSalvage(old, task.key);
  const backups = await backupsFor(task, present);
  const backup = chooseBackup(task, backups);
  if (backup === 'unusable') {
    present.close();
    return 'backup-unusable';
  }
  const copy = backup && openSalvage(backup.file, backup.manifest.isEncrypted ? task.key : undefined);
  try {
    await requireRoom(task.folder, 2 * Math.max(sizeOf(old), backup?.manifest.bytes ?? 0));
    const witnessed = backups.map(({ manifest }) => manifest.vector);
    const known = furthest([task.known, present.heads(), ...witnessed]);
    const gathered = buildDatabase(path.join(work, FILE), { task, present, copy, progress });
    if (gathered.fromBackup + gathered.salvaged === 0) {
      rmSync(work, { recursive: true, force: true });
      return 'nothing-to-start-from';
    }
    return declareReady(task, gathered, known);
  } finally {
    present.close();
    copy?.close();
  }
}

type Sources = {
  readonly task: RebuildTask;
  readonly present: Salvage;
  readonly copy: Salvage | undefined;
  readonly progress: Progress;
};

function buildDatabase(file: string, { task, present, copy, progress }: Sources): Gathered {
  const database = openCounterDatabase(file, task.key);
  try {
    // Nobody has seen it yet: it is synced as a whole, or thrown away.
    database.db.pragma('synchronous = OFF');
    return gather(database, { present, copy, progress });
  } finally {
    database.close();
  }
}

/** The new file is proved and on the disk; from here on it is the counter's file, whatever happens. */
function declareReady(task: RebuildTask, gathered: Gathered, known: VersionVector): RebuildReport {
  const work = path.join(task.folder, WORK);
  const built = path.join(work, FILE);
  const found = examineCopy(built, { key: task.key });
  if (found.outcome !== 'good') throw new StorageError('damaged', undefined);
  const database = openCounterDatabase(built, task.key);
  try {
    const { dossiers } = contentsOf(database.db);
    const report: RebuildReport = {
      at: localMomentAt(task.now),
      fromBackup: gathered.fromBackup,
      salvaged: gathered.salvaged,
      dossiers,
      missing: missingOf(database, known),
      setAsideIn: freeName(path.join(task.folder, SET_ASIDE), localMomentAt(task.now).replaceAll(':', '-')),
    };
    database.close();
    syncFile(built);
    syncFolder(work);
    writeDurably(path.join(work, READY), `${JSON.stringify(report, undefined, 2)}\n`);
    return report;
  } finally {
    database.close();
  }
}

const SEQS = 'SELECT seq FROM event WHERE log = ? ORDER BY seq';

/** What is known to have existed and is not held, log by log, as runs. */
function missingOf({ db }: CounterDatabase, known: VersionVector): RebuildReport['missing'] {
  const logs = db.prepare<[], string>('SELECT log FROM event GROUP BY log').pluck().all();
  const missing: { log: string; from: number; to: number }[] = [];
  for (const log of new Set([...logs, ...Object.keys(known)].toSorted())) {
    let next = 1;
    for (const seq of db.prepare<[string], number>(SEQS).pluck().iterate(log)) {
      if (seq > next) missing.push({ log, from: next, to: seq - 1 });
      next = seq + 1;
    }
    const last = known[log]?.seq ?? 0;
    if (last >= next) missing.push({ log, from: next, to: last });
  }
  return missing;
}

function furthest(vectors: readonly VersionVector[]): VersionVector {
  const heads: Record<string, VersionVector[string]> = {};
  for (const vector of vectors) {
    for (const [log, head] of Object.entries(vector)) if (head.seq > (heads[log]?.seq ?? 0)) heads[log] = head;
  }
  return heads;
}

function freeName(folder: string, wanted: string): string {
  let name = wanted;
  for (let n = 2; existsSync(path.join(folder, name)); n += 1) name = `${wanted}-${n}`;
  return name;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

const reportShape = z.object({
  at: z.custom<LocalMoment>((value) => typeof value === 'string'),
  fromBackup: z.int(),
  salvaged: z.int(),
  dossiers: z.int(),
  missing: z.array(z.object({ log: z.string(), from: z.int(), to: z.int() })),
  setAsideIn: z.string().regex(/^[0-9T-]+$/),
});
