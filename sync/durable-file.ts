import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What was written to a file is on the disk when it returns. */
export function syncFile(file: string): void {
  // Windows syncs only what was opened for writing.
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** That a file has this name is on the disk when it returns. */
export function syncFolder(folder: string): void {
  // Windows opens no folders; NTFS keeps names in its own journal.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } catch (error) {
    // Some sticks and network drives cannot; there is nothing more that could be done.
    if (!(error instanceof Error && 'code' in error && error.code === 'EINVAL')) throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** Gives a synced file its good name, durably. Within one folder tree of one disk. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(path.dirname(to));
  if (path.dirname(from) !== path.dirname(to)) syncFolder(path.dirname(from));
}

/**
 * Writes a small file so that whoever reads it finds the old text or the new one, whole, also after a power cut. On the
 * disk when it returns. Only this user may read it. Throws when the disk says no; the old text then still stands.
 */
export function writeDurably(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const half = `${file}.part`;
  // One that a crash left behind may not even be whole.
  rmSync(half, { force: true });
  try {
    writeSynced(half, text);
    renameDurably(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    throw error;
  }
}

function writeSynced(file: string, text: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
