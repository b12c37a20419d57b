import type { Result } from '../../domain/result.ts';
import type {
  MaintenanceRefusal,
  ProtectionChoice,
  SetUpForm,
  SetUpRefusal,
  StorageRefusal,
  UnlockRefusal,
} from './refusals.ts';
import type { LookUpCommands } from './look-up-commands.ts';
import type { PrintCommands } from './print-commands.ts';
import type { ReportCommands } from './report-commands.ts';
import type { SelfTestCommands } from './self-test-commands.ts';
import type { SyncCommands } from './sync-commands.ts';
import type { UnitCommands } from './unit-commands.ts';
import type { AppState, BackupsView, RecoveryView, SetUpOptions } from './views.ts';
import type { WorkCommands } from './work-commands.ts';

type Nothing = Record<string, never>;

/** The counter itself: its set-up, its file. */
type CounterCommands = {
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
};

/** One line per thing the screen may ask of the core. The only list of its kind. */
export type Commands = CounterCommands &
  LookUpCommands &
  PrintCommands &
  WorkCommands &
  UnitCommands &
  ReportCommands &
  SelfTestCommands &
  SyncCommands;

export type CommandName = keyof Commands;
export type Input<N extends CommandName> = Commands[N]['input'];
export type Output<N extends CommandName> = Commands[N]['output'];

/** Asks the core. Rejects only when a machine broke; a refusal is part of the answer. */
export type Call = <N extends CommandName>(name: N, input: Input<N>) => Promise<Output<N>>;

/** A forgotten command does not compile. */
export type Handlers = {
  readonly [N in CommandName]: (input: Input<N>) => Output<N> | Promise<Output<N>>;
};
