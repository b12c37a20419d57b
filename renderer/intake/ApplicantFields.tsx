import { Checkbox, SegmentedControl } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { Field } from '../parts/Field.tsx';
import { INTAKE } from '../text/intake.ts';
import type { CardForNext } from './card-for-next.ts';
import { CardNoteLine, CardReader } from './CardReader.tsx';
import type { FieldsProps } from './fields-props.ts';
import { NameField } from './NameField.tsx';
import { useCard } from './use-card.ts';

type ApplicantFieldsProps = FieldsProps & {
  /** A card that was read before there were fields. */
  readonly card: CardForNext | undefined;
  readonly onCardTaken: () => void;
};

/** Whose dossier it is, and who brings it where that is somebody else. */
export function ApplicantFields({ card: waiting, onCardTaken, ...props }: ApplicantFieldsProps) {
  const { draft, onChange } = props;
  const card = useCard(draft, onChange);
  const take = useEffectEvent((heard: CardForNext) => {
    onCardTaken();
    card.take(heard);
  });
  useEffect(() => {
    if (waiting) take(waiting);
  }, [waiting]);
  return (
    <section className="card intake-people">
      <header className="card-head">
        <h2>{INTAKE.applicant}</h2>
        <CardReader card={card} />
        <SegmentedControl
          size="xs"
          aria-label={INTAKE.applicant}
          data={[
            { value: 'person', label: INTAKE.person },
            { value: 'organisation', label: INTAKE.organisation },
          ]}
          value={draft.kind}
          data-testid="applicant-kind"
          onChange={(kind) => onChange({ kind: kind === 'organisation' ? 'organisation' : 'person' })}
        />
      </header>
      <Applicant {...props} />
      <Checkbox
        label={INTAKE.hasSubmitter}
        checked={draft.hasSubmitter}
        {...passedOver(draft)}
        data-testid="has-submitter"
        onChange={(event) => onChange({ hasSubmitter: event.currentTarget.checked })}
      />
      {draft.hasSubmitter && <Submitter {...props} />}
      <CardNoteLine card={card} />
    </section>
  );
}

function Applicant({ draft, errors, onChange, onLeave }: FieldsProps) {
  const isPerson = draft.kind === 'person';
  return (
    <div className="people-grid">
      <div className="span-2">
        <NameField draft={draft} errors={errors} onChange={onChange} onLeave={onLeave} />
      </div>
      <div className="phone-pair">
        <Field
          label={INTAKE.phone}
          value={draft.noPhone ? '' : draft.phone}
          disabled={draft.noPhone}
          inputMode="tel"
          error={errors['applicant.phone']}
          {...passedOver(draft)}
          data-field="applicant.phone"
          testId="applicant-phone"
          onText={(phone) => onChange({ phone })}
          onBlur={() => draft.phone !== '' && onLeave('applicant.phone')}
        />
        <Checkbox
          className="no-phone"
          size="xs"
          label={INTAKE.noPhone}
          checked={draft.noPhone}
          data-enter-skip
          data-testid="applicant-no-phone"
          onChange={(event) => onChange({ noPhone: event.currentTarget.checked })}
        />
      </div>
      <Field
        label={isPerson ? INTAKE.personId : INTAKE.organisationId}
        hint={INTAKE.idHint}
        value={draft.idNumber}
        error={errors['applicant.idNumber']}
        {...passedOver(draft)}
        data-field="applicant.idNumber"
        testId="applicant-id"
        onText={(idNumber) => onChange({ idNumber })}
        onBlur={() => onLeave('applicant.idNumber')}
      />
      <div className="span-2">
        <Field
          label={INTAKE.address}
          hint={draft.isOnTheSpot ? INTAKE.notNeededOnTheSpot : ''}
          {...passedOver(draft)}
          value={draft.address}
          error={errors['applicant.address']}
          data-field="applicant.address"
          testId="applicant-address"
          onText={(address) => onChange({ address })}
          onBlur={() => draft.address !== '' && onLeave('applicant.address')}
        />
      </div>
    </div>
  );
}

/** Enter goes straight on to what is counted when the result is given at once. */
function passedOver({ isOnTheSpot }: FieldsProps['draft']): { readonly 'data-enter-skip'?: true } {
  return isOnTheSpot ? { 'data-enter-skip': true } : {};
}

/** On a low screen the card has no room left: what was just asked for has to be seen. */
function intoView(fields: HTMLElement | null): void {
  fields?.scrollIntoView({ block: 'nearest' });
}

function Submitter({ draft, errors, onChange, onLeave }: FieldsProps) {
  return (
    <div className="submitter-grid" ref={intoView}>
      <Field
        label={INTAKE.submitterName}
        value={draft.submitterName}
        error={errors['submitter.name']}
        data-field="submitter.name"
        testId="submitter-name"
        onText={(submitterName) => onChange({ submitterName })}
        onBlur={() => draft.submitterName !== '' && onLeave('submitter.name')}
      />
      <Field
        label={INTAKE.submitterPhone}
        value={draft.submitterPhone}
        inputMode="tel"
        error={errors['submitter.phone']}
        data-field="submitter.phone"
        testId="submitter-phone"
        onText={(submitterPhone) => onChange({ submitterPhone })}
        onBlur={() => onLeave('submitter.phone')}
      />
      <Field
        label={INTAKE.submitterId}
        value={draft.submitterId}
        error={errors['submitter.idNumber']}
        data-field="submitter.idNumber"
        testId="submitter-id"
        onText={(submitterId) => onChange({ submitterId })}
        onBlur={() => onLeave('submitter.idNumber')}
      />
    </div>
  );
}
