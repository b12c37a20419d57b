import { refuse } from '../../domain/result.ts';
import type { StorageTrouble } from '../../sync/counter-store.ts';
import { OpenError, StorageError } from '../../sync/storage-error.ts';
import type { StorageRefusal } from '../contract/commands.ts';
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

/** Why the core cannot open, in the word the window has a page for. */
export function startTroubleOf(error: unknown): StartTrouble {
  if (error instanceof OpenError) return error.code;
  const trouble = storageTroubleOf(error);
  return trouble === 'damaged' ? 'database-damaged' : (trouble ?? 'failed');
}

function storageTroubleOf(error: unknown): StorageTrouble | undefined {
  if (error instanceof StorageError) return error.code;
  return error instanceof Error && 'code' in error ? TROUBLES.get(error.code) : undefined;
}
