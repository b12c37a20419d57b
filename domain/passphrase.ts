import type { Brand } from './brand.ts';

/** The passphrase (cụm mật khẩu) that opens the data at every start. In one form, however it was typed. */
export type Passphrase = Brand<string, 'Passphrase'>;

/** Characters as a reader counts them: a letter with its marks is one. */
export const SHORTEST_PASSPHRASE = 10;

/**
 * Reads what a person typed; undefined when it is shorter than {@link SHORTEST_PASSPHRASE}. White space around it does
 * not count, and letters typed whole or with separate marks are the same.
 */
export function parsePassphrase(text: string): Passphrase | undefined {
  const tidy = text.normalize('NFC').trim();
  return Array.from(tidy).length >= SHORTEST_PASSPHRASE ? (tidy as Passphrase) : undefined;
}
