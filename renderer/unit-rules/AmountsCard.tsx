import type { Procedure } from '../../domain/procedure.ts';
import { Field } from '../parts/Field.tsx';
import { RULES_ERRORS, UNIT_RULES } from '../text/unit-rules.ts';
import type { RulesCardProps } from './rules-card-props.ts';
import { amountKey } from './rules-draft.ts';

/** What the provincial council set, for each procedure that asks for it. */
export function AmountsCard({ state, draft }: RulesCardProps) {
  const rows = state.procedures.flatMap(councilRules);
  return (
    <section className="card amounts">
      <h2>{UNIT_RULES.amounts}</h2>
      <p className="soft">{rows.length === 0 ? UNIT_RULES.noAmounts : UNIT_RULES.amountsBody}</p>
      <ul className="amount-rows">
        {rows.map(({ procedure, rule, key }) => {
          const error = state.errors[key];
          return (
            <li key={key} className="amount">
              <span>
                <strong>{procedure.alias}</strong>
                <span className="soft">
                  {procedure.code} · {rule.name}
                </span>
              </span>
              <Field
                aria-label={`${procedure.alias}: ${rule.name}`}
                value={draft.amounts[key] ?? ''}
                error={error && RULES_ERRORS[error]}
                readOnly={!state.mayEdit}
                inputMode="numeric"
                maxLength={15}
                testId={`amount-${procedure.code}-${rule.id}`}
                onText={(text) => state.change({ amounts: { ...draft.amounts, [key]: text } })}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function councilRules(procedure: Procedure) {
  return procedure.fees
    .filter(({ amount }) => amount.kind === 'set-by-council')
    .map((rule) => ({ procedure, rule, key: amountKey(procedure.code, rule.id) }));
}
