import type { CashList, CashRow, NamedCashSum } from '../../domain/fees/cash-list.ts';
import type { PaymentMethod } from '../../domain/fees/payment.ts';
import { countText } from '../text/format.ts';
import { CASH, METHODS } from '../text/book.ts';

const SUM_CLASSES = ['', 'cash-amount cash-dossiers', 'cash-amount', 'cash-amount', 'cash-amount'];
const ORDER: readonly PaymentMethod[] = ['cash', 'transfer', 'online'];

/** The same money by its method, its field and its clerk. */
export function CashSums({ list: { byMethod, byField, byClerk } }: { readonly list: CashList }) {
  const methods = ORDER.map((method) => ({ name: METHODS[method], ...byMethod[method] }));
  const used = methods.filter(({ dossiers }) => dossiers > 0);
  return (
    <div className="cash-sums" data-testid="cash-sums">
      <Sums title={CASH.byMethod} sums={used} />
      <Sums title={CASH.byField} sums={byField} />
      <Sums title={CASH.byClerk} sums={byClerk} />
    </div>
  );
}

type SumsProps = { readonly title: string; readonly sums: readonly NamedCashSum[] };

function Sums({ title, sums }: SumsProps) {
  return (
    <table className="register-table cash-sum-table" aria-label={title}>
      <thead>
        <tr>
          {CASH.sumColumns.map((name, index) => (
            <th key={name} scope="col" className={SUM_CLASSES[index]}>
              {index === 0 ? title : name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sums.map((sum) => (
          <tr key={sum.name}>
            <td>{sum.name}</td>
            <td className="cash-amount cash-dossiers">{countText(sum.dossiers)}</td>
            <Amounts of={sum} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Phí, lệ phí and both together. */
export function Amounts({ of }: { readonly of: Pick<CashRow, 'feeVnd' | 'dutyVnd' | 'totalVnd'> }) {
  return [of.feeVnd, of.dutyVnd, of.totalVnd].map((amount, index) => (
    <td key={index} className="cash-amount">
      {amount < 0 ? `−${countText(-amount)}` : countText(amount)}
    </td>
  ));
}
