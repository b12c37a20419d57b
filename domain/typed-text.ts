// What becomes of text that a person typed before any rule looks at it.

/** Trimmed, inner white space collapsed, NFC. */
export function tidyText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** An id a clerk may type: empty (none), or 5–30 letters, digits, dots, slashes and hyphens. */
export function isPossibleId(text: string): boolean {
  return text === '' || /^[\p{L}\d./-]{5,30}$/u.test(text);
}
