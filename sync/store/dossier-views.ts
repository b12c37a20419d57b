import { DOSSIER_STATES, factsOfState, type LimitClock } from '../../domain/lifecycle/dossier-state.ts';
import { addDays, dateOf } from '../../domain/plain-date.ts';
import type { AskedAt, DossierCounts, DossierPage, DossierViewName, DossierViewQuery } from '../counter-store.ts';
import { SUMMARY, summaryOf, type SummaryRow } from './dossier-summary.ts';
import type { WritableDb } from './sqlite.ts';

/** The limit of it runs. */
export const RUNS = `open = 'open' AND status IN (${statesWhoseClock('runs')})`;

/**
 * Lists of what is open: which of it. A paused dossier is never late and never due, as for `lateness`: its date moves. A
 * moment sorts after its day.
 */
const OF_THE_OPEN = {
  late: `${RUNS} AND appointment_at < @now`,
  'due-today': `${RUNS} AND appointment_at >= @now AND appointment_at < @tomorrow`,
  'due-soon': `${RUNS} AND appointment_at >= @tomorrow AND appointment_at < @afterSoon`,
  'waiting-for-applicant': "open = 'paused'",
  'result-ready': "status IN ('result-ready', 'resolution-refused')",
  'to-transfer': "status = 'awaiting-transfer-up'",
  // All of it.
  waiting: 'true',
} as const satisfies Partial<Record<DossierViewName, string>>;

type OpenView = keyof typeof OF_THE_OPEN;

// Named, so that a file whose dossiers are nearly all open is not read through with all it holds.
const OPEN = "dossier INDEXED BY dossier_open WHERE open <> ''";
const TODAY = 'dossier INDEXED BY dossier_received WHERE received_at >= @today AND received_at < @tomorrow';
const ARRIVED = "dossier INDEXED BY dossier_arrived WHERE status IN ('awaiting-intake', 'supplement-before-intake')";

/** FROM, WHERE and order of each list, the most urgent first. */
const VIEWS: Readonly<Record<DossierViewName, readonly [source: string, order: string]>> = {
  late: ofTheOpen('late'),
  'due-today': ofTheOpen('due-today'),
  'due-soon': ofTheOpen('due-soon'),
  'waiting-for-applicant': ofTheOpen('waiting-for-applicant'),
  'result-ready': ofTheOpen('result-ready'),
  'to-transfer': ofTheOpen('to-transfer'),
  waiting: ofTheOpen('waiting'),
  arrived: [ARRIVED, 'row DESC'],
  today: [TODAY, 'received_at DESC, row DESC'],
};

/** All that is open is looked at once for all its lists together. */
const COUNTS = `SELECT ${Object.entries(OF_THE_OPEN)
  .map(([view, which]) => `count(*) FILTER (WHERE ${which}) AS "${view}"`)
  .join(', ')},
  (SELECT count(*) FROM ${ARRIVED}) AS arrived, (SELECT count(*) FROM ${TODAY}) AS today
  FROM ${OPEN}`;

type Views = {
  readonly list: (query: DossierViewQuery) => DossierPage;
  readonly count: (asked: AskedAt) => DossierCounts;
};

/** The lists of dossiers, each by an index. */
export function openDossierViews(db: WritableDb): Views {
  const pages = {
    late: openPage(db, 'late'),
    'due-today': openPage(db, 'due-today'),
    'due-soon': openPage(db, 'due-soon'),
    'waiting-for-applicant': openPage(db, 'waiting-for-applicant'),
    'result-ready': openPage(db, 'result-ready'),
    'to-transfer': openPage(db, 'to-transfer'),
    waiting: openPage(db, 'waiting'),
    arrived: openPage(db, 'arrived'),
    today: openPage(db, 'today'),
  };
  const counts = db.prepare<object, DossierCounts>(COUNTS);
  return {
    list: ({ view, limit, ...asked }) => pages[view]({ ...boundsOf(asked), limit }),
    count: (asked) => {
      const found = counts.get(boundsOf(asked));
      if (!found) throw new Error('the dossiers were not counted');
      return found;
    },
  };
}

function openPage(db: WritableDb, view: DossierViewName): (parameters: object) => DossierPage {
  const [source, order] = VIEWS[view];
  const count = db.prepare<object, number>(`SELECT count(*) FROM ${source}`).pluck();
  const rows = db.prepare<object, SummaryRow>(`SELECT ${SUMMARY} FROM ${source} ORDER BY ${order} LIMIT @limit`);
  return (parameters) => ({ rows: rows.all(parameters).map(summaryOf), total: count.get(parameters) ?? 0 });
}

function ofTheOpen(view: OpenView): readonly [source: string, order: string] {
  return [`${OPEN} AND ${OF_THE_OPEN[view]}`, 'appointment_at, row'];
}

export function boundsOf({ now, lastDaySoon }: AskedAt) {
  const today = dateOf(now);
  return { now, today, tomorrow: addDays(today, 1), afterSoon: addDays(lastDaySoon, 1) };
}

function statesWhoseClock(clock: LimitClock): string {
  return DOSSIER_STATES.filter((state) => factsOfState(state).clock === clock)
    .map((state) => `'${state}'`)
    .join(', ');
}
