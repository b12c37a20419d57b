import type { TypedPaper } from '../lifecycle/act.ts';
import type { OfficeHoursBySeason } from '../office-hours.ts';
import { type Result, unreachable } from '../result.ts';
import type { DossierId } from '../scan-code.ts';
import { abandonBatch, addItem, closeBatch, removeItem } from './batch-commands.ts';
import type { BatchCircumstances, BatchDecision, BatchRefusal } from './batch-decision.ts';
import type { BatchItem, Courier } from './batch-event.ts';
import { receiveBatch, receiveDown, type ScannedItem, type TypedVerdict } from './batch-receipt.ts';
import type { TransferBatch } from './transfer-batch.ts';

/** What a clerk does with a batch that is known. */
export type BatchChange =
  | ({ readonly kind: 'add' } & BatchItem)
  | { readonly kind: 'remove'; readonly dossierId: DossierId }
  | { readonly kind: 'close'; readonly courier: Courier }
  | { readonly kind: 'abandon'; readonly reason: string }
  /** The body above signed for a batch up. */
  | { readonly kind: 'receive-up'; readonly signed: TypedPaper; readonly items: readonly TypedVerdict[] }
  /** A batch down was scanned. */
  | { readonly kind: 'receive-down'; readonly items: readonly ScannedItem[] };

/** The facts that follow from a change, the batch's and its dossiers', or why there are none. */
export function decideBatchChange(
  batch: TransferBatch,
  change: BatchChange,
  by: BatchCircumstances & { readonly rules: OfficeHoursBySeason },
): Result<BatchDecision, BatchRefusal> {
  switch (change.kind) {
    case 'add':
      return addItem(batch, change, by);
    case 'remove':
      return removeItem(batch, change, by.now);
    case 'close':
      return closeBatch(batch, change, by);
    case 'abandon':
      return abandonBatch(batch, change, by);
    case 'receive-up':
      return receiveBatch(batch, change, by);
    case 'receive-down':
      return receiveDown(batch, change, by);
    default:
      return unreachable(change);
  }
}
