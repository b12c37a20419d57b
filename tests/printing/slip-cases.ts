import type { ReprintMark } from '../../domain/slips/reprint-mark.ts';
import type { Slip } from '../../domain/slips/slip.ts';
import { BATCH, BATCH_LONGEST, BATCH_OPEN, TEST } from './sample-counter-slips.ts';
import {
  FEE_RECEIPT,
  FEE_TRANSFER,
  GUIDANCE,
  HAND_OVER,
  HAND_OVER_UNKNOWN,
  REFUSAL_BY_POST,
  SUPPLEMENT,
  SUPPLEMENT_LONGEST,
} from './sample-dossier-slips.ts';
import { BY_POST, HIDDEN_TITLE, LONGEST, MOVED, ORDINARY, REPRINT, REPRINT_TODAY, UNBROKEN } from './sample-slips.ts';

export type SlipCase = { readonly name: string; readonly slip: Slip; readonly reprint?: ReprintMark };

/** Every slip, as it mostly is and at its limits. The name is the name of its golden image. */
export const SLIP_CASES: readonly SlipCase[] = [
  { name: 'receipt', slip: ORDINARY },
  { name: 'receipt-trial-reprint', slip: { ...ORDINARY, isTrial: true }, reprint: REPRINT },
  { name: 'receipt-longest', slip: LONGEST },
  { name: 'receipt-unbroken', slip: UNBROKEN },
  { name: 'receipt-moved', slip: MOVED },
  { name: 'receipt-by-post', slip: BY_POST },
  { name: 'receipt-hidden-title', slip: HIDDEN_TITLE },
  { name: 'hand-over', slip: HAND_OVER },
  { name: 'hand-over-refusal-by-post', slip: REFUSAL_BY_POST, reprint: REPRINT_TODAY },
  { name: 'hand-over-unknown', slip: HAND_OVER_UNKNOWN },
  { name: 'supplement', slip: SUPPLEMENT },
  { name: 'supplement-guidance', slip: GUIDANCE },
  { name: 'supplement-longest', slip: SUPPLEMENT_LONGEST },
  { name: 'fee-receipt', slip: FEE_RECEIPT },
  { name: 'fee-receipt-transfer', slip: { ...FEE_TRANSFER, isTrial: true } },
  { name: 'batch', slip: BATCH },
  { name: 'batch-open', slip: BATCH_OPEN },
  { name: 'batch-longest', slip: BATCH_LONGEST, reprint: REPRINT_TODAY },
  { name: 'test', slip: TEST },
];
