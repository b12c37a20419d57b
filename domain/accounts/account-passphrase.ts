import type { Brand } from '../brand.ts';
import { ok, refuse, type Result } from '../result.ts';

/** What an account's person types to sign in (cụm mật khẩu của tài khoản). In one form, however it was typed. */
export type AccountPassphrase = Brand<string, 'AccountPassphrase'>;

/**
 * Characters; a letter with its marks is one. Short, because digits typed on a keypad while a citizen waits have to do:
 * what protects so few is that only a handful of tries is given, and that the data lies encrypted.
 */
export const SHORTEST_ACCOUNT_PASSPHRASE = 6;
export const LONGEST_ACCOUNT_PASSPHRASE = 200;

/** A letter with two marks, or outside the first plane, typed in parts. */
const MOST_UNITS_PER_CHARACTER = 4;

export type AccountPassphraseRefusal =
  { readonly code: 'too-short'; readonly atLeast: number } | { readonly code: 'too-long'; readonly atMost: number };

/**
 * Reads what a person typed. White space around it does not count; letters typed whole or with separate marks, and digits
 * of full or half width, are the same. Refuses less than {@link SHORTEST_ACCOUNT_PASSPHRASE} characters and more than
 * {@link LONGEST_ACCOUNT_PASSPHRASE}.
 */
export function parseAccountPassphrase(typed: string): Result<AccountPassphrase, AccountPassphraseRefusal> {
  const tooLong = { code: 'too-long', atMost: LONGEST_ACCOUNT_PASSPHRASE } as const;
  // Before anything is done with it, however long it is.
  if (typed.length > LONGEST_ACCOUNT_PASSPHRASE * MOST_UNITS_PER_CHARACTER) return refuse(tooLong);
  const tidy = typed.normalize('NFKC').trim();
  const { length } = Array.from(tidy);
  if (length > LONGEST_ACCOUNT_PASSPHRASE) return refuse(tooLong);
  if (length < SHORTEST_ACCOUNT_PASSPHRASE) return refuse({ code: 'too-short', atLeast: SHORTEST_ACCOUNT_PASSPHRASE });
  return ok(tidy as AccountPassphrase);
}
