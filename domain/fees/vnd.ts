/** The largest amount this program takes for one line or one payment, in đồng: nobody pays a billion at a commune's counter. */
export const MOST_VND = 1_000_000_000;

/** True for an amount of money: whole đồng, from 0 to {@link MOST_VND}. */
export function isVnd(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MOST_VND;
}

/**
 * An amount as typed, in đồng, or undefined when it is none. Thousands may be parted by dots, commas or spaces, one kind in
 * one amount; "đ" or a longer word for it may follow. Groups that are not of three digits are refused rather than guessed.
 */
export function parseVnd(typed: string): number | undefined {
  const digits = typed
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/\s*(?:vnđ|vnd|đồng|đ|₫|d)$/u, '');
  const isGrouped = /^[1-9]\d{0,2}(?<mark>[.,\s])\d{3}(?:\k<mark>\d{3})*$/u.test(digits);
  const isPlain = /^(?:0|[1-9]\d*)$/.test(digits);
  if (!isGrouped && !isPlain) return undefined;
  const value = Number(digits.replace(/[.,\s]/gu, ''));
  return isVnd(value) ? value : undefined;
}
