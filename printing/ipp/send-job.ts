import { type Conversation, OPERATION, STATUS } from './conversation.ts';
import { followJob, type FollowTimeouts, type JobToFollow, jobStateOf } from './follow-job.ts';
import type { ExchangeEnd } from './ipp-exchange.ts';
import { type IppAttribute, nameAttribute, numberOf, TAG, textAttribute } from './ipp-message.ts';
import { type IppOutcome, namesUnsupported, PAPER_ATTRIBUTES, refusalOf } from './ipp-outcome.ts';
import { type IppPaper, jobWishes, PDF } from './job-wishes.ts';
import { lookAtPrinter } from './printer-look.ts';

export type JobToSend = {
  readonly conversation: Conversation;
  readonly document: Uint8Array;
  readonly jobName: string;
  readonly paper: IppPaper;
  readonly timeouts: FollowTimeouts;
} & Pick<JobToFollow, 'signal' | 'onState'>;

const CANCELLED: IppOutcome = { kind: 'failed', reason: 'cancelled' };

/** Look at the printer, have it judge the job without its document, send it once, follow it to its end. */
export async function sendJob(job: JobToSend): Promise<IppOutcome> {
  const look = await lookAtPrinter(job.conversation, job.signal);
  // Nothing was accepted yet, whatever the answer was.
  if (job.signal?.aborted) return CANCELLED;
  if ('kind' in look) return look;
  if (!look.acceptsJobs) return { kind: 'refused', reason: 'not-accepting' };
  const jobAttributes = jobWishes(look, job.paper);
  if ('kind' in jobAttributes) return jobAttributes;
  const question = { operationAttributes: operationAttributesOf(job), jobAttributes, ...signalOf(job) };
  const judged = await job.conversation.ask({ ...question, operation: OPERATION.validateJob });
  if (job.signal?.aborted) return CANCELLED;
  const refusal = refusalOfValidation(judged);
  if (refusal) return refusal;
  const end = await job.conversation.ask({ ...question, operation: OPERATION.printJob, document: job.document });
  return outcomeOfSending(job, end);
}

function operationAttributesOf({ jobName }: JobToSend): readonly IppAttribute[] {
  return [nameAttribute('job-name', jobName), textAttribute(TAG.mediaType, 'document-format', PDF)];
}

function signalOf({ signal }: JobToSend): { readonly signal?: AbortSignal } {
  return signal ? { signal } : {};
}

function refusalOfValidation(end: ExchangeEnd): IppOutcome | undefined {
  const { code, isPaperReplaced } =
    end.kind === 'answer'
      ? { code: end.message.code, isPaperReplaced: namesUnsupported(end.message, PAPER_ATTRIBUTES) }
      : { code: undefined, isPaperReplaced: false };
  // Every printer has to have this operation; one that lacks it can still print.
  if (code === STATUS.operationNotSupported) return undefined;
  // "OK", but it would take another paper: an A5 form cut off or lost on A4 is no form.
  if (isPaperReplaced) return { kind: 'refused', reason: 'paper-not-supported' };
  return refusalOf(end);
}

function outcomeOfSending(job: JobToSend, end: ExchangeEnd): Promise<IppOutcome> | IppOutcome {
  if (end.kind !== 'answer') return outcomeWithoutAnswer(end);
  const { message } = end;
  // Somebody at the printer stopped it while it was still coming in.
  if (message.code === STATUS.jobCanceled) return CANCELLED;
  // One that broke over the document may have printed some of it.
  if (message.code === STATUS.internalError) return { kind: 'unknown', bytesSent: job.document.length };
  const refusal = refusalOf(end);
  if (refusal) return refusal;
  const jobId = numberOf(message, TAG.jobGroup, 'job-id');
  if (jobId === undefined) return { kind: 'sent', reason: 'not-told' };
  return followJob({
    conversation: job.conversation,
    jobId,
    first: jobStateOf(message),
    documentBytes: job.document.length,
    timeouts: job.timeouts,
    ...signalOf(job),
    ...(job.onState && { onState: job.onState }),
  });
}

function outcomeWithoutAnswer(end: Exclude<ExchangeEnd, { kind: 'answer' }>): IppOutcome {
  // A refusal of HTTP itself (no such path, no rights, too large) comes from in front of the printer; its failures (5xx) may not.
  const isRefusedByHttp = end.kind === 'http-status' && end.status < 500;
  if (end.isBegun && !isRefusedByHttp) return { kind: 'unknown', bytesSent: end.bytesSent };
  if (end.kind === 'no-answer' && end.reason === 'stopped') return CANCELLED;
  return refusalOf(end) ?? { kind: 'unknown', bytesSent: end.bytesSent };
}
