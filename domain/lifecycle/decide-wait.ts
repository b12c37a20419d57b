import type { Appointment } from '../appointment.ts';
import type { Dossier } from '../dossier.ts';
import { dateOf } from '../plain-date.ts';
import { ok, refuse, type Result } from '../result.ts';
import { tidyText } from '../typed-text.ts';
import type { ActOf, ActRefusal } from './act.ts';
import { readMissing } from './before-intake.ts';
import { type ActCircumstances, type Decided, factOf, spanOf } from './decided.ts';
import type { LegalBasis } from './dossier-fact.ts';
import { appointmentOnResuming } from './new-appointment.ts';
import { readBasis, readDate, readPaper, readText } from './wish-reader.ts';

// The waits for the citizen: the limit stands still from the question to the answer.

export function requestSupplement(
  act: ActOf<'supplement-requested'>,
  dossier: Dossier,
  { now, formNumber }: ActCircumstances,
): Decided {
  const missing = readMissing(act.missing);
  if (!missing.ok) return missing;
  const reason = readText('reason', act.reason);
  if (!reason.ok) return reason;
  const respondBy = readDate('respondBy', act.respondBy);
  if (!respondBy.ok) return respondBy;
  if (respondBy.value <= dateOf(now)) return refuse({ code: 'date-too-early', field: 'respondBy' });
  const basis = basisOfAnother(dossier.supplementsAsked, act.basis);
  if (!basis.ok) return basis;
  const onPaper = act.onPaper && readPaper(act.onPaper, spanOf(dossier, now));
  if (onPaper && !onPaper.ok) return onPaper;
  return factOf(dossier, act.kind, {
    at: now,
    formNumber,
    missing: missing.value,
    reason: reason.value,
    respondBy: respondBy.value,
    ...basis.value,
    ...(onPaper ? { onPaper: onPaper.value } : {}),
  });
}

/** Once by itself; a further time somebody has to answer for. */
export function basisOfAnother(
  before: number,
  typed: LegalBasis | undefined,
): Result<{ readonly basis?: LegalBasis }, ActRefusal> {
  if (!typed && before === 0) return ok({});
  const basis = readBasis(typed);
  return basis.ok ? ok({ basis: basis.value }) : basis;
}

export function notifyPaymentDuty(
  act: ActOf<'payment-duty-notified'>,
  dossier: Dossier,
  { now: at }: ActCircumstances,
): Decided {
  const noticeNumber = readText('noticeNumber', act.noticeNumber);
  return noticeNumber.ok ? factOf(dossier, act.kind, { at, noticeNumber: noticeNumber.value }) : noticeNumber;
}

export function receiveSupplement(act: ActOf<'supplement-received'>, dossier: Dossier, by: ActCircumstances): Decided {
  const appointment = movedAppointment(act, dossier, by);
  if (!appointment.ok) return appointment;
  const papers = act.papers.map((paper) => ({ ...paper, name: tidyText(paper.name) }));
  return factOf(dossier, act.kind, { at: by.now, papers, appointment: appointment.value });
}

export function meetPaymentDuty(act: ActOf<'payment-duty-met'>, dossier: Dossier, by: ActCircumstances): Decided {
  const receiptNumber = readText('receiptNumber', act.receiptNumber);
  if (!receiptNumber.ok) return receiptNumber;
  const appointment = movedAppointment(act, dossier, by);
  if (!appointment.ok) return appointment;
  return factOf(dossier, act.kind, {
    at: by.now,
    receiptNumber: receiptNumber.value,
    appointment: appointment.value,
  });
}

function movedAppointment(
  { agreedAppointment }: ActOf<'supplement-received' | 'payment-duty-met'>,
  dossier: Dossier,
  { now, rules }: ActCircumstances,
): Result<Appointment, ActRefusal> {
  return appointmentOnResuming(dossier, now, { rules, agreed: agreedAppointment });
}
