import type { FeeRule } from '../../domain/fees/fee-rule.ts';
import type { Procedure } from '../../domain/procedure.ts';
import type { PushTopic } from '../../electron/contract/pushes.ts';
import { feeRuleText, FEES } from '../text/procedures.ts';
import { useAnswer } from '../use-answer.ts';

const NOTHING = {};
const TOPICS: readonly PushTopic[] = ['app', 'dossiers'];

/** What has to be paid, by whom not, and who set it. */
export function FeeLines({ procedure }: { readonly procedure: Procedure }) {
  const { latest: rules } = useAnswer('unitRules.get', NOTHING, TOPICS);
  const amounts = rules?.councilAmounts[procedure.code] ?? {};
  if (procedure.fees.length === 0) return <p>{FEES.none}</p>;
  return (
    <ul className="procedure-fees">
      {procedure.fees.map((rule) => (
        <li key={rule.id}>
          <strong>{feeRuleText(rule, amounts[rule.id])}</strong>
          {notesOf(rule, amounts[rule.id]).map((note) => (
            <p key={note}>{note}</p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function notesOf({ amount, condition, channels, exempt, note }: FeeRule, councilVnd: number | undefined) {
  const isByCouncil = amount.kind === 'set-by-council';
  return [
    ...(condition === undefined ? [] : [FEES.onlyWhen(condition)]),
    ...(channels === undefined ? [] : [FEES.onlyBy(channels)]),
    ...(exempt === undefined ? [] : [FEES.exempt(exempt)]),
    // The pages stand above in words of their own.
    ...(note === undefined || amount.kind === 'by-page' ? [] : [FEES.note(note)]),
    ...(isByCouncil ? [FEES.byCouncil] : []),
    ...(isByCouncil && councilVnd === undefined ? [FEES.councilUnknown] : []),
  ];
}
