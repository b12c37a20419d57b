import path from 'node:path';
import type { CheckTask } from './check-file.ts';
import { namingTrouble, openReadOnly } from './sqlite.ts';

/** Whether the pages of the file hang together; neither indexes nor what stands in the rows. Takes seconds, not minutes. */
export function quickCheck({ folder, key }: CheckTask): { readonly isSound: boolean } {
  const db = openReadOnly(path.join(folder, 'counter.db'), key);
  try {
    return { isSound: namingTrouble(() => db.pragma('quick_check(1)', { simple: true }) === 'ok') };
  } finally {
    db.close();
  }
}
