/** How large everything is written on this machine, in percent. */
export const TEXT_SIZES = [100, 115, 130] as const;

export type TextSize = (typeof TEXT_SIZES)[number];

/** Where the page keeps it, beside its colours: it belongs to the machine, not to the data. */
export const TEXT_SIZE_KEY = 'text-size';

/** The page says on its window that another was chosen. It can ask for nothing but one of these. */
export const TEXT_SIZE_CHOSEN = 'text-size-chosen';

/** What was kept; anything else is the ordinary size. */
export function parseTextSize(kept: string | null): TextSize {
  return TEXT_SIZES.find((size) => String(size) === kept) ?? 100;
}
