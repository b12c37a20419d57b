import type { Appointment } from '../appointment.ts';
import type { Channel } from '../channel.ts';
import type { DossierNumber, Station } from '../dossier-number.ts';
import type { FeeAssessment } from '../fees/fee-assessment.ts';
import type { FeePayment, FeeRefund } from '../fees/payment.ts';
import type { ProcedureFee } from '../fees/fee-rule.ts';
import type { SubmittedPaper } from '../submitted-paper.ts';
import type { LookUpCode } from '../look-up-code.ts';
import type { Applicant, Receiver, Submitter } from '../party.ts';
import type { LocalMoment, PlainDate } from '../plain-date.ts';
import type { LinkedStep, ProcedureLimit } from '../procedure.ts';
import type { DossierId, ScanCode } from '../scan-code.ts';

// Everything that can happen to one dossier. Members are added, never renamed: events of every former program are read.

/** The procedure as it was in force on the day, so that nothing later changes what was promised. */
export type FrozenProcedure = {
  readonly code: string;
  readonly version: string;
  readonly name: string;
  readonly alias: string;
  readonly field: string;
  /** Of the channel it came through, as published by the province. */
  readonly limit: ProcedureLimit;
  /** Absent: the same as `limit`. */
  readonly statutoryLimit?: ProcedureLimit;
  readonly fee: ProcedureFee;
  readonly resultName: string;
  readonly linkedSteps?: readonly LinkedStep[];
  readonly isRestricted?: boolean;
};

/** Which procedure, for what never became a received dossier. */
export type NamedProcedure = Pick<FrozenProcedure, 'code' | 'version' | 'name' | 'alias' | 'field' | 'isRestricted'>;

/** A dossier was received (tiếp nhận). Carries the rules of its day, so that nothing later changes what was promised. */
export type Received = {
  readonly scanCode: ScanCode;
  readonly dossierNumber: DossierNumber;
  readonly lookUpCode: LookUpCode;
  readonly registerBook: { readonly book: string; readonly number: number };
  readonly unit: {
    readonly code: string;
    readonly name: string;
    readonly upperNames: readonly string[];
    readonly organisationCode: string;
  };
  readonly station: Station;
  readonly procedure: FrozenProcedure;
  readonly papers: readonly SubmittedPaper[];
  readonly sets: number;
  readonly applicant: Applicant;
  readonly submitter?: Submitter;
  readonly receivedAt: LocalMoment;
  readonly appointment: Appointment;
  /** Absent: `direct`. */
  readonly channel?: Channel;
  /** When the citizen sent it, where that was not at the counter. The limit runs from `receivedAt` all the same. */
  readonly filedAt?: LocalMoment;
  /** Where the result is wanted. Absent: at the counter. */
  readonly resultWanted?: ResultWanted;
  /** Phí, lệ phí as they were reckoned. Absent: not reckoned at this counter. */
  readonly fees?: FeeAssessment;
  /** The forms in force on the day of receipt. Absent: by that day. */
  readonly formSet?: string;
  /** The citizen wants no title of a sensitive procedure on the slip. */
  readonly hidesTitle?: boolean;
  /** The dossier whose wrong result this one corrects. */
  readonly corrects?: DossierId;
};

/** Where a citizen wants to receive the result (đăng ký nhận kết quả tại). */
export type ResultWanted =
  { readonly at: 'counter' } | { readonly at: 'home-by-post'; readonly address: string } | { readonly at: 'portal' };

/** A dossier arrived through the portal or by post and nobody has looked at it yet. */
export type Filed = {
  readonly scanCode: ScanCode;
  readonly channel: Exclude<Channel, 'direct'>;
  /** Number the portal or the post gave it; empty when there is none. */
  readonly arrivalNumber: string;
  readonly filedAt: LocalMoment;
  readonly at: LocalMoment;
  readonly procedure: NamedProcedure;
  readonly applicant: Applicant;
};

/** One paper that is asked for, with what is wrong with the one that came. */
export type MissingPaper = { readonly id: string; readonly name: string; readonly note: string };

/** Mẫu 02 before reception: what is missing was told once and in full. No dossier number, not in the register book. */
export type SupplementGuided = {
  readonly scanCode: ScanCode;
  readonly formNumber: FormNumber;
  readonly at: LocalMoment;
  readonly procedure: NamedProcedure;
  readonly applicant: Applicant;
  readonly missing: readonly MissingPaper[];
  readonly reason: string;
};

/** Mẫu 03: not received, and why. */
export type IntakeRefused = {
  readonly scanCode: ScanCode;
  readonly formNumber: FormNumber;
  readonly at: LocalMoment;
  readonly procedure: NamedProcedure;
  readonly applicant: Applicant;
  readonly ground: RefusalGround;
  readonly reason: string;
};

/** Why a dossier is not received (lý do từ chối). Persisted. */
export type RefusalGround = 'not-competent' | 'not-eligible' | 'false-papers' | 'no-such-procedure' | 'other';

/** Number of a form within the year and the station that wrote it, as of `01-12/HDHS`. */
export type FormNumber = { readonly year: number; readonly station: number; readonly number: number };

/** The signed result (kết quả), or the written refusal. */
export type IssuedResult = {
  /** Empty where the result bears none. */
  readonly number: string;
  readonly date: PlainDate;
  readonly signer: string;
};

/**
 * Who said so, where a clerk enters what the upper body did from its paper. Absent on what that body's own program wrote.
 */
export type OnPaper = { readonly signer: string; readonly date: PlainDate };

/** An open dossier of the system before this one, taken over at go-live. Keeps its old number; gets no new one. */
export type CarriedOver = {
  readonly scanCode: ScanCode;
  readonly oldNumber: string;
  /** What a scanner reads off the old slip; empty when it bears none. */
  readonly oldScanText: string;
  readonly at: LocalMoment;
  readonly unit: Received['unit'];
  readonly station: Station;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly applicant: Applicant;
  readonly receivedAt: LocalMoment;
  /** Absent where the old list named none. */
  readonly appointmentAt?: LocalMoment;
  readonly stands: 'in-progress' | 'result-ready';
  readonly note: string;
};

type At = { readonly at: LocalMoment };

/** Payload of each kind. The key is the persisted kind. */
export type DossierPayloads = {
  filed: Filed;
  'supplement-guided': SupplementGuided;
  'intake-refused': IntakeRefused;
  received: Received;
  'carried-over': CarriedOver;
  /** Internal hand-over to the specialist (chuyển giải quyết): a row of the control sheet. */
  'processing-started': At & {
    readonly specialist: string;
    /** The date as moved, where a wait for the citizen ends with it. */
    readonly appointment?: Appointment;
  };
  'signature-requested': At & { readonly note: string };
  'signature-declined': At & { readonly reason: string };
  /** The commune's result is signed; `at` is the moment of release, which on-time is reckoned by. */
  'result-issued': At & { readonly result: IssuedResult };
  /** The commune refuses in writing; that writing is the result. */
  'resolution-refused': At & { readonly result: IssuedResult; readonly reason: string };
  'supplement-requested': At & {
    readonly formNumber: FormNumber;
    readonly missing: readonly MissingPaper[];
    readonly reason: string;
    /** Last day for the citizen; after it the head may stop the dossier. */
    readonly respondBy: PlainDate;
    /** Given where it is not the first request: legal basis and who allowed it. */
    readonly basis?: LegalBasis;
    readonly onPaper?: OnPaper;
  };
  'supplement-received': At & { readonly papers: readonly SubmittedPaper[]; readonly appointment: Appointment };
  'payment-duty-notified': At & { readonly noticeNumber: string };
  'payment-duty-met': At & { readonly receiptNumber: string; readonly appointment: Appointment };
  'commune-part-finished': At & { readonly note: string };
  'transfer-sent': At & { readonly batch: string };
  /** The upper body signed for it. */
  'transfer-received': At & { readonly batch: string; readonly onPaper?: OnPaper };
  'transfer-rejected': At & { readonly batch: string; readonly reason: string; readonly onPaper?: OnPaper };
  /** The commune takes a batch back before anybody signed for it. */
  'transfer-recalled': At & { readonly batch: string; readonly reason: string };
  'upstream-returned': At & {
    readonly reason: string;
    /** It waits for the citizen from this moment on. */
    readonly pausesLimit: boolean;
    readonly onPaper?: OnPaper;
  };
  /** The upper body issued the result on `at`, which counts for on-time; its paper is on the way. */
  'upstream-result-issued': At & {
    readonly result: IssuedResult;
    readonly isRefusal: boolean;
    readonly onPaper?: OnPaper;
  };
  'upstream-result-arrived': At & { readonly batch: string };
  'result-handed-over': ResultHandedOver;
  withdrawn: At & { readonly reason: string };
  stopped: At & { readonly reason: string; readonly basis?: LegalBasis };
  voided: At & { readonly reason: string };
  /** Mẫu 04: said sorry, with a new date. The date first promised stays the one that statistics know. */
  'apology-issued': At & {
    readonly formNumber: FormNumber;
    readonly reason: string;
    readonly newAppointmentAt: LocalMoment;
    readonly signer: string;
    readonly toldBy: 'paper' | 'phone' | 'text' | 'e-mail' | 'post';
    readonly basis?: LegalBasis;
  };
  /** The date itself was changed by the law or by a mended calendar, never by the program alone. */
  'appointment-changed': At & {
    readonly appointment: Appointment;
    readonly reason: string;
    readonly basis: LegalBasis;
  };
  /** Takes the last step back. Both stay in the log. */
  'step-undone': At & { readonly undoes: FactPlace; readonly reason: string };
  'details-corrected': At & { readonly applicant: Applicant; readonly reason: string };
  /** What has to be paid, reckoned or corrected after the reception. The last one counts. */
  'fees-assessed': At & { readonly fees: FeeAssessment; readonly reason: string };
  'fee-collected': { readonly payment: FeePayment };
  'fee-refunded': { readonly refund: FeeRefund };
  /** A person looked at a fact that did not fit: it counts after all, or it does not. */
  'contradiction-settled': At & { readonly of: FactPlace; readonly accepts: boolean; readonly reason: string };
};

/** What allows a departure from the rule, and who answers for it. */
export type LegalBasis = { readonly text: string; readonly approver: string };

export type FactPlace = { readonly log: string; readonly seq: number };

/** The result was handed over (trả kết quả). */
export type ResultHandedOver = {
  readonly receiver: Receiver;
  readonly handedOverAt: LocalMoment;
  /** Absent: at the counter. */
  readonly by?: 'counter' | 'post' | 'portal';
  /** Number of the post's bill. */
  readonly postBill?: string;
  /** The slip was lost; what the receiver declared instead. */
  readonly slipLost?: string;
  /** What the receiver was authorised by. */
  readonly authorisation?: string;
  /** The citizen's rating, 1–5. */
  readonly rating?: number;
};

export type DossierFactKind = keyof DossierPayloads;

export type DossierFactOf<K extends DossierFactKind> = K extends DossierFactKind
  ? { readonly kind: K; readonly dossierId: DossierId; readonly payload: DossierPayloads[K] }
  : never;

/** Everything this program can read of a dossier. Other kinds are kept, forwarded, and leave a dossier as it is. */
export type DossierFact = DossierFactOf<DossierFactKind>;

/** The moment a fact says it happened. */
export function momentOfFact(fact: DossierFact): LocalMoment {
  switch (fact.kind) {
    case 'received':
      return fact.payload.receivedAt;
    case 'result-handed-over':
      return fact.payload.handedOverAt;
    case 'fee-collected':
      return fact.payload.payment.at;
    case 'fee-refunded':
      return fact.payload.refund.at;
    default:
      return fact.payload.at;
  }
}
