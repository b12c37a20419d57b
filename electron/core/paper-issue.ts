import type { Dossier } from '../../domain/dossier.ts';
import { type FormWish, formSheetOf } from '../../domain/forms/dossier-forms.ts';
import type { DossierFactKind } from '../../domain/lifecycle/dossier-fact.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { isForm, type PrintedPaper } from '../../domain/printed-paper.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import { receiptSlipNow } from '../../domain/slips/receipt-slip.ts';
import type { Slip } from '../../domain/slips/slip.ts';
import type { SlipIssue } from '../../domain/slips/slip-issue.ts';
import { supplementSlipOf } from '../../domain/slips/supplement-slip.ts';
import type { CounterIdentity, Work } from '../../sync/counter-store.ts';
import type { EstablishedCounter } from './counter-session.ts';
import { fontVersionOf } from './paper-drawing.ts';

/** Who gives papers out now, and what comes out by itself. */
export type PaperIssue = {
  readonly identity: CounterIdentity;
  readonly clerkName: string;
  readonly isTrial: boolean;
  readonly now: LocalMoment;
  /** An office printer is there that needs nobody. */
  readonly printsForms: boolean;
};

/** As the counter stands now, for the person who acts. */
export function paperIssueOf(
  { identity, kind, formPrinter }: Pick<EstablishedCounter, 'identity' | 'kind' | 'formPrinter'>,
  { name: clerkName }: { readonly name: string },
  now: LocalMoment,
): PaperIssue {
  return { identity, clerkName, isTrial: kind === 'trial', now, printsForms: formPrinter.printsByItself() };
}

export function slipIssueOf({ identity, clerkName, isTrial, now }: PaperIssue): SlipIssue {
  const { name, upperNames } = identity.unit;
  return { isTrial, unit: { name, upperNames }, at: now, clerkName };
}

/** Puts a paper into the spool of its printer, or of none (`file`), within an action; answers the job. */
export function queuePaper(
  work: Pick<Work, 'queuePaper'>,
  paper: PrintedPaper,
  to: {
    readonly now: LocalMoment;
    readonly clerkName: string;
    readonly dossierId?: DossierId;
    readonly isFile?: boolean;
    readonly isAgain?: boolean;
  },
): number {
  const { now, clerkName, dossierId, isFile = false, isAgain = false } = to;
  const printer = isFile ? 'file' : isForm(paper) ? 'form' : 'slip';
  return work.queuePaper({
    printer,
    paper,
    fontVersion: fontVersionOf(paper),
    at: now,
    clerkName,
    isAgain,
    ...(dossierId === undefined ? {} : { dossierId }),
  });
}

/** What a citizen is given for each thing that happens, without anybody asking. */
const FORMS: { readonly [K in DossierFactKind]?: FormWish['form'] } = {
  received: 'receipt-slip',
  'supplement-guided': 'supplement-request',
  'supplement-requested': 'supplement-request',
  'intake-refused': 'intake-refusal',
  'apology-issued': 'apology',
  stopped: 'stop-notice',
  withdrawn: 'stop-notice',
};

type Happened = { readonly kind: DossierFactKind; readonly dossierId: DossierId };
type Spooling = Pick<Work, 'queuePaper' | 'findDossier'>;

/** The papers that what just happened to a dossier gives out, into the spool. */
export function queuePapersAfter(work: Spooling, happened: Happened, issue: PaperIssue): void {
  const { kind, dossierId } = happened;
  const dossier = work.findDossier(dossierId);
  const slip = dossier && slipAfter(kind, dossier, issue);
  const { now, clerkName } = issue;
  // The first of a reception came out with it, at whatever computer that was.
  const isAgain = slip?.template === 'receipt-slip/1';
  if (slip) queuePaper(work, slip, { now, clerkName, dossierId, isAgain });
  queueFormAfter(work, happened, issue);
}

/** What each step gives out that may be taken back. */
const GIVEN_OUT: { readonly [K in DossierFactKind]?: readonly PrintedPaper['template'][] } = {
  'supplement-requested': ['supplement-slip/1', 'form/supplement-request/1'],
  'supplement-received': ['receipt-slip/1'],
  'payment-duty-met': ['receipt-slip/1'],
  'apology-issued': ['form/apology/1'],
  stopped: ['form/stop-notice/1'],
  withdrawn: ['form/stop-notice/1'],
};

/** A step was taken back, or the dossier is void: what still waits of it must not come out any more. */
export function cancelPapersOf(work: Pick<Work, 'cancelPapers'>, { kind, dossierId }: Happened, before: Dossier): void {
  if (kind === 'voided') work.cancelPapers(dossierId, 'all');
  const undone = kind === 'step-undone' ? before.lastUndoable?.kind : undefined;
  const templates = undone && GIVEN_OUT[undone];
  if (templates) work.cancelPapers(dossierId, templates);
}

/** Its official form alone, where an office printer needs nobody. */
export function queueFormAfter(work: Spooling, { kind, dossierId }: Happened, issue: PaperIssue): void {
  const form = FORMS[kind];
  const dossier = form !== undefined && issue.printsForms ? work.findDossier(dossierId) : undefined;
  if (form === undefined || !dossier) return;
  const sheet = formSheetOf({ form }, dossier, slipIssueOf(issue));
  const { now, clerkName } = issue;
  if (sheet.ok) queuePaper(work, sheet.value, { now, clerkName, dossierId });
}

function slipAfter(kind: DossierFactKind, dossier: Dossier, issue: PaperIssue): Slip | undefined {
  switch (kind) {
    case 'supplement-received':
    case 'payment-duty-met':
      // The date has moved by as long as the citizen was waited for: the slip is given out again with the new one.
      return receiptSlipNow(dossier, issue);
    case 'supplement-guided':
    case 'supplement-requested': {
      const slip = supplementSlipOf(dossier, slipIssueOf(issue));
      return slip.ok ? slip.value : undefined;
    }
    default:
      return undefined;
  }
}
