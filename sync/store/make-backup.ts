import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { localMomentAt } from '../../domain/plain-date.ts';
import type { VersionVector } from '../../domain/version-vector.ts';
import { StorageError } from '../storage-error.ts';
import { type BackupManifest } from './backup-manifest.ts';
import {
  backupName,
  findSecondPlace,
  firstPlaceOf,
  makeRoom,
  type Owner,
  readPlace,
  renewKeyFiles,
  rotate,
  type StoredBackup,
  sweep,
  writeManifest,
} from './backup-place.ts';
import type { ChainTrouble } from './chain-check.ts';
import { protectSetAside } from './encrypt-file.ts';
import { renameDurably, syncFile, syncFolder } from '../durable-file.ts';
import { contentsDigest, contentsOf, examineCopy, type FileContents, sha256OfFile } from './examine-copy.ts';
import { maintenanceTroubleOf, type MaintenanceTrouble } from './maintenance-trouble.ts';
import { namingTrouble, openReadOnly, protectionOf } from './sqlite.ts';

export type BackupTask = {
  /** Of the counter. */
  readonly folder: string;
  readonly key?: Uint8Array | undefined;
  readonly owner: Owner & { readonly unitName: string; readonly log: string };
  /** Epoch ms. */
  readonly now: number;
  /** Greatest ordinal that was ever used, as far as the counter knows. */
  readonly lastOrdinal: number;
  /** Chosen by the clerk. */
  readonly secondPlace?: string | undefined;
  /** See {@link Room}. */
  readonly diskBytes?: number | undefined;
};

export type BackupOutcome = {
  /** The newest backup in the first place, made now or found to hold everything. */
  readonly newest?: BackupManifest;
  readonly isNew: boolean;
  /** Why none could be made in the first place. */
  readonly trouble?: MaintenanceTrouble;
  /** For `damaged`: the events that are not what was written. */
  readonly troubles: readonly ChainTrouble[];
  readonly second: SecondPlaceOutcome;
};

export type SecondPlaceOutcome =
  /** `none`: nobody chose one. `missing`: not there now. `current`: the newest backup is there too. */
  | { readonly state: 'none' | 'missing' | 'current' }
  | { readonly state: 'failed'; readonly trouble: MaintenanceTrouble };

type Progress = (done: number, total: number) => void;

/**
 * Makes a verified backup in the first place unless the newest one holds everything already, brings the newest to the
 * second place, and ends in both what is too old. Nothing half-made stays or bears a good name.
 */
export async function makeBackup(task: BackupTask, progress: Progress): Promise<BackupOutcome> {
  const first = await inFirstPlace(task, progress);
  const second = await inSecondPlace(task, first.newest);
  if (task.key) protectSetAside(task.folder, task.key);
  return { ...first, second };
}

async function inFirstPlace(task: BackupTask, progress: Progress): Promise<Omit<BackupOutcome, 'second'>> {
  const folder = firstPlaceOf(task.folder);
  const [newest] = await readPlace(folder, task.owner);
  const before = newest ? { newest: newest.manifest } : {};
  try {
    mkdirSync(folder, { recursive: true });
    // First: what a crash left has the name that is needed now.
    await sweep(folder, task.owner);
    const made = await copyUnlessHeld(task, newest, progress);
    await renewKeyFiles(folder, task.owner, keyFileOf(task.folder));
    if (!made) return { ...before, isNew: false, troubles: [] };
    await rotate(folder, task.owner);
    return { newest: made, isNew: true, troubles: [] };
  } catch (error) {
    if (error instanceof DamagedCopyError)
      return { ...before, isNew: false, trouble: 'damaged', troubles: error.troubles };
    return { ...before, isNew: false, trouble: maintenanceTroubleOf(error), troubles: [] };
  } finally {
    await sweep(folder, task.owner);
  }
}

/** The copy is not what was written. Whether the copying or the original is to blame, the check of the original tells. */
class DamagedCopyError extends Error {
  override readonly name = 'DamagedCopyError';
  readonly troubles: readonly ChainTrouble[];

  constructor(troubles: readonly ChainTrouble[]) {
    super('the copy is damaged');
    this.troubles = troubles;
  }
}

async function copyUnlessHeld(
  task: BackupTask,
  newest: StoredBackup | undefined,
  progress: Progress,
): Promise<BackupManifest | undefined> {
  const source = path.join(task.folder, 'counter.db');
  const folder = firstPlaceOf(task.folder);
  const ordinal = 1 + Math.max(task.lastOrdinal, newest?.manifest.ordinal ?? 0, await lastInSecondPlace(task));
  const name = backupName(task.owner, ordinal, localMomentAt(task.now));
  const part = path.join(folder, `${name}.db.part`);
  const db = openReadOnly(source, task.key);
  try {
    const contents = contentsDigest(db);
    const isHeld = newest?.manifest.contents === contents && newest.manifest.isEncrypted === (task.key !== undefined);
    if (isHeld) return undefined;
    const held = contentsOf(db);
    progress(0, held.events);
    await makeRoom(folder, task.owner, { bytes: roomFor(source), diskBytes: task.diskBytes });
    namingTrouble(() => db.prepare('VACUUM INTO ?').run(part));
    db.close();
    syncFile(part);
    const found = verified(part, { ...task, atLeast: held.vector, onProgress: (done) => progress(done, held.events) });
    const manifest = manifestOf(task, { name, ordinal, found, contents, file: part });
    giveGoodName(part, folder, manifest);
    return manifest;
  } finally {
    if (db.open) db.close();
    for (const half of [part, `${part}-journal`]) rmSync(half, { force: true });
  }
}

function verified(
  file: string,
  options: {
    readonly key?: Uint8Array | undefined;
    readonly atLeast: VersionVector;
    readonly onProgress: (done: number) => void;
  },
): FileContents {
  const found = examineCopy(file, options);
  if (found.outcome === 'unreadable' || found.outcome === 'gone') throw new StorageError('damaged', undefined);
  if (found.outcome === 'damaged') throw new DamagedCopyError(found.troubles);
  const behind = Object.entries(options.atLeast).find(([log, { seq }]) => (found.vector[log]?.seq ?? 0) < seq);
  if (behind) throw new DamagedCopyError([]);
  return found;
}

function manifestOf(
  task: BackupTask,
  copy: { name: string; ordinal: number; found: FileContents; contents: string; file: string },
): BackupManifest {
  const keyFile = keyFileOf(task.folder);
  const { schemaVersion, vector, events, dossiers, setAside } = copy.found;
  return {
    format: 1,
    name: copy.name,
    ordinal: copy.ordinal,
    at: task.now,
    schemaVersion,
    ...task.owner,
    vector,
    events,
    dossiers,
    setAside,
    bytes: statSync(copy.file).size,
    sha256: sha256OfFile(copy.file),
    isEncrypted: protectionOf(copy.file) === 'encrypted',
    ...(keyFile === undefined ? {} : { keyFile }),
    contents: copy.contents,
  };
}

/** What opens the copy for whoever knows the passphrase or the recovery code. */
function keyFileOf(counterFolder: string): string | undefined {
  const file = path.join(counterFolder, 'counter.key');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The copy last: under its good name it has a manifest, and with both it is a backup. */
function giveGoodName(part: string, folder: string, manifest: BackupManifest): void {
  writeManifest(folder, manifest);
  renameDurably(part, path.join(folder, `${manifest.name}.db`));
}

async function inSecondPlace(task: BackupTask, newest: BackupManifest | undefined): Promise<SecondPlaceOutcome> {
  if (task.secondPlace === undefined) return { state: 'none' };
  const folder = await findSecondPlace(task.secondPlace);
  if (folder === undefined) return { state: 'missing' };
  if (!newest) return { state: 'current' };
  try {
    mkdirSync(folder, { recursive: true });
    const there = await readPlace(folder, task.owner);
    if (!there.some(({ manifest }) => manifest.sha256 === newest.sha256)) await copyTo(folder, newest, task);
    await renewKeyFiles(folder, task.owner, keyFileOf(task.folder));
    await rotate(folder, task.owner);
    return { state: 'current' };
  } catch (error) {
    return { state: 'failed', trouble: maintenanceTroubleOf(error) };
  } finally {
    await sweep(folder, task.owner);
  }
}

async function copyTo(folder: string, manifest: BackupManifest, task: BackupTask): Promise<void> {
  const from = path.join(firstPlaceOf(task.folder), `${manifest.name}.db`);
  const part = path.join(folder, `${manifest.name}.db.part`);
  await makeRoom(folder, task.owner, { bytes: manifest.bytes, diskBytes: task.diskBytes });
  try {
    copyFileSync(from, part);
    syncFile(part);
    syncFolder(folder);
    if (sha256OfFile(part) !== manifest.sha256) throw new StorageError('damaged', undefined);
    giveGoodName(part, folder, manifest);
  } finally {
    rmSync(part, { force: true });
  }
}

async function lastInSecondPlace({ secondPlace, owner }: BackupTask): Promise<number> {
  const folder = secondPlace === undefined ? undefined : await findSecondPlace(secondPlace);
  const [newest] = folder === undefined ? [] : await readPlace(folder, owner);
  return newest?.manifest.ordinal ?? 0;
}

/** A copy is never bigger than its original with what still stands in the write-ahead log. */
function roomFor(source: string): number {
  const size = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return size(source) + size(`${source}-wal`);
}
