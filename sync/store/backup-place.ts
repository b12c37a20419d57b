import { readdir, readFile, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { type BackupManifest, parseManifest } from './backup-manifest.ts';
import { backupsToKeep } from './backup-rotation.ts';
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

/** Where copies go in a folder or on a stick that a clerk chose; undefined while that is not there. */
export async function findSecondPlace(chosen: string): Promise<string | undefined> {
  // Never made when it is missing: a stick that was pulled out would leave its copies on the disk it is to protect from.
  return (await isFolder(chosen)) ? path.join(chosen, SECOND_FOLDER) : undefined;
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

/** Ends the owner's backups whose time is over, and plain ones once there is an encrypted one; answers how many. */
export async function rotate(folder: string, owner: Owner): Promise<number> {
  const backups = await readPlace(folder, owner);
  const keep = backupsToKeep(
    backups.map(({ manifest: { name, ordinal, at, log, setAside } }) => ({
      name,
      ordinal,
      at,
      log,
      isWhole: setAside === 0,
    })),
  );
  // Since the counter is protected, a copy that everybody can read would make its protection worth nothing.
  const isProtected = backups.some(({ manifest }) => manifest.isEncrypted);
  const over = backups.filter(({ manifest }) => !keep.has(manifest.name) || (isProtected && !manifest.isEncrypted));
  for (const { file } of over) {
    await rm(file, { force: true });
    await rm(file.replace(/db$/, 'json'), { force: true });
  }
  return over.length;
}

/** Throws {@link NoRoomError} when `bytes` more would leave the disk without room. */
export async function requireRoom(folder: string, bytes: number, leaveFreeBytes = LEFT_FREE_BYTES): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < bytes + leaveFreeBytes) throw new NoRoomError('no room for a copy');
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
