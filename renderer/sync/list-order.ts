import type { SyncListName } from '../text/sync-lists.ts';

/** The lists in the order of their digits. */
export const SYNC_LIST_ORDER: readonly SyncListName[] = ['waiting', 'quarantined', 'contradictions'];
