import type { FieldErrors } from '../intake/field-errors.ts';
import type { IntakeDraft } from '../intake/intake-draft.ts';
import type { Fees } from './use-fees.ts';

export type FeeCardProps = {
  readonly draft: IntakeDraft;
  readonly fees: Fees;
  /** The clerk wanted to finish: what is missing is marked. */
  readonly isSaid: boolean;
  readonly errors: FieldErrors;
  readonly onChange: (part: Partial<IntakeDraft>) => void;
  /** Absent: who is signed in may not give results. */
  readonly onSwitch: (() => void) | undefined;
};
