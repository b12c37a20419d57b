// The pattern of an editable combobox (ARIA APG), as for procedures.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import { maskedId } from '../../domain/people/citizen-id.ts';
import { dateOf } from '../../domain/plain-date.ts';
import type { KnownPerson } from '../../electron/contract/views.ts';
import { dateText } from '../text/format.ts';
import { Field } from '../parts/Field.tsx';
import { INTAKE, KNOWN } from '../text/intake.ts';
import type { FieldsProps } from './fields-props.ts';
import { withKnown } from './known-in-draft.ts';
import { type KnownPeople, useKnownPeople } from './use-known-people.ts';

/** The applicant's name. Below it, floating, who may be meant: somebody who was here before is typed only once. */
export function NameField({ draft, errors, onChange, onLeave }: FieldsProps) {
  const listId = useId();
  const choose = (person: KnownPerson): void => onChange(withKnown(person));
  const known = useKnownPeople(draft, choose);
  const { active, people } = known;
  const hasList = known.isOpen && !known.isNobodys;
  return (
    <div className="picker name-picker">
      <Field
        label={draft.kind === 'person' ? INTAKE.personName : INTAKE.organisationName}
        hint={draft.kind === 'person' ? KNOWN.hint : ''}
        value={draft.name}
        error={errors['applicant.name']}
        role="combobox"
        aria-expanded={hasList}
        aria-controls={hasList ? listId : undefined}
        aria-activedescendant={active === undefined ? undefined : `${listId}-${active}`}
        data-home={draft.procedure !== undefined || undefined}
        data-field="applicant.name"
        testId="applicant-name"
        onText={(name) => {
          onChange({ name });
          known.onTyped();
        }}
        onKeyDown={known.onKeyDown}
        onBlur={() => {
          known.close();
          if (draft.name !== '') onLeave('applicant.name');
        }}
      />
      {known.isOpen && (
        <Options
          listId={listId}
          known={known}
          onChoose={(person) => {
            known.close();
            choose(person);
          }}
        />
      )}
      <VisuallyHidden component="output">{known.isOpen ? KNOWN.found(people.length) : ''}</VisuallyHidden>
    </div>
  );
}

type OptionsProps = {
  readonly listId: string;
  readonly known: KnownPeople;
  readonly onChoose: (person: KnownPerson) => void;
};

function Options({ listId, known: { people, active, isNobodys }, onChoose }: OptionsProps) {
  if (isNobodys) return <p className="picker-list picker-none">{KNOWN.nobody}</p>;
  return (
    <div className="picker-list" role="listbox" id={listId} aria-label={KNOWN.label} data-testid="known-people">
      {people.map((person, at) => (
        <div
          key={`${person.applicant.name} ${person.applicant.idNumber} ${person.lastAt}`}
          id={`${listId}-${at}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === active}
          className="picker-option"
          data-testid="known-person"
          // Before the field loses the focus, which would close the list under the pointer.
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(person);
          }}
        >
          <strong>{person.applicant.name}</strong>
          <span className="picker-limit">{numbersOf(person)}</span>
          <span className="picker-name">{lastOf(person)}</span>
        </div>
      ))}
    </div>
  );
}

/** Enough to tell two of one name apart; the waiting room sees the screen. */
function numbersOf({ applicant: { idNumber, phone } }: KnownPerson): string {
  return [
    idNumber === '' ? '' : KNOWN.id(maskedId(idNumber)),
    phone.kind === 'number' ? KNOWN.phoneTail(phone.digits.slice(-3)) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function lastOf({ applicant, dossiers, lastAt }: KnownPerson): string {
  const came = KNOWN.last(dossiers[0]?.procedureAlias, dateText(dateOf(lastAt)));
  return [applicant.address, came].filter(Boolean).join(' · ');
}
