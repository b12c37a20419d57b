import type { TypedApplicant } from '../../domain/lifecycle/before-intake.ts';
import { Field } from '../parts/Field.tsx';
import type { ActSaid } from '../text/act-refusals.ts';
import { INTAKE } from '../text/intake.ts';

type ApplicantPartProps = {
  readonly applicant: TypedApplicant;
  readonly errors: ActSaid['errors'];
  /** The hands begin here. */
  readonly isFirst: boolean;
  readonly onChange: (part: Partial<TypedApplicant>) => void;
};

/** Whose dossier it would be: the name is enough, the rest is for whoever has to be reached. */
export function ApplicantPart({ applicant, errors, isFirst, onChange }: ApplicantPartProps) {
  const isPerson = applicant.kind === 'person';
  return (
    <div className="before-people">
      <Field
        label={isPerson ? INTAKE.personName : INTAKE.organisationName}
        value={applicant.name}
        error={errors['applicant.name']}
        testId="before-name"
        {...(isFirst ? { 'data-autofocus': true } : {})}
        onText={(name) => onChange({ name })}
      />
      <Field
        label={INTAKE.phone}
        inputMode="tel"
        value={applicant.phone}
        error={errors['applicant.phone']}
        testId="before-phone"
        onText={(phone) => onChange({ phone })}
      />
      <Field
        label={isPerson ? INTAKE.personId : INTAKE.organisationId}
        value={applicant.idNumber}
        error={errors['applicant.idNumber']}
        testId="before-id"
        onText={(idNumber) => onChange({ idNumber })}
      />
      <Field
        label={INTAKE.address}
        value={applicant.address}
        error={errors['applicant.address']}
        testId="before-address"
        onText={(address) => onChange({ address })}
      />
    </div>
  );
}
