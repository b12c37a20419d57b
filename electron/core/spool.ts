import { unreachable } from '../../domain/result.ts';
import { profileFor } from '../../printing/slip-artifact.ts';
import type { sendToPrinter } from '../../printing/tcp-printer.ts';
import type { PrintArtifact, PrintJob, PrintJobs } from '../../sync/counter-store.ts';
import type { PaperWidth, PrintTrouble } from '../contract/views.ts';
import type { Log } from './log.ts';
import type { Printer, PrinterAddress } from './printer.ts';
import { fitsPaper, type SlipDrawing } from './slip-drawing.ts';

type SpoolParts = {
  readonly jobs: PrintJobs;
  readonly printer: Printer;
  readonly drawing: SlipDrawing;
  readonly send: typeof sendToPrinter;
  readonly log: Log;
};

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Brings the slips that were committed with their dossiers onto paper: one at a time, oldest first, each at most once by
 * itself. `sending` is durable before the first byte leaves, so a slip of which nobody knows whether it came out is never
 * sent again without a person's word; only a printer that took nothing is tried again.
 */
export class Spool {
  readonly #parts: SpoolParts;
  #working: Promise<void> = Promise.resolve();
  #isWorking = false;
  /** Asked to work while working: something changed that the work may not have seen. */
  #isAskedAgain = false;
  #isStopped = false;
  /** The last slip ended where nobody knows: the printer may still be waiting for the rest of it. */
  #isPrinterHalfway = false;
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: SpoolParts) {
    this.#parts = parts;
  }

  /** Works through what waits, now, whatever the back-off says. */
  kick(): void {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    this.#isAskedAgain = true;
    if (this.#isWorking) return;
    this.#isWorking = true;
    this.#working = this.#work();
  }

  /** Takes no further slip; resolves when the one that is being sent came to its end. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#working;
  }

  async #work(): Promise<void> {
    // Not in the clerk's way: what was committed is answered first.
    await new Promise((resolve) => setImmediate(resolve));
    try {
      this.#noteInterrupted();
      await this.#printAll();
    } catch (error) {
      // The reception must not fall with the printer. What was committed says how far the slip came.
      this.#parts.log.failure('spool-failed', error);
      this.#tryLater();
    } finally {
      this.#isWorking = false;
    }
  }

  async #printAll(): Promise<void> {
    while (!this.#isStopped) {
      this.#isAskedAgain = false;
      const job = this.#parts.jobs.findNext();
      const address = job && (await this.#parts.printer.address());
      if (!job || !address) {
        if (this.#isAskedAgain) continue;
        return;
      }
      const isDone = await this.#print(job, address);
      if (isDone) this.#failures = 0;
      else if (!this.#isAskedAgain) {
        this.#tryLater();
        return;
      }
    }
  }

  /** False when the printer is in trouble: the next slip would meet the same. */
  async #print(job: PrintJob, address: PrinterAddress): Promise<boolean> {
    const { jobs, send, printer } = this.#parts;
    const { paperWidthMm } = printer.setting();
    const artifact = await this.#artifactOf(job, paperWidthMm);
    if (!artifact || this.#isStopped) return true;
    jobs.setState(job.id, 'sending', '');
    const afterBrokenJob = this.#isPrinterHalfway ? { afterBrokenJob: profileFor(paperWidthMm) } : {};
    const outcome = await send({ ...address, bytes: artifact.bytes, ...afterBrokenJob });
    switch (outcome.kind) {
      case 'confirmed':
      case 'sent':
        this.#isPrinterHalfway = false;
        jobs.setState(job.id, outcome.kind, '');
        return true;
      case 'refused':
        jobs.setState(job.id, 'queued', 'printer-unreachable' satisfies PrintTrouble);
        return false;
      case 'unknown':
        this.#isPrinterHalfway = true;
        jobs.setState(job.id, 'unknown', 'printer-broke-off' satisfies PrintTrouble);
        return false;
      default:
        return unreachable(outcome);
    }
  }

  /** What is sent for a job, durable with its hash; undefined when it cannot be drawn, which is then noted. */
  async #artifactOf(job: PrintJob, paperWidthMm: PaperWidth): Promise<PrintArtifact | undefined> {
    const { jobs, drawing, log } = this.#parts;
    const kept = jobs.findArtifact(job.id);
    if (kept && fitsPaper(kept, paperWidthMm)) return kept;
    const drawn = await drawing.draw(job, paperWidthMm).catch((error: unknown) => {
      // A slip that cannot be drawn must not stand in the way of the next one.
      log.failure('slip-not-drawn', error);
      return undefined;
    });
    if (drawn) jobs.keepArtifact(job.id, drawn);
    else jobs.setState(job.id, 'failed', 'render-failed' satisfies PrintTrouble);
    return drawn;
  }

  /** Nothing is in flight when the work begins: what stands as being sent was cut off, and may be on paper. */
  #noteInterrupted(): void {
    const { jobs } = this.#parts;
    const cutOff = jobs.findIn('sending');
    this.#isPrinterHalfway ||= cutOff.length > 0;
    for (const { id } of cutOff) jobs.setState(id, 'unknown', 'interrupted' satisfies PrintTrouble);
  }

  #tryLater(): void {
    if (this.#isStopped) return;
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(this.#failures, 10));
    this.#failures += 1;
    this.#timer = setTimeout(() => this.kick(), pauseMs);
    this.#timer.unref();
  }
}
