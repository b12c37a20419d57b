import { unreachable } from '../../domain/result.ts';
import type { ReprintMark } from '../../domain/slips/reprint-mark.ts';
import type { Slip } from '../../domain/slips/slip.ts';
import { batchContent } from './content/batch-content.ts';
import { feeReceiptContent } from './content/fee-receipt-content.ts';
import { handOverContent } from './content/hand-over-content.ts';
import { receiptContent } from './content/receipt-content.ts';
import { supplementContent } from './content/supplement-content.ts';
import { testContent } from './content/test-content.ts';
import type { SlipBlock } from './slip-block.ts';

const TRIAL_STAMP: SlipBlock = { kind: 'stamp', look: 'banner', title: 'BẢN THỬ', detail: 'KHÔNG CÓ GIÁ TRỊ' };

/** What a slip says. One of the trial says at its head and at its foot that it is worth nothing. */
export function slipContent(slip: Slip, reprint?: ReprintMark): readonly SlipBlock[] {
  const content = contentOf(slip, reprint);
  return slip.isTrial ? [TRIAL_STAMP, ...content, TRIAL_STAMP] : content;
}

function contentOf(slip: Slip, reprint: ReprintMark | undefined): readonly SlipBlock[] {
  switch (slip.template) {
    case 'receipt-slip/1':
      return receiptContent(slip, reprint);
    case 'hand-over-slip/1':
      return handOverContent(slip, reprint);
    case 'supplement-slip/1':
      return supplementContent(slip, reprint);
    case 'fee-receipt/1':
      return feeReceiptContent(slip, reprint);
    case 'batch-list/1':
      return batchContent(slip, reprint);
    case 'test-slip/1':
      return testContent(slip, reprint);
    default:
      return unreachable(slip);
  }
}
