import { type Conversation, OPERATION, STATUS } from './conversation.ts';
import type { IppOutcome } from './ipp-outcome.ts';
import { type IppMessage, numberOf, TAG, textAttribute, textsOf } from './ipp-message.ts';
import { stateOfPrinter, waitsFor, type WaitsFor } from './printer-look.ts';

export type FollowTimeouts = {
  /** The first pause between two looks; each is half as long again as the one before. */
  readonly pollMs: number;
  readonly longestPollMs: number;
  /** How long a job is under way before a mere warning of the printer is taken for what it waits for. */
  readonly warningMs: number;
  /** How long a job is followed at all. */
  readonly watchMs: number;
  /** How long after the wish to stop the job's end is waited for. */
  readonly cancelMs: number;
};

export type JobToFollow = {
  readonly conversation: Conversation;
  readonly jobId: number;
  /** How the job was when it was accepted. */
  readonly first: JobState;
  readonly documentBytes: number;
  readonly timeouts: FollowTimeouts;
  readonly signal?: AbortSignal;
  readonly onState?: (state: { readonly waitsFor?: WaitsFor }) => void;
};

export type JobState = { readonly state: number | undefined; readonly reasons: readonly string[] };

/** RFC 8011, section 5.3.7. */
const STATE = { held: 4, stopped: 6, canceled: 7, aborted: 8, completed: 9 };
const ASKED = ['job-state', 'job-state-reasons'];

export function jobStateOf(message: IppMessage): JobState {
  return {
    state: numberOf(message, TAG.jobGroup, 'job-state'),
    reasons: textsOf(message, TAG.jobGroup, 'job-state-reasons'),
  };
}

/** Asks after an accepted job until it has ended or may not be waited for any longer; stops it when the signal says so. */
export function followJob(job: JobToFollow): Promise<IppOutcome> {
  return new Watch(job).run();
}

class Watch {
  readonly #job: JobToFollow;
  readonly #startedMs = performance.now();
  /** As it was told last, and as it was seen last. */
  #waitsFor: WaitsFor | undefined;
  #seen: WaitsFor | undefined;
  #until: number;
  /** The printer took the wish to stop. */
  #isCancelled = false;
  #isCancelAsked = false;

  constructor(job: JobToFollow) {
    this.#job = job;
    this.#until = this.#startedMs + job.timeouts.watchMs;
  }

  async run(): Promise<IppOutcome> {
    const { timeouts, first } = this.#job;
    let end = outcomeOf(first);
    for (let pauseMs = timeouts.pollMs; !end; pauseMs = Math.min(pauseMs * 1.5, timeouts.longestPollMs)) {
      await this.#pause(pauseMs);
      if (this.#job.signal?.aborted) await this.#cancel();
      end = await this.#look();
      if (!end && performance.now() >= this.#until) end = this.#outOfTime();
    }
    return end;
  }

  async #look(): Promise<IppOutcome | undefined> {
    const { conversation, jobId } = this.#job;
    const end = await conversation.ask({
      operation: OPERATION.getJobAttributes,
      jobId,
      operationAttributes: [textAttribute(TAG.keyword, 'requested-attributes', ...ASKED)],
    });
    // A printer that is switched off for a moment, or busy, has not lost the job: it is asked again.
    if (end.kind !== 'answer') return undefined;
    if (end.message.code >= STATUS.firstError) return this.#endWithoutState(end.message.code);
    const seen = jobStateOf(end.message);
    return outcomeOf(seen) ?? this.#tell(seen);
  }

  async #tell({ state }: JobState): Promise<undefined> {
    const printer = await stateOfPrinter(this.#job.conversation);
    if (!printer) return;
    const isStopped = printer.isStopped || state === STATE.stopped;
    const heedsWarnings = performance.now() - this.#startedMs >= this.#job.timeouts.warningMs;
    const now = waitsFor({ ...printer, isStopped }, heedsWarnings) ?? (state === STATE.held ? 'person' : undefined);
    // Job and printer are asked one after the other: a stop that ends between the two looks like one without a cause.
    const isSure = now !== 'person' || this.#seen === 'person';
    this.#seen = now;
    if (!isSure || now === this.#waitsFor) return;
    this.#waitsFor = now;
    this.#job.onState?.(now ? { waitsFor: now } : {});
  }

  #endWithoutState(code: number): IppOutcome | undefined {
    const isForgotten = code === STATUS.notFound || code === STATUS.gone;
    if (isForgotten) return this.#isCancelled ? CANCELLED : { kind: 'sent', reason: 'job-forgotten' };
    const isSilent = [STATUS.forbidden, STATUS.notAuthenticated, STATUS.notAuthorized, STATUS.operationNotSupported];
    return isSilent.some((silent) => silent === code) ? { kind: 'sent', reason: 'not-told' } : undefined;
  }

  async #cancel(): Promise<void> {
    if (!this.#isCancelAsked) {
      this.#isCancelAsked = true;
      this.#until = performance.now() + this.#job.timeouts.cancelMs;
    }
    if (this.#isCancelled) return;
    const { conversation, jobId } = this.#job;
    const end = await conversation.ask({ operation: OPERATION.cancelJob, jobId });
    this.#isCancelled = end.kind === 'answer' && end.message.code < STATUS.firstError;
  }

  #outOfTime(): IppOutcome {
    return this.#isCancelAsked
      ? { kind: 'unknown', bytesSent: this.#job.documentBytes }
      : { kind: 'sent', reason: 'watch-ended' };
  }

  /** Cut short by the first wish to stop. */
  #pause(ms: number): Promise<void> {
    const signal = this.#isCancelAsked ? undefined : this.#job.signal;
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal?.addEventListener('abort', done, { once: true });
      if (signal?.aborted) done();
    });
  }
}

const CANCELLED: IppOutcome = { kind: 'failed', reason: 'cancelled' };

function outcomeOf({ state, reasons }: JobState): IppOutcome | undefined {
  if (state === STATE.canceled) return CANCELLED;
  if (state === STATE.aborted) return { kind: 'failed', reason: 'aborted' };
  if (state !== STATE.completed) return undefined;
  return reasons.includes('job-completed-with-errors')
    ? { kind: 'sent', reason: 'completed-with-errors' }
    : { kind: 'confirmed' };
}
