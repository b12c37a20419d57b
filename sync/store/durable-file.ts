import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
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

/** Writes a small file whole or not at all. */
export function writeDurably(file: string, text: string): void {
  const half = `${file}.part`;
  writeFileSync(half, text);
  syncFile(half);
  renameDurably(half, file);
}
