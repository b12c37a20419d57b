import type { ExemptionReason, FeeRule, FeeUnit } from '../fees/fee-rule.ts';
import { plainDate } from '../plain-date.ts';
import type { ProcedureLimit } from '../procedure.ts';

/**
 * What the procedures shipped with the program have in common. Each was in force in 2020 and still was when the national
 * portal (dichvucong.gov.vn) was read in July 2026: codes, names and limits are the portal's unless a comment says
 * otherwise. Days before 2020 were not checked, so nothing is claimed for them.
 */
export const PUBLICATION = {
  version: '2020-01-01',
  effectiveFrom: plainDate('2020-01-01'),
  level: 'commune',
} as const;

/**
 * For procedures whose code or limit did not hold in 2020. They are offered from the reform of 1 July 2025 on, whose counters
 * the portal described when it was read; some are older, but nothing is claimed for the days before.
 */
export const SINCE_REFORM = {
  version: '2025-07-01',
  effectiveFrom: plainDate('2025-07-01'),
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

/** The portal names no limit: the clerk agrees a date with the citizen. */
export const NO_LIMIT: ProcedureLimit = { kind: 'none' };

/** What narrows a fee: who it does not concern, who alone it concerns, where it holds. */
type FeeTerms = Pick<FeeRule, 'channels' | 'exempt' | 'condition' | 'note'>;

/** A fee (phí) of one fixed amount in đồng. */
export function feeOf(name: string, vnd: number, per: FeeUnit): FeeRule {
  return { id: 'fee', kind: 'fee', name, amount: { kind: 'flat', vnd, per } };
}

/** A duty (lệ phí) whose amount the source gives, in đồng for each dossier. */
export function dutyOf(name: string, vnd: number, terms: FeeTerms = {}): FeeRule {
  return { id: 'duty', kind: 'duty', name, amount: { kind: 'flat', vnd, per: 'dossier' }, ...terms };
}

/** A duty the provincial council sets. The portal prints it as 0, which does not mean free. */
export function councilDuty(name: string, terms: FeeTerms = {}): FeeRule {
  return { id: 'duty', kind: 'duty', name, amount: { kind: 'set-by-council' }, ...terms };
}

/** Certified copies: by pages of the original, for each copy (Circular 226/2016/TT-BTC). */
export const COPY_FEE: FeeRule = {
  id: 'fee',
  kind: 'fee',
  name: 'Phí chứng thực bản sao',
  amount: { kind: 'by-page', firstPages: 2, firstVnd: 2_000, nextVnd: 1_000, capVnd: 200_000 },
  note: 'Từ trang thứ ba 1.000 đ/trang; nhiều nhất 200.000 đ/bản',
};

/**
 * The field of civil status. The portal gives most of its limits as a bare number; that it counts working days is said by
 * the Law on civil status (Luật Hộ tịch 2014) and Decree 123/2015.
 */
export const CIVIL_STATUS = { ...PUBLICATION, field: 'Hộ tịch' } as const;

const EXEMPT_FROM_CIVIL_STATUS_DUTY: readonly ExemptionReason[] = ['meritorious-family', 'poor-household', 'disabled'];

/** The duty of civil status. Copies asked for on top are not here: they are a procedure of their own. */
export const CIVIL_STATUS_DUTY: FeeRule = councilDuty('Lệ phí hộ tịch', {
  exempt: EXEMPT_FROM_CIVIL_STATUS_DUTY,
  note: 'Miễn cho gia đình có công, hộ nghèo, người khuyết tật',
});

/** The same duty where who registers in time pays nothing. */
export const LATE_REGISTRATION_DUTY: FeeRule = {
  ...CIVIL_STATUS_DUTY,
  exempt: ['filed-in-time', ...EXEMPT_FROM_CIVIL_STATUS_DUTY],
  note: 'Đúng hạn: miễn. Miễn cho gia đình có công, hộ nghèo, người khuyết tật',
};
