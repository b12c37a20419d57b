import type { Dossier } from './dossier.ts';
import { formOf, formsOf } from './forms/form-set.ts';

/** Slips of a dossier that somebody may ask for, besides the one of its reception. */
export type DossierSlipName = 'hand-over' | 'supplement' | 'fee-receipt';

/** Official forms that are about one dossier. */
export type DossierFormName =
  'receipt-slip' | 'supplement-request' | 'intake-refusal' | 'apology' | 'stop-notice' | 'control-sheet';

/** The slips that have something to say of a dossier as it stands. */
export function slipsOf({ handOver, supplement, guidance, payments }: Dossier): readonly DossierSlipName[] {
  return [
    ...(supplement || guidance ? (['supplement'] as const) : []),
    ...(payments.length > 0 ? (['fee-receipt'] as const) : []),
    ...(handOver ? (['hand-over'] as const) : []),
  ];
}

/** The forms that have something to say of it, and that its set has, in the order of their numbers. */
export function dossierFormsOf(dossier: Dossier): readonly DossierFormName[] {
  const set = formsOf(dossier);
  // What is void promises nothing any more.
  if (!set || dossier.status === 'voided') return [];
  return WITH_SOMETHING_TO_SAY.filter(([form, says]) => formOf(set.id, form) !== undefined && says(dossier)).map(
    ([form]) => form,
  );
}

const WITH_SOMETHING_TO_SAY: readonly (readonly [DossierFormName, (dossier: Dossier) => boolean])[] = [
  ['receipt-slip', ({ intake }) => intake !== undefined],
  ['supplement-request', ({ supplement, guidance }) => (supplement ?? guidance) !== undefined],
  ['intake-refusal', ({ intakeRefusal }) => intakeRefusal !== undefined],
  ['apology', ({ apologies }) => apologies.length > 0],
  ['stop-notice', ({ ending }) => ending !== undefined && ending.kind !== 'voided'],
  ['control-sheet', ({ intake }) => intake !== undefined],
];
