import type { Appointment } from '../../domain/appointment.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { ClockQuality } from '../../domain/dossier-event.ts';
import type { DossierNumber, Station } from '../../domain/dossier-number.ts';
import type { LocalMoment, PlainDate } from '../../domain/plain-date.ts';
import type { DossierId, ScanCode } from '../../domain/scan-code.ts';
import type { Unit } from '../../domain/unit.ts';

/** What the whole window needs to know about this counter. */
export type AppState = {
  readonly version: string;
  /** `none`: nothing is set up yet, show the set-up screen. */
  readonly mode: 'none' | 'real' | 'trial';
  readonly counter?: CounterIdentity;
  readonly now: LocalMoment;
  readonly clockQuality: ClockQuality;
  readonly printer: PrinterView;
  readonly sync: SyncView;
};

export type CounterIdentity = {
  readonly unit: Unit;
  readonly station: Station;
  readonly clerkName: string;
};

/** Where slips go. `virtual` draws them on the screen; `none` keeps them waiting until a printer is named. */
export type PrinterChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'virtual' }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number };

export type PaperWidth = 58 | 80;

export type PrinterView = {
  readonly choice: PrinterChoice;
  readonly paperWidthMm: PaperWidth;
  /** Jobs that wait for a printer. */
  readonly waiting: number;
  /** Jobs of which nobody knows whether the paper came out, or that failed: a person must look. */
  readonly needsAttention: number;
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
  readonly procedureAlias: string;
  readonly applicantName: string;
  readonly applicantPhone: string;
  readonly receivedAt?: LocalMoment;
  readonly appointmentAt?: LocalMoment;
  readonly handedOverAt?: LocalMoment;
  readonly station: number;
  readonly hasAnomaly: boolean;
};

/** `today`: received today. `due`: open, due today or late. `waiting`: open, all. */
export type DossierView = 'today' | 'due' | 'waiting';

export type DossierList = {
  readonly rows: readonly DossierRow[];
  /** All that match, of which `rows` may be the first. */
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

/**
 * `queued`: waits for a printer. `sending`: bytes are leaving. `confirmed`: the printer answered after the last byte.
 * `sent`: all bytes taken, no answer. `unknown`: broken off after the first byte, the paper may be out. `failed`: nothing was taken.
 */
export type PrintJobState = 'queued' | 'sending' | 'confirmed' | 'sent' | 'unknown' | 'failed';

export type PrintJobRow = {
  readonly id: number;
  readonly dossierId: DossierId;
  readonly dossierNumber: string;
  readonly applicantName: string;
  readonly copyNo: number;
  readonly state: PrintJobState;
  readonly trouble?: PrintTrouble;
  readonly at: LocalMoment;
};

export type PrintTrouble = 'no-printer' | 'printer-unreachable' | 'printer-broke-off' | 'render-failed' | 'interrupted';

export type SetUpOptions = {
  /** Samples of Yên Lập in force today, codes marked "MẪU". */
  readonly units: readonly Unit[];
  readonly today: PlainDate;
};
