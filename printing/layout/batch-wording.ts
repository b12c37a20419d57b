import type { Courier } from '../../domain/transfer/batch-event.ts';
import type { BatchList } from '../../domain/transfer/batch-list.ts';

/** Who carries a batch. */
export function courierInWords(courier: Courier): string {
  return courier.kind === 'clerk' ? courier.name : `bưu chính công ích, số hiệu bưu gửi ${courier.billNumber}`;
}

/** What goes on its way with a batch. */
export function goodsInWords({ direction }: Pick<BatchList, 'direction'>): string {
  return direction === 'up' ? 'Hồ sơ chuyển cấp trên giải quyết' : 'Hồ sơ đã có kết quả giải quyết';
}

/** What the clerk of this counter does: gives on the way up, takes on the way down. */
export function clerkRole({ direction }: Pick<BatchList, 'direction'>): string {
  return direction === 'up' ? 'Người bàn giao' : 'Người nhận bàn giao';
}
