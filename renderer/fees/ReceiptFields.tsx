import { FEES } from '../text/fees.ts';
import type { FeeCardProps } from './fee-card-props.ts';
import type { FeesDraft } from './fees-draft.ts';
import { Labelled } from './Labelled.tsx';

/** How it is paid at once, and on which receipt; nothing typed is "không biên lai". */
export function ReceiptFields({ draft, errors, onChange }: Pick<FeeCardProps, 'draft' | 'errors' | 'onChange'>) {
  const typed = draft.fees;
  const change = (part: Partial<FeesDraft>): void => onChange({ fees: { ...typed, ...part } });
  const isHalf = (typed.receipt.book.trim() === '') !== (typed.receipt.number.trim() === '');
  const isWrong = (name: keyof FeesDraft['receipt']): boolean =>
    errors.receipt !== undefined && (!isHalf || typed.receipt[name].trim() === '');
  const part = (name: keyof FeesDraft['receipt'], label: string) => (
    <Labelled label={label}>
      <input
        className="count fee-receipt"
        value={typed.receipt[name]}
        maxLength={30}
        aria-invalid={isWrong(name)}
        data-testid={`fee-receipt-${name}`}
        onChange={(event) => change({ receipt: { ...typed.receipt, [name]: event.currentTarget.value } })}
      />
    </Labelled>
  );
  return (
    <div className="fee-fields" data-testid="fee-receipt">
      {part('book', FEES.receipt)}
      {part('number', FEES.receiptNumber)}
      <span className={errors.receipt === undefined ? 'fee-note soft' : 'fee-note fee-line-wrong'}>
        {errors.receipt ?? FEES.noReceipt}
      </span>
    </div>
  );
}
