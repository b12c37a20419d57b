import type { PlainDate } from './plain-date.ts';

/**
 * How a dossier stands, as one looks for it. `in-progress`: someone here or above works on it. `late`, `due-soon`: of those
 * whose limit runs. `result-ready`: not handed over yet. `ended`: without a result in the citizen's hand.
 */
export const LOOK_UP_STATES = [
  'in-progress',
  'late',
  'due-soon',
  'waiting-for-applicant',
  'result-ready',
  'handed-over',
  'arrived',
  'ended',
] as const;

export type LookUpState = (typeof LOOK_UP_STATES)[number];

/** What dossiers are narrowed by; what is absent narrows nothing. */
export type LookUpFilter = {
  readonly state?: LookUpState;
  readonly procedureCode?: string;
  /** Field (lĩnh vực). */
  readonly field?: string;
  /** Days of receipt, both included. */
  readonly from?: PlainDate;
  readonly until?: PlainDate;
  /** Name of who received it. */
  readonly clerk?: string;
};

/** Columns that what is found may be put in order by. */
export const LOOK_UP_ORDERS = ['number', 'applicant', 'procedure', 'received', 'appointment', 'status'] as const;

export type LookUpOrder = (typeof LOOK_UP_ORDERS)[number];

export type LookUpSort = { readonly by: LookUpOrder; readonly descending: boolean };

/** What a line shows of a dossier, in the order in which it stands. */
export const LOOK_UP_COLUMNS = [
  'number',
  'applicant',
  'phone',
  'procedure',
  'received',
  'appointment',
  'status',
] as const;

export type LookUpColumn = (typeof LOOK_UP_COLUMNS)[number];
