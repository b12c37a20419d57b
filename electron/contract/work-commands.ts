import type { AppointmentRefusal, HandOverRefusal } from '../../domain/dossier-commands.ts';
import type { Channel } from '../../domain/channel.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { FeeReceipt, PaymentMethod } from '../../domain/fees/payment.ts';
import type { IntakeInput } from '../../domain/intake-form.ts';
import type { Act, ActRefusal } from '../../domain/lifecycle/act.ts';
import type { TypedApplicant } from '../../domain/lifecycle/before-intake.ts';
import type { RefusalGround } from '../../domain/lifecycle/dossier-fact.ts';
import type { Receiver } from '../../domain/party.ts';
import type { Procedure } from '../../domain/procedure.ts';
import type { Result } from '../../domain/result.ts';
import type { DossierId } from '../../domain/scan-code.ts';
import type { BatchCode } from '../../domain/transfer/batch-code.ts';
import type { BatchChange } from '../../domain/transfer/batch-change.ts';
import type { TransferBatch } from '../../domain/transfer/transfer-batch.ts';
import type {
  BatchCommandRefusal,
  BeforeIntakeRefusal,
  CertifyRefusal,
  PersonRefusal,
  ReceiveRefusal,
  StorageRefusal,
} from './refusals.ts';
import type {
  AppointmentPreview,
  DossierList,
  DossierSides,
  DossierView,
  KeptDraft,
  KnownPerson,
  MorningView,
  ReceivedDossier,
  ScanAnswer,
  TransferBatchView,
} from './views.ts';

type Nothing = Record<string, never>;

/** How all that is due is paid at the reception. */
export type PaidNow = { readonly method: PaymentMethod; readonly receipt: FeeReceipt };

/** The work at the counter: dossiers, batches, and who they are for. */
export type WorkCommands = {
  /** What an unfinished form holds, as the screen wrote it. Durable when it answers. */
  'draft.keep': { input: { readonly content: string }; output: Result<null, StorageRefusal> };
  'draft.find': { input: Nothing; output: KeptDraft | null };
  'draft.discard': { input: Nothing; output: Result<null, StorageRefusal> };

  /** Procedures in force today. */
  'procedure.list': { input: Nothing; output: readonly Procedure[] };
  /** Every version of every procedure, also those that are over or still to come, the shipped ones first. */
  'procedure.versions': { input: Nothing; output: readonly Procedure[] };
  /** Codes of what who is signed in received last on this computer, the last first; a few. */
  'procedure.lastUsed': { input: Nothing; output: readonly string[] };
  'appointment.preview': {
    input: { readonly procedureCode: string; readonly channel?: Channel };
    output: Result<AppointmentPreview, AppointmentRefusal | { readonly code: 'procedure-not-in-force' }>;
  };
  /**
   * `commandId`: a UUID of the screen's; the same one again answers the same dossier and makes nothing new. The draft is
   * gone with the commit. `payment`: all that is due, collected with the reception; absent, it stays due.
   */
  'dossier.receive': {
    input: { readonly commandId: string; readonly form: IntakeInput; readonly payment?: PaidNow };
    output: Result<ReceivedDossier, ReceiveRefusal | Extract<CertifyRefusal, { code: 'payment' }>>;
  };
  /** Nhận và trả ngay: received, done, paid and handed over in one commit. `commandId` as above. */
  'dossier.certify': {
    input: {
      readonly commandId: string;
      readonly form: IntakeInput;
      readonly receiver: Receiver;
      /** As it stands on the result. Absent: the clerk signed it, and it bears no number. */
      readonly result?: { readonly number: string; readonly signer: string };
      /** Money is due, nothing is collected, and the result is given all the same. */
      readonly despiteMoneyDue?: boolean;
      /** Absent: nothing is collected now. */
      readonly payment?: PaidNow;
    };
    output: Result<ReceivedDossier, CertifyRefusal>;
  };
  /** Something arrived through the portal or by post: it waits to be received. `filedAt`: a moment, as the portal has it. */
  'dossier.noteArrival': {
    input: {
      readonly commandId: string;
      readonly procedureCode: string;
      readonly channel: 'online' | 'post';
      readonly arrivalNumber: string;
      readonly filedAt: string;
      readonly applicant: TypedApplicant;
    };
    output: Result<Dossier, BeforeIntakeRefusal>;
  };
  /** Mẫu 02 before reception. `dossierId`: of what arrived; absent for who stands at the counter. */
  'dossier.guide': {
    input: {
      readonly commandId: string;
      readonly dossierId?: DossierId;
      readonly procedureCode: string;
      readonly applicant: TypedApplicant;
      readonly missing: readonly { readonly id: string; readonly name: string; readonly note: string }[];
      readonly reason: string;
    };
    output: Result<Dossier, BeforeIntakeRefusal>;
  };
  /** Mẫu 03. */
  'dossier.refuseIntake': {
    input: {
      readonly commandId: string;
      readonly dossierId?: DossierId;
      readonly procedureCode: string;
      readonly applicant: TypedApplicant;
      readonly ground: RefusalGround;
      readonly reason: string;
    };
    output: Result<Dossier, BeforeIntakeRefusal>;
  };
  /** Any step in the life of a received dossier. The same `commandId` again changes nothing. */
  'dossier.act': {
    input: { readonly commandId: string; readonly dossierId: DossierId; readonly act: Act };
    output: Result<
      Dossier,
      ActRefusal | { readonly code: 'clock-unconfirmed' | 'other-machine' } | PersonRefusal | StorageRefusal
    >;
  };
  'dossier.get': { input: { readonly id: DossierId }; output: Dossier | null };
  /** The dossier with its four sides and what may be done next by who is signed in. */
  'dossier.sides': { input: { readonly id: DossierId }; output: DossierSides | null };
  /** People this counter knows, by what was typed so far; with their last dossiers. */
  'person.suggest': { input: { readonly typed: string }; output: readonly KnownPerson[] };

  /** Opens a batch and answers it; `direction` down: what the upper body announced on its list. */
  'batch.open': {
    input: { readonly commandId: string; readonly direction: 'up' | 'down'; readonly otherBody: string };
    output: Result<TransferBatch, BatchCommandRefusal>;
  };
  'batch.change': {
    input: { readonly commandId: string; readonly code: BatchCode; readonly change: BatchChange };
    output: Result<TransferBatch, BatchCommandRefusal>;
  };
  'batch.list': { input: { readonly onlyOpen: boolean }; output: readonly TransferBatch[] };
  'batch.get': { input: { readonly code: BatchCode }; output: TransferBatchView | null };
  /** What was scanned or typed, as it came. */
  'dossier.scan': { input: { readonly text: string }; output: ScanAnswer };
  'dossier.handOver': {
    input: {
      readonly commandId: string;
      readonly dossierId: DossierId;
      readonly receiver: Receiver;
      readonly by?: 'counter' | 'post' | 'portal';
      readonly postBill?: string;
      /** What the receiver declared instead of the lost slip. */
      readonly slipLost?: string;
      readonly authorisation?: string;
      readonly rating?: number;
      /** Of a result that was made in the same minute: as it stands on it. */
      readonly result?: { readonly number: string; readonly signer: string };
      /** Money is still due and the result is given all the same. */
      readonly despiteMoneyDue?: boolean;
    };
    output: Result<Dossier, HandOverRefusal | { readonly code: 'clock-unconfirmed' } | PersonRefusal | StorageRefusal>;
  };
  'dossier.list': { input: { readonly view: DossierView; readonly limit: number }; output: DossierList };
  /** How many dossiers each list has now, and what else waits. */
  'dossier.morning': { input: Nothing; output: MorningView };
  /** Name without marks, number tail or phone tail. */
  'dossier.find': { input: { readonly query: string; readonly limit: number }; output: DossierList };
};
