import './fees.css';
import { headlineFee } from '../../domain/fees/fee-rule.ts';
import { mayBeOnTheSpot } from '../../domain/on-the-spot.ts';
import { feeText } from '../text/appointment.ts';
import { FEES, lineText, sumsText, whyOpen } from '../text/fees.ts';
import { vndText } from '../text/format.ts';
import { isPaidNow, mayBeCollected, type RuleReckoned } from './fees-draft.ts';
import type { FeeCardProps } from './fee-card-props.ts';
import { FeeFields } from './FeeFields.tsx';
import { OnTheSpotSwitch } from './OnTheSpotSwitch.tsx';
import { ReceiptFields } from './ReceiptFields.tsx';
import type { Fees } from './use-fees.ts';

/** What the citizen pays, while it is counted; and what is paid and given at once. */
export function FeeCard({ onSwitch, ...props }: FeeCardProps) {
  const { draft, fees } = props;
  const { procedure, isOnTheSpot } = draft;
  return (
    <section className="card fee-card" data-testid="fees" data-total={totalOf(fees)}>
      <header className="card-head">
        <h2>{FEES.title}</h2>
        {procedure && onSwitch && mayBeOnTheSpot(procedure) && (
          <OnTheSpotSwitch isOn={isOnTheSpot} onSwitch={onSwitch} />
        )}
        {procedure && <Total fees={fees} />}
      </header>
      {procedure ? (
        <>
          <FeeFields {...props} />
          {isPaidNow(draft) && mayBeCollected(fees) && <ReceiptFields {...props} />}
          <ul className="fee-lines">
            {fees.reckoned.map((one) => (
              <Line key={one.rule.id} {...one} isSaid={props.isSaid && fees.doBlock} />
            ))}
          </ul>
        </>
      ) : (
        <p className="soft fee-empty">{FEES.empty}</p>
      )}
    </section>
  );
}

function totalOf({ assessed }: Fees): number | undefined {
  return assessed.ok && assessed.value.unassessed.length === 0 ? assessed.value.totalVnd : undefined;
}

function totalText(total: number, { assessed }: Fees): string {
  if (total > 0) return vndText(total);
  return assessed.ok && assessed.value.exemption ? FEES.isExempt : FEES.free;
}

function Total({ fees }: { readonly fees: Fees }) {
  const total = totalOf(fees);
  if (total === undefined) return <strong className="fee-total soft">{FEES.open}</strong>;
  const parts = fees.assessed.ok ? fees.assessed.value : { feeVnd: 0, dutyVnd: 0 };
  const sums = parts.feeVnd > 0 && parts.dutyVnd > 0 ? sumsText(parts) : '';
  return (
    <span className="fee-sums">
      {sums !== '' && <span className="soft">{sums}</span>}
      <strong className="fee-total">{totalText(total, fees)}</strong>
    </span>
  );
}

function Line({ rule, line, isSaid }: RuleReckoned & { readonly isSaid: boolean }) {
  if (line.ok) return <li className="soft">{lineText(line.value)}</li>;
  const isWrong = isSaid || line.refusal.code.endsWith('out-of-range');
  return (
    <li data-testid="fee-open">
      <span className="soft">{FEES.published(rule.name, feeText(headlineFee([rule])))}</span>{' '}
      <span className={isWrong ? 'fee-line-wrong' : ''}>{FEES.stillOpen(whyOpen(line.refusal))}</span>
    </li>
  );
}
