import type { Dossier } from '../domain/dossier.ts';
import type { ClockQuality, JsonObject, StoredEvent } from '../domain/dossier-event.ts';
import type { DossierNumber, Station } from '../domain/dossier-number.ts';
import type { OrderedFact } from '../domain/lifecycle/course.ts';
import type { LookUpFilter, LookUpOrder } from '../domain/look-up.ts';
import type { LocalMoment, PlainDate } from '../domain/plain-date.ts';
import type { PrintedPaper } from '../domain/printed-paper.ts';
import type { RegisterPlace } from '../domain/report/register-book.ts';
import type { Result } from '../domain/result.ts';
import type { DossierId, ScanCode } from '../domain/scan-code.ts';
import type { KnownFact, SubjectKind, SubjectStates } from '../domain/subject-fact.ts';
import type { ReprintMark } from '../domain/slips/reprint-mark.ts';
import type { Unit } from '../domain/unit.ts';
import type { VersionVector } from '../domain/version-vector.ts';

/** A reception by what it was for, the name of who made it and the log it stands in. */
export type ReceivedBy = { readonly procedureCode: string; readonly actor: string; readonly log: string };

/** Door 1 of `sync/`: the counter's one database file, seen from the core. {@link openCounterStore} opens it. */
export type CounterStore = {
  /** Undefined until {@link establish}. */
  readonly identity: () => CounterIdentity | undefined;
  /** Set-up, once: keeps who this counter is and opens its log. Throws when it was done before. */
  readonly establish: (identity: CounterIdentity, opening: Opening) => void;

  /**
   * One user action = one transaction, durable when it returns. `act` sees the state inside it; when it answers a
   * refusal, nothing at all is kept, no number is used. A `commandId` that was committed before answers what it
   * answered then and runs nothing. Throws {@link StorageError} when the disk said no; nothing was kept then.
   */
  readonly commit: <T extends JsonObject, R>(action: Action, act: (work: Work) => Result<T, R>) => Result<T, R>;

  /** Whether a command was committed before. */
  readonly wasCarriedOut: (commandId: string) => boolean;

  readonly findDossier: (id: DossierId) => Dossier | undefined;
  readonly listDossiers: (query: DossierViewQuery) => DossierPage;
  /** How many dossiers each list has. */
  readonly countDossiers: (asked: AskedAt) => DossierCounts;
  /** Name without marks, number tail, phone tail, scan code or dossier id. */
  readonly searchDossiers: (query: string, limit: number) => DossierPage;

  /** The dossiers themselves that {@link searchDossiers} would list first. */
  readonly matchDossiers: (query: string, most: number) => readonly Dossier[];
  /** Dossiers of the former system whose old number or barcode is `text`. */
  readonly findByOldScan: (text: string) => readonly Dossier[];
  /** Every dossier, or every open one, in the order of receipt. Nothing may be written meanwhile. */
  readonly eachDossier: (which?: { readonly onlyOpen: boolean }) => Iterable<Dossier>;
  /** Dossiers with something that a person has to settle, the newest first. */
  readonly contradictedDossiers: () => readonly Dossier[];
  /** Of these, as far as they are known, in no order. */
  readonly dossierSummaries: (ids: readonly string[]) => readonly DossierSummary[];
  /** Received on a day, in the order of receipt. */
  readonly receivedOn: (day: PlainDate) => readonly Dossier[];
  /** Who received the newest dossiers, the newest first. */
  readonly lastReceived: (limit: number) => readonly ReceivedBy[];
  /** Where a page of what was received stands in the register books, in the order of receipt. */
  readonly registerPlaces: (query: RegisterPlacesQuery) => RegisterPlacesPage;
  /** Of all dossiers, in no order. */
  readonly dossierIds: () => readonly DossierId[];
  readonly lookUp: LookUp;
  /** What a dossier was folded from, in no order. */
  readonly factsOf: (id: DossierId) => readonly OrderedFact[];
  /** Whether a receipt with this key was written before. */
  readonly isReceiptUsed: (key: string) => boolean;
  /** Dossiers with a payment or a refund on a day. */
  readonly dossiersPaidOn: (day: PlainDate) => readonly DossierId[];

  /** What events say of an account, a batch, a publication; `id` as it stands in the events. */
  readonly findSubject: <K extends SubjectKind>(kind: K, id: string) => SubjectStates[K] | undefined;
  /** In the order of their ids. `onlyOpen`: accounts that are open, batches that are not closed. */
  readonly listSubjects: <K extends SubjectKind>(
    kind: K,
    which?: { readonly onlyOpen: boolean },
  ) => readonly SubjectStates[K][];

  readonly setting: (key: string) => JsonObject | undefined;
  readonly saveSetting: (key: string, value: JsonObject) => void;

  readonly printJobs: PrintJobs;
  readonly drafts: Drafts;

  /** How many numbers a counter gave out so far. */
  readonly used: (counter: NumberCounter) => number;
  /** Whether numbers may be given out, and whether some were skipped when this file was opened. */
  readonly numbers: () => NumbersState;
  /**
   * Gives the counter a station and a log of its own, on a computer that its file was copied to. Refuses a station that
   * any log known here ever used, and a counter that is in no doubt.
   */
  readonly takeStation: (
    station: Station,
    opening: Opening & { readonly log: string },
  ) => Result<null, { readonly code: 'station-used' | 'not-needed' }>;

  /** What this counter holds, from the heads table. */
  readonly vector: () => VersionVector;
  /**
   * Newest wall-clock claim among the last events this counter wrote itself by a clock that was not doubted, in epoch ms; 0
   * when there is none. With `since`, only of what was written after those places.
   */
  readonly lastEventAt: (since?: OwnPlaces) => number;
  /** How far this counter's own logs go, former incarnations too. */
  readonly ownPlaces: () => OwnPlaces;
  readonly syncEvents: SyncEvents;
  /** Of the computer that writes a log; undefined where its first event is not here. */
  readonly stationOf: (log: string) => number | undefined;
  /** Rows the upstream server set aside. */
  readonly quarantinedCount: () => number;
  /** What was set aside is sent again: to a new server, or because a person says so. */
  readonly forgetQuarantine: () => void;

  /** Called once when the file turns out to be damaged while it is open: it must not be written any more. */
  readonly onDamaged: (listener: () => void) => void;
  /** Somebody looked closer and found it so. */
  readonly reportDamaged: () => void;
  /** Called after each commit that changed something, own or replicated. Returns the function that stops it. */
  readonly onChange: (listener: (change: StoreChange) => void) => () => void;
  /** Idempotent. */
  readonly close: () => Promise<void>;
};

export type CounterIdentity = {
  readonly unit: Unit;
  readonly station: Station;
  readonly clerkName: string;
  /** Name of this device's log: lower-case letters, digits and dots, 4–40. */
  readonly log: string;
};

/** Seq by log. */
export type OwnPlaces = { readonly [log: string]: number };

/** What tells this computer from another: hashes, which say nothing about either. Absent what the system did not answer. */
export type MachineFacts = {
  /** The system's own name of its installation. */
  readonly system?: string;
  /** The board's own name, by its maker. */
  readonly board?: string;
  /** Of the user: another account of the same computer has folders, witnesses and a counter of its own. */
  readonly account?: string;
  /** Network adapters that are built in. */
  readonly adapters: readonly string[];
};

/** How a counter's numbers are watched over, outside its database. */
export type NumberWatch = {
  readonly machine: MachineFacts;
  /** Keeps the second witness; not the folder of the counter, best on another disk. */
  readonly witnessFolder: string;
  /** Six hex digits that were never used before: the mark of a new incarnation. */
  readonly mark: () => string;
  readonly opening: () => Opening;
};

/**
 * Why it is not certain that the database knows every number that was given out. `other-machine`: it comes from another
 * computer. `older-copy`: a witness has seen more. `no-witness`: every witness is gone. `restored`: a backup was put back.
 */
export type NumbersDoubt = 'other-machine' | 'older-copy' | 'no-witness' | 'restored';

export type NumbersState = {
  /** `other-machine`: nothing may be numbered until {@link CounterStore.takeStation}. */
  readonly state: 'sound' | 'other-machine';
  /** Why numbers were skipped at this opening. */
  readonly skipped?: NumbersDoubt;
  /** A witness cannot be written. */
  readonly isWitnessLost: boolean;
};

/** An unfinished form, as the screen wrote it. */
export type Draft = { readonly content: string; readonly keptAt: number };

export type Drafts = {
  readonly find: (name: string) => Draft | undefined;
  /** Durable when it returns. */
  readonly keep: (name: string, draft: Draft) => void;
  readonly discard: (name: string) => void;
};

export type Opening = { readonly machine: string; readonly appVersion: string; readonly clock: ClockReading };

/** The wall clock as the machine claims it. */
export type ClockReading = { readonly at: number; readonly clockQuality: ClockQuality };

export type Action = {
  /** Absent for actions that may be repeated. */
  readonly commandId?: string;
  /** Name of the person who acts. */
  readonly actor: string;
  /** Account of that person, and of whom that person stands in for. */
  readonly account?: string;
  readonly standsInFor?: string;
  readonly clock: ClockReading;
};

/** What an action may do inside its transaction. */
export type Work = {
  readonly findDossier: (id: DossierId) => Dossier | undefined;
  readonly findSubject: CounterStore['findSubject'];
  readonly listSubjects: CounterStore['listSubjects'];
  readonly isReceiptUsed: CounterStore['isReceiptUsed'];
  readonly findByOldScan: CounterStore['findByOldScan'];
  /** How many numbers a counter gave out so far, without taking one. */
  readonly used: (counter: NumberCounter) => number;
  /** Takes the next number of a counter: 1, 2, 3 … Burnt only if the action commits. */
  readonly take: (counter: NumberCounter) => number;
  /** Seals a fact into this counter's log and projects it. */
  readonly append: (fact: KnownFact) => StoredEvent;
  /** Seals something that concerns no dossier into this counter's log. */
  readonly note: (entry: { readonly kind: string; readonly payload: JsonObject }) => void;
  readonly discardDraft: (name: string) => void;
  /** Puts a paper into the spool; answers the job's id. Copy 1 is the paper itself, later ones are marked as reprints. */
  readonly queuePaper: (paper: QueuedPaper) => number;
  /** Gives up what still waits of a dossier: papers of these templates, or all. */
  readonly cancelPapers: (dossierId: DossierId, templates: readonly PrintedPaper['template'][] | 'all') => void;
};

export type NumberCounter =
  | { readonly of: 'dossier-number'; readonly date: PlainDate }
  | { readonly of: 'scan-code'; readonly year: number }
  | { readonly of: 'register-book'; readonly year: number }
  /** Forms that bear a number of their own (Mẫu 02, 03, 04). */
  | { readonly of: 'form-number'; readonly year: number }
  | { readonly of: 'transfer-batch'; readonly date: PlainDate };

/** The printer for slips, the one for forms, or no printer: a file where the clerk wants it. */
export type PrinterRole = 'slip' | 'form' | 'file';

export type QueuedPaper = {
  readonly printer: PrinterRole;
  /** Frozen as it is: its later copies show the same. */
  readonly paper: PrintedPaper;
  /** Of the fonts it is promised to be drawn with. */
  readonly fontVersion: string;
  /** Absent for what is about no dossier. */
  readonly dossierId?: DossierId;
  readonly at: LocalMoment;
  /** Who asked for it: named on a copy. */
  readonly clerkName: string;
  /** It was given out before, though no job here knows of it: it cannot be the first copy. */
  readonly isAgain?: boolean;
};

export type DossierSummary = {
  readonly id: DossierId;
  readonly scanCode: ScanCode;
  readonly status: Dossier['status'];
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

export type DossierPage = {
  readonly rows: readonly DossierSummary[];
  /** All that match; of a search at most one more than `MOST_COUNTED`. */
  readonly total: number;
};

/**
 * `late`, `due-today`, `due-soon`: the limit runs, and the appointment has passed, is today, or comes on a day up to
 * `lastDaySoon`. `waiting-for-applicant`: it stands still meanwhile. `result-ready`: the result is there and nobody has it
 * yet. `to-transfer`: awaits a batch to the body above. `waiting`: all that are open. `arrived`: not received yet. `today`: received today.
 */
export type DossierViewName =
  | 'late'
  | 'due-today'
  | 'due-soon'
  | 'waiting-for-applicant'
  | 'result-ready'
  | 'to-transfer'
  | 'waiting'
  | 'arrived'
  | 'today';

/** What is late is not kept anywhere: it follows from the minute at which one asks. */
export type AskedAt = { readonly now: LocalMoment; readonly lastDaySoon: PlainDate };

export type DossierViewQuery = AskedAt & { readonly view: DossierViewName; readonly limit: number };

export type DossierCounts = Readonly<Record<DossierViewName, number>>;

export type PrintJobState = OpenPrintJobState | 'confirmed' | 'sent' | 'cancelled';
/** What is not on paper yet, or needs a person. */
export type OpenPrintJobState = 'queued' | 'sending' | 'unknown' | 'failed';

export type PrintJob = {
  readonly id: number;
  readonly printer: PrinterRole;
  readonly dossierId?: DossierId;
  readonly paper: PrintedPaper;
  readonly reprint?: ReprintMark;
  readonly copyNo: number;
  readonly state: PrintJobState;
  /** Kebab-case word; empty when there is none. */
  readonly trouble: string;
  readonly at: LocalMoment;
  /** Since when it waits; later than `at` when a person sent it again. */
  readonly queuedAt: LocalMoment;
  readonly attempts: number;
  /** At least so many had left the program when the last attempt broke off. */
  readonly bytesSent: number;
};

/** What was drawn for a job, kept with its hash before the first byte leaves. */
export type PrintArtifact = {
  /** What is sent: an ESC/POS job, or a PDF. */
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly fontVersion: string;
  /** Model of the printer; empty for a form, which fits any. */
  readonly drawnFor: string;
  /** Of a slip: as the head burns it. */
  readonly picture?: { readonly widthDots: number; readonly heightDots: number; readonly raster: Uint8Array };
};

export type PrintJobChange = {
  readonly state: PrintJobState;
  readonly trouble: string;
  /** Absent: as it was. */
  readonly bytesSent?: number;
  /** A person sent it: it waits from now on. */
  readonly queuedAt?: LocalMoment;
};

export type PrintJobs = {
  readonly find: (id: number) => PrintJob | undefined;
  /** The newest copy of a paper: what it says last. */
  readonly findPaper: (paperKey: string) => PrintJob | undefined;
  /** What is not on paper yet or needs a person, before what is; newest first within each. A register has no rows here. */
  readonly list: (limit: number) => readonly PrintJob[];
  readonly findIn: (printer: PrinterRole, state: OpenPrintJobState) => readonly PrintJob[];
  readonly countIn: (states: readonly OpenPrintJobState[]) => number;
  /** Jobs of which a person must say something; slips that wait for a printer that nobody has are not among them. */
  readonly countAsked: () => number;
  /** Oldest job that waits for a printer. */
  readonly findNext: (printer: PrinterRole) => PrintJob | undefined;
  /** Durable when it returns. `sending` counts as an attempt. */
  readonly change: (id: number, change: PrintJobChange) => void;
  readonly keepArtifact: (id: number, artifact: PrintArtifact) => void;
  /** Undefined too for one that rotted: it is drawn anew. */
  readonly findArtifact: (id: number) => PrintArtifact | undefined;
};

/** To look through all dossiers step by step, none of which holds the program for long. */
export type LookUp = {
  /** What a text may mean, the best meaning first. Nothing typed is every dossier; what is too short is none. */
  readonly meaningsOf: (text: string) => readonly LookUpMeaning[];
  /** One step through a meaning, the newest first: the places of what passes the filter. */
  readonly step: (asked: LookUpStep) => LookUpPlaces;
  /** In the order of their places. What has left its place meanwhile is missing. */
  readonly at: (places: readonly number[]) => readonly DossierSummary[];
};

/** `words`: names. `places`: dossiers by a number of theirs. */
export type LookUpMeaning =
  | { readonly kind: 'all' }
  | { readonly kind: 'words'; readonly match: string }
  | { readonly kind: 'procedures'; readonly codes: readonly string[] }
  | { readonly kind: 'places'; readonly places: readonly number[] };

export type LookUpStep = AskedAt & {
  readonly meaning: LookUpMeaning;
  readonly filter: LookUpFilter;
  /** Where the step before ended. */
  readonly after?: number;
  /** Tells of each place what stands in this column, too. */
  readonly said?: LookUpOrder;
};

/** `next` is absent when this was the last step. `said`: of each place, where it was asked for. */
export type LookUpPlaces = {
  readonly places: readonly number[];
  readonly said: readonly LookUpSaid[];
  readonly next?: number;
};

/** Of an applicant with whether it is an organisation; of a procedure its code; empty where nothing stands. */
export type LookUpSaid = readonly [text: string, isOrganisation: 0 | 1];

/** `after`: where the page before said that the next begins. */
export type RegisterPlacesQuery = {
  readonly from: PlainDate;
  /** Included. */
  readonly until: PlainDate;
  readonly limit: number;
  readonly after?: PlaceMark;
};

/** Of at most `limit` dossiers; `next` is absent when these were the last. */
export type RegisterPlacesPage = { readonly places: readonly RegisterPlace[]; readonly next?: PlaceMark };

type PlaceMark = { readonly receivedAt: LocalMoment; readonly row: number };

/** Events for a person to look at, on their way upstream or not understood on the way. */
export type SyncEvents = {
  /** Held here and not among what was proved to be upstream, the newest arrival first. */
  readonly unsent: (proved: VersionVector, limit: number) => readonly UnsentEvent[];
  /** What the upstream server set aside, the newest first. */
  readonly refused: (limit: number) => readonly RefusedEvent[];
  /** What is kept and counts for nothing here. */
  readonly notTaken: (limit: number) => { readonly rows: readonly NotTakenEvent[]; readonly total: number };
};

/** What a line says of an event, as far as it can still be read. */
export type SyncEvent = {
  readonly log: string;
  readonly seq: number;
  /** Which machine writes that log; absent where its first event is not here. */
  readonly station?: number;
  readonly event?: Pick<StoredEvent, 'kind' | 'dossierId' | 'at' | 'actor'>;
};

/** `set-aside`: the server did not understand it. `behind`: it waits behind such a one in its log. */
export type UnsentEvent = SyncEvent & { readonly stands: 'waiting' | 'set-aside' | 'behind' };

/** `reason`: the server's word. `refusedAt`: epoch ms. */
export type RefusedEvent = SyncEvent & { readonly reason: string; readonly refusedAt: number };

export type NotTakenEvent = SyncEvent & {
  readonly why: 'hash-differs' | 'chain-broken' | 'unreadable' | 'own-log-forked' | 'not-projected' | 'head-differs';
};

export type StoreChange = { readonly what: 'dossiers' | 'print' | 'settings' | 'sync' };

export type StorageTrouble = 'disk-full' | 'read-only' | 'locked' | 'damaged';
