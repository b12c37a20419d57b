/** Folds text for matching only: no marks, đ→d, lower case, single spaces. What is stored stays as typed (NFC). */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The first letters of the words, folded: "Đăng ký khai sinh" → "dkks". */
export function initialsOf(text: string): string {
  return foldText(text)
    .split(/[^a-z0-9]+/)
    .map((word) => word.slice(0, 1))
    .join('');
}

/** Of a search that finds more, the total is one more than this: to count on would take longer than to find. */
export const MOST_COUNTED = 1_000;
