const STOPS = [
  'input:not([disabled]):not([data-enter-skip])',
  'textarea:not([disabled]):not([data-enter-skip])',
  'button[data-enter-stop]:not([disabled])',
].join(',');

/**
 * Moves the focus from `from` to the next stop inside `root`: fields, and buttons marked `data-enter-stop`.
 * Radio buttons and what is marked `data-enter-skip` are passed over; they are reached by Tab and arrows.
 */
export function focusNextField(root: HTMLElement, from: Element): void {
  const next = [...root.querySelectorAll<HTMLElement>(STOPS)].find(
    (stop) => isAfter(from, stop) && isVisible(stop) && !isRadio(stop),
  );
  next?.focus();
  if (next instanceof HTMLInputElement) next.select();
}

/** Goes to the first field that is marked as wrong; stays where it is when there is none. */
export function focusFirstError(root: HTMLElement | null): void {
  // After React has marked the fields.
  requestAnimationFrame(() => root?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

function isAfter(from: Element, stop: Element): boolean {
  return (from.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isVisible(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}

function isRadio(element: HTMLElement): boolean {
  return element instanceof HTMLInputElement && element.type === 'radio';
}
