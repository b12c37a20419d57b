/** What was typed, as groups of four digits: `0830 5012 6000 4287`. Anything but digits is dropped. */
export function codeText(typed: string): string {
  return typed
    .replace(/\D/g, '')
    .slice(0, 16)
    .replace(/(\d{4})(?=\d)/g, '$1 ');
}
