import type { Appointment } from './appointment.ts';
import type {
  CarriedOver,
  DossierFactKind,
  DossierPayloads,
  FactPlace,
  Filed,
  IssuedResult,
  NamedProcedure,
  Received,
  ResultHandedOver,
} from './lifecycle/dossier-fact.ts';
import type { KnownState } from './lifecycle/dossier-state.ts';
import type { FeeAssessment } from './fees/fee-assessment.ts';
import type { FeePayment, FeeRefund } from './fees/payment.ts';
import type { Applicant } from './party.ts';
import type { LocalMoment } from './plain-date.ts';
import type { DossierId } from './scan-code.ts';
import type { Pause } from './time/pause.ts';

/** A dossier (hồ sơ thủ tục hành chính) as its events make it. */
export type Dossier = {
  readonly id: DossierId;
  /** The business state. */
  readonly status: KnownState;
  /** Arrived through the portal or by post. */
  readonly filing?: Step<Filed>;
  /** What was told to be missing, or why it was not received, before any reception. */
  readonly guidance?: Step<DossierPayloads['supplement-guided']>;
  readonly intakeRefusal?: Step<DossierPayloads['intake-refused']>;
  /** What was asked for, of a paper before the reception that was taken back. */
  readonly asked?: { readonly procedure: NamedProcedure; readonly at: LocalMoment };
  /** Absent while only a later step is known here ("chưa có dữ liệu tiếp nhận"). */
  readonly intake?: Step<Received>;
  /** An open dossier of the system before this one. */
  readonly carriedOver?: Step<CarriedOver>;
  /** Whose it is, as last corrected. Absent as long as no reception is known. */
  readonly applicant?: Applicant;
  /** The date that counts: as first printed, moved by pauses and by what the law changed. Never by an apology. */
  readonly appointment?: Appointment;
  /** Every date it ever had, oldest first, the present one last. */
  readonly appointments: readonly DatedAppointment[];
  /** The waits for the citizen that are over. */
  readonly pauses: readonly Pause[];
  /** It waits for the citizen since then. */
  readonly pausedSince?: LocalMoment;
  readonly supplement?: Step<DossierPayloads['supplement-requested']>;
  readonly supplementsAsked: number;
  /** Said sorry for, oldest first. */
  readonly apologies: readonly Step<DossierPayloads['apology-issued']>[];
  /** Where it is on its way up or down. */
  readonly transfer?: { readonly batch: string; readonly at: LocalMoment };
  /** The signed result or written refusal. */
  readonly result?: IssuedResult & {
    readonly releasedAt: LocalMoment;
    readonly isRefusal: boolean;
    readonly by: 'commune' | 'upstream';
  };
  /** What has to be paid, as last reckoned. Absent: nobody reckoned it. */
  readonly fees?: FeeAssessment;
  readonly payments: readonly Step<FeePayment>[];
  readonly refunds: readonly Step<FeeRefund>[];
  readonly handOver?: Step<ResultHandedOver>;
  /** How it ended without a result in the citizen's hand. */
  readonly ending?: Step<{
    readonly kind: 'withdrawn' | 'stopped' | 'voided';
    readonly at: LocalMoment;
    readonly reason: string;
  }>;
  /** The last step, where it may be taken back. */
  readonly lastUndoable?: FactPlace & { readonly kind: DossierFactKind };
  /** What happened, in the order. */
  readonly trail: readonly TrailEntry[];
  /** Facts that do not fit their place: kept and shown, never dropped. */
  readonly anomalies: readonly Anomaly[];
};

/** A fact with who wrote it down, and where. */
export type Step<T> = T & { readonly actor: string; readonly log: string; readonly seq: number };

export type DatedAppointment = {
  readonly at: LocalMoment;
  /** The fact that set it, and when. */
  readonly by: DossierFactKind;
  readonly since: LocalMoment;
};

/** One line of what happened. */
export type TrailEntry = FactPlace & {
  readonly kind: DossierFactKind;
  readonly at: LocalMoment;
  readonly actor: string;
  readonly account?: string;
  readonly standsInFor?: string;
  /** The state after it. */
  readonly to: KnownState;
  /** Absent: it counts. */
  readonly verdict?: 'undone' | 'out-of-place' | 'settled';
};

/**
 * A fact that contradicts what came before it in the order: a person settles it. `out-of-place`: the state it needs is not
 * the one the dossier had.
 */
export type Anomaly = FactPlace & {
  readonly code: 'second-reception' | 'second-hand-over' | 'out-of-place';
  readonly kind: DossierFactKind;
};

/** A dossier of which nothing is known but its number. */
export function emptyDossier(id: DossierId): Dossier {
  return {
    id,
    status: 'intake-unknown',
    appointments: [],
    pauses: [],
    supplementsAsked: 0,
    apologies: [],
    payments: [],
    refunds: [],
    trail: [],
    anomalies: [],
  };
}
