import type { Dossier } from '../../domain/dossier.ts';
import { localMomentAt } from '../../domain/plain-date.ts';
import { isForm, type PrintedPaper } from '../../domain/printed-paper.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import { type ReceiptSlip, receiptSlipNow } from '../../domain/slips/receipt-slip.ts';
import type { PrintJob, Work } from '../../sync/counter-store.ts';
import type { Handlers, Input } from '../contract/commands.ts';
import type { PaperRefusal } from '../contract/print-commands.ts';
import type { PersonRefusal, StorageRefusal } from '../contract/refusals.ts';
import { actionOf, type PersonalAction } from './acting.ts';
import { askedForm, askedSlip } from './asked-papers.ts';
import type { CounterSession, EstablishedCounter } from './counter-session.ts';
import { type PaperDrawing, pictureUrlOf } from './paper-drawing.ts';
import { paperIssueOf, queuePaper, slipIssueOf } from './paper-issue.ts';
import { isKnownPaper, printJobRow } from './print-job-row.ts';
import { orStorageRefusal } from './storage-refusal.ts';

/** A day of one computer is far less. */
const MOST_JOBS_SHOWN = 200;

type PaperCommand = 'print.jobs' | 'print.picture' | 'print.again' | 'print.slip' | 'print.form' | 'print.settle';

/** Papers that were printed, that wait, and that somebody asks for. */
export function printHandlers(session: CounterSession, drawing: PaperDrawing): Pick<Handlers, PaperCommand> {
  return {
    'print.jobs': () => {
      const { store, slipPrinter } = session.getEstablished();
      const { choice } = slipPrinter.setting();
      return store.printJobs.list(MOST_JOBS_SHOWN).map((job) => printJobRow(job, choice));
    },
    'print.picture': async ({ jobId }) => {
      const { store, slipPrinter } = session.getEstablished();
      const job = store.printJobs.find(jobId);
      if (!job || isForm(job.paper)) return null;
      const kept = store.printJobs.findArtifact(jobId);
      const { picture } = kept ?? (await drawing.drawSlip(job, slipPrinter.profile()));
      return picture ? pictureUrlOf(picture) : null;
    },
    'print.again': (which) => orStorageRefusal(() => printAgain(session.getEstablished(), which)),
    'print.slip': (asked) =>
      orStorageRefusal(() =>
        printNow(session.getEstablished(), (counter, { issue }) => {
          const slip = askedSlip(counter, asked, issue);
          return slip.ok ? ok({ paper: slip.value, ...aboutOf(asked) }) : slip;
        }),
      ),
    'print.form': (wish) => orStorageRefusal(() => printForm(session.getEstablished(), wish)),
    'print.settle': (answer) => orStorageRefusal(() => settle(session.getEstablished(), answer)),
  };
}

type Wanted = {
  readonly paper: PrintedPaper;
  readonly dossierId?: DossierId;
  readonly isFile?: boolean;
  /** It was given out before, though no job here knows of it. */
  readonly isAgain?: boolean;
};
type Asking = PersonalAction & { readonly issue: ReturnType<typeof slipIssueOf> };
type Queued = { readonly jobId: number };

/** Freezes a paper as it is now and puts it into the spool, in one commit. */
function printNow(
  counter: EstablishedCounter,
  paperOf: (counter: EstablishedCounter, asking: Asking) => Result<Wanted, PaperRefusal>,
): Result<Queued, PaperRefusal> {
  const asking = askingOf(counter);
  if (!asking.ok) return asking;
  const wanted = paperOf(counter, asking.value);
  if (!wanted.ok) return wanted;
  return queue(counter, asking.value, () => wanted);
}

function queue(
  counter: EstablishedCounter,
  { action, person, now }: PersonalAction,
  wantedOf: (work: Work) => Result<Wanted, PaperRefusal>,
): Result<Queued, PaperRefusal> {
  const queued = counter.store.commit(action, (work): Result<Queued, PaperRefusal> => {
    const wanted = wantedOf(work);
    if (!wanted.ok) return wanted;
    const { paper, ...to } = wanted.value;
    return ok({ jobId: queuePaper(work, paper, { ...to, now, clerkName: person.name }) });
  });
  if (queued.ok) counter.kickSpools();
  return queued;
}

/** Whoever is at the counter: what a paper says was decided before, by whoever might. */
function askingOf(counter: EstablishedCounter): Result<Asking, PersonRefusal> {
  const [first = 'receive'] = counter.people.permissions(localMomentAt(counter.clock.read().at));
  const acting = actionOf(counter, first);
  if (!acting.ok) return acting;
  const { person, now } = acting.value;
  return ok({ ...acting.value, issue: slipIssueOf(paperIssueOf(counter, person, now)) });
}

function aboutOf(asked: object): { readonly dossierId?: DossierId } {
  return 'dossierId' in asked ? { dossierId: asked.dossierId as DossierId } : {};
}

async function printForm(
  counter: EstablishedCounter,
  { asked, to }: Input<'print.form'>,
): Promise<Result<Queued, PaperRefusal>> {
  const asking = askingOf(counter);
  if (!asking.ok) return asking;
  const sheet = await askedForm(counter, asked, asking.value.issue);
  if (!sheet.ok) return sheet;
  // Without a printer there is nothing but a file.
  const isFile = to === 'file' || counter.formPrinter.choice().kind === 'none';
  return queue(counter, asking.value, () => ok({ paper: sheet.value, isFile, ...aboutOf(asked) }));
}

function printAgain(counter: EstablishedCounter, which: Input<'print.again'>): Result<Queued, PaperRefusal> {
  const asking = askingOf(counter);
  if (!asking.ok) return asking;
  return queue(counter, asking.value, (): Result<Wanted, PaperRefusal> => {
    const job = 'jobId' in which ? counter.store.printJobs.find(which.jobId) : undefined;
    const wanted = job
      ? againOf(counter, job)
      : 'dossierId' in which
        ? receiptNow(counter, which.dossierId)
        : undefined;
    return wanted ? ok(wanted) : refuse({ code: 'no-slip' });
  });
}

/**
 * What a job's paper is printed as now: as it was frozen, but for a reception slip, which bears the date that counts.
 * Undefined for what must not be given out any more, or is of a newer program.
 */
function againOf(counter: EstablishedCounter, { paper, dossierId, printer }: PrintJob): Wanted | undefined {
  if (!isKnownPaper(paper)) return undefined;
  if (paper.template === 'receipt-slip/1' && dossierId !== undefined) return receiptNow(counter, dossierId);
  const isFile = printer === 'file' || (isForm(paper) && counter.formPrinter.choice().kind === 'none');
  return { paper, isFile, ...(dossierId === undefined ? {} : { dossierId }) };
}

/**
 * The slip of a reception with the date that counts, as it was frozen if it was. What was lost with a damaged file stands in
 * the reception as well. Undefined where the reception was elsewhere, or is void.
 */
function receiptNow(counter: EstablishedCounter, dossierId: DossierId): Wanted | undefined {
  const dossier = counter.store.findDossier(dossierId);
  if (dossier?.status === 'voided') return undefined;
  const frozen = frozenReceipt(counter, dossierId);
  const counts = dossier?.appointment?.at ?? frozen?.appointment.at;
  if (frozen && frozen.appointment.at === counts) return { paper: frozen, dossierId };
  return dossier && (frozen || isReceivedHere(counter, dossier)) ? receiptAnew(counter, dossier) : undefined;
}

function frozenReceipt({ store }: EstablishedCounter, dossierId: DossierId): ReceiptSlip | undefined {
  const paper = store.printJobs.findPaper(`receipt-slip/${dossierId}`)?.paper;
  return paper?.template === 'receipt-slip/1' ? paper : undefined;
}

function isReceivedHere({ identity }: EstablishedCounter, { intake }: Dossier): boolean {
  return intake?.unit.code === identity.unit.code && intake.station === identity.station;
}

function receiptAnew({ kind }: EstablishedCounter, dossier: Dossier): Wanted | undefined {
  const clerkName = dossier.intake?.actor ?? '';
  const paper = receiptSlipNow(dossier, { clerkName, isTrial: kind === 'trial' });
  return paper && { paper, dossierId: dossier.id, isAgain: true };
}

/** Only what a person must look at, or what waits, can be settled: a job that is through has no question open. */
function settle(
  counter: EstablishedCounter,
  { jobId, answer }: Input<'print.settle'>,
): Result<null, PersonRefusal | StorageRefusal> {
  const job = counter.store.printJobs.find(jobId);
  if (job && answer === 'cancel') giveUp(counter, job);
  else if (job && (job.state === 'unknown' || job.state === 'failed')) return settleAsked(counter, job, answer);
  return ok(null);
}

function giveUp({ store, spools }: EstablishedCounter, { id, state, printer }: PrintJob): void {
  if (state === 'sending') spools[printer].abort(id);
  else if (state === 'queued' || state === 'unknown' || state === 'failed') {
    store.printJobs.change(id, { state: 'cancelled', trouble: '' });
  }
}

function settleAsked(
  counter: EstablishedCounter,
  job: PrintJob,
  answer: Input<'print.settle'>['answer'],
): Result<null, PersonRefusal | StorageRefusal> {
  const { printJobs } = counter.store;
  if (answer === 'paper-is-out') {
    printJobs.change(job.id, { state: 'confirmed', trouble: '' });
    return ok(null);
  }
  const wanted = againOf(counter, job);
  if (!wanted) {
    printJobs.change(job.id, { state: 'cancelled', trouble: job.trouble });
    return ok(null);
  }
  const isSamePaper = JSON.stringify(wanted.paper) === JSON.stringify(job.paper);
  const isSame = isSamePaper && (wanted.isFile ?? false) === (job.printer === 'file');
  if (job.state === 'unknown' || !isSame) return printNext(counter, job, wanted);
  printJobs.change(job.id, { state: 'queued', trouble: '', queuedAt: localMomentAt(counter.clock.read().at) });
  counter.kickSpools();
  return ok(null);
}

/** In a job of its own, as the next copy: the one before may be on paper, or says what counts no more. */
function printNext(counter: EstablishedCounter, job: PrintJob, wanted: Wanted): Result<null, PersonRefusal> {
  const asking = askingOf(counter);
  if (!asking.ok) return asking;
  queue(counter, asking.value, () => ok(wanted));
  counter.store.printJobs.change(job.id, { state: 'cancelled', trouble: job.trouble });
  return ok(null);
}
