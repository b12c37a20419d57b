import { type LocalMoment } from '../../domain/plain-date.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { openReport06a, type Report06a, type ReportPeriod } from '../../domain/report/report-06a.ts';
import type { CounterStore } from '../../sync/counter-store.ts';
import type { ReportView } from '../contract/report-commands.ts';
import type { Log } from './log.ts';
import { Slices } from './slices.ts';

type ReportCountParts = {
  readonly source: Pick<CounterStore, 'dossierIds' | 'findDossier'>;
  readonly log: Log;
  /** The screen should look again. */
  readonly tell: () => void;
};

/** How often the screen is told how far it is. */
const TELL_MS = 200;

type Running = { readonly period: ReportPeriod; readonly at: LocalMoment; readonly total: number; done: number };

/**
 * Counts report II.06a over every dossier, in slices, one report at a time. Each dossier that is known when it begins is
 * counted once, as it stands when its turn comes.
 */
export class ReportCount {
  readonly #parts: ReportCountParts;
  #running: Running | undefined;
  #counted: ReportView['counted'];
  #ended: ReportView['ended'];

  constructor(parts: ReportCountParts) {
    this.#parts = parts;
  }

  view(): ReportView {
    const { period, done, total } = this.#running ?? {};
    return {
      ...(period && done !== undefined && total !== undefined ? { running: { period, done, total } } : {}),
      ...(this.#counted ? { counted: this.#counted } : {}),
      ...(this.#ended ? { ended: this.#ended } : {}),
    };
  }

  report(): Report06a | undefined {
    return this.#counted?.report;
  }

  begin(period: ReportPeriod, catalogue: readonly Procedure[], at: LocalMoment): void {
    const ids = this.#parts.source.dossierIds();
    const running: Running = { period, at, total: ids.length, done: 0 };
    this.#running = running;
    this.#ended = undefined;
    void this.#run(running, ids, catalogue);
    this.#parts.tell();
  }

  stop(): void {
    if (!this.#running) return;
    this.#end('stopped');
  }

  async #run(
    running: Running,
    ids: ReturnType<CounterStore['dossierIds']>,
    catalogue: readonly Procedure[],
  ): Promise<void> {
    const { source, log, tell } = this.#parts;
    const counting = openReport06a(running.period, catalogue);
    const slices = new Slices();
    let toldAt = performance.now();
    try {
      for (const id of ids) {
        const dossier = source.findDossier(id);
        if (dossier) counting.count(dossier);
        running.done += 1;
        if (!slices.isFull) continue;
        await slices.rest();
        // Stopped, or another took its place.
        if (this.#running !== running) return;
        if (performance.now() - toldAt < TELL_MS) continue;
        toldAt = performance.now();
        tell();
      }
      this.#counted = { report: counting.report(), at: running.at };
      this.#end(undefined);
    } catch (error) {
      log.failure('report-not-counted', error);
      if (this.#running === running) this.#end('failed');
    }
  }

  #end(how: ReportView['ended']): void {
    this.#running = undefined;
    this.#ended = how;
    this.#parts.tell();
  }
}
