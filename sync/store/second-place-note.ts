import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { firstPlaceOf } from './backup-place.ts';
import { writeDurably } from '../durable-file.ts';

const noteShape = z.object({ folder: z.string() });

/** Beside the backups, so that it is known when the file that holds the settings cannot be read. */
function noteFile(counterFolder: string): string {
  return path.join(firstPlaceOf(counterFolder), 'second-place.note');
}

/** Notes where the second place is, if the disk lets it. */
export function noteSecondPlace(counterFolder: string, folder: string | undefined): void {
  const file = noteFile(counterFolder);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    if (folder === undefined) rmSync(file, { force: true });
    else writeDurably(file, JSON.stringify({ folder }));
  } catch (error) {
    // The settings hold it too, and whoever repairs a file may be told.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

export function rememberedSecondPlace(counterFolder: string): string | undefined {
  try {
    const note = noteShape.safeParse(JSON.parse(readFileSync(noteFile(counterFolder), 'utf8')));
    return note.success ? note.data.folder : undefined;
  } catch (error) {
    // None was ever named, or the note is damaged too.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
