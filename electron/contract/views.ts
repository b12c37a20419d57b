import type { Account } from '../../domain/accounts/account.ts';
import type { AccountId } from '../../domain/accounts/account-id.ts';
import type { Permission } from '../../domain/accounts/role.ts';
import type { Appointment } from '../../domain/appointment.ts';
import type { CatalogueDiff } from '../../domain/catalogue-import/catalogue-diff.ts';
import type { CatalogueReading } from '../../domain/catalogue-import/read-catalogue.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { ClockQuality } from '../../domain/dossier-event.ts';
import type { DossierNumber, Station } from '../../domain/dossier-number.ts';
import type { PaymentState } from '../../domain/fees/payment.ts';
import type { OldDossiersRead } from '../../domain/go-live/old-dossier.ts';
import type { DossierFactKind } from '../../domain/lifecycle/dossier-fact.ts';
import type { KnownState } from '../../domain/lifecycle/dossier-state.ts';
import type { Contradiction } from '../../domain/linked/stage-holder.ts';
import type { LinkedDates } from '../../domain/linked/step-dates.ts';
import type { Applicant } from '../../domain/party.ts';
import type { ChangedDate } from '../../domain/time/calendar-change.ts';
import type { LocalMoment, PlainDate } from '../../domain/plain-date.ts';
import type { DossierId, ScanCode } from '../../domain/scan-code.ts';
import type { OnTimeBy } from '../../domain/time/on-time.ts';
import type { BatchList } from '../../domain/transfer/batch-list.ts';
import type { TransferBatch } from '../../domain/transfer/transfer-batch.ts';
import type { Unit } from '../../domain/unit.ts';
import type { PrinterView, ScannerView } from './print-views.ts';

/** What the whole window needs to know about this counter. */
export type AppState = {
  readonly version: string;
  /**
   * `none`: nothing is set up yet, show the set-up screen. `locked`: the file waits for its passphrase or recovery code.
   * `damaged`: the file cannot be used, show the recovery; also while its report was not read yet.
   */
  readonly mode: 'none' | 'real' | 'trial' | 'locked' | 'damaged';
  /** Absent in `none`, `locked` and `damaged`. */
  readonly counter?: CounterIdentity;
  /** Who may sign in, and who is. Absent in `none`, `locked` and `damaged`. */
  readonly people?: PeopleView;
  readonly now: LocalMoment;
  readonly clockQuality: ClockQuality;
  /** The clock may be wrong and nobody confirmed today's date: the next reception will be refused until someone does. */
  readonly needsDateConfirmed: boolean;
  readonly numbers: NumbersView;
  readonly protection: ProtectionView;
  readonly backup: BackupSummary;
  readonly integrity: IntegrityView;
  readonly printer: PrinterView;
  readonly scanner: ScannerView;
  readonly sync: SyncView;
};

export type PeopleView = {
  /** Absent: nobody. In a trial always its one person. */
  readonly signedIn?: {
    readonly id: AccountId;
    readonly name: string;
    readonly permissions: readonly Permission[];
    /** Whom that person stands in for today. */
    readonly standsInFor: readonly string[];
  };
  /** Who may sign in on this computer; empty for a counter that has no account yet: `account.first`. */
  readonly accounts: readonly { readonly id: AccountId; readonly name: string; readonly hasPassphrase: boolean }[];
};

/** One account with what an administrator needs to know of it. */
export type AccountView = Account & { readonly hasPassphrase: boolean; readonly waitMs: number };

/** The four sides of a dossier, none of which follows from another, and what may be done next. */
export type DossierSides = {
  readonly dossier: Dossier;
  readonly business: KnownState;
  readonly payment: PaymentState;
  /** `waiting`: the result is there and has not been handed over. */
  readonly handOver: 'none' | 'waiting' | 'handed-over';
  /** Whether everything known here of it is proved to be upstream. */
  readonly sync: 'no-server' | 'waiting' | 'upstream';
  /** By the release of the result and by the hand-over. */
  readonly onTime: OnTimeBy;
  /** Legal for the state and for who is signed in. */
  readonly acts: readonly DossierFactKind[];
  /** What was said against what was there before, for a person to settle by `contradiction-settled`. */
  readonly contradictions: readonly Contradiction[];
  /** Of a linked procedure: each leg with its date. Absent too where the calendar ends too soon to say. */
  readonly linked?: LinkedDates;
};

/** Somebody this counter knows. */
export type KnownPerson = {
  readonly applicant: Applicant;
  readonly lastAt: LocalMoment;
  /** The newest first, a few. */
  readonly dossiers: readonly {
    readonly id: DossierId;
    readonly procedureCode: string;
    readonly procedureAlias: string;
    readonly at: LocalMoment;
  }[];
};

/** A batch with its list as it is printed, and how the dossiers known here stand. */
export type TransferBatchView = {
  readonly batch: TransferBatch;
  readonly list: BatchList;
  readonly dossiers: readonly BatchDossier[];
};

export type BatchDossier = {
  readonly dossierId: DossierId;
  /** Absent while the reception is not known here. */
  readonly procedureAlias?: string;
  readonly status: Dossier['status'];
};

/** A catalogue file as it was read, before anything is published. */
export type CatalogueReadIn = {
  readonly readingId: string;
  readonly reading: CatalogueReading;
  readonly diff: CatalogueDiff;
};

/** A sheet of open dossiers as it was read, before anything is taken over. */
export type OldDossiersReadIn = { readonly readingId: string; readonly read: OldDossiersRead };

export type SheetRefusal = {
  readonly code: 'not-a-sheet' | 'too-large' | 'too-many-rows' | 'unreadable' | 'empty';
};

export type NumbersView = {
  /** `other-machine`: the file came from another computer; nothing is numbered until a station of its own is taken. */
  readonly state: 'sound' | 'other-machine';
  /** Numbers of today that are left to this station. */
  readonly leftToday: number;
  /** When numbers were skipped, because the file was older than what had been issued: the reason, since this start. */
  readonly skipped?: 'older-copy' | 'restored' | 'other-machine' | 'no-witness';
  /** The files that witness how far numbers went cannot be written: one more fault could repeat a number. */
  readonly isWitnessLost: boolean;
};

export type ProtectionView = {
  readonly kind: 'key-store' | 'passphrase' | 'none';
  /** Whether the operating system keeps keys here. */
  readonly hasKeyStore: boolean;
  /** Whether a recovery code was ever made for this key. */
  readonly hasRecoveryCode: boolean;
};

/** The backups in one line. */
export type BackupSummary = {
  /** Of the last verified one, on this computer or elsewhere. */
  readonly verifiedAt?: LocalMoment;
  /**
   * `failed`: the last try failed. `late`: none for a day. `no-second-place`: only this disk holds copies.
   * `second-place-failed`: there is a good one on this disk, and the copy elsewhere failed.
   */
  readonly state:
    'good' | 'none-yet' | 'failed' | 'late' | 'no-second-place' | 'second-place-missing' | 'second-place-failed';
  /** Why the last try, or the copy elsewhere, failed. */
  readonly trouble?: 'disk-full' | 'read-only' | 'locked' | 'damaged' | 'failed';
};

/** Whether what is held is what was written. */
export type IntegrityView = {
  /** When every event was last checked. */
  readonly checkedAt?: LocalMoment;
  /** Events that are set aside because their content or their place does not fit their hash. */
  readonly setAside: number;
};

/** The long work under way, if any. `done` of `total` events, bytes or rows. */
export type MaintenanceProgress = {
  readonly task: 'backup' | 'try' | 'check' | 'restore' | 'rebuild';
  readonly done: number;
  readonly total: number;
};

export type BackupRow = {
  readonly id: string;
  readonly place: 'this-computer' | 'second-place';
  /** Whose data it holds. */
  readonly unitName: string;
  readonly station: number;
  readonly at: LocalMoment;
  readonly bytes: number;
  readonly events: number;
  readonly dossiers: number;
};

export type BackupsView = {
  readonly summary: BackupSummary;
  /** Newest first. */
  readonly backups: readonly BackupRow[];
  /** As the clerk chose it. */
  readonly secondPlace?: { readonly folder: string; readonly isThere: boolean; readonly copiedAt?: LocalMoment };
  readonly running?: MaintenanceProgress;
  readonly lastTry?: BackupTrial;
  readonly lastCheck?: CheckReport;
};

/** What a trial of a backup came to. */
export type BackupTrial = {
  readonly id: string;
  readonly at: LocalMoment;
  /** `unreadable`: it cannot be opened with this counter's key. `damaged`: hashes do not fit. */
  readonly outcome: 'good' | 'unreadable' | 'damaged' | 'gone';
  readonly events: number;
  readonly dossiers: number;
  /** Events held now that the backup does not hold: made since. */
  readonly newerHere: number;
  /** Events of the backup that are not held now: they would come back. */
  readonly missingHere: number;
};

export type CheckReport = {
  readonly at: LocalMoment;
  readonly events: number;
  readonly setAside: readonly SetAsideEvent[];
  /** Dossiers whose cached state was not what their events say; it was put right. */
  readonly dossiersMended: number;
};

/** An event that is kept and named, but counts for nothing. */
export type SetAsideEvent = {
  readonly log: string;
  readonly seq: number;
  readonly dossierId?: DossierId;
  readonly why: 'hash-differs' | 'chain-broken' | 'unreadable' | 'own-log-forked' | 'not-projected' | 'head-differs';
};

export type RecoveryView = {
  /** `missing`: there is no file, and there are backups of one. */
  readonly why: 'damaged' | 'missing';
  /** The counter itself is open: what came of it only has to be read. */
  readonly isOpen: boolean;
  readonly running?: MaintenanceProgress;
  /** The newest backup there is. */
  readonly newest?: BackupRow;
  readonly report?: RecoveryReport;
  /**
   * `nothing-to-start-from`: no backup, and nothing that can be read. `backup-unusable`: the chosen one is damaged, or was
   * made with another key. `no-backup-there`: not in the folder that was chosen. `several-counters`: there are backups of
   * more than one. `has-data`: this computer has data of its own, which no other may take the place of. Nothing was
   * changed.
   */
  readonly trouble?:
    | 'disk-full'
    | 'read-only'
    | 'locked'
    | 'failed'
    | 'nothing-to-start-from'
    | 'backup-unusable'
    | 'no-backup-there'
    | 'several-counters'
    | 'has-data';
};

/** Exactly what a repair or a restore brought back, and what not. */
export type RecoveryReport = {
  readonly at: LocalMoment;
  readonly fromBackup: number;
  /** Events read out of the file that was set aside. */
  readonly salvaged: number;
  readonly dossiers: number;
  /** Known to have existed and not found: the server may still have them. */
  readonly missing: readonly { readonly log: string; readonly from: number; readonly to: number }[];
  /** Path of the folder the old file was put into, where there was one. Nothing was deleted. */
  readonly setAsideIn?: string;
};

/** An unfinished form as it was last kept. */
export type KeptDraft = { readonly content: string; readonly keptAt: LocalMoment };

export type CounterIdentity = {
  readonly unit: Unit;
  readonly station: Station;
  readonly clerkName: string;
};

/**
 * `no-server`: none was named, nothing is wrong. `offline`: named but not reached. `waiting`: `waiting` events are not
 * proved to be there. `in-sync`: vectors and head hashes were equal at `provedAt`. `refused`: the server said no.
 */
export type SyncView = {
  readonly status: 'no-server' | 'offline' | 'waiting' | 'in-sync' | 'refused';
  readonly waiting: number;
  readonly serverUrl?: string;
  readonly provedAt?: LocalMoment;
  /** When the server last answered anything, since the program was started. */
  readonly answeredAt?: LocalMoment;
  /** When it will be asked again by itself. */
  readonly nextAt?: LocalMoment;
  /** Under way: `done` of `total` events have arrived in this round. */
  readonly sending?: { readonly done: number; readonly total: number };
  /** For `offline` and `refused`: a kebab-case word the screen has a sentence for. */
  readonly reason?: SyncTrouble;
  /** Rows the server set aside, by this counter's own account. */
  readonly quarantined: number;
};

export type SyncTrouble =
  'unreachable' | 'timed-out' | 'token-refused' | 'station-taken' | 'protocol-too-old' | 'server-error' | 'log-forked';

/** One line of a list. */
export type DossierRow = {
  readonly id: DossierId;
  readonly scanCode: ScanCode;
  readonly status: Dossier['status'];
  /** Absent while the reception is not known here. */
  readonly dossierNumber?: DossierNumber;
  /** Of the former system. */
  readonly oldNumber?: string;
  readonly procedureAlias: string;
  readonly applicantName: string;
  readonly applicantPhone: string;
  readonly receivedAt?: LocalMoment;
  readonly appointmentAt?: LocalMoment;
  readonly handedOverAt?: LocalMoment;
  readonly station: number;
  readonly hasAnomaly: boolean;
};

/**
 * `late`, `due-today`, `due-soon`: the limit runs; two working days ahead are soon. `waiting-for-applicant`: the limit
 * stands still. `result-ready`: not handed over yet. `to-transfer`: awaits a
 * batch up. `waiting`: open, all. `arrived`: not received yet. `today`: received today.
 */
export type DossierView =
  | 'late'
  | 'due-today'
  | 'due-soon'
  | 'waiting-for-applicant'
  | 'result-ready'
  | 'to-transfer'
  | 'waiting'
  | 'arrived'
  | 'today';

/** What the day begins with. */
export type MorningView = {
  readonly counts: Readonly<Record<DossierView, number>>;
  /** The last day that `due-soon` takes in. */
  readonly lastDaySoon: PlainDate;
  /** Batches that the other side has not signed for. */
  readonly batches: number;
};

export type DossierList = {
  readonly rows: readonly DossierRow[];
  /** All that match, of which `rows` may be the first; of a search at most one more than `MOST_COUNTED`. */
  readonly total: number;
};

/** What a slip that was scanned or typed says about itself. */
export type ScanAnswer =
  /** May be handed over now. */
  | {
      readonly kind: 'open';
      readonly dossier: Dossier;
      readonly scanCode: ScanCode;
      readonly lateness: 'in-time' | 'due-today' | 'late';
    }
  | { readonly kind: 'handed-over'; readonly dossier: Dossier; readonly scanCode: ScanCode }
  /** It waits for the citizen, is with the body above, or came to its end: its state says which. */
  | { readonly kind: 'not-to-hand-over'; readonly dossier: Dossier; readonly scanCode: ScanCode }
  /** A true slip of this unit, whose reception has not arrived here. A hand-over may be recorded all the same. */
  | {
      readonly kind: 'intake-unknown';
      readonly dossierId: DossierId;
      readonly scanCode: ScanCode;
      readonly station: number;
    }
  /** A true slip of another unit: nothing may be handed over here. */
  | { readonly kind: 'other-unit'; readonly unitCode: string; readonly unitName?: string }
  | { readonly kind: 'not-16-digits'; readonly digits: number }
  | { readonly kind: 'check-failed' };

export type ReceivedDossier = { readonly dossier: Dossier; readonly printJobId: number };

export type AppointmentPreview = { readonly now: LocalMoment; readonly appointment: Appointment };

export type SetUpOptions = {
  /** Whether the operating system keeps keys for this user. */
  readonly hasKeyStore: boolean;
  /** Samples of Yên Lập in force today, codes marked "MẪU". */
  readonly units: readonly Unit[];
  readonly today: PlainDate;
};

/** A printed date that a calendar would give differently, with what a clerk calls its dossier by. */
export type ChangedAppointment = ChangedDate & { readonly dossierNumber: string; readonly applicantName: string };
