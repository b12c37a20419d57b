import type { StorageTrouble } from './counter-store.ts';

/** The disk, not the clerk: nothing of the action was kept. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: StorageTrouble;

  constructor(code: StorageTrouble, cause: unknown) {
    super(`storage failed: ${code}`, { cause });
    this.code = code;
  }
}

/**
 * The file cannot be opened by this program. It was not touched. `key-needed`: it is encrypted, or its first bytes are
 * destroyed. `in-use`: another start of this program holds it.
 */
export class OpenError extends Error {
  override readonly name = 'OpenError';
  readonly code: 'database-from-the-future' | 'not-our-database' | 'key-needed' | 'in-use';

  constructor(code: OpenError['code'], detail: string) {
    super(detail);
    this.code = code;
  }
}
