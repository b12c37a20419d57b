import type { FeeReceipt, PaymentMethod, PaymentRefusal, RefundRefusal } from '../fees/payment.ts';
import type { CalendarEndsTooSoon } from '../working-calendar.ts';
import type { FeeRefusal } from '../fees/fee-assessment.ts';
import type { IntakeFees } from '../intake-form.ts';
import type { LocalMoment, PlainDate } from '../plain-date.ts';
import type { DossierFactKind, DossierPayloads, FactPlace, LegalBasis } from './dossier-fact.ts';
import type { KnownState } from './dossier-state.ts';

/** A signed paper as it was typed: its date is `YYYY-MM-DD`. */
export type TypedResult = { readonly number: string; readonly date: string; readonly signer: string };
/** What the upper body wrote, entered from its paper. */
export type TypedPaper = { readonly signer: string; readonly date: string };
/** A date typed where none can be computed, with the reason. */
export type TypedDate = { readonly date: string; readonly reason: string };

type Money = {
  readonly feeVnd: number;
  readonly dutyVnd: number;
  readonly method: PaymentMethod;
};

/** What each act asks for, by the kind of fact it makes. Text as it stands in the fields. */
type Wishes = {
  'processing-started': { readonly specialist: string; readonly agreedAppointment?: TypedDate };
  'signature-requested': { readonly note: string };
  'signature-declined': { readonly reason: string };
  'result-issued': { readonly result: TypedResult };
  'resolution-refused': { readonly result: TypedResult; readonly reason: string };
  'supplement-requested': {
    readonly missing: readonly { readonly id: string; readonly name: string; readonly note: string }[];
    readonly reason: string;
    readonly respondBy: string;
    readonly basis?: LegalBasis;
    readonly onPaper?: TypedPaper;
  };
  'supplement-received': {
    readonly papers: DossierPayloads['supplement-received']['papers'];
    readonly agreedAppointment?: TypedDate;
  };
  'payment-duty-notified': { readonly noticeNumber: string };
  'payment-duty-met': { readonly receiptNumber: string; readonly agreedAppointment?: TypedDate };
  'commune-part-finished': { readonly note: string };
  'upstream-returned': { readonly reason: string; readonly pausesLimit: boolean; readonly onPaper: TypedPaper };
  'upstream-result-issued': {
    readonly result: TypedResult;
    readonly isRefusal: boolean;
  };
  withdrawn: { readonly reason: string };
  stopped: { readonly reason: string };
  voided: { readonly reason: string };
  'apology-issued': {
    readonly reason: string;
    readonly newDate: string;
    readonly signer: string;
    readonly toldBy: DossierPayloads['apology-issued']['toldBy'];
    readonly basis?: LegalBasis;
  };
  'appointment-changed': { readonly date: string; readonly reason: string; readonly basis: LegalBasis };
  /** `undoes`: the step the clerk saw as the last one. */
  'step-undone': { readonly undoes: FactPlace; readonly reason: string };
  'details-corrected': {
    readonly applicant: {
      readonly name: string;
      readonly idNumber: string;
      readonly phone: string;
      readonly address: string;
    };
    readonly reason: string;
  };
  /** Counted by the rules of the day of receipt, or typed where there are none. */
  'fees-assessed': {
    readonly fees?: IntakeFees;
    readonly typed?: { readonly feeVnd: number; readonly dutyVnd: number };
    readonly reason: string;
  };
  'fee-collected': Money & { readonly receipt: FeeReceipt; readonly payerName?: string };
  'fee-refunded': Money & { readonly reason: string };
  'contradiction-settled': { readonly of: FactPlace; readonly accepts: boolean; readonly reason: string };
};

export type ActKind = keyof Wishes & DossierFactKind;

/**
 * What a person wants to do with one dossier. Reception, hand-over and what goes with a transfer batch have commands of
 * their own.
 */
export type Act = { readonly [K in ActKind]: { readonly kind: K } & Wishes[K] }[ActKind];
export type ActOf<K extends ActKind> = Extract<Act, { readonly kind: K }>;

/** Why an act is not done. Each names what the clerk can do about it. */
export type ActRefusal =
  | { readonly code: 'dossier-unknown' }
  | { readonly code: 'not-in-this-state'; readonly kind: DossierFactKind; readonly status: KnownState }
  | { readonly code: 'text-missing' | 'text-too-long' | 'not-a-date' | 'date-in-the-future'; readonly field: string }
  /** Before the reception, or before now where it promises something. */
  | { readonly code: 'date-too-early'; readonly field: string }
  | { readonly code: 'nothing-asked-for' }
  /** It was asked for before: a further request or apology needs a legal basis and who allowed it. */
  | { readonly code: 'basis-missing' }
  | { readonly code: 'respond-by-not-over'; readonly respondBy: PlainDate }
  | { readonly code: 'not-linked' }
  /** The promised date is over: that calls for an apology, not for another date. */
  | { readonly code: 'appointment-over'; readonly at: LocalMoment }
  | { readonly code: 'fees'; readonly refusal: FeeRefusal }
  | { readonly code: 'nothing-to-undo' }
  /** Something else happened since the screen was shown. */
  | { readonly code: 'not-the-last-step' }
  | { readonly code: 'no-such-contradiction' }
  | { readonly code: 'nothing-changed' }
  | { readonly code: 'not-a-phone' | 'not-an-id' }
  /** The new date has to be typed, with a reason. */
  | CalendarEndsTooSoon
  | { readonly code: 'no-date-to-move' }
  | { readonly code: 'payment'; readonly refusal: PaymentRefusal }
  | { readonly code: 'refund'; readonly refusal: RefundRefusal };
