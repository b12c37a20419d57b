import type { AccountId } from '../../domain/accounts/account-id.ts';
import type { Role } from '../../domain/accounts/role.ts';
import type { UnitRules } from '../../domain/publication/publication-event.ts';
import type { Result } from '../../domain/result.ts';
import type { CalendarData, CalendarRefusal } from '../../domain/time/calendar-data.ts';
import type {
  AccountChange,
  AccountCommandRefusal,
  AccountRecoverRefusal,
  PassphraseCommandRefusal,
  PersonRefusal,
  CarryOverRefusal,
  ReadInRefusal,
  SignInCommandRefusal,
  StorageRefusal,
} from './refusals.ts';
import type { AccountView, AppState, CatalogueReadIn, ChangedAppointment, OldDossiersReadIn } from './views.ts';

type Nothing = Record<string, never>;

/** What the unit gives itself: accounts, catalogue, calendar, rules. */
export type UnitCommands = {
  /** The first administrator of a counter that has no account yet. Signs that person in. */
  'account.first': {
    input: { readonly name: string; readonly passphrase: string };
    output: Result<AppState, AccountCommandRefusal | PassphraseCommandRefusal>;
  };
  'account.signIn': {
    input: { readonly accountId: AccountId; readonly passphrase: string };
    output: Result<AppState, SignInCommandRefusal>;
  };
  /** A new passphrase for an administrator who forgot it, by the recovery code of the data. Signs that person in. */
  'account.recover': {
    input: { readonly accountId: AccountId; readonly recoveryCode: string; readonly passphrase: string };
    output: Result<AppState, AccountRecoverRefusal>;
  };
  'account.signOut': { input: Nothing; output: AppState };
  'account.list': { input: Nothing; output: readonly AccountView[] };
  'account.open': {
    input: { readonly name: string; readonly roles: readonly Role[]; readonly passphrase: string };
    output: Result<AccountView, AccountCommandRefusal | PassphraseCommandRefusal>;
  };
  'account.change': {
    input: { readonly accountId: AccountId; readonly change: AccountChange };
    output: Result<AccountView, AccountCommandRefusal>;
  };
  /** The own one with the old one; another's by who administers. */
  'account.setPassphrase': {
    input: { readonly accountId: AccountId; readonly passphrase: string; readonly oldPassphrase?: string };
    output: Result<null, PassphraseCommandRefusal>;
  };

  /** Asks for an official catalogue file in a dialog, reads it and says what it would change. Nothing is changed. */
  'catalogue.read': { input: Nothing; output: Result<CatalogueReadIn, ReadInRefusal> };
  /** Publishes what was shown last; `readingId` says that it is the same. */
  'catalogue.apply': {
    input: { readonly readingId: string };
    output: Result<{ readonly published: number }, ReadInRefusal>;
  };
  /** Asks for a sheet with the open dossiers of the former system, and reads it. */
  'goLive.read': { input: Nothing; output: Result<OldDossiersReadIn, ReadInRefusal> };
  'goLive.apply': {
    input: { readonly readingId: string };
    output: Result<{ readonly taken: number; readonly known: number }, CarryOverRefusal>;
  };

  'calendar.get': { input: Nothing; output: CalendarData };
  /** Which printed dates the calendar would give differently. None is changed. */
  'calendar.effects': {
    input: { readonly calendar: CalendarData };
    output: Result<
      readonly ChangedAppointment[],
      { readonly code: 'calendar'; readonly refusals: readonly CalendarRefusal[] }
    >;
  };
  'calendar.publish': {
    input: { readonly calendar: CalendarData; readonly reason: string };
    output: Result<
      null,
      | { readonly code: 'calendar'; readonly refusals: readonly CalendarRefusal[] }
      | { readonly code: 'reason-missing' | 'version-used' }
      | PersonRefusal
      | StorageRefusal
    >;
  };
  'unitRules.get': { input: Nothing; output: UnitRules };
  'unitRules.set': {
    input: UnitRules;
    output: Result<null, { readonly code: 'malformed' } | PersonRefusal | StorageRefusal>;
  };
};
