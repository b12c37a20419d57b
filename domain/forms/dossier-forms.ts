import type { Dossier } from '../dossier.ts';
import type { KnownState } from '../lifecycle/dossier-state.ts';
import { receivedAtOf } from '../lifecycle/new-appointment.ts';
import { ok, refuse, type Result, unreachable } from '../result.ts';
import { scanCodeOf } from '../scan-code.ts';
import { movedAppointmentOf } from '../slips/moved-appointment.ts';
import { hidesTitleOnPaper, shownName } from '../slips/title-on-paper.ts';
import { type FormId, formOf, type FormSetId, formsOf } from './form-set.ts';
import type { DossierOnForm, FormIssue, FormSheet } from './form-sheet.ts';

/** Which form of a dossier is wanted. */
export type FormWish = { readonly form: Extract<FormId, DossierFormId> };

type DossierFormId = 'receipt-slip' | 'supplement-request' | 'intake-refusal' | 'apology' | 'stop-notice';

/** The dossier has nothing that such a form could say, or its set has no such form. */
export type NoSuchForm = { readonly code: 'no-such-form' };

/**
 * The form of a dossier, in the set the dossier keeps; of several of a kind the last. It bears the moment of what it says
 * and, where a clerk signs, the name of who did it; `issue` says who prints it. A receipt slip keeps the unit that received, any other form has the unit of `issue`: a dossier
 * of the years with districts is answered by whoever answers for it today.
 */
export function formSheetOf(wish: FormWish, dossier: Dossier, issue: FormIssue): Result<FormSheet, NoSuchForm> {
  const set = formsOf(dossier)?.id;
  if (set === undefined || !formOf(set, wish.form)) return refuse({ code: 'no-such-form' });
  const sheet = sheetOf(wish.form, dossier, { ...issue, formSet: set });
  return sheet ? ok(sheet) : refuse({ code: 'no-such-form' });
}

/** What a form names a dossier by. Undefined as long as nobody knows whose it is. */
export function dossierOnForm(dossier: Dossier): DossierOnForm | undefined {
  const { id, intake, carriedOver, guidance, intakeRefusal, filing } = dossier;
  const known = [intake, carriedOver, guidance, intakeRefusal, filing].find((each) => each !== undefined);
  const dossierNumber = intake?.dossierNumber ?? carriedOver?.oldNumber;
  if (!known) return undefined;
  return {
    scanCode: scanCodeOf(id),
    ...(dossierNumber === undefined ? {} : { dossierNumber }),
    applicant: dossier.applicant ?? known.applicant,
    procedureName: shownName(known.procedure, { hidesTitle: hidesTitleOnPaper(dossier) }),
  };
}

type Issue = FormIssue & { readonly formSet: FormSetId };

function sheetOf(form: DossierFormId, dossier: Dossier, issue: Issue): FormSheet | undefined {
  switch (form) {
    case 'receipt-slip':
      return receiptSlipOf(dossier, issue);
    case 'supplement-request':
      return supplementRequestOf(dossier, issue);
    case 'intake-refusal':
      return intakeRefusalOf(dossier, issue);
    case 'apology':
      return apologyOf(dossier, issue);
    case 'stop-notice':
      return stopNoticeOf(dossier, issue);
    default:
      return unreachable(form);
  }
}

function receiptSlipOf(dossier: Dossier, issue: Issue): FormSheet | undefined {
  if (!dossier.intake) return undefined;
  const { actor: clerkName, log: _log, seq: _seq, ...intake } = dossier.intake;
  const received = { ...intake, appointment: dossier.appointment ?? intake.appointment };
  const moved = movedAppointmentOf(dossier);
  const { name, upperNames } = received.unit;
  return {
    ...issue,
    template: 'form/receipt-slip/1',
    unit: { name, upperNames },
    at: received.receivedAt,
    clerkName,
    received,
    ...(moved ? { moved } : {}),
  };
}

function supplementRequestOf(dossier: Dossier, issue: Issue): FormSheet | undefined {
  const asked = dossier.supplement ?? dossier.guidance;
  const named = dossierOnForm(dossier);
  if (!asked || !named) return undefined;
  const { formNumber, missing, reason } = asked;
  const respondBy = 'respondBy' in asked ? { respondBy: asked.respondBy } : {};
  return {
    ...issue,
    ...named,
    template: 'form/supplement-request/1',
    at: asked.at,
    clerkName: asked.actor,
    asked: { formNumber, missing, reason, ...respondBy },
  };
}

function intakeRefusalOf({ intakeRefusal }: Dossier, issue: Issue): FormSheet | undefined {
  if (!intakeRefusal) return undefined;
  const { actor, log: _log, seq: _seq, ...refused } = intakeRefusal;
  return { ...issue, template: 'form/intake-refusal/1', at: refused.at, clerkName: actor, refused };
}

function apologyOf(dossier: Dossier, issue: Issue): FormSheet | undefined {
  const last = dossier.apologies.at(-1);
  const named = dossierOnForm(dossier);
  const receivedAt = receivedAtOf(dossier);
  if (!last || !named || receivedAt === undefined) return undefined;
  const { actor: _actor, log: _log, seq: _seq, ...apology } = last;
  // What was moved after the apology was not what the office was sorry for.
  const promised = dossier.appointments.findLast(({ since }) => since <= apology.at) ?? dossier.appointment;
  return {
    ...issue,
    ...named,
    template: 'form/apology/1',
    at: apology.at,
    apology,
    receivedAt,
    ...(promised ? { promisedAt: promised.at } : {}),
  };
}

function stopNoticeOf(dossier: Dossier, issue: Issue): FormSheet | undefined {
  const { ending, payments, refunds } = dossier;
  const named = dossierOnForm(dossier);
  const receivedAt = receivedAtOf(dossier);
  if (!ending || ending.kind === 'voided' || !named || receivedAt === undefined) return undefined;
  return {
    ...issue,
    ...named,
    template: 'form/stop-notice/1',
    at: ending.at,
    of: { log: ending.log, seq: ending.seq },
    kind: ending.kind,
    reason: ending.reason,
    receivedAt,
    stage: stageBefore(dossier, ending.kind),
    moneyVnd: { paid: sum(payments), refunded: sum(refunds) },
  };
}

/** The state the dossier was in when it ended. */
function stageBefore({ trail }: Dossier, ending: 'withdrawn' | 'stopped'): KnownState {
  const counted = trail.filter(({ verdict }) => verdict === undefined);
  const end = counted.findLastIndex(({ kind }) => kind === ending);
  return counted[end - 1]?.to ?? 'received';
}

function sum(moves: readonly { readonly feeVnd: number; readonly dutyVnd: number }[]): number {
  return moves.reduce((total, { feeVnd, dutyVnd }) => total + feeVnd + dutyVnd, 0);
}
