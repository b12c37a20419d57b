import type { Procedure } from '../procedure.ts';
import { UPSTREAM_AGRICULTURE } from './upstream-agriculture-procedures.ts';
import { UPSTREAM_HOUSEHOLD_BUSINESS } from './upstream-business-procedures.ts';
import { UPSTREAM_CERTIFICATION } from './upstream-certification-procedures.ts';
import { UPSTREAM_CIVIL_STATUS_NOTES } from './upstream-civil-status-notes.ts';
import { UPSTREAM_CIVIL_STATUS } from './upstream-civil-status-procedures.ts';
import { UPSTREAM_COOPERATIVES } from './upstream-cooperative-procedures.ts';
import { UPSTREAM_INFRASTRUCTURE } from './upstream-infrastructure-procedures.ts';
import { UPSTREAM_SOCIAL_PROTECTION } from './upstream-social-protection-procedures.ts';

/**
 * What the district decided until it ended on 30 June 2025, the fields a commune meets most first.
 *
 * Only procedures whose code is published. Left out: land, whose national codes of 2020 no source at hand confirms.
 */
export const UPSTREAM_PROCEDURES: readonly Procedure[] = [
  ...UPSTREAM_SOCIAL_PROTECTION,
  ...UPSTREAM_HOUSEHOLD_BUSINESS,
  ...UPSTREAM_CIVIL_STATUS,
  ...UPSTREAM_CIVIL_STATUS_NOTES,
  ...UPSTREAM_CERTIFICATION,
  ...UPSTREAM_COOPERATIVES,
  ...UPSTREAM_AGRICULTURE,
  ...UPSTREAM_INFRASTRUCTURE,
];
