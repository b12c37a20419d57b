import type { BatchSlip } from './batch-slip.ts';
import type { FeeReceiptSlip } from './fee-receipt-slip.ts';
import type { HandOverSlip } from './hand-over-slip.ts';
import type { ReceiptSlip } from './receipt-slip.ts';
import type { SupplementSlip } from './supplement-slip.ts';
import type { TestSlip } from './test-slip.ts';
import { unreachable } from '../result.ts';
import { dossierIdOf } from '../scan-code.ts';
import { receiptKey } from '../fees/payment.ts';
import type { FactPlace } from '../lifecycle/dossier-fact.ts';

/** What a thermal printer prints, as data; no layout. Frozen when it is issued: a reprint shows what was promised. */
export type Slip = ReceiptSlip | HandOverSlip | SupplementSlip | FeeReceiptSlip | BatchSlip | TestSlip;

/**
 * Which paper a slip is: the same paper printed again is the next copy of it, another paper is a first copy of its own.
 * Persisted.
 */
export function slipKeyOf(slip: Slip): string {
  switch (slip.template) {
    case 'receipt-slip/1':
      return `receipt-slip/${dossierIdOf(slip.scanCode)}`;
    case 'hand-over-slip/1':
      // One that was undone and done again is another paper.
      return `hand-over-slip/${dossierIdOf(slip.scanCode)}/${placeKeyOf(slip.of) ?? slip.at}`;
    case 'supplement-slip/1': {
      const { year, station, number } = slip.formNumber;
      return `supplement-slip/${dossierIdOf(slip.scanCode)}/${year}-${station}-${number}`;
    }
    case 'fee-receipt/1':
      return `fee-receipt/${dossierIdOf(slip.scanCode)}/${placeKeyOf(slip.of) ?? paymentKeyOf(slip)}`;
    case 'batch-list/1':
      // Before the closing each print is a list of its own: it shows what is in the batch by then.
      return `batch-list/${slip.list.code}/${slip.list.closedAt ?? `open/${slip.at}`}`;
    case 'test-slip/1':
      return `test-slip/${slip.at}/${slip.printerName}`;
    default:
      return unreachable(slip);
  }
}

/** Where the fact stands that a paper is about: nothing else tells two of one minute apart. */
export function placeKeyOf(place: FactPlace | undefined): string | undefined {
  return place && `${place.log}/${place.seq}`;
}

// Of a slip that does not say which payment it is about.
function paymentKeyOf({ receipt, at, feeVnd, dutyVnd, method }: FeeReceiptSlip): string {
  return receiptKey(receipt) ?? `${at}/${feeVnd}+${dutyVnd}/${method}`;
}
