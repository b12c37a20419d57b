import type { Brand } from '../brand.ts';

/** Tells the accounts (tài khoản) of all counters apart: 12 lower-case hex digits, made by chance, never used again. */
export type AccountId = Brand<string, 'AccountId'>;

/** What an account's events are about, as it stands in them. */
export type AccountSubject = `account/${string}`;

const PREFIX = 'account/';

/** The id that `text` is; undefined when it is none. */
export function parseAccountId(text: string): AccountId | undefined {
  return /^[0-9a-f]{12}$/.test(text) ? (text as AccountId) : undefined;
}

/** What the account's events name as their subject. */
export function accountSubject(id: AccountId): AccountSubject {
  return `account/${id}`;
}

/** The account that an event is about; undefined when it is about something else. */
export function parseAccountSubject(subject: string): AccountId | undefined {
  return subject.startsWith(PREFIX) ? parseAccountId(subject.slice(PREFIX.length)) : undefined;
}
