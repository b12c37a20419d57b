import type { BatchList } from '../transfer/batch-list.ts';
import type { SlipIssue } from './slip-issue.ts';

export const BATCH_SLIP_TEMPLATE = 'batch-list/1';

/** The list of a batch (danh sách bàn giao) on a slip: what a courier carries with the bag. */
export type BatchSlip = SlipIssue & { readonly template: typeof BATCH_SLIP_TEMPLATE; readonly list: BatchList };

export function batchSlipOf(list: BatchList, issue: SlipIssue): BatchSlip {
  return { ...issue, template: BATCH_SLIP_TEMPLATE, list };
}
