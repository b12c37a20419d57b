import { unreachable } from '../../domain/result.ts';
import { askIpp, type IppOutcome, sendToIpp } from '../../printing/ipp-printer.ts';
import { paperOf } from '../../domain/forms/form-sheet.ts';
import { isForm } from '../../domain/printed-paper.ts';
import type { CounterStore } from '../../sync/counter-store.ts';
import type { FormPrinterChoice, PrinterCondition, PrintTrouble } from '../contract/print-views.ts';
import { formPageOf, type PaperDrawing } from './paper-drawing.ts';
import { parseFormPrinterChoice } from './printer-setting.ts';
import type { ShellClient } from './shell-client.ts';
import type { Destination, Ending, Sending } from './spool.ts';

const SETTING = 'form-printer';

/** The office printer this counter's forms come out of: one that speaks IPP, or whatever the system's dialog offers. */
export class FormPrinter {
  readonly #store: Pick<CounterStore, 'setting' | 'saveSetting'>;
  readonly #drawing: PaperDrawing;
  readonly #shell: Pick<ShellClient, 'printWithDialog'>;

  constructor(
    store: Pick<CounterStore, 'setting' | 'saveSetting'>,
    { drawing, shell }: { readonly drawing: PaperDrawing; readonly shell: Pick<ShellClient, 'printWithDialog'> },
  ) {
    this.#store = store;
    this.#drawing = drawing;
    this.#shell = shell;
  }

  choice(): FormPrinterChoice {
    return parseFormPrinterChoice(this.#store.setting(SETTING)?.['choice']) ?? { kind: 'none' };
  }

  choose(choice: FormPrinterChoice): void {
    this.#store.saveSetting(SETTING, { choice });
  }

  /** True where a form can be printed without asking anybody anything. */
  printsByItself(): boolean {
    return this.choice().kind === 'ipp';
  }

  destination(): Promise<Destination | undefined> {
    const choice = this.choice();
    if (choice.kind === 'none') return Promise.resolve(undefined);
    const { uri } = choice.kind === 'ipp' ? choice : { uri: undefined };
    return Promise.resolve({
      draw: (job) => this.#drawing.drawForm(job),
      fits: ({ drawnFor }) => drawnFor === '',
      send: ({ bytes }, sending) =>
        uri === undefined ? this.#sendByDialog(sending) : sendByIpp({ uri, document: bytes }, sending),
    });
  }

  async ask(): Promise<PrinterCondition> {
    const choice = this.choice();
    if (choice.kind === 'none') return { kind: 'trouble', trouble: 'no-printer' };
    // The system says nothing of its printers that could be trusted.
    if (choice.kind === 'system') return { kind: 'silent' };
    const said = await askIpp({ uri: choice.uri });
    switch (said.kind) {
      case 'ready':
        return { kind: 'ready', paperLow: false };
      case 'not-ready':
        return { kind: 'trouble', trouble: said.reason === 'error' ? 'printer-error' : said.reason };
      case 'refused':
        return { kind: 'trouble', trouble: REFUSALS[said.reason] };
      default:
        return unreachable(said);
    }
  }

  async #sendByDialog({ job }: Sending): Promise<Ending> {
    const said = await this.#shell.printWithDialog(await formPageOf(job));
    if (said === 'printed') return { state: 'sent' };
    if (said === 'cancelled') return { state: 'cancelled' };
    // Nothing says that it was printed, and nothing that it was not.
    return { state: 'unknown', trouble: 'system-print-failed', bytesSent: 0 };
  }
}

async function sendByIpp(
  to: { readonly uri: string; readonly document: Uint8Array },
  { job, signal, onWaiting }: Sending,
): Promise<Ending> {
  if (!isForm(job.paper)) throw new TypeError('a slip does not come out of an office printer');
  // A name of its own for each, and nobody's data: it stands in the printer's list.
  const jobName = `${job.paper.template} #${job.id}`;
  let waiting: PrintTrouble | undefined;
  const outcome = await sendToIpp({
    ...to,
    jobName,
    paper: paperOf(job.paper),
    signal,
    onState: ({ waitsFor }) => {
      waiting = waitsFor && WAITS[waitsFor];
      onWaiting(waiting);
    },
  });
  return endingOf(outcome, { bytesSent: to.document.length, waiting, isGivenUpHere: signal.aborted });
}

const WAITS = {
  paper: 'paper-out',
  cover: 'cover-open',
  toner: 'toner-out',
  person: 'needs-person',
} as const satisfies Record<string, PrintTrouble>;

const REFUSALS = {
  unreachable: 'printer-unreachable',
  'timed-out': 'printer-unreachable',
  'format-not-supported': 'format-not-supported',
  'paper-not-supported': 'paper-not-supported',
  'not-accepting': 'not-accepting',
  'not-ipp': 'not-ipp',
  denied: 'denied',
  'outside-office': 'outside-office',
} satisfies Record<Extract<IppOutcome, { kind: 'refused' }>['reason'], PrintTrouble>;

/** What will be no other at the next try. */
const FINAL: ReadonlySet<PrintTrouble> = new Set([
  'format-not-supported',
  'paper-not-supported',
  'not-ipp',
  'denied',
  'outside-office',
]);

type Watched = {
  readonly bytesSent: number;
  /** What the printer waited for when it was seen last. */
  readonly waiting: PrintTrouble | undefined;
  readonly isGivenUpHere: boolean;
};

function endingOf(outcome: IppOutcome, { bytesSent, waiting, isGivenUpHere }: Watched): Ending {
  switch (outcome.kind) {
    case 'confirmed':
      return { state: 'confirmed' };
    case 'sent':
      // Nobody saw its end, and what was seen last was no good: a person looks.
      if (waiting) return { state: 'unknown', trouble: waiting, bytesSent };
      if (outcome.reason === 'watch-ended') return { state: 'unknown', trouble: 'printer-unreachable', bytesSent };
      return { state: 'sent' };
    case 'refused': {
      const trouble = REFUSALS[outcome.reason];
      return { state: FINAL.has(trouble) ? 'failed' : 'queued', trouble };
    }
    case 'failed':
      if (outcome.reason === 'cancelled' && isGivenUpHere) return { state: 'cancelled' };
      // Some of its pages may be out, whoever gave it up at the printer.
      return { state: 'unknown', trouble: 'given-up-by-printer', bytesSent };
    case 'unknown':
      return { state: 'unknown', trouble: 'printer-broke-off', bytesSent: outcome.bytesSent };
    default:
      return unreachable(outcome);
  }
}
