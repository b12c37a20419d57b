import { encodeMessage } from './encode-message.ts';
import { type IppAddress, printerUriOf } from './ipp-address.ts';
import { exchange, type ExchangeEnd, type ExchangeTimeouts } from './ipp-exchange.ts';
import {
  integerAttribute,
  type IppAttribute,
  type IppMessage,
  nameAttribute,
  TAG,
  textAttribute,
} from './ipp-message.ts';

/** RFC 8011, section 5.4.15. */
export const OPERATION = {
  printJob: 0x0002,
  validateJob: 0x0004,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
} as const;

/** RFC 8011, appendix B; those that something is done about. */
export const STATUS = {
  /** From here on the question was refused. */
  firstError: 0x0400,
  badRequest: 0x0400,
  forbidden: 0x0401,
  notAuthenticated: 0x0402,
  notAuthorized: 0x0403,
  notFound: 0x0406,
  gone: 0x0407,
  formatNotSupported: 0x040a,
  valuesNotSupported: 0x040b,
  conflictingAttributes: 0x040e,
  formatError: 0x0411,
  internalError: 0x0500,
  operationNotSupported: 0x0501,
  versionNotSupported: 0x0503,
  jobCanceled: 0x0508,
} as const;

export type Question = {
  readonly operation: number;
  readonly jobId?: number;
  /** Behind those that every question has. */
  readonly operationAttributes?: readonly IppAttribute[];
  readonly jobAttributes?: readonly IppAttribute[];
  readonly document?: Uint8Array;
  readonly signal?: AbortSignal;
};

type Version = IppMessage['version'];
const NEWER: Version = [2, 0];
/** What every printer has to understand. */
const OLDER: Version = [1, 1];

/** What one program asks one printer, each question on a connection of its own. */
export class Conversation {
  readonly #address: IppAddress;
  readonly #userName: string;
  readonly #timeouts: ExchangeTimeouts;
  #version: Version = NEWER;
  #lastId = 0;

  constructor(wish: { readonly address: IppAddress; readonly userName: string; readonly timeouts: ExchangeTimeouts }) {
    this.#address = wish.address;
    this.#userName = wish.userName;
    this.#timeouts = wish.timeouts;
  }

  /** Asks once. A printer that does not know IPP/2.0 is asked again, and from then on, in 1.1: never when a document went along. */
  async ask(question: Question): Promise<ExchangeEnd> {
    const end = await this.#askOnce(question);
    if (question.document || this.#version === OLDER || !isTooNewFor(end)) return end;
    this.#version = OLDER;
    return this.#askOnce(question);
  }

  #askOnce({ operation, jobId, operationAttributes, jobAttributes, document, signal }: Question): Promise<ExchangeEnd> {
    this.#lastId += 1;
    const question = encodeMessage({
      version: this.#version,
      code: operation,
      requestId: this.#lastId,
      groups: [
        {
          tag: TAG.operationGroup,
          // The first two, then what the question is about, in this order (RFC 8011, sections 4.1.4 and 4.1.5).
          attributes: [
            textAttribute(TAG.charset, 'attributes-charset', 'utf-8'),
            textAttribute(TAG.naturalLanguage, 'attributes-natural-language', 'en'),
            textAttribute(TAG.uri, 'printer-uri', printerUriOf(this.#address)),
            ...(jobId === undefined ? [] : [integerAttribute('job-id', jobId)]),
            nameAttribute('requesting-user-name', this.#userName),
            ...(operationAttributes ?? []),
          ],
        },
        ...(jobAttributes?.length ? [{ tag: TAG.jobGroup, attributes: jobAttributes }] : []),
      ],
    });
    return exchange({
      address: this.#address,
      question,
      timeouts: this.#timeouts,
      ...(document && { document }),
      ...(signal && { signal }),
    });
  }
}

// Some printers of the first days find a version that they do not know merely malformed.
function isTooNewFor(end: ExchangeEnd): boolean {
  return (
    end.kind === 'answer' && (end.message.code === STATUS.versionNotSupported || end.message.code === STATUS.badRequest)
  );
}
