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
  DossierList,
  DossierView,
  PaperWidth,
  PrinterChoice,
  PrintJobRow,
  ReceivedDossier,
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
};

export type SetUpField =
  'unit.code' | 'unit.name' | 'unit.upperNames' | 'unit.organisationCode' | 'station' | 'clerkName' | 'printer';

export type SetUpRefusal =
  | {
      readonly code: 'fields';
      readonly fields: readonly {
        readonly field: SetUpField;
        /** `sample-code`: the organisation code is one of the "MẪU" samples. `no-longer-in-force`: the unit ended. */
        readonly code: 'missing' | 'malformed' | 'sample-code' | 'no-longer-in-force';
      }[];
    }
  | { readonly code: 'already-set-up' };

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
  | StorageRefusal;

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
  'trial.end': { input: Nothing; output: AppState };
  /** Procedures in force today. */
  'procedure.list': { input: Nothing; output: readonly Procedure[] };
  'appointment.preview': {
    input: { readonly procedureCode: string };
    output: Result<AppointmentPreview, AppointmentRefusal | { readonly code: 'procedure-not-in-force' }>;
  };
  /** `commandId`: a UUID of the screen's; the same one again answers the same dossier and makes nothing new. */
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
    output: Result<{ readonly jobId: number }, { readonly code: 'no-slip' }>;
  };
  /** The person's word on a job whose paper nobody saw: it is out, or send it now. */
  'print.settle': { input: { readonly jobId: number; readonly answer: 'paper-is-out' | 'print-now' }; output: null };
  'printer.choose': {
    input: { readonly choice: PrinterChoice; readonly paperWidthMm: PaperWidth };
    output: Result<AppState, { readonly code: 'malformed' }>;
  };
  'sync.enrol': {
    input: { readonly serverUrl: string; readonly code: string };
    output: Result<AppState, EnrolRefusal>;
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
