import { UNIT_RULES } from '../text/unit-rules.ts';
import { HoursFields } from './HoursFields.tsx';
import type { RulesCardProps } from './rules-card-props.ts';

/** The hours of the office wherever no season says otherwise. */
export function HoursCard({ state, draft }: RulesCardProps) {
  return (
    <section className="card">
      <h2>{UNIT_RULES.hours}</h2>
      <p className="soft">{UNIT_RULES.hoursBody}</p>
      <HoursFields
        place="hours"
        hours={draft.hours}
        errors={state.errors}
        isReadOnly={!state.mayEdit}
        isHome
        onHours={(hours) => state.change({ hours })}
      />
    </section>
  );
}
