import { open, rename, rm } from 'node:fs/promises';
import type { LookUpColumn } from '../../domain/look-up.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import { foundTableHead, foundTableLines } from '../../printing/found-table.ts';
import type { FoundSaving, SaveFoundRefusal } from '../contract/look-up-commands.ts';
import type { DossierRow } from '../contract/views.ts';
import { Slices } from './slices.ts';

/** What is written: so many lines, read in steps. */
export type FoundLines = {
  readonly total: number;
  readonly columns: readonly LookUpColumn[];
  readonly rowsFrom: (offset: number, limit: number) => readonly DossierRow[];
};

/** Read and written at once: a few milliseconds. */
const AT_ONCE = 200;
/** How often the screen is told how far it is. */
const TELL_MS = 200;

type Running = { done: number; readonly total: number; isStopped: boolean };

/** Writes what was found into a file, one at a time, step by step. What is stopped or fails leaves no file behind. */
export class FoundFile {
  readonly #tell: () => void;
  #running: Running | undefined;

  constructor(tell: () => void) {
    this.#tell = tell;
  }

  view(): FoundSaving | null {
    return this.#running ? { done: this.#running.done, total: this.#running.total } : null;
  }

  stop(): void {
    if (this.#running) this.#running.isStopped = true;
  }

  async write(path: string, lines: FoundLines): Promise<Result<{ readonly rows: number }, SaveFoundRefusal>> {
    if (this.#running) return refuse({ code: 'busy' });
    const running: Running = { done: 0, total: lines.total, isStopped: false };
    this.#running = running;
    this.#tell();
    // Beside it: a file that was there before stays whole until the new one is.
    const unfinished = `${path}.part`;
    try {
      const isWhole = await this.#writeLines(unfinished, lines, running);
      if (isWhole) await rename(unfinished, path);
      else await rm(unfinished, { force: true });
      return isWhole ? ok({ rows: running.done }) : refuse({ code: 'stopped' });
    } catch (error) {
      // Full, read-only, gone, or open in Excel: the clerk chooses another place.
      if (!(error instanceof Error && 'code' in error)) throw error;
      await removed(unfinished);
      return refuse({ code: 'file-not-written' });
    } finally {
      this.#running = undefined;
      this.#tell();
    }
  }

  async #writeLines(path: string, { columns, total, rowsFrom }: FoundLines, running: Running): Promise<boolean> {
    const slices = new Slices();
    const file = await open(path, 'w');
    let toldAt = performance.now();
    try {
      await file.write(foundTableHead(columns));
      for (let from = 0; from < total; from += AT_ONCE) {
        const rows = rowsFrom(from, AT_ONCE);
        await file.write(foundTableLines(rows, columns));
        running.done += rows.length;
        if (slices.isFull) await slices.rest();
        if (running.isStopped) return false;
        if (performance.now() - toldAt < TELL_MS) continue;
        toldAt = performance.now();
        this.#tell();
      }
      await file.sync();
      return true;
    } finally {
      await file.close();
    }
  }
}

/** Where nothing could be written nothing has to be removed. */
async function removed(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
}
