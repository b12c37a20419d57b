import { plainDate } from '../plain-date.ts';
import type { ProcedureFee, ProcedureLimit } from '../procedure.ts';

/**
 * What the procedures shipped with the program have in common. Each was in force in 2020 and still was when the national
 * portal (dichvucong.gov.vn) was read in July 2026: codes, names and limits are the portal's. Days before 2020 were not
 * checked, so nothing is claimed for them.
 */
export const PUBLICATION = {
  version: '2020-01-01',
  effectiveFrom: plainDate('2020-01-01'),
  level: 'commune',
} as const;

/** Result today; received after 15:00, on the next working day. */
export const SAME_DAY: ProcedureLimit = { kind: 'same-day', cutOffMinute: 15 * 60 };

export function workingDays(days: number): ProcedureLimit {
  return { kind: 'working-days', days };
}

export function calendarDays(days: number): ProcedureLimit {
  return { kind: 'calendar-days', days };
}

export const FREE: ProcedureFee = { amountVnd: 0, per: 'dossier' };

/** A duty (lệ phí) the provincial council sets. The portal prints it as 0, which does not mean free. */
export const SET_BY_COUNCIL: ProcedureFee = {
  amountVnd: undefined,
  per: 'dossier',
  note: 'Miễn cho gia đình có công, hộ nghèo, người khuyết tật',
};
