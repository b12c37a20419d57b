import { type FieldRefusal, type IntakeField, parseIntakeForm } from '../../domain/intake-form.ts';
import type { CertifyRefusal } from '../../electron/contract/refusals.ts';
import { receiptError } from '../text/certify.ts';
import { DATE_IN_THE_PAST, fieldErrorText } from '../text/intake.ts';
import { type IntakeDraft, intakeInputOf } from './intake-draft.ts';

/** `receipt`: of what is paid at once. */
export type FieldErrors = Partial<Record<IntakeField | 'receipt', string>>;

const FIELD_OF_DRAFT = {
  procedure: [],
  kind: [],
  name: ['applicant.name'],
  phone: ['applicant.phone'],
  noPhone: ['applicant.phone'],
  idNumber: ['applicant.idNumber'],
  address: ['applicant.address'],
  hasSubmitter: ['submitter.name', 'submitter.phone', 'submitter.idNumber'],
  submitterName: ['submitter.name'],
  submitterPhone: ['submitter.phone'],
  submitterId: ['submitter.idNumber'],
  papers: ['papers'],
  sets: ['sets'],
  agreedDate: ['agreedAppointment.date'],
  agreedReason: ['agreedAppointment.reason'],
  standing: [],
  fees: ['receipt'],
  options: ['resultWanted.address'],
  isOnTheSpot: ['receipt', 'applicant.address', 'applicant.phone'],
} satisfies Record<keyof IntakeDraft, readonly (keyof FieldErrors)[]>;

/** What the rules say about the fields as they stand. Nothing while no procedure is chosen. */
export function fieldRefusals(draft: IntakeDraft, needsDate: boolean): readonly FieldRefusal[] {
  if (!draft.procedure) return [];
  const { procedure, isOnTheSpot } = draft;
  const parsed = parseIntakeForm(intakeInputOf(draft, procedure, needsDate), procedure, { isOnTheSpot });
  return parsed.ok ? [] : parsed.refusal;
}

/** The same in words, of the fields the clerk has finished with: `seen`, or all. */
export function errorsShown(refusals: readonly FieldRefusal[], seen: ReadonlySet<IntakeField> | 'all'): FieldErrors {
  const shown = refusals.filter(({ field }) => seen === 'all' || seen.has(field));
  return Object.fromEntries(shown.map((refusal) => [refusal.field, fieldErrorText(refusal)]));
}

/** What the core found at fields. */
export function errorsOfAnswer(refusal: CertifyRefusal): FieldErrors {
  const receipt = receiptError(refusal);
  if (receipt !== undefined) return { receipt };
  if (refusal.code === 'agreed-date-in-the-past') return { 'agreedAppointment.date': DATE_IN_THE_PAST };
  return refusal.code === 'fields' ? errorsShown(refusal.fields, 'all') : {};
}

/** An answer's error goes when its field is touched. */
export function withoutTouched(errors: FieldErrors, part: Partial<IntakeDraft>): FieldErrors {
  const touched = Object.entries(FIELD_OF_DRAFT).flatMap(([key, fields]): readonly (keyof FieldErrors)[] =>
    Object.hasOwn(part, key) ? fields : [],
  );
  return Object.fromEntries(Object.entries(errors).filter(([field]) => !touched.some((name) => name === field)));
}
