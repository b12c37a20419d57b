import type { AccountId } from '../../domain/accounts/account-id.ts';
import type { AccountRefusal } from '../../domain/accounts/administration.ts';
import type { Permission, Role } from '../../domain/accounts/role.ts';
import type { AppointmentRefusal, HandOverRefusal } from '../../domain/dossier-commands.ts';
import type { StationRangeExhausted } from '../../domain/dossier-number.ts';
import type { FeeRefusal } from '../../domain/fees/fee-assessment.ts';
import type { PaymentRefusal } from '../../domain/fees/payment.ts';
import type { FieldRefusal } from '../../domain/intake-form.ts';
import type { ActRefusal } from '../../domain/lifecycle/act.ts';
import type { KnownState } from '../../domain/lifecycle/dossier-state.ts';
import type { BatchRefusal } from '../../domain/transfer/batch-decision.ts';
import type { PaperWidth, PrinterChoice } from './print-views.ts';
import type { SheetRefusal, SyncTrouble } from './views.ts';

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
  /** The first administrator, who may do everything until others are given accounts. */
  readonly clerkName: string;
  /** With which that person signs in. */
  readonly accountPassphrase: string;
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
  | 'accountPassphrase'
  | 'printer'
  | 'protection';

export type SetUpRefusal =
  | {
      readonly code: 'fields';
      readonly fields: readonly {
        readonly field: SetUpField;
        /** `sample-code`: the organisation code is one of the "MẪU" samples. `no-longer-in-force`: the unit ended. */
        readonly code: 'missing' | 'malformed' | 'sample-code' | 'no-longer-in-force' | 'too-short' | 'too-long';
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

/** Nobody is signed in, or the person has not the role for it. */
export type PersonRefusal =
  { readonly code: 'not-signed-in' } | { readonly code: 'not-permitted'; readonly permission: Permission };

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
  /** What has to be paid cannot be reckoned from what was typed. */
  | { readonly code: 'fees'; readonly refusal: FeeRefusal }
  | { readonly code: 'not-in-this-state'; readonly status: KnownState }
  /** Of what arrived elsewhere: another unit's. */
  | { readonly code: 'dossier-unknown' }
  | PersonRefusal
  | StorageRefusal;

/** A clerk who certifies on the spot: what was received is done and handed over in the same minute. */
export type CertifyRefusal =
  | ReceiveRefusal
  | { readonly code: 'linked-procedure' }
  | { readonly code: 'money-due'; readonly restVnd: number }
  | { readonly code: 'receiver'; readonly refusal: HandOverRefusal }
  | { readonly code: 'payment'; readonly refusal: PaymentRefusal };

/** Why nothing was told or refused before a reception. */
export type BeforeIntakeRefusal =
  | ActRefusal
  | Extract<
      ReceiveRefusal,
      { code: 'procedure-not-in-force' | 'year-range-exhausted' | 'clock-unconfirmed' | 'other-machine' }
    >
  | PersonRefusal
  | StorageRefusal;

/** What happens to an account. */
export type AccountChange =
  | { readonly kind: 'roles'; readonly roles: readonly Role[] }
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'close'; readonly reason: string }
  | { readonly kind: 'reopen' }
  /** Moments `YYYY-MM-DDTHH:mm`. */
  | {
      readonly kind: 'give-stand-in';
      readonly standInId: AccountId;
      readonly from: string;
      readonly until: string;
      readonly reason: string;
    }
  | { readonly kind: 'end-stand-in'; readonly standInId: AccountId }
  /** Ends the wait after wrong passphrases. */
  | { readonly kind: 'clear-lock-out' };

export type AccountCommandRefusal =
  AccountRefusal | { readonly code: 'not-signed-in' | 'not-a-date' | 'own-account' } | StorageRefusal;

/** `waitMs`: how long until the next try is admitted. */
export type SignInCommandRefusal =
  | { readonly code: 'wrong-passphrase' | 'must-wait'; readonly waitMs: number }
  | { readonly code: 'no-passphrase' }
  | StorageRefusal;

export type PassphraseCommandRefusal =
  | SignInCommandRefusal
  | PersonRefusal
  | { readonly code: 'too-short' | 'too-long'; readonly least?: number; readonly most?: number }
  | { readonly code: 'account-unknown' | 'account-closed' | 'old-passphrase-missing' };

/** Refusals of a transfer batch, those of its dossiers among them. */
export type BatchCommandRefusal =
  | { readonly code: 'clock-unconfirmed' | 'other-machine' }
  | BatchRefusal
  | { readonly code: 'batch-unknown' }
  | PersonRefusal
  | StorageRefusal;

/** Why a file could not be read in. `no-file`: none was chosen. `nothing-read`: it was not looked at before, or is old. */
export type ReadInRefusal =
  { readonly code: 'no-file' | 'nothing-read' | SheetRefusal['code'] } | PersonRefusal | StorageRefusal;

/** Why not all open dossiers of the former system could be taken over. What was taken before stays. */
export type CarryOverRefusal =
  ReadInRefusal | { readonly code: 'year-range-exhausted' | 'clock-unconfirmed' | 'other-machine' };

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

/** `wrong-key`: the code does not open the data. `no-recovery-code`: the data has no key, so it has no code. */
export type AccountRecoverRefusal =
  | UnlockRefusal
  | { readonly code: 'no-recovery-code' | 'not-an-administrator' }
  | { readonly code: 'too-short' | 'too-long'; readonly least?: number; readonly most?: number }
  | StorageRefusal;
