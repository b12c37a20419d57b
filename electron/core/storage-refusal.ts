import { refuse } from '../../domain/result.ts';
import type { StorageTrouble } from '../../sync/counter-store.ts';
import { OpenError, StorageError } from '../../sync/storage-error.ts';
import type { StorageRefusal } from '../contract/refusals.ts';
import type { StartTrouble } from '../contract/envelope.ts';

const TROUBLES: ReadonlyMap<unknown, StorageTrouble> = new Map([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['EBUSY', 'locked'],
]);

/** Runs `act`; trouble of the disk becomes a refusal the clerk is told of, everything else stays an error. */
export async function orStorageRefusal<T>(
  act: () => T | Promise<T>,
): Promise<T | { readonly ok: false; readonly refusal: StorageRefusal }> {
  try {
    return await act();
  } catch (error) {
    const why = storageTroubleOf(error);
    if (why) return refuse({ code: 'storage-failed', why });
    throw error;
  }
}

const OPEN_TROUBLES = {
  'database-from-the-future': 'database-from-the-future',
  'not-our-database': 'not-our-database',
  'in-use': 'locked',
  // The session asks for the key; only a trial's file, which has none, can end here.
  'key-needed': 'database-damaged',
} as const satisfies Record<OpenError['code'], StartTrouble>;

/**
 * Runs what writes small files beside the database; an error of the system leaves as a {@link StorageError}. What it has
 * no better word for keeps the program from writing there.
 */
export async function asStorageTrouble<T>(act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const isOfSystem = error instanceof Error && 'syscall' in error && 'code' in error;
    if (isOfSystem) throw new StorageError(TROUBLES.get(error.code) ?? 'read-only', error);
    throw error;
  }
}

/** Why the core cannot open, in the word the window has a page for. */
export function startTroubleOf(error: unknown): StartTrouble {
  if (error instanceof OpenError) return OPEN_TROUBLES[error.code];
  const trouble = storageTroubleOf(error);
  return trouble === 'damaged' ? 'database-damaged' : (trouble ?? 'failed');
}

function storageTroubleOf(error: unknown): StorageTrouble | undefined {
  if (error instanceof StorageError) return error.code;
  return error instanceof Error && 'code' in error ? TROUBLES.get(error.code) : undefined;
}
