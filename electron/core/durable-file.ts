import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a small file so that whoever reads it finds the old text or the new one, whole, also after a power cut. On the
 * disk when it returns. Only this user may read it. Throws when the disk says no; the old text then still stands.
 */
export function writeDurably(file: string, text: string): void {
  const folder = path.dirname(file);
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.new`;
  try {
    // A draft that a crash left behind may not even be a whole one.
    rmSync(draft, { force: true });
    writeSynced(draft, text);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
  syncFolder(folder);
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

/** Puts names that changed in the folder on the disk. */
export function syncFolder(folder: string): void {
  // Windows opens no folders; its file system writes changes of names in order by itself.
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
