import { type ReceiptSlip, receiptSlipOf } from '../../domain/receipt-slip.ts';
import { ok, refuse, type Result } from '../../domain/result.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { PrintJob } from '../../sync/counter-store.ts';
import type { Handlers, Input } from '../contract/commands.ts';
import type { PrinterChoice, PrintJobRow, PrintTrouble } from '../contract/views.ts';
import type { PersonRefusal } from '../contract/refusals.ts';
import { actionOf } from './acting.ts';
import { appStateOf } from './app-handlers.ts';
import type { CounterSession, EstablishedCounter } from './counter-session.ts';
import type { Machine } from './machine.ts';
import { parsePrinterChoice } from './printer-setting.ts';
import { pictureUrlOf, type SlipDrawing } from './slip-drawing.ts';
import { orStorageRefusal } from './storage-refusal.ts';

type PrintCommand = 'print.jobs' | 'print.picture' | 'print.again' | 'print.settle' | 'printer.choose';

/** A day of one computer is far less. */
const MOST_JOBS_SHOWN = 200;

const TROUBLES: ReadonlySet<string> = new Set<PrintTrouble>([
  'no-printer',
  'printer-unreachable',
  'printer-broke-off',
  'render-failed',
  'interrupted',
]);

export function printHandlers(
  session: CounterSession,
  machine: Machine,
  drawing: SlipDrawing,
): Pick<Handlers, PrintCommand> {
  return {
    'print.jobs': () => {
      const { store, printer } = session.getEstablished();
      const { choice } = printer.setting();
      return store.printJobs.list(MOST_JOBS_SHOWN).map((job) => rowOf(job, choice));
    },
    'print.picture': async ({ jobId }) => {
      const { store, printer } = session.getEstablished();
      const job = store.printJobs.find(jobId);
      if (!job) return null;
      const drawn = store.printJobs.findArtifact(jobId) ?? (await drawing.draw(job, printer.setting().paperWidthMm));
      return pictureUrlOf(drawn);
    },
    'print.again': ({ dossierId }) => orStorageRefusal(() => printAgain(session.getEstablished(), dossierId)),
    'print.settle': (answer) =>
      orStorageRefusal(() => {
        settle(session.getEstablished(), answer);
        return ok(null);
      }),
    'printer.choose': ({ choice: typed, paperWidthMm }) =>
      orStorageRefusal(() => {
        const { printer, spool } = session.getEstablished();
        const choice = parsePrinterChoice(typed);
        if (!choice) return refuse({ code: 'malformed' as const });
        printer.choose({ choice, paperWidthMm });
        spool.kick();
        return ok(appStateOf(session, machine));
      }),
  };
}

function printAgain(
  counter: EstablishedCounter,
  dossierId: DossierId,
): Result<{ readonly jobId: number }, PersonRefusal | { readonly code: 'no-slip' }> {
  const { store, spool } = counter;
  const acting = actionOf(counter, 'receive');
  if (!acting.ok) return acting;
  const { action, person, now: at } = acting.value;
  const { name: clerkName } = person;
  const queued = store.commit(action, (work) => {
    const slip = store.printJobs.findSlip(dossierId) ?? slipOfOwn(counter, dossierId);
    if (!slip) return refuse({ code: 'no-slip' as const });
    return ok({ jobId: work.queueSlip({ dossierId, slip, reprint: { at, clerkName }, at }) });
  });
  if (queued.ok) spool.kick();
  return queued;
}

/** Of a dossier whose frozen slip was lost with a damaged file: what was promised stands in its reception as well. */
function slipOfOwn({ store, identity, kind }: EstablishedCounter, dossierId: DossierId): ReceiptSlip | undefined {
  const intake = store.findDossier(dossierId)?.intake;
  const isOwn = intake?.unit.code === identity.unit.code && intake.station === identity.station;
  return isOwn ? receiptSlipOf(intake, { clerkName: intake.actor, isTrial: kind === 'trial' }) : undefined;
}

/** Only what a person must look at can be settled: a job that waits or is through has no question open. */
function settle({ store, spool }: EstablishedCounter, { jobId, answer }: Input<'print.settle'>): void {
  const job = store.printJobs.find(jobId);
  if (job?.state !== 'unknown' && job?.state !== 'failed') return;
  store.printJobs.setState(jobId, answer === 'paper-is-out' ? 'confirmed' : 'queued', '');
  spool.kick();
}

function rowOf(job: PrintJob, choice: PrinterChoice): PrintJobRow {
  const trouble = job.state === 'queued' && choice.kind === 'none' ? 'no-printer' : job.trouble;
  return {
    id: job.id,
    dossierId: job.dossierId,
    dossierNumber: job.slip.dossierNumber,
    applicantName: job.slip.applicantName,
    copyNo: job.copyNo,
    state: job.state,
    ...(isTrouble(trouble) ? { trouble } : {}),
    at: job.at,
  };
}

function isTrouble(word: string): word is PrintTrouble {
  return TROUBLES.has(word);
}
