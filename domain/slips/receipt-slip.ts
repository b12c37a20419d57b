import type { Appointment } from '../appointment.ts';
import type { Dossier } from '../dossier.ts';
import type { Received, ResultWanted } from '../lifecycle/dossier-fact.ts';
import type { DossierNumber } from '../dossier-number.ts';
import type { SubmittedPaper } from '../submitted-paper.ts';
import type { LookUpCode } from '../look-up-code.ts';
import type { LocalMoment } from '../plain-date.ts';
import type { FeeAssessment } from '../fees/fee-assessment.ts';
import type { ProcedureFee } from '../fees/fee-rule.ts';
import type { ProcedureLimit } from '../procedure.ts';
import type { ScanCode } from '../scan-code.ts';
import { type MovedAppointment, movedAppointmentOf } from './moved-appointment.ts';
import { shownName } from './title-on-paper.ts';

/** Which layout draws a slip. A new layout is a new version; old slips keep theirs. */
export const RECEIPT_SLIP_TEMPLATE = 'receipt-slip/1';

/**
 * What the receipt-and-appointment slip (giấy tiếp nhận hồ sơ và hẹn trả kết quả) says, as data; no layout.
 * Frozen in the transaction of the reception: a reprint shows what was promised.
 */
export type ReceiptSlip = {
  readonly template: typeof RECEIPT_SLIP_TEMPLATE;
  /** "BẢN THỬ": made in the trial, worth nothing. */
  readonly isTrial: boolean;
  readonly unit: { readonly name: string; readonly upperNames: readonly string[] };
  readonly dossierNumber: DossierNumber;
  readonly scanCode: ScanCode;
  readonly lookUpCode: LookUpCode;
  readonly registerBook: { readonly book: string; readonly number: number };
  readonly applicantName: string;
  readonly applicantAddress: string;
  /** Digits, or empty for "không có". */
  readonly applicantPhone: string;
  readonly submitterName?: string;
  readonly procedureName: string;
  readonly papers: readonly SubmittedPaper[];
  readonly sets: number;
  readonly limit: ProcedureLimit;
  readonly fee: ProcedureFee;
  /** As reckoned at the reception, without the names of the lines. Absent: not reckoned. */
  readonly fees?: Pick<FeeAssessment, 'totalVnd' | 'unassessed'>;
  /** Empty where it would tell what the title must not. */
  readonly resultName: string;
  /** Absent: at the counter. */
  readonly resultWanted?: ResultWanted;
  readonly receivedAt: LocalMoment;
  readonly appointment: Appointment;
  /** The date is not the one that was first promised. */
  readonly moved?: MovedAppointment;
  readonly clerkName: string;
};

export function receiptSlipOf(
  received: Received,
  issue: { readonly clerkName: string; readonly isTrial: boolean },
): ReceiptSlip {
  const { applicant, submitter, procedure, unit, fees, resultWanted, hidesTitle = false } = received;
  const { note: _note, ...fee } = procedure.fee;
  return {
    template: RECEIPT_SLIP_TEMPLATE,
    isTrial: issue.isTrial,
    unit: { name: unit.name, upperNames: unit.upperNames },
    dossierNumber: received.dossierNumber,
    scanCode: received.scanCode,
    lookUpCode: received.lookUpCode,
    registerBook: received.registerBook,
    applicantName: applicant.name,
    applicantAddress: applicant.address,
    applicantPhone: applicant.phone.kind === 'number' ? applicant.phone.digits : '',
    ...(submitter ? { submitterName: submitter.name } : {}),
    procedureName: shownName(procedure, received),
    papers: received.papers,
    sets: received.sets,
    limit: procedure.limit,
    fee: hidesTitle ? fee : procedure.fee,
    ...(fees ? { fees: { totalVnd: fees.totalVnd, unassessed: fees.unassessed } } : {}),
    resultName: hidesTitle ? '' : procedure.resultName,
    ...(resultWanted ? { resultWanted } : {}),
    receivedAt: received.receivedAt,
    appointment: received.appointment,
    clerkName: issue.clerkName,
  };
}

/** The slip of a received dossier with the date that counts now, and why it is another. Undefined without a reception. */
export function receiptSlipNow(
  dossier: Dossier,
  issue: { readonly clerkName: string; readonly isTrial: boolean },
): ReceiptSlip | undefined {
  const { intake, appointment } = dossier;
  if (!intake) return undefined;
  const moved = movedAppointmentOf(dossier);
  const slip = receiptSlipOf({ ...intake, appointment: appointment ?? intake.appointment }, issue);
  return moved ? { ...slip, moved } : slip;
}
