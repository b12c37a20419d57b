import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { firstPlaceOf } from './backup-place.ts';

/** Whether a copy could be written beside the counter's others now: something small is, and taken away again. */
export async function mayKeepBackups(folder: string): Promise<boolean> {
  const place = firstPlaceOf(folder);
  const file = path.join(place, `try-${process.pid}.tmp`);
  try {
    await mkdir(place, { recursive: true });
    await writeFile(file, 'try', { flush: true });
    await rm(file);
    return true;
  } catch (error) {
    // Full, read-only, gone: whatever the system says of it.
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
