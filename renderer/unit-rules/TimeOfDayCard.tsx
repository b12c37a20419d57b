import { Radio } from '@mantine/core';
import { TIMES_OF_DAY, UNIT_RULES } from '../text/unit-rules.ts';
import type { RulesCardProps } from './rules-card-props.ts';

const KINDS = ['half-day', 'same-clock-time', 'end-of-day'] as const;

/** What minute of its day an appointment falls on. */
export function TimeOfDayCard({ state, draft }: RulesCardProps) {
  return (
    <section className="card">
      <h2>{UNIT_RULES.timeOfDay}</h2>
      <fieldset className="choices time-of-day">
        <legend>{UNIT_RULES.timeOfDay}</legend>
        {KINDS.map((kind) => (
          <Radio
            key={kind}
            name="time-of-day"
            value={kind}
            label={TIMES_OF_DAY[kind].label}
            description={TIMES_OF_DAY[kind].hint}
            checked={draft.timeOfDay === kind}
            data-testid={`time-of-day-${kind}`}
            onChange={() => state.change({ timeOfDay: kind })}
          />
        ))}
      </fieldset>
    </section>
  );
}
