import { useState } from 'react';
import type { FieldRefusal, IntakeField } from '../../domain/intake-form.ts';
import { type Fees, useFees } from '../fees/use-fees.ts';
import type { LocalMoment } from '../../domain/plain-date.ts';
import { INTAKE } from '../text/intake.ts';
import { errorsShown, type FieldErrors, fieldRefusals, withoutTouched } from './field-errors.ts';
import { EMPTY_INTAKE, type IntakeDraft } from './intake-draft.ts';
import { type AppointmentShown, useAppointment } from './use-appointment.ts';

export type IntakeFields = {
  readonly draft: IntakeDraft;
  readonly appointment: AppointmentShown;
  readonly fees: Fees;
  /** What the rules say about the fields as they stand, shown or not. */
  readonly refusals: readonly FieldRefusal[];
  readonly errors: FieldErrors;
  /** Required papers still to tick, once that is said. */
  readonly missingPapers: readonly string[];
  /** The clerk wanted to finish: what is missing is said. */
  readonly isSaid: boolean;
  /** A short word beside the buttons: what is still to mend. */
  readonly toMend: string | undefined;
  readonly change: (part: Partial<IntakeDraft>) => void;
  /** The clerk has left a field: its error may be shown. */
  readonly leave: (field: IntakeField) => void;
  /** The clerk wants to finish: every error is shown. */
  readonly showAll: () => void;
  /** What the core found at fields. */
  readonly showAnswered: (errors: FieldErrors) => void;
  readonly startWith: (draft: IntakeDraft) => void;
};

const NO_FIELDS: ReadonlySet<IntakeField> = new Set();

/** What is typed, the appointment it leads to, and the errors that it is time to show. */
export function useIntakeFields(now: LocalMoment): IntakeFields {
  const [draft, setDraft] = useState(EMPTY_INTAKE);
  const [seen, setSeen] = useState<ReadonlySet<IntakeField> | 'all'>(NO_FIELDS);
  const [answered, setAnswered] = useState<FieldErrors>({});
  const appointment = useAppointment(draft, now);
  const fees = useFees(draft, now);
  const refusals = fieldRefusals(draft, appointment.kind === 'to-agree');
  return {
    draft,
    appointment,
    fees,
    isSaid: seen === 'all',
    refusals,
    errors: { ...answered, ...errorsShown(refusals, seen) },
    missingPapers: seen === 'all' ? refusals.flatMap(({ papers }) => papers ?? []) : [],
    toMend: seen === 'all' ? toMendText(draft, refusals.length + (fees.doBlock ? 1 : 0)) : undefined,
    change: (part) => {
      setDraft((old) => ({ ...old, ...part }));
      setAnswered((old) => withoutTouched(old, part));
    },
    leave: (field) => setSeen((old) => (old === 'all' ? old : new Set([...old, field]))),
    showAll: () => setSeen('all'),
    showAnswered: setAnswered,
    startWith: (next) => {
      setDraft(next);
      setSeen(NO_FIELDS);
      setAnswered({});
    },
  };
}

function toMendText(draft: IntakeDraft, count: number): string | undefined {
  if (!draft.procedure) return INTAKE.chooseProcedure;
  return count > 0 ? INTAKE.toMend(count) : undefined;
}
