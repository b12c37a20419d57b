import { Field } from '../parts/Field.tsx';
import { RULES_ERRORS, UNIT_RULES } from '../text/unit-rules.ts';
import type { HoursDraft, RulesErrors } from './rules-draft.ts';

type HoursFieldsProps = {
  /** Where their errors stand. */
  readonly place: string;
  readonly hours: HoursDraft;
  readonly errors: RulesErrors;
  readonly isReadOnly: boolean;
  readonly isHome?: boolean;
  readonly onHours: (hours: HoursDraft) => void;
};

const { morning, afternoon, from, until } = UNIT_RULES;
const LABELS = [`${morning} ${from}`, `${morning} ${until}`, `${afternoon} ${from}`, `${afternoon} ${until}`] as const;

/** The four times of a day, in their order. */
export function HoursFields({ place, hours, errors, isReadOnly, isHome = false, onHours }: HoursFieldsProps) {
  return (
    <div className="hours">
      {LABELS.map((label, i) => {
        const error = errors[`${place}.${i}`];
        return (
          <Field
            key={label}
            label={label}
            value={hours[i] ?? ''}
            error={error && RULES_ERRORS[error]}
            readOnly={isReadOnly}
            maxLength={8}
            testId={`${place}.${i}`}
            {...(isHome && i === 0 ? { 'data-home': true } : {})}
            onText={(text) => onHours(replaced(hours, i, text))}
          />
        );
      })}
    </div>
  );
}

function replaced([a, b, c, d]: HoursDraft, at: number, text: string): HoursDraft {
  return [at === 0 ? text : a, at === 1 ? text : b, at === 2 ? text : c, at === 3 ? text : d];
}
