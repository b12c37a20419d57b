/** Whether the same passphrase was typed both times, in the form in which the core reads it. */
export function isSamePassphrase(typed: string, again: string): boolean {
  return typed.normalize('NFKC').trim() === again.normalize('NFKC').trim();
}
