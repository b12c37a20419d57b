import type { FieldRefusal } from '../../domain/intake-form.ts';

/** Goes to the first field of a reception that still needs something; to the button when nothing does. */
export function focusFirstNeed(
  form: HTMLElement | null,
  refusals: readonly FieldRefusal[],
  hasProcedure: boolean,
): void {
  // After React has drawn the fields and the dialog is gone.
  requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>(hasProcedure ? selectorOf(refusals[0]) : '[data-home]');
    field?.focus();
    // Behind what was typed: half a number is to be gone on with, not to be typed over.
    if (field instanceof HTMLInputElement && field.type === 'text')
      field.setSelectionRange(field.value.length, field.value.length);
  });
}

function selectorOf(refusal: FieldRefusal | undefined): string {
  if (!refusal) return 'button[data-enter-stop]';
  const [paper] = refusal.papers ?? [];
  return paper === undefined ? `[data-field="${CSS.escape(refusal.field)}"]` : `[data-paper="${CSS.escape(paper)}"]`;
}
