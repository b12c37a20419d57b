import type { Dossier } from '../../domain/dossier.ts';
import { vndText } from '../text/format.ts';
import { CERTIFY } from '../text/certify.ts';
import { paidText, sumsText } from '../text/fees.ts';

/** What was paid at once, or what is still to be paid. Nothing where nothing was reckoned. */
export function SavedMoney({ dossier: { fees, payments, handOver } }: { readonly dossier: Dossier }) {
  const paid = payments.map(paidText).join('; ');
  if (paid === '' && (!fees || fees.unassessed.length > 0)) return undefined;
  const due = fees && fees.totalVnd > 0 ? `${vndText(fees.totalVnd)} (${sumsText(fees)})` : CERTIFY.nothingPaid;
  return (
    <div className="saved-wide" data-testid="saved-money">
      <dt>{paid !== '' || handOver ? CERTIFY.paid : CERTIFY.due}</dt>
      <dd>{paid === '' ? due : paid}</dd>
    </div>
  );
}
