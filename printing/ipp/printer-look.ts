import { type Conversation, OPERATION } from './conversation.ts';
import { type IppRefusal, refusalOf } from './ipp-outcome.ts';
import { type IppMessage, numberOf, TAG, textAttribute, textsOf, valuesOf } from './ipp-message.ts';

/** What a printer tells of itself. A list that it does not send is empty. */
export type PrinterLook = {
  readonly name: string | undefined;
  readonly isStopped: boolean;
  readonly isIdle: boolean;
  readonly stateReasons: readonly string[];
  readonly acceptsJobs: boolean;
  readonly formats: readonly string[];
  readonly media: readonly string[];
  readonly mediaColMembers: readonly string[];
  readonly scalings: readonly string[];
  readonly sides: readonly string[];
};

const ASKED = [
  'printer-name',
  'printer-state',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
  'document-format-supported',
  'media-supported',
  'media-col-supported',
  'print-scaling-supported',
  'sides-supported',
];
/** RFC 8011, section 5.4.11. */
const IDLE = 3;
const STOPPED = 5;

export async function lookAtPrinter(
  conversation: Conversation,
  signal?: AbortSignal,
): Promise<PrinterLook | IppRefusal> {
  const end = await conversation.ask({
    operation: OPERATION.getPrinterAttributes,
    operationAttributes: [textAttribute(TAG.keyword, 'requested-attributes', ...ASKED)],
    ...(signal && { signal }),
  });
  const refusal = refusalOf(end);
  if (refusal) return refusal;
  // An answer that says nothing of a printer is none, whatever status it has.
  if (end.kind !== 'answer' || !end.message.groups.some(({ tag }) => tag === TAG.printerGroup)) {
    return { kind: 'refused', reason: 'not-ipp' };
  }
  return lookOf(end.message);
}

export type WaitsFor = 'paper' | 'cover' | 'toner' | 'person';

/** How the printer is at this moment; `undefined` when it does not say. */
export async function stateOfPrinter(
  conversation: Conversation,
): Promise<Pick<PrinterLook, 'isStopped' | 'stateReasons'> | undefined> {
  const end = await conversation.ask({
    operation: OPERATION.getPrinterAttributes,
    operationAttributes: [textAttribute(TAG.keyword, 'requested-attributes', 'printer-state', 'printer-state-reasons')],
  });
  return end.kind === 'answer' && refusalOf(end) === undefined ? lookOf(end.message) : undefined;
}

const CAUSES: readonly (readonly [pattern: RegExp, WaitsFor])[] = [
  [/^(?:media-empty|media-needed|input-tray-missing)$/u, 'paper'],
  [/^(?:cover-open|door-open|interlock-open)$/u, 'cover'],
  [/^(?:toner-empty|marker-supply-empty|marker-waste-full|developer-empty)$/u, 'toner'],
  [/^(?:media-jam|output-area-full|output-tray-missing|paused|fuser-.*)$/u, 'person'],
];

/**
 * What a printer waits for before it goes on; `undefined` when for nothing. A mere report (paper is low) counts only when the
 * printer stands still. A warning counts then, and when the caller heeds it: printers say "warning" of an empty second tray as
 * well as of the empty tray a job waits for. A reason without an ending has the weight of an error (RFC 8011, section 5.4.12).
 */
export function waitsFor(
  { isStopped, stateReasons }: Pick<PrinterLook, 'isStopped' | 'stateReasons'>,
  heedsWarnings: boolean,
): WaitsFor | undefined {
  const light = heedsWarnings ? /-report$/u : /-(?:report|warning)$/u;
  const weighty = stateReasons
    .filter((reason) => isStopped || !light.test(reason))
    .map((reason) => reason.replace(/-(?:report|warning|error)$/u, ''));
  const cause = CAUSES.find(([pattern]) => weighty.some((reason) => pattern.test(reason)));
  return cause?.[1] ?? (isStopped ? 'person' : undefined);
}

function lookOf(message: IppMessage): PrinterLook {
  const texts = (name: string): readonly string[] => textsOf(message, TAG.printerGroup, name);
  const state = numberOf(message, TAG.printerGroup, 'printer-state');
  return {
    name: texts('printer-name')[0],
    isStopped: state === STOPPED,
    isIdle: state === IDLE,
    stateReasons: texts('printer-state-reasons'),
    acceptsJobs: valuesOf(message, TAG.printerGroup, 'printer-is-accepting-jobs')[0] !== false,
    formats: texts('document-format-supported'),
    media: texts('media-supported'),
    mediaColMembers: texts('media-col-supported'),
    scalings: texts('print-scaling-supported'),
    sides: texts('sides-supported'),
  };
}
