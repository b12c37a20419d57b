import { ActionButton } from '../parts/ActionButton.tsx';
import { Field } from '../parts/Field.tsx';
import { RULES_ERRORS, UNIT_RULES } from '../text/unit-rules.ts';
import { HoursFields } from './HoursFields.tsx';
import type { RulesCardProps } from './rules-card-props.ts';
import type { SeasonDraft } from './rules-draft.ts';

const MOST_SEASONS = 12;
const DAYS = { from: UNIT_RULES.seasonFrom, until: UNIT_RULES.seasonUntil } as const;

/** Parts of the year with hours of their own. */
export function SeasonsCard({ state, draft }: RulesCardProps) {
  const { seasons } = draft;
  const change = (key: string, part: Partial<SeasonDraft>): void =>
    state.change({ seasons: seasons.map((season) => (season.key === key ? { ...season, ...part } : season)) });
  const add = (): void =>
    state.change({
      seasons: [...seasons, { key: crypto.randomUUID(), from: '', until: '', hours: draft.hours }],
    });
  return (
    <section className="card" data-testid="seasons" data-count={seasons.length}>
      <h2>{UNIT_RULES.seasons}</h2>
      {seasons.length === 0 && <p className="soft">{UNIT_RULES.noSeasons}</p>}
      {seasons.map((season, i) => (
        <div key={season.key} className="season">
          <div className="season-days">
            <strong>{UNIT_RULES.season(i + 1)}</strong>
            {(['from', 'until'] as const).map((end) => {
              const error = state.errors[`${season.key}.${end}`];
              return (
                <Field
                  key={end}
                  label={DAYS[end]}
                  hint={UNIT_RULES.dayHint}
                  value={season[end]}
                  error={error && RULES_ERRORS[error]}
                  readOnly={!state.mayEdit}
                  maxLength={8}
                  testId={`season-${i}-${end}`}
                  onText={(text) => change(season.key, { [end]: text })}
                />
              );
            })}
            <ActionButton
              variant="subtle"
              size="compact-md"
              disabled={!state.mayEdit}
              testId={`season-${i}-remove`}
              onClick={() => state.change({ seasons: seasons.filter(({ key }) => key !== season.key) })}
            >
              {UNIT_RULES.removeSeason}
            </ActionButton>
          </div>
          <HoursFields
            place={season.key}
            hours={season.hours}
            errors={state.errors}
            isReadOnly={!state.mayEdit}
            onHours={(hours) => change(season.key, { hours })}
          />
        </div>
      ))}
      <ActionButton
        variant="default"
        size="compact-md"
        disabled={!state.mayEdit || seasons.length >= MOST_SEASONS}
        testId="season-add"
        onClick={add}
      >
        {UNIT_RULES.addSeason}
      </ActionButton>
    </section>
  );
}
