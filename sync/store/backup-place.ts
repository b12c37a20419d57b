import { readdir, readFile, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { type BackupManifest, keyIdIn, parseManifest } from './backup-manifest.ts';
import { backupsToGiveUp, backupsToKeep, type Kept } from './backup-rotation.ts';
import { writeDurably } from '../durable-file.ts';
import { NoRoomError } from './maintenance-trouble.ts';

/** Name of the folder with copies, inside the place a clerk chose: a stick has other things on it too. */
const SECOND_FOLDER = 'quay-mot-cua';
/** Room that is left to everything else on a disk. */
const LEFT_FREE_BYTES = 64 * 1024 * 1024;

/** Whose backups: several counters may keep theirs on one stick. */
export type Owner = Pick<BackupManifest, 'unitCode' | 'station'>;

export type StoredBackup = { readonly manifest: BackupManifest; readonly file: string };

/** Where a counter keeps its own copies. */
export function firstPlaceOf(counterFolder: string): string {
  return path.join(counterFolder, 'backups');
}

/**
 * Where copies go in a folder or on a stick that a clerk chose; undefined while that is not there. Whoever chose the folder
 * with the copies itself means them, not one inside it.
 */
export async function findSecondPlace(chosen: string): Promise<string | undefined> {
  // Never made when it is missing: a stick that was pulled out would leave its copies on the disk it is to protect from.
  if (!(await isFolder(chosen))) return undefined;
  return (await readPlace(chosen)).length > 0 ? chosen : path.join(chosen, SECOND_FOLDER);
}

/** The backups of a place, newest first: those with a manifest that fits. None when there is no such folder. */
export async function readPlace(folder: string, owner?: Owner): Promise<readonly StoredBackup[]> {
  const names = await namesIn(folder);
  const found = await Promise.all(
    names.filter((name) => name.endsWith('.json')).map((name) => readBackup(folder, path.basename(name, '.json'))),
  );
  return found
    .flatMap((backup) => backup ?? [])
    .filter(({ manifest }) => !owner || isOf(owner, manifest))
    .toSorted((a, b) => b.manifest.ordinal - a.manifest.ordinal);
}

async function readBackup(folder: string, name: string): Promise<StoredBackup | undefined> {
  const file = path.join(folder, `${name}.db`);
  const manifest = parseManifest(await textOf(path.join(folder, `${name}.json`)));
  if (manifest?.name !== name || (await sizeOf(file)) !== manifest.bytes) return undefined;
  return { manifest, file };
}

/** Name of a new backup's files; says whose it is, and sorts. */
export function backupName({ unitCode, station }: Owner, ordinal: number, moment: string): string {
  return `${ownerPrefix({ unitCode, station })}${String(ordinal).padStart(6, '0')}-${moment.replace(/[^0-9]/g, '')}`;
}

function ownerPrefix({ unitCode, station }: Owner): string {
  return `${unitCode.toLowerCase().replace(/[^0-9a-z]/g, '')}-${String(station).padStart(2, '0')}-`;
}

/**
 * Removes what was half made of the owner's, as far as the disk lets it: parts, and manifests whose copy never came. A copy
 * under a good name is ended by {@link rotate} alone.
 */
export async function sweep(folder: string, owner: Owner): Promise<void> {
  const names = (await namesIn(folder)).filter((name) => name.startsWith(ownerPrefix(owner)));
  const halves = names.filter(
    (name) =>
      /\.part(-journal)?$/.test(name) || (name.endsWith('.json') && !names.includes(name.replace(/json$/, 'db'))),
  );
  for (const name of halves) await rm(path.join(folder, name), { force: true }).catch(orNothing(undefined));
}

/** Ends the owner's backups whose time is over, and plain ones once the newest is encrypted; answers how many. */
export async function rotate(folder: string, owner: Owner): Promise<number> {
  const backups = await readPlace(folder, owner);
  const keep = backupsToKeep(backups.map(keptOf));
  // Since the counter is protected, a copy that everybody can read would make its protection worth nothing. A counter that
  // began anew without protection lies beside encrypted copies of its former life, and needs its plain ones.
  const isProtected = backups[0]?.manifest.isEncrypted === true;
  const over = backups.filter(({ manifest }) => !keep.has(manifest.name) || (isProtected && !manifest.isEncrypted));
  for (const { manifest } of over) await end(folder, manifest.name);
  return over.length;
}

/**
 * Lets every one of the owner's backups that was made with the present key be opened by what opens the counter now: a new
 * recovery code is worth nothing while the copies know the one before.
 */
export async function renewKeyFiles(folder: string, owner: Owner, keyFile: string | undefined): Promise<void> {
  const keyId = keyFile === undefined ? undefined : keyIdIn(keyFile);
  if (keyFile === undefined || keyId === undefined) return;
  for (const { manifest } of await readPlace(folder, owner)) {
    const isOlder = manifest.keyFile !== undefined && manifest.keyFile !== keyFile;
    if (isOlder && keyIdIn(manifest.keyFile) === keyId) writeManifest(folder, { ...manifest, keyFile });
  }
}

/** Durable when it returns; a crash leaves the one before. */
export function writeManifest(folder: string, manifest: BackupManifest): void {
  writeDurably(path.join(folder, `${manifest.name}.json`), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/**
 * Makes room for `bytes` more by ending the owner's backups that are worth least, and only as many as it takes; answers how
 * many. Throws {@link NoRoomError}, and ends none, when that would not be enough.
 */
export async function makeRoom(folder: string, owner: Owner, want: Room): Promise<number> {
  let missing = want.bytes - (await freeBytesIn(folder, want.diskBytes));
  if (missing <= 0) return 0;
  const backups = await readPlace(folder, owner);
  const sizes = new Map(backups.map(({ manifest }) => [manifest.name, manifest.bytes]));
  const ended: string[] = [];
  for (const { name } of backupsToGiveUp(backups.map(keptOf))) {
    ended.push(name);
    missing -= sizes.get(name) ?? 0;
    if (missing <= 0) break;
  }
  if (missing > 0) throw new NoRoomError('no room for a copy');
  for (const name of ended) await end(folder, name);
  return ended.length;
}

export type Room = {
  readonly bytes: number;
  /** Tests pretend a disk of so many, with nothing on it but the folder. */
  readonly diskBytes?: number | undefined;
};

/** Throws {@link NoRoomError} when `bytes` more would leave the disk without room. */
export async function requireRoom(folder: string, bytes: number): Promise<void> {
  if ((await freeBytesIn(folder)) < bytes) throw new NoRoomError('no room for a copy');
}

/** How much may still be put there. */
async function freeBytesIn(folder: string, diskBytes?: number): Promise<number> {
  if (diskBytes !== undefined) {
    const sizes = await Promise.all((await namesIn(folder)).map((name) => sizeOf(path.join(folder, name))));
    return sizes.reduce((free, size) => free - size, diskBytes);
  }
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize - LEFT_FREE_BYTES;
}

/** The manifest last: without its copy it is swept, and a copy without it would stay for ever. */
async function end(folder: string, name: string): Promise<void> {
  await rm(path.join(folder, `${name}.db`), { force: true });
  await rm(path.join(folder, `${name}.json`), { force: true });
}

function keptOf({ manifest: { name, ordinal, at, log, setAside } }: StoredBackup): Kept {
  return { name, ordinal, at, log, isWhole: setAside === 0 };
}

export async function sizeOf(file: string): Promise<number> {
  return (await statOf(file))?.size ?? 0;
}

async function isFolder(folder: string): Promise<boolean> {
  return (await statOf(folder))?.isDirectory() ?? false;
}

export function isOf(owner: Owner, manifest: Owner): boolean {
  return owner.unitCode === manifest.unitCode && owner.station === manifest.station;
}

/** A place that cannot be looked at is a place without backups. */
async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch(orNothing([]));
}

async function textOf(file: string): Promise<string> {
  return await readFile(file, 'utf8').catch(orNothing(''));
}

async function statOf(file: string) {
  return await stat(file).catch(orNothing(undefined));
}

function orNothing<T>(nothing: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && 'code' in error) return nothing;
    throw error;
  };
}
