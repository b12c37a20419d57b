import { SegmentedControl } from '@mantine/core';
import { unreachable } from '../../domain/result.ts';
import { capitalised, parseTypedDate, weekdayText } from '../text/format.ts';
import { Field } from '../parts/Field.tsx';
import { ACT_CHOICES, ACT_FIELDS, ACTS } from '../text/acts.ts';
import { typedText } from './act-draft.ts';
import type { ActChoiceName, ActField } from './act-fields.ts';
import { MissingFields } from './MissingFields.tsx';
import { ReceivedFields } from './ReceivedFields.tsx';
import type { ActState } from './use-act.ts';

/** What one act asks for, one below the other; short ones share a line. */
export function ActFields({ state }: { readonly state: ActState }) {
  return (
    <div className="act-fields">
      {state.fields.map((field, index) => (
        <One key={'name' in field ? field.name : field.kind} field={field} isFirst={index === 0} state={state} />
      ))}
    </div>
  );
}

type OneProps = { readonly field: ActField; readonly isFirst: boolean; readonly state: ActState };

function One({ field, isFirst, state }: OneProps) {
  switch (field.kind) {
    case 'missing':
      return (
        <MissingFields
          missing={state.draft.missing}
          error={state.said.errors['missing']}
          onChange={(missing) => state.change({ missing })}
        />
      );
    case 'received':
      return <ReceivedFields state={state} />;
    case 'choice':
      return <Choice name={field.name} state={state} />;
    case 'text':
    case 'date':
    case 'money':
      return <Typed field={field} isFirst={isFirst} state={state} />;
    default:
      return unreachable(field);
  }
}

/** Text that is a sentence takes the whole line. */
const WIDE: ReadonlySet<string> = new Set(['reason', 'note', 'specialist', 'basis.text', 'payerName']);

type TypedProps = OneProps & { readonly field: Extract<ActField, { readonly name: keyof typeof ACT_FIELDS }> };

function Typed({ field: { kind, name, isOptional }, isFirst, state }: TypedProps) {
  const value = typedText(state.draft, name);
  return (
    <div className={WIDE.has(name) ? 'act-field act-field-wide' : 'act-field'}>
      <Field
        label={ACT_FIELDS[name]}
        size="md"
        value={value}
        error={state.said.errors[name]}
        hint={hintOf(kind, value, isOptional)}
        testId={`act-${name}`}
        {...(kind === 'text' ? {} : { inputMode: 'numeric' })}
        {...(kind === 'date' ? { placeholder: ACTS.datePlaceholder, maxLength: 10 } : {})}
        {...(isFirst ? { 'data-autofocus': true } : {})}
        onText={(typed) => state.changeText(name, typed)}
      />
    </div>
  );
}

function hintOf(kind: 'text' | 'date' | 'money', value: string, isOptional: true | undefined): string {
  if (kind !== 'date') return isOptional ? ACTS.optional : '';
  const date = parseTypedDate(value);
  return date ? capitalised(weekdayText(date)) : ACTS.dateHint;
}

function Choice({ name, state }: { readonly name: ActChoiceName; readonly state: ActState }) {
  const { label, options } = ACT_CHOICES[name];
  return (
    <div className="act-field act-field-wide act-choice">
      <span className="label">{label}</span>
      <SegmentedControl
        aria-label={label}
        data={Object.entries(options).map(([value, text]) => ({ value, label: text }))}
        value={typedText(state.draft, name)}
        data-testid={`act-${name}`}
        onChange={(value) => state.changeText(name, value)}
      />
    </div>
  );
}
