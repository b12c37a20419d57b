import { plainDate } from '../plain-date.ts';

/**
 * What the procedures of the body above a commune have in common until 30 June 2025, the last day of the district level.
 * Codes, names and limits are those of the national portal (dichvucong.gov.vn) as read in July 2026, unless a comment says
 * otherwise; that each was decided at this level in 2020 is general knowledge. Since 1 July 2025 the commune or the province
 * decides: what came next is another version, in `upstream-successors.ts`.
 */
export const UPSTREAM_PUBLICATION = {
  version: '2020-01-01',
  effectiveFrom: plainDate('2020-01-01'),
  effectiveTo: plainDate('2025-06-30'),
  level: 'upstream',
} as const;
