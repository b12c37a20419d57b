import path from 'node:path';
import { FILE_NAME } from './open-counter-store.ts';
import { encryptDatabase } from './store/encrypt-file.ts';
import { protectionOf } from './store/sqlite.ts';

/** Encrypts the file of a counter that is closed, if it is plain. What fails leaves it as it was. Throws {@link StorageError}. */
export function encryptCounterFile(folder: string, key: Uint8Array): void {
  if (counterFileIn(folder) === 'plain') encryptDatabase(path.join(folder, FILE_NAME), key);
}

/** What lies in a counter's folder: a file everybody can read, one that needs a key (or is damaged), or none with anything in it. */
export function counterFileIn(folder: string): 'plain' | 'encrypted' | 'empty' {
  return protectionOf(path.join(folder, FILE_NAME));
}
