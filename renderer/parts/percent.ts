import type { MaintenanceProgress } from '../../electron/contract/views.ts';

/** Whole percent, or undefined while nobody knows how much there is. 100 only when all of it is done. */
export function percentOf({ done, total }: Pick<MaintenanceProgress, 'done' | 'total'>): number | undefined {
  if (total <= 0) return undefined;
  return Math.max(0, Math.min(100, Math.floor((done / total) * 100)));
}
