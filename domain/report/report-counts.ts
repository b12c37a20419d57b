/** The eleven columns of numbers in a row of the report, in their order. */
export type ReportCounts = {
  readonly received: {
    readonly total: number;
    readonly online: number;
    readonly directOrPost: number;
    /** Still open when the period began (từ kỳ trước). */
    readonly carried: number;
  };
  readonly solved: {
    readonly total: number;
    readonly early: number;
    readonly onTime: number;
    readonly late: number;
  };
  readonly pending: { readonly total: number; readonly inTime: number; readonly late: number };
};

/** Where one dossier counts: once among the received, once among the solved or the pending. */
export type ReportPlace = {
  readonly received: 'online' | 'directOrPost' | 'carried';
  readonly stands: 'early' | 'on-time' | 'late' | 'pending-in-time' | 'pending-late';
};

/** Counts that still grow. */
export type ReportTally = { readonly [G in keyof ReportCounts]: { -readonly [C in keyof ReportCounts[G]]: number } };

const STANDS = {
  early: ['solved', 'early'],
  'on-time': ['solved', 'onTime'],
  late: ['solved', 'late'],
  'pending-in-time': ['pending', 'inTime'],
  'pending-late': ['pending', 'late'],
} as const;

export function newTally(): ReportTally {
  return {
    received: { total: 0, online: 0, directOrPost: 0, carried: 0 },
    solved: { total: 0, early: 0, onTime: 0, late: 0 },
    pending: { total: 0, inTime: 0, late: 0 },
  };
}

/** Counts one dossier in. Totals are counted, not added up: that they agree says something. */
export function addToTally(tally: ReportTally, place: ReportPlace): void {
  tally.received.total += 1;
  tally.received[place.received] += 1;
  const [group, column] = STANDS[place.stands];
  tally[group].total += 1;
  if (group === 'solved') tally.solved[column] += 1;
  else tally.pending[column] += 1;
}
