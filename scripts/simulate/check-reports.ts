import type { Dossier } from '../../domain/dossier.ts';
import { addDays, type PlainDate } from '../../domain/plain-date.ts';
import type { Procedure } from '../../domain/procedure.ts';
import { identityTrouble } from '../../domain/report/identity-trouble.ts';
import { onTimeOf } from '../../domain/report/on-time-of.ts';
import { registerRows, registerTrouble } from '../../domain/report/register-book.ts';
import { type Report06a, report06a, type ReportPeriod } from '../../domain/report/report-06a.ts';

const DAYS_PER_WEEK = 7;
/** Far from Vietnam, on both sides of midnight. */
const OTHER_ZONES = ['America/Los_Angeles', 'Pacific/Kiritimati'];

/** Numbers of the register that stand for more than one dossier. */
export function registerTroubles(dossiers: readonly Dossier[], span: ReportPeriod): readonly string[] {
  return registerTrouble(registerRows(dossiers, span)).map((trouble) => `register: ${JSON.stringify(trouble)}`);
}

/** What does not hold in the reports of every week, every month and the whole. */
export function reportTroubles(
  dossiers: readonly Dossier[],
  catalogue: readonly Procedure[],
  span: ReportPeriod,
): readonly string[] {
  const reportOf = (period: ReportPeriod) => report06a(dossiers, period, catalogue);
  return [weeksOf(span), monthsOf(span), [span]].flatMap((periods) => {
    const reports = periods.map(reportOf);
    return [...reports.flatMap(identityTroubles), ...carryTroubles(reports)];
  });
}

/** Identities between the columns of one report. */
export function identityTroubles(report: Report06a): readonly string[] {
  const { from, until } = report.period;
  const columns = identityTrouble(report).map(({ identity, row }) => {
    return `II.06a ${from}/${until}: ${identity} fails in ${row ? `${row.level} ${row.field}` : 'the total'}`;
  });
  const received = report.rows.reduce((sum, { counts }) => sum + counts.received.total, 0);
  return received === report.total.received.total
    ? columns
    : [...columns, `II.06a ${from}/${until}: the rows do not add up to the total`];
}

/** What one period leaves open is what the next one begins with. */
export function carryTroubles(reports: readonly Report06a[]): readonly string[] {
  return reports.flatMap((report, i) => {
    const next = reports[i + 1];
    const left = report.total.pending.total;
    const carried = next?.total.received.carried ?? left;
    return carried === left ? [] : [`II.06a: ${left} open on ${report.period.until}, ${carried} carried over`];
  });
}

/** Dossiers that would be late elsewhere in the world. */
export function zoneTroubles(dossiers: readonly Dossier[]): readonly string[] {
  const here = dossiers.map((dossier) => JSON.stringify(onTimeOf(dossier)));
  const zone = process.env['TZ'];
  try {
    return OTHER_ZONES.flatMap((other) => {
      process.env['TZ'] = other;
      return dossiers.flatMap((dossier, i) =>
        JSON.stringify(onTimeOf(dossier)) === here[i] ? [] : [`${dossier.id} is judged otherwise in ${other}`],
      );
    });
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
}

function weeksOf({ from, until }: ReportPeriod): readonly ReportPeriod[] {
  const weeks: ReportPeriod[] = [];
  for (let day = from; day <= until; day = addDays(day, DAYS_PER_WEEK)) {
    weeks.push({ from: day, until: earlier(addDays(day, DAYS_PER_WEEK - 1), until) });
  }
  return weeks;
}

function monthsOf({ from, until }: ReportPeriod): readonly ReportPeriod[] {
  const months: ReportPeriod[] = [];
  let first = from;
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const next = addDays(day, 1);
    if (next.slice(0, 7) === day.slice(0, 7) && day < until) continue;
    months.push({ from: first, until: day });
    first = next;
  }
  return months;
}

function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return a < b ? a : b;
}
