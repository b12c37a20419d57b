import { writeFile } from 'node:fs/promises';
import { ok, refuse, type Result } from '../../domain/result.ts';

/** Writes a file where the clerk wants it. Refuses what the system does not let be written. */
export async function saveText(
  path: string,
  text: string,
): Promise<Result<null, { readonly code: 'file-not-written' }>> {
  try {
    await writeFile(path, text);
    return ok(null);
  } catch (error) {
    // Full, read-only, gone, or open in another program: the clerk chooses another place.
    if (error instanceof Error && 'code' in error) return refuse({ code: 'file-not-written' });
    throw error;
  }
}
