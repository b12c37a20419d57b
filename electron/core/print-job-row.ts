import type { FormSheet } from '../../domain/forms/form-sheet.ts';
import { isForm, type PrintedPaper } from '../../domain/printed-paper.ts';
import type { Slip } from '../../domain/slips/slip.ts';
import type { PrintJob } from '../../sync/counter-store.ts';
import {
  type PaperName,
  PRINT_TROUBLES,
  type PrinterChoice,
  type PrintJobRow,
  type PrintTrouble,
} from '../contract/print-views.ts';

const SLIPS = {
  'receipt-slip/1': 'receipt-slip',
  'hand-over-slip/1': 'hand-over-slip',
  'supplement-slip/1': 'supplement-slip',
  'fee-receipt/1': 'fee-receipt',
  'batch-list/1': 'batch-list',
  'test-slip/1': 'test-slip',
} satisfies Record<Slip['template'], PaperName>;

const FORMS = {
  'form/receipt-slip/1': 'form-receipt-slip',
  'form/supplement-request/1': 'form-supplement-request',
  'form/intake-refusal/1': 'form-intake-refusal',
  'form/apology/1': 'form-apology',
  'form/stop-notice/1': 'form-stop-notice',
  'form/control-sheet/1': 'form-control-sheet',
  'form/register-book/1': 'form-register-book',
  'form/batch-list/1': 'form-batch-list',
  'form/procedure-notice/1': 'form-procedure-notice',
  'form/procedure-list/1': 'form-procedure-list',
  'form/scanner-sheet/1': 'form-scanner-sheet',
} satisfies Record<FormSheet['template'], PaperName>;

/** False for the paper of a newer program, which this one can neither name nor draw. */
export function isKnownPaper({ template }: PrintedPaper): boolean {
  return template in SLIPS || template in FORMS;
}

/** A job as the list of papers shows it. */
export function printJobRow(job: PrintJob, choice: PrinterChoice): PrintJobRow {
  const { id, printer, paper, copyNo, state, at, attempts } = job;
  const isWithoutPrinter = state === 'queued' && printer === 'slip' && choice.kind === 'none';
  const trouble = isWithoutPrinter ? 'no-printer' : job.trouble;
  return {
    id,
    printer,
    paper: isForm(paper) ? FORMS[paper.template] : SLIPS[paper.template],
    about: aboutOf(paper),
    ...(job.dossierId === undefined ? {} : { dossierId: job.dossierId }),
    applicantName: applicantOf(paper),
    copyNo,
    state,
    ...(isTrouble(trouble) ? { trouble } : {}),
    at,
    attempts,
  };
}

function isTrouble(word: string): word is PrintTrouble {
  return (PRINT_TROUBLES as readonly string[]).includes(word);
}

/** Number of the dossier, code of the batch or name of the book. */
function aboutOf(paper: PrintedPaper): string {
  if ('received' in paper) return paper.received.dossierNumber;
  if ('control' in paper) return paper.control.dossierNumber;
  if ('dossierNumber' in paper) return paper.dossierNumber ?? '';
  if ('procedure' in paper) return paper.procedure.code;
  if ('list' in paper) return paper.list.code;
  return 'book' in paper ? paper.book : '';
}

function applicantOf(paper: PrintedPaper): string {
  if ('applicantName' in paper) return paper.applicantName;
  if ('applicant' in paper) return paper.applicant.name;
  if ('received' in paper) return paper.received.applicant.name;
  if ('refused' in paper) return paper.refused.applicant.name;
  return 'control' in paper ? paper.control.applicantName : '';
}
