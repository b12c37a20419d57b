import type { Dossier } from '../../domain/dossier.ts';
import type { AppointmentRefusal, HandOverRefusal } from '../../domain/dossier-commands.ts';
import type { StationRangeExhausted } from '../../domain/dossier-number.ts';
import type { FieldRefusal, IntakeInput } from '../../domain/intake-form.ts';
import type { Receiver } from '../../domain/party.ts';
import type { Procedure } from '../../domain/procedure.ts';
import type { Result } from '../../domain/result.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type {
  AppointmentPreview,
  AppState,
  BackupsView,
  DossierList,
  DossierView,
  KeptDraft,
  PaperWidth,
  PrinterChoice,
  PrintJobRow,
  ReceivedDossier,
  RecoveryView,
  ScanAnswer,
  SetUpOptions,
  SyncTrouble,
} from './views.ts';

/** What the clerk typed on the set-up screen. */
export type SetUpForm = {
  readonly unit: {
    readonly code: string;
    readonly name: string;
    /** Bodies above, nearest first; at least one. */
    readonly upperNames: readonly string[];
    readonly organisationCode: string;
  };
  readonly station: number;
  readonly clerkName: string;
  readonly printer: PrinterChoice;
  readonly paperWidthMm: PaperWidth;
  readonly protection: ProtectionChoice;
};

/**
 * How the data file is protected at rest. `key-store`: its key is kept by the operating system for this user of this
 * computer. `passphrase`: typed at every start. `none`: readable by whoever holds the disk; only by explicit choice.
 */
export type ProtectionChoice =
  | { readonly kind: 'key-store' }
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'none' };

export type SetUpField =
  | 'unit.code'
  | 'unit.name'
  | 'unit.upperNames'
  | 'unit.organisationCode'
  | 'station'
  | 'clerkName'
  | 'printer'
  | 'protection';

export type SetUpRefusal =
  | {
      readonly code: 'fields';
      readonly fields: readonly {
        readonly field: SetUpField;
        /** `sample-code`: the organisation code is one of the "MẪU" samples. `no-longer-in-force`: the unit ended. */
        readonly code: 'missing' | 'malformed' | 'sample-code' | 'no-longer-in-force' | 'too-short';
      }[];
    }
  | { readonly code: 'already-set-up' }
  /** The operating system keeps no keys here, or would not keep this one: another protection has to be chosen. */
  | { readonly code: 'no-key-store' };

/** Why nothing could be kept: the disk, not the clerk. Nothing was numbered. */
export type StorageRefusal = {
  readonly code: 'storage-failed';
  readonly why: 'disk-full' | 'read-only' | 'locked' | 'damaged';
};

export type ReceiveRefusal =
  | { readonly code: 'fields'; readonly fields: readonly FieldRefusal[] }
  | { readonly code: 'procedure-not-in-force' }
  | AppointmentRefusal
  | StationRangeExhausted
  | { readonly code: 'year-range-exhausted' }
  /** The clock may be wrong and nobody said today what day it is: `clock.confirm` first. */
  | { readonly code: 'clock-unconfirmed' }
  /** The file was made on another computer: `numbers.takeStation` first. */
  | { readonly code: 'other-machine' }
  | StorageRefusal;

/** Why a backup, a trial of one or a repair cannot begin. */
export type MaintenanceRefusal = {
  /**
   * `busy`: another one is under way. `no-such-backup`: it is not (or no longer) there. `no-place`: no second place was
   * named. `not-in-trial`: a trial is never backed up.
   */
  readonly code: 'busy' | 'no-such-backup' | 'no-place' | 'not-in-trial';
};

/** `wrong-key`: the passphrase or the recovery code does not open the file. `malformed`: it cannot be one. */
export type UnlockRefusal = { readonly code: 'wrong-key' | 'malformed' };

export type EnrolRefusal = {
  readonly code:
    | 'not-a-url'
    | 'plain-http-outside-loopback'
    | 'not-in-trial'
    | 'code-refused'
    | 'other-unit'
    | Exclude<SyncTrouble, 'log-forked'>;
};

type Nothing = Record<string, never>;

/** One line per thing the screen may ask of the core. The only list of its kind. */
export type Commands = {
  'app.state': { input: Nothing; output: AppState };
  'setup.options': { input: Nothing; output: SetUpOptions };
  'setup.complete': { input: SetUpForm; output: Result<AppState, SetUpRefusal | StorageRefusal> };
  /** Opens the trial (dùng thử) in a folder of its own. */
  'trial.start': { input: Nothing; output: Result<AppState, StorageRefusal> };
  /** Closes the trial and removes its folder. */
  'trial.end': { input: Nothing; output: Result<AppState, StorageRefusal> };
  /**
   * The clerk says what day it is (`dd/mm/yyyy` or a plain date), because the clock may be wrong. Refuses `clock-differs`
   * when the computer shows another day: then the clock has to be set first.
   */
  'clock.confirm': {
    input: { readonly date: string };
    output: Result<AppState, { readonly code: 'clock-differs' | 'malformed' } | StorageRefusal>;
  };
  /**
   * Gives this computer a station of its own after its file came from another one. Refuses a station that was ever used
   * by a log this counter knows of.
   */
  'numbers.takeStation': {
    input: { readonly station: number };
    output: Result<AppState, { readonly code: 'station-used' | 'malformed' | 'not-needed' } | StorageRefusal>;
  };

  /** Opens a file whose key this computer does not have. */
  'key.unlock': {
    input: { readonly by: 'passphrase' | 'recovery-code'; readonly text: string };
    output: Result<AppState, UnlockRefusal | StorageRefusal>;
  };
  /** A new recovery code (mã khôi phục) to be printed; the one before it opens nothing any more. Null without a key. */
  'key.newRecoveryCode': { input: Nothing; output: Result<{ readonly code: string }, StorageRefusal> | null };
  /** Protects a file that was plain, from now on. Takes as long as the file is big. */
  'key.protect': {
    input: { readonly protection: Exclude<ProtectionChoice, { readonly kind: 'none' }> };
    output: Result<AppState, { readonly code: 'no-key-store' | 'too-short' | 'already-protected' } | StorageRefusal>;
  };

  'backup.state': { input: Nothing; output: BackupsView };
  /** These start the work and answer at once; `backup.state` says how far it is and what came of it. */
  'backup.now': { input: Nothing; output: Result<null, MaintenanceRefusal> };
  /** Thử khôi phục: opens a copy read-only and compares it with what is held. */
  'backup.try': { input: { readonly id: string }; output: Result<null, MaintenanceRefusal> };
  /** Checks every event's hash and the caches. */
  'backup.checkAll': { input: Nothing; output: Result<null, MaintenanceRefusal> };
  /** Asks the clerk, in a dialog of the system, for a folder or a stick to keep copies in. */
  'backup.choosePlace': { input: Nothing; output: null };
  'backup.forgetPlace': { input: Nothing; output: Result<null, StorageRefusal> };
  /** Puts a backup back; what the present file holds beyond it is carried over. `app.state` says when it is done. */
  'backup.restore': { input: { readonly id: string }; output: Result<null, MaintenanceRefusal> };
  /** While the file is damaged: what can be done, and how far it is. */
  'recovery.state': { input: Nothing; output: RecoveryView };
  /** Sets the damaged file aside and rebuilds from the newest backup and what can still be read. */
  'recovery.start': { input: Nothing; output: Result<null, MaintenanceRefusal> };
  /**
   * Asks the clerk, in a dialog of the system, where the backups of this counter are: on a computer that takes the place of
   * another, or where the copies on this one are lost. `recovery.state` and `app.state` say what was found.
   */
  'recovery.fromPlace': { input: Nothing; output: null };
  /** On a computer without a file of its own: forgets the place that was chosen, and goes back to the set-up. */
  'recovery.leave': { input: Nothing; output: Result<null, StorageRefusal> };
  /** Nothing can be brought back: puts the file aside and begins with an empty counter. */
  'recovery.startAnew': { input: Nothing; output: Result<null, StorageRefusal> };
  /** The report was read; the counter goes on. */
  'recovery.done': { input: Nothing; output: null };

  /** What an unfinished form holds, as the screen wrote it. Durable when it answers. */
  'draft.keep': { input: { readonly content: string }; output: Result<null, StorageRefusal> };
  'draft.find': { input: Nothing; output: KeptDraft | null };
  'draft.discard': { input: Nothing; output: Result<null, StorageRefusal> };

  /** Procedures in force today. */
  'procedure.list': { input: Nothing; output: readonly Procedure[] };
  'appointment.preview': {
    input: { readonly procedureCode: string };
    output: Result<AppointmentPreview, AppointmentRefusal | { readonly code: 'procedure-not-in-force' }>;
  };
  /**
   * `commandId`: a UUID of the screen's; the same one again answers the same dossier and makes nothing new. The draft is
   * gone with the commit.
   */
  'dossier.receive': {
    input: { readonly commandId: string; readonly form: IntakeInput };
    output: Result<ReceivedDossier, ReceiveRefusal>;
  };
  'dossier.get': { input: { readonly id: DossierId }; output: Dossier | null };
  /** What was scanned or typed, as it came. */
  'dossier.scan': { input: { readonly text: string }; output: ScanAnswer };
  'dossier.handOver': {
    input: { readonly commandId: string; readonly dossierId: DossierId; readonly receiver: Receiver };
    output: Result<Dossier, HandOverRefusal | StorageRefusal>;
  };
  'dossier.list': { input: { readonly view: DossierView; readonly limit: number }; output: DossierList };
  /** Name without marks, number tail or phone tail. */
  'dossier.find': { input: { readonly query: string; readonly limit: number }; output: DossierList };
  'print.jobs': { input: Nothing; output: readonly PrintJobRow[] };
  /** The slip as a PNG data URL, drawn as the printer drew it. Null when there is no such job. */
  'print.picture': { input: { readonly jobId: number }; output: string | null };
  /** Prints the frozen slip again, marked with its copy number; answers the new job. */
  'print.again': {
    input: { readonly dossierId: DossierId };
    output: Result<{ readonly jobId: number }, { readonly code: 'no-slip' } | StorageRefusal>;
  };
  /** The person's word on a job whose paper nobody saw: it is out, or send it now. */
  'print.settle': {
    input: { readonly jobId: number; readonly answer: 'paper-is-out' | 'print-now' };
    output: Result<null, StorageRefusal>;
  };
  'printer.choose': {
    input: { readonly choice: PrinterChoice; readonly paperWidthMm: PaperWidth };
    output: Result<AppState, { readonly code: 'malformed' } | StorageRefusal>;
  };
  'sync.enrol': {
    input: { readonly serverUrl: string; readonly code: string };
    output: Result<AppState, EnrolRefusal | StorageRefusal>;
  };
  /** Starts a round now; the answer comes by push. */
  'sync.now': { input: Nothing; output: null };
};

export type CommandName = keyof Commands;
export type Input<N extends CommandName> = Commands[N]['input'];
export type Output<N extends CommandName> = Commands[N]['output'];

/** Asks the core. Rejects only when a machine broke; a refusal is part of the answer. */
export type Call = <N extends CommandName>(name: N, input: Input<N>) => Promise<Output<N>>;

/** A forgotten command does not compile. */
export type Handlers = {
  readonly [N in CommandName]: (input: Input<N>) => Output<N> | Promise<Output<N>>;
};
