import type { Procedure } from '../procedure.ts';
import { COMMUNE_PROCEDURES } from './commune-procedures.ts';
import { UPSTREAM_PROCEDURES } from './upstream-procedures.ts';
import { UPSTREAM_SUCCESSORS } from './upstream-successors.ts';

/**
 * What a commune's counter receives, as shipped: its own procedures, those of the district that it receives for the body
 * above, and what came down to the commune when the district level ended. The order of the picker.
 */
export const COUNTER_PROCEDURES: readonly Procedure[] = [
  ...COMMUNE_PROCEDURES,
  ...UPSTREAM_PROCEDURES.filter(({ linkedSteps }) => linkedSteps !== undefined),
  ...UPSTREAM_SUCCESSORS,
];
