import { type IppOutcome, type IppRequest, type IppTimeouts, sendToIpp } from '../../../printing/ipp-printer.ts';
import { smallPdf } from '../../../scripts/test-ipp/small-pdf.ts';

/** Short enough for a test, long enough for a busy machine. */
export const SHORT: IppTimeouts = {
  connectMs: 3_000,
  stallMs: 3_000,
  answerMs: 3_000,
  acceptMs: 3_000,
  cancelMs: 1_000,
  pollMs: 5,
  longestPollMs: 20,
  warningMs: 3_000,
  watchMs: 5_000,
};

export function sendTo(
  to: { readonly uri: string },
  wish: Partial<Omit<IppRequest, 'timeouts'>> & { readonly timeouts?: Partial<IppTimeouts> } = {},
): Promise<IppOutcome> {
  return sendToIpp({
    uri: to.uri,
    document: smallPdf('A5'),
    jobName: 'Mẫu số 01',
    paper: 'A5',
    ...wish,
    timeouts: { ...SHORT, ...wish.timeouts },
  });
}

export async function waitFor(condition: () => boolean): Promise<void> {
  const until = performance.now() + 5_000;
  while (!condition()) {
    if (performance.now() > until) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
