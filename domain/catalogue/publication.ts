import { plainDate } from '../plain-date.ts';
import type { Procedure, ProcedureFee, ProcedureLimit, RequiredPaper } from '../procedure.ts';

/** Same-day procedures take dossiers until 15:00 for the same day. */
const FIFTEEN_OCLOCK = 15 * 60;

export const sameDay: ProcedureLimit = { kind: 'same-day', cutOffMinute: FIFTEEN_OCLOCK };
export const noLimit: ProcedureLimit = { kind: 'none' };

export function workingDays(days: number): ProcedureLimit {
  return { kind: 'working-days', days };
}

export function calendarDays(days: number): ProcedureLimit {
  return { kind: 'calendar-days', days };
}

export function fee(published: ProcedureFee): ProcedureFee {
  return published;
}

/** A paper that everybody hands in once, unless the publication says otherwise. A condition makes it optional. */
export function paper(
  published: Pick<RequiredPaper, 'id' | 'name' | 'mode'> &
    Partial<Pick<RequiredPaper, 'originals' | 'copies' | 'condition'>>,
): RequiredPaper {
  return { originals: 1, copies: 0, required: published.condition === undefined, ...published };
}

/** A commune's procedure in the first version this program ships. */
export function procedure(published: Omit<Procedure, 'version' | 'effectiveFrom' | 'level'>): Procedure {
  return { ...published, version: '2020-01-01', effectiveFrom: plainDate('2018-01-01'), level: 'commune' };
}
