import { unreachable } from '../../domain/result.ts';
import { STATUS } from './conversation.ts';
import type { ExchangeEnd } from './ipp-exchange.ts';
import { type IppMessage, TAG } from './ipp-message.ts';

export type IppRefusal = {
  readonly kind: 'refused';
  readonly reason:
    /** No connection, or it was closed before the document. */
    | 'unreachable'
    | 'timed-out'
    /** No PDF. */
    | 'format-not-supported'
    | 'paper-not-supported'
    /** Busy, switched off for new jobs, or one of IPP's other errors. */
    | 'not-accepting'
    /** Something answers there, but it is no printer: wrong path, wrong port, a web page. */
    | 'not-ipp'
    /** One of the two does not trust the other: it wants a password, TLS or a user of its own list, or its certificate is not good enough. */
    | 'denied'
    /** Not an address of the office's own network, and not encrypted. */
    | 'outside-office';
};

export type IppOutcome =
  /** The printer says that the job is completed. */
  | { readonly kind: 'confirmed' }
  /** Accepted; how it ended the printer does not tell, does not know any more, or tells with "errors" beside it. */
  | {
      readonly kind: 'sent';
      readonly reason: 'job-forgotten' | 'watch-ended' | 'not-told' | 'completed-with-errors';
    }
  /** Provably nothing was accepted: sending again cannot print twice. */
  | IppRefusal
  /** The job ended at the printer, or was stopped, before its end. Some sheets may lie there. */
  | { readonly kind: 'failed'; readonly reason: 'aborted' | 'cancelled' }
  /** Broken off after the first byte of the document, without an answer. At least `bytesSent` of it had left the program. */
  | { readonly kind: 'unknown'; readonly bytesSent: number };

/** What a question's end means as long as no document went along; `undefined` for an answer that is no refusal. */
export function refusalOf(end: ExchangeEnd): IppRefusal | undefined {
  switch (end.kind) {
    case 'answer':
      return end.message.code < STATUS.firstError ? undefined : refused(reasonOfStatus(end.message));
    case 'http-status':
      return refused(reasonOfHttpStatus(end.status));
    case 'no-answer':
      // Who stopped it knows that it was stopped.
      return refused(end.reason === 'stopped' ? 'unreachable' : end.reason);
    default:
      return unreachable(end);
  }
}

/** Which of these attributes the printer says it cannot do as asked (RFC 8011, section 4.1.7). */
export function namesUnsupported(message: IppMessage, names: readonly string[]): boolean {
  return message.groups
    .filter(({ tag }) => tag === TAG.unsupportedGroup)
    .some(({ attributes }) => attributes.some(({ name }) => names.includes(name)));
}

export const PAPER_ATTRIBUTES = ['media', 'media-col', 'media-size'];

function refused(reason: IppRefusal['reason']): IppRefusal {
  return { kind: 'refused', reason };
}

function reasonOfStatus(message: IppMessage): IppRefusal['reason'] {
  switch (message.code) {
    case STATUS.forbidden:
    case STATUS.notAuthenticated:
    case STATUS.notAuthorized:
      return 'denied';
    case STATUS.notFound:
    case STATUS.gone:
      return 'not-ipp';
    case STATUS.formatNotSupported:
    case STATUS.formatError:
      return 'format-not-supported';
    case STATUS.valuesNotSupported:
    case STATUS.conflictingAttributes:
      return reasonOfUnsupported(message);
    default:
      return 'not-accepting';
  }
}

function reasonOfUnsupported(message: IppMessage): IppRefusal['reason'] {
  if (namesUnsupported(message, PAPER_ATTRIBUTES)) return 'paper-not-supported';
  return namesUnsupported(message, ['document-format']) ? 'format-not-supported' : 'not-accepting';
}

function reasonOfHttpStatus(status: number): IppRefusal['reason'] {
  // 407: a proxy's password. 426: wants TLS.
  if ([401, 403, 407, 426].includes(status)) return 'denied';
  return [408, 413, 429, 503].includes(status) ? 'not-accepting' : 'not-ipp';
}
