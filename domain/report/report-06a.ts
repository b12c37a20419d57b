import type { Dossier } from '../dossier.ts';
import { dateOf, type LocalMoment, momentOf, type PlainDate } from '../plain-date.ts';
import type { Procedure } from '../procedure.ts';
import { findProcedure } from '../procedure-catalogue.ts';
import { foldText } from '../search-text.ts';
import { appointmentAsOf, wasPausedAt } from './as-of.ts';
import { compareText } from './compare-text.ts';
import { onTimeOf, releaseOf } from './on-time-of.ts';
import { addToTally, newTally, type ReportCounts, type ReportPlace } from './report-counts.ts';

/** Days of the report, both included. */
export type ReportPeriod = { readonly from: PlainDate; readonly until: PlainDate };

/** Heading of the rows: what the commune decides alone, and what goes through it (liên thông). */
export type ReportLevel = 'commune' | 'linked';

export type ReportRow = {
  readonly level: ReportLevel;
  /** Empty: a dossier of an older system whose procedure the catalogue does not know. */
  readonly field: string;
  readonly counts: ReportCounts;
};

/** How the dossiers of a period stood at its end (tình hình, kết quả giải quyết thủ tục hành chính), by level and field. */
export type Report06a = {
  readonly period: ReportPeriod;
  readonly rows: readonly ReportRow[];
  readonly total: ReportCounts;
};

const UNKNOWN: Pick<Procedure, 'linkedSteps' | 'field'> = { field: '' };
const LAST_MINUTE = 24 * 60 - 1;

/**
 * The report of one period, each dossier counted once on either side, as it stood at the end of the last day; nothing that
 * came later counts, except that a voided dossier was never one.
 *
 * Received are those of the period and those still open when it began; solved those released, handed over, withdrawn or
 * stopped in it, by their class. Pending is what was not solved by its end: late when its appointment of the time had
 * passed and the limit did not stand still. Without an appointment nothing is late. What was never received, or refused
 * before, is in none. A moment of release before that of receipt counts as the moment of receipt.
 *
 * Source: form II.06a/VPCP/KSTT; what waits or was withdrawn by our own rule.
 */
export function report06a(
  dossiers: readonly Dossier[],
  period: ReportPeriod,
  catalogue: readonly Procedure[],
): Report06a {
  const counting = openReport06a(period, catalogue);
  for (const dossier of dossiers) counting.count(dossier);
  return counting.report();
}

/** The same report dossier by dossier, for a counting that must leave time to others. Each is to be counted once. */
export function openReport06a(
  period: ReportPeriod,
  catalogue: readonly Procedure[],
): { readonly count: (dossier: Dossier) => void; readonly report: () => Report06a } {
  const total = newTally();
  const rows = new Map<string, ReportRow & { readonly counts: ReturnType<typeof newTally> }>();
  return {
    count: (dossier) => {
      const place = placeOf(dossier, period);
      if (!place) return;
      const heading = headingOf(dossier, catalogue);
      const key = `${heading.level} ${heading.field}`;
      const row = rows.get(key) ?? { ...heading, counts: newTally() };
      rows.set(key, row);
      addToTally(row.counts, place);
      addToTally(total, place);
    },
    report: () => ({ period, rows: [...rows.values()].toSorted(compareRows), total }),
  };
}

function placeOf(dossier: Dossier, period: ReportPeriod): ReportPlace | undefined {
  const receivedAt = receivedAtOf(dossier);
  if (receivedAt === undefined || dossier.status === 'voided' || dateOf(receivedAt) > period.until) return undefined;
  // The system before this one solved it, and counted it.
  if (wasSolvedBefore(dossier)) return undefined;
  const received = dateOf(receivedAt) < period.from ? 'carried' : channelOf(dossier);
  const solvedAt = notBefore(receivedAt, releaseOf(dossier));
  if (solvedAt === undefined || dateOf(solvedAt) > period.until) {
    return { received, stands: pendingAt(dossier, period.until) };
  }
  if (dateOf(solvedAt) < period.from) return undefined;
  return { received, stands: onTimeOf(dossier).byRelease ?? 'on-time' };
}

function receivedAtOf({ intake, carriedOver }: Dossier): LocalMoment | undefined {
  return intake?.receivedAt ?? carriedOver?.receivedAt;
}

function wasSolvedBefore({ carriedOver, result }: Dossier): boolean {
  return carriedOver?.stands === 'result-ready' && !result;
}

function notBefore(receivedAt: LocalMoment, releasedAt: LocalMoment | undefined): LocalMoment | undefined {
  return releasedAt !== undefined && releasedAt < receivedAt ? receivedAt : releasedAt;
}

function channelOf({ intake }: Dossier): 'online' | 'directOrPost' {
  return intake?.channel === 'online' ? 'online' : 'directOrPost';
}

function pendingAt(dossier: Dossier, until: PlainDate): 'pending-in-time' | 'pending-late' {
  const end = momentOf(until, LAST_MINUTE);
  const appointmentAt = appointmentAsOf(dossier, end);
  const isLate = appointmentAt !== undefined && appointmentAt < end && !wasPausedAt(dossier, end);
  return isLate ? 'pending-late' : 'pending-in-time';
}

type Heading = Pick<ReportRow, 'level' | 'field'>;

/** What was in force on the day of receipt goes before what the catalogue says today. */
function headingOf(dossier: Dossier, catalogue: readonly Procedure[]): Heading {
  const { intake, carriedOver } = dossier;
  const code = (intake ?? carriedOver)?.procedure.code;
  const published = publishedFor(code, receivedAtOf(dossier), catalogue);
  const { linkedSteps, field } = intake?.procedure ?? published ?? UNKNOWN;
  const isLinked = linkedSteps !== undefined || published?.level === 'upstream';
  return { level: isLinked ? 'linked' : 'commune', field };
}

/** The version of the day, or any: an older system kept codes longer than they were in force. */
function publishedFor(
  code: string | undefined,
  receivedAt: LocalMoment | undefined,
  catalogue: readonly Procedure[],
): Procedure | undefined {
  const versions = catalogue.filter((procedure) => procedure.code === code);
  const [first] = versions;
  if (!first || receivedAt === undefined) return first;
  return findProcedure(versions, first.code, dateOf(receivedAt)) ?? first;
}

function compareRows(a: ReportRow, b: ReportRow): number {
  return (
    compareText(a.level, b.level) || compareText(foldText(a.field), foldText(b.field)) || compareText(a.field, b.field)
  );
}
