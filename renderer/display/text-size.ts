import { parseTextSize, TEXT_SIZE_CHOSEN, TEXT_SIZE_KEY, type TextSize } from '../../electron/contract/text-size.ts';

export function keptTextSize(): TextSize {
  return parseTextSize(localStorage.getItem(TEXT_SIZE_KEY));
}

/** Keeps it for the next start, and has it shown at once. */
export function chooseTextSize(size: TextSize): void {
  localStorage.setItem(TEXT_SIZE_KEY, String(size));
  window.dispatchEvent(new Event(TEXT_SIZE_CHOSEN));
}
