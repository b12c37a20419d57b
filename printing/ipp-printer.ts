import { Conversation } from './ipp/conversation.ts';
import type { FollowTimeouts } from './ipp/follow-job.ts';
import { parseIppAddress } from './ipp/ipp-address.ts';
import type { ExchangeTimeouts } from './ipp/ipp-exchange.ts';
import type { IppOutcome, IppRefusal } from './ipp/ipp-outcome.ts';
import { type IppPaper, papersOf } from './ipp/job-wishes.ts';
import { lookAtPrinter, type PrinterLook, waitsFor, type WaitsFor } from './ipp/printer-look.ts';
import { sendJob } from './ipp/send-job.ts';

export { parseIppUri } from './ipp/ipp-address.ts';
export type { IppOutcome, IppRefusal } from './ipp/ipp-outcome.ts';
export type { IppPaper } from './ipp/job-wishes.ts';
export type { WaitsFor } from './ipp/printer-look.ts';

export type IppTimeouts = ExchangeTimeouts & FollowTimeouts;

export type IppRequest = {
  /** As {@link parseIppUri} takes it. */
  readonly uri: string;
  /** A PDF; delivered byte for byte. */
  readonly document: Uint8Array;
  /** Shows on the printer's own screen and in its journal: nothing of a person belongs in it. */
  readonly jobName: string;
  readonly paper: IppPaper;
  /** Neither a citizen nor a clerk: the program, unless the printer has a list of users. */
  readonly userName?: string;
  /** Before the document it ends the sending; after that it asks the printer to cancel the job. */
  readonly signal?: AbortSignal;
  /** Told whenever what the job waits for changes; without `waitsFor` it goes on. Must not throw. */
  readonly onState?: (state: { readonly waitsFor?: WaitsFor }) => void;
  readonly timeouts?: Partial<IppTimeouts>;
};

export type IppReadiness =
  /** `papers`: those of our two sheets that it names; both when it names none. */
  | { readonly kind: 'ready'; readonly name?: string; readonly papers: readonly ('A5' | 'A4')[] }
  | { readonly kind: 'not-ready'; readonly reason: 'paper-out' | 'cover-open' | 'offline' | 'error' }
  | IppRefusal;

const PROGRAM = 'quay-mot-cua';

/**
 * Some printers take the document no faster than they print it, and answer only then: an empty tray may hold up both. Five
 * minutes are enough to fetch paper; after that the clerk is asked what came out.
 */
const TIMEOUTS: IppTimeouts = {
  connectMs: 5_000,
  stallMs: 60_000,
  answerMs: 15_000,
  acceptMs: 60_000,
  cancelMs: 10_000,
  pollMs: 100,
  longestPollMs: 2_000,
  warningMs: 5_000,
  watchMs: 300_000,
};

/**
 * Prints a PDF on an IPP printer and follows the job to its end. The document leaves at most once. Never rejects for what the
 * printer or the network does: every ending is an outcome.
 */
export async function sendToIpp(request: IppRequest): Promise<IppOutcome> {
  const timeouts = { ...TIMEOUTS, ...request.timeouts };
  const conversation = conversationWith(request, timeouts);
  if (!conversation) return { kind: 'refused', reason: 'not-ipp' };
  return sendJob({ ...request, conversation, timeouts });
}

/** How a printer is now, without printing anything. Never rejects. */
export async function askIpp(request: Pick<IppRequest, 'uri' | 'userName' | 'timeouts'>): Promise<IppReadiness> {
  const conversation = conversationWith(request, { ...TIMEOUTS, ...request.timeouts });
  if (!conversation) return { kind: 'refused', reason: 'not-ipp' };
  const look = await lookAtPrinter(conversation);
  return 'kind' in look ? look : readinessOf(look);
}

function conversationWith(
  { uri, userName = PROGRAM }: Pick<IppRequest, 'uri' | 'userName'>,
  timeouts: ExchangeTimeouts,
): Conversation | undefined {
  const address = parseIppAddress(uri);
  return address && new Conversation({ address, userName, timeouts });
}

/** How CUPS and others say that the device behind them is not there. */
const OFFLINE = /^(?:offline|shutdown|connecting-to-device|timed-out)(?:-(?:report|warning|error))?$/u;

function readinessOf(look: PrinterLook): IppReadiness {
  // At work, a warning may well be why it is still at work.
  const obstacle = waitsFor(look, !look.isIdle);
  if (look.stateReasons.some((reason) => OFFLINE.test(reason))) return { kind: 'not-ready', reason: 'offline' };
  if (obstacle === 'paper') return { kind: 'not-ready', reason: 'paper-out' };
  if (obstacle === 'cover') return { kind: 'not-ready', reason: 'cover-open' };
  if (obstacle) return { kind: 'not-ready', reason: 'error' };
  if (!look.acceptsJobs) return { kind: 'refused', reason: 'not-accepting' };
  return { kind: 'ready', papers: papersOf(look), ...(look.name !== undefined && { name: look.name }) };
}
