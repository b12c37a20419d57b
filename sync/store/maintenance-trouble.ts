import { OpenError, StorageError } from '../storage-error.ts';

/** Why work on a copy of the file did not come to its end, in a word there is a sentence for. */
export type MaintenanceTrouble = 'disk-full' | 'read-only' | 'locked' | 'damaged' | 'failed';

const TROUBLES: ReadonlyMap<unknown, MaintenanceTrouble> = new Map([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  // A limit on the size of a file.
  ['EFBIG', 'disk-full'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['EBUSY', 'locked'],
]);

/** Thrown by work on copies: there is no use in trying before the disk has room. */
export class NoRoomError extends Error {
  override readonly name = 'NoRoomError';
  readonly code = 'ENOSPC';
}

export function maintenanceTroubleOf(error: unknown): MaintenanceTrouble {
  if (error instanceof StorageError) return error.code;
  if (error instanceof OpenError && error.code === 'in-use') return 'locked';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return TROUBLES.get(code) ?? 'failed';
}
