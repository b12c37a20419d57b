import type { IntakeField } from '../../domain/intake-form.ts';
import type { FieldErrors } from './field-errors.ts';
import type { IntakeDraft } from './intake-draft.ts';

/** What every group of fields of a reception gets. */
export type FieldsProps = {
  readonly draft: IntakeDraft;
  readonly errors: FieldErrors;
  readonly onChange: (part: Partial<IntakeDraft>) => void;
  readonly onLeave: (field: IntakeField) => void;
};
