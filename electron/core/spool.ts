import { epochMsOf, type LocalMoment } from '../../domain/plain-date.ts';
import { unreachable } from '../../domain/result.ts';
import type { PrintArtifact, PrinterRole, PrintJob, PrintJobs } from '../../sync/counter-store.ts';
import type { PrintTrouble } from '../contract/print-views.ts';
import type { Log } from './log.ts';

/** A printer as it was chosen when a job's turn came. */
export type Destination = {
  /** What is sent for a job; rejects when it cannot be drawn. */
  readonly draw: (job: PrintJob) => Promise<PrintArtifact>;
  /** False when what was drawn before does not fit this printer. */
  readonly fits: (artifact: PrintArtifact) => boolean;
  /** Sends it once. Never rejects for what a network or a printer does. */
  readonly send: (artifact: PrintArtifact, job: Sending) => Promise<Ending>;
};

export type Sending = {
  readonly job: PrintJob;
  /** The job before on this printer broke off: it may still be waiting for the rest. */
  readonly isAfterBrokenJob: boolean;
  /** A person gave the job up. */
  readonly signal: AbortSignal;
  /** The printer has it and waits for somebody. */
  readonly onWaiting: (trouble: PrintTrouble | undefined) => void;
};

/** How a try ended. `queued`: provably nothing was taken, so it is tried again. */
export type Ending =
  | { readonly state: 'confirmed' | 'sent' | 'cancelled' }
  | { readonly state: 'queued' | 'failed'; readonly trouble: PrintTrouble }
  | { readonly state: 'unknown'; readonly trouble: PrintTrouble; readonly bytesSent: number };

type SpoolParts = {
  readonly role: PrinterRole;
  readonly jobs: PrintJobs;
  /** Undefined while no printer is chosen. */
  readonly destination: () => Promise<Destination | undefined>;
  readonly now: () => LocalMoment;
  readonly log: Log;
};

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60_000;
/** A printer that is switched on later must not spit out what nobody waits for any more. */
const LONGEST_WAIT_MS = 10 * 60_000;
const LONGEST_STOP_MS = 3_000;

/**
 * Brings the papers that were committed with their dossiers out of one printer: one at a time, oldest first, each at most
 * once by itself. `sending` is durable before the first byte leaves, so a paper of which nobody knows whether it came out is
 * never sent again without a person's word; only a printer that took nothing is tried again, and not for ever.
 */
export class Spool {
  readonly #parts: SpoolParts;
  #working: Promise<void> = Promise.resolve();
  #isWorking = false;
  /** Asked to work while working: something changed that the work may not have seen. */
  #isAskedAgain = false;
  #isStopped = false;
  /**
   * The last paper ended where nobody knows: the printer may still be waiting for the rest of it. So it may be when the program
   * starts: nobody remembers how it ended before.
   */
  #isPrinterHalfway = true;
  #hasBegun = false;
  #failures = 0;
  #timer: NodeJS.Timeout | undefined;
  #current: { readonly jobId: number; readonly abort: AbortController } | undefined;

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

  /** Gives up the job that is under way, as far as its printer lets it. False when it is not the one. */
  abort(jobId: number): boolean {
    if (this.#current?.jobId !== jobId) return false;
    this.#current.abort.abort();
    return true;
  }

  /**
   * Takes no further paper; resolves when the one that is being sent came to its end, or needs longer than anybody waits who
   * closes a program: then it is asked about at the next start.
   */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, LONGEST_STOP_MS);
    });
    await Promise.race([this.#working, patience]);
    clearTimeout(timer);
  }

  async #work(): Promise<void> {
    // Not in the clerk's way: what was committed is answered first.
    await new Promise((resolve) => setImmediate(resolve));
    let isThrough = false;
    try {
      this.#noteInterrupted();
      await this.#printAll();
      isThrough = true;
    } catch (error) {
      // The reception must not fall with the printer. What was committed says how far the paper came.
      this.#parts.log.failure('spool-failed', error);
      this.#tryLater();
    } finally {
      this.#isWorking = false;
    }
    // Asked between the last look and here.
    if (isThrough && this.#isAskedAgain) this.kick();
  }

  async #printAll(): Promise<void> {
    while (!this.#isStopped) {
      this.#isAskedAgain = false;
      const { jobs, role } = this.#parts;
      const isWaiting = jobs.findNext(role) !== undefined;
      const destination = isWaiting ? await this.#parts.destination() : undefined;
      this.#putAsideTooOld(destination ? 'waited-too-long' : 'no-printer');
      const job = jobs.findNext(role);
      if (!job || !destination) {
        if (this.#isAskedAgain) continue;
        // What waits for a printer that is not chosen yet is looked at again, for when its time is over.
        if (job) this.#tryLater();
        return;
      }
      const isDone = await this.#print(job, destination);
      if (isDone) this.#failures = 0;
      else if (!this.#isAskedAgain) {
        this.#tryLater();
        return;
      }
    }
  }

  /** False when the printer is in trouble: the next paper would meet the same. */
  async #print(job: PrintJob, destination: Destination): Promise<boolean> {
    const artifact = await this.#artifactOf(job, destination);
    if (!artifact || this.#isStopped) return true;
    const { jobs } = this.#parts;
    // Cancelled while it was drawn.
    if (jobs.find(job.id)?.state !== 'queued') return true;
    jobs.change(job.id, { state: 'sending', trouble: '' });
    const abort = new AbortController();
    this.#current = { jobId: job.id, abort };
    const ending = await destination
      .send(artifact, {
        job,
        isAfterBrokenJob: this.#isPrinterHalfway,
        signal: abort.signal,
        onWaiting: (trouble) => jobs.change(job.id, { state: 'sending', trouble: trouble ?? '' }),
      })
      .finally(() => (this.#current = undefined));
    return this.#note(job.id, ending);
  }

  #note(jobId: number, ending: Ending): boolean {
    const { jobs } = this.#parts;
    const { state } = ending;
    switch (state) {
      case 'confirmed':
      case 'sent':
        this.#isPrinterHalfway = false;
        jobs.change(jobId, { state, trouble: '' });
        return true;
      case 'cancelled':
        jobs.change(jobId, { state, trouble: '' });
        return true;
      case 'failed':
        jobs.change(jobId, { state, trouble: ending.trouble });
        return true;
      case 'queued':
        jobs.change(jobId, { state, trouble: ending.trouble });
        return false;
      case 'unknown':
        this.#isPrinterHalfway = true;
        jobs.change(jobId, { state, trouble: ending.trouble, bytesSent: ending.bytesSent });
        return false;
      default:
        return unreachable(state);
    }
  }

  /** What is sent for a job, durable with its hash; undefined when it cannot be drawn, which is then noted. */
  async #artifactOf(job: PrintJob, { draw, fits }: Destination): Promise<PrintArtifact | undefined> {
    const { jobs, log } = this.#parts;
    const kept = jobs.findArtifact(job.id);
    if (kept && fits(kept)) return kept;
    const drawn = await draw(job).catch((error: unknown) => {
      // A paper that cannot be drawn must not stand in the way of the next one.
      log.failure('paper-not-drawn', error);
      return undefined;
    });
    if (drawn) jobs.keepArtifact(job.id, drawn);
    else jobs.change(job.id, { state: 'failed', trouble: 'render-failed' satisfies PrintTrouble });
    return drawn;
  }

  /** Nothing is in flight when the work begins: what stands as being sent was cut off, and may be on paper. */
  #noteInterrupted(): void {
    const { jobs, role } = this.#parts;
    const isStart = !this.#hasBegun;
    this.#hasBegun = true;
    const cutOff = [...jobs.findIn(role, 'sending')];
    // Whoever wanted a file when the program ended is not asked for a place by surprise.
    if (role === 'file' && isStart) cutOff.push(...jobs.findIn(role, 'queued'));
    // A file is where it was asked for or it is not: nobody has to look for paper.
    const state = role === 'file' ? 'failed' : 'unknown';
    for (const { id } of cutOff) jobs.change(id, { state, trouble: 'interrupted' satisfies PrintTrouble });
  }

  /** What waited too long waits for a person from now on. */
  #putAsideTooOld(trouble: PrintTrouble): void {
    const { jobs, role } = this.#parts;
    const now = epochMsOf(this.#parts.now());
    for (const { id, queuedAt } of jobs.findIn(role, 'queued')) {
      // Also by a clock that was put back since: how long it waited, nobody knows then.
      if (Math.abs(now - epochMsOf(queuedAt)) < LONGEST_WAIT_MS) continue;
      jobs.change(id, { state: 'failed', trouble });
    }
  }

  #tryLater(): void {
    if (this.#isStopped) return;
    const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(this.#failures, 10));
    this.#failures += 1;
    this.#timer = setTimeout(() => this.kick(), pauseMs);
    this.#timer.unref();
  }
}
